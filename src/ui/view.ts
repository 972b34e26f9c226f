import type { Lang, Text } from '#platform/i18n.ts';
import type { Query } from '#platform/path.ts';

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
  readonly person?: { readonly name: string; readonly organisations: readonly string[] };
  readonly navigation: readonly NavigationItem[];
  /** A sentence about what was just done, shown once at the top (role=status). */
  readonly notice?: string;
  readonly assets: Assets;
}

/** Whose site it is: nothing of it is in the code. */
export interface Site {
  /** 神奈川県 / Kanagawa Prefecture */
  readonly operator: Text;
  /** The name on the masthead. */
  readonly title: Text;
  /** True in the demo world: every page says that it is a sample. */
  readonly demo: boolean;
}

/** URLs of the files that a page links, with a hash of their content in the name. */
export interface Assets {
  readonly css: string;
  readonly script: (island: string) => string;
}
