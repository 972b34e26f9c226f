import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { defaultLang, type Lang, languages } from '#platform/i18n.ts';
import { withQuery } from '#platform/path.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

export interface DocumentProps {
  readonly view: View;
  /** The title of the page without the site's name; the page's own h1 says the same. */
  readonly title: string;
  /** A page that says nothing of what it is to whoever looks over a shoulder: the title stands alone. */
  readonly bare?: boolean;
  /** Problems of the page's form: the title says that there is an error and the frame shows the summary. */
  readonly problems?: readonly Problem[];
  /** One sentence for search engines and shared links. */
  readonly description?: string;
  /** The path under which this page is known, without language: other languages and search engines find it there. */
  readonly canonical?: string;
  /** An official form or a letter stands on it, which is printed as a sheet of its own. */
  readonly paper?: boolean;
  /** Names of further files in `src/islands`, without ending. */
  readonly islands?: readonly string[];
}

/** Two links of a chain, as a data URL: no further request, and `img-src data:` allows it. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='%230017c1' stroke-width='5'%3E%3Crect x='3' y='9' width='17' height='14' rx='7'/%3E%3Crect x='12' y='9' width='17' height='14' rx='7'/%3E%3C/svg%3E";

/** The whole document around a frame. Written as a template: JSX would move `link` and `meta` about. */
export function Document({
  view,
  title,
  bare,
  problems,
  description,
  canonical,
  paper,
  islands,
  body,
  kind,
}: DocumentProps & { body: Child; kind: string }) {
  const { lang, site, assets } = view;
  const shown = problems?.length ? words[lang].errorTitle(title) : title;
  // A style sheet that an island brings along is fetched by the island, when it has something to show with it.
  const scripts = ['frame', ...(islands ?? [])].map((island) => {
    const sheet = assets.sheet(island);
    const src = assets.script(island);
    return sheet
      ? html`<script src="${src}" data-sheet="${sheet}" defer></script>`
      : html`<script src="${src}" defer></script>`;
  });
  return html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${bare ? shown : `${shown}｜${site.title[lang]}`}</title><meta name="viewport" content="width=device-width,initial-scale=1">${
    description ? html`<meta name="description" content="${description}">` : ''
  }${canonical ? sameIn(view, canonical) : ''}<link rel="stylesheet" href="${assets.css}">${
    kind === 'staff' ? html`<link rel="stylesheet" href="${assets.staffCss}">` : ''
  }${
    paper && kind !== 'staff' ? html`<link rel="stylesheet" href="${assets.paperCss}">` : ''
  }<link rel="icon" href="${icon}">${scripts}</head><body class="${kind}">${body}</body></html>`;
}

/** Where the page stands in each language; the first language is the one without `?lang=`. */
function sameIn(view: View, canonical: string) {
  const urlOf = (lang: Lang) => withQuery(canonical, { lang: lang === defaultLang ? undefined : lang });
  return [
    html`<link rel="canonical" href="${urlOf(view.lang)}">`,
    ...languages.map((lang) => html`<link rel="alternate" hreflang="${lang}" href="${urlOf(lang)}">`),
  ];
}
