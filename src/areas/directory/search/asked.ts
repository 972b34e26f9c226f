import { isLang } from '#platform/i18n.ts';
import { findPaths } from '../paths.ts';
import { serviceKinds } from '../services/content.ts';
import { findTerm } from '../taxonomy/terms.ts';
import type { SearchQuery } from './actions.ts';

/** What the address of a search says, as far as it is understood. */
export interface Asked {
  /** As typed, without what cannot be shown. */
  readonly q: string;
  readonly topic: string | undefined;
  readonly kind: (typeof serviceKinds)[number] | undefined;
  readonly municipality: string | undefined;
  readonly language: string | undefined;
  readonly open: boolean | undefined;
  readonly page: number;
  /** Something was said that nobody knows: it is left out, and the page says so. */
  readonly unknown: boolean;
}

const mostLetters = 200;
const mostPages = 10_000;

/**
 * `?q=&topic=&kind=&municipality=&open=now&speaks=&page=`. `lang` is the language of the page; one in which the site has no pages
 * (`lang=ne`) is a wish to be spoken to in it, like `speaks`.
 */
export function readAsked(query: (name: string) => string, isMunicipality: (code: string) => boolean): Asked {
  const wished = query('speaks') || (isLang(query('lang')) ? '' : query('lang'));
  const said = {
    topic: one(query('topic'), (code) => findTerm('worry', code) !== undefined),
    kind: one(query('kind'), (code): code is (typeof serviceKinds)[number] =>
      serviceKinds.some((kind) => kind === code),
    ),
    municipality: one(query('municipality').slice(0, 5), isMunicipality),
    language: one(wished, (code) => findTerm('language', code) !== undefined),
    open: one(query('open'), (code) => code === 'now' || code === 'any'),
  };
  const page = Math.trunc(Number(query('page') || 1));
  return {
    q: shown(query('q')),
    topic: said.topic.value,
    kind: said.kind.value,
    municipality: said.municipality.value,
    language: said.language.value,
    open: said.open.value === undefined ? undefined : said.open.value === 'now',
    page: page >= 1 && page <= mostPages ? page : page > mostPages ? mostPages : 1,
    unknown: Object.values(said).some(({ isUnknown }) => isUnknown),
  };
}

function one<Known extends string>(
  code: string,
  isKnown: ((code: string) => code is Known) | ((code: string) => boolean),
): { value: Known | undefined; isUnknown: boolean } {
  if (code === '') return { value: undefined, isUnknown: false };
  return isKnown(code) ? { value: code as Known, isUnknown: false } : { value: undefined, isUnknown: true };
}

/** Well-formed, without control and direction marks, at most 200 letters. */
function shown(typed: string): string {
  return [
    ...typed
      .slice(0, mostLetters * 2)
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' '),
  ]
    .slice(0, mostLetters)
    .join('')
    .trim();
}

export function queryOf({ q, topic, kind, municipality, language, open, page }: Asked): SearchQuery {
  return { q, topic, kind, municipality, language, open, page };
}

/** The asked for as query of an address; `page` is left out, since what is narrowed begins anew. */
export function addressOf(asked: Asked): Readonly<Record<string, string | undefined>> {
  const { q, topic, kind, municipality, language, open } = asked;
  return {
    q,
    topic,
    kind,
    municipality,
    speaks: language,
    open: open === undefined ? undefined : open ? 'now' : 'any',
  };
}

/**
 * Links to the same search with one thing chosen otherwise, or no more; what stays is encoded once for all of a page. `href` is that
 * of the view.
 */
export function narrowing(
  asked: Asked,
  href: (url: string) => string,
): (name: string, value: string | undefined) => string {
  const said = Object.entries(addressOf(asked)).map(([name, value]) => [name, pairOf(name, value)] as const);
  return (name, value) => {
    const pairs = said.map(([each, pair]) => (each === name ? pairOf(name, value) : pair)).filter(Boolean);
    return href(pairs.length > 0 ? `${findUrl}?${pairs.join('&')}` : findUrl);
  };
}

const findUrl = findPaths.find.to({});

function pairOf(name: string, value: string | undefined): string {
  return value ? new URLSearchParams({ [name]: value }).toString() : '';
}
