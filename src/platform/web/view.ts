import type { Lang, Text } from '../i18n.ts';
import type { Query } from '../path.ts';

export interface NavigationItem {
  readonly href: string;
  readonly label: Text;
}

/** What every page knows about the request it answers; made by the router, passed to the frame. */
export interface View {
  readonly lang: Lang;
  /** The path asked for, without query: marks the current item of a navigation. */
  readonly path: string;
  /** The same page in another language. */
  readonly inLang: (lang: Lang) => string;
  /** Keeps the language on a link of ours: on public pages as `?lang=`, on staff pages the cookie carries it. */
  readonly href: (url: string, query?: Query) => string;
  readonly site: Site;
  /** The signed-in person; always undefined on public pages, which are cached and shared. */
  readonly person?: { readonly name: string; readonly organisations: readonly string[] } | undefined;
  readonly navigation: readonly NavigationItem[];
  /** Accessibility policy, privacy, about: at the end of every public page. */
  readonly footer?: readonly NavigationItem[] | undefined;
  /** Where the sign-out button of a staff page posts to. */
  readonly signOut?: string | undefined;
  /** Where the signed-in person's name leads: their own settings. */
  readonly account?: string | undefined;
  /** A sentence about what was just done, shown once at the top (role=status). */
  readonly notice?: string | undefined;
  readonly assets: Assets;
}

/** Whose site it is: nothing of it is in the code. */
export interface Site {
  /** The prefecture, in each language. */
  readonly operator: Text;
  /** The name on the masthead. */
  readonly title: Text;
  /** 生活困窮者対策推進本部, or what the body is called here. */
  readonly headquarters: Text;
  /** True in the demo world: every page says that it is a sample. */
  readonly demo: boolean;
}

/** URLs of the files that a page links, with a hash of their content in the name. */
export interface Assets {
  readonly css: string;
  /** What only pages of those who work here show, beside it. */
  readonly staffCss: string;
  /** Of official forms and letters on pages that are not for staff. */
  readonly paperCss: string;
  readonly script: (island: string) => string;
  /** The style sheet that an island brings along, if it does. */
  readonly sheet: (island: string) => string | undefined;
}

export interface AssetFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly brotli: Uint8Array;
  readonly gzip: Uint8Array;
}
