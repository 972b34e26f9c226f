import type { Route } from '../web/routes.ts';

/** What of a request says whether somebody looked at a page. */
export interface Looked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly accept: string | undefined;
  readonly userAgent: string | undefined;
  readonly cookie: string | undefined;
  /** `Sec-Purpose`: a browser that fetches ahead looks at nothing. */
  readonly purpose: string | undefined;
}

/** Programs that read pages, as far as they say so. */
const programs =
  /bot|crawl|spider|slurp|preview|monitor|headless|lighthouse|curl|wget|python|java\/|go-http/i;

/** First parts of the addresses of pages for everybody: '' is the first page. */
export function publicSections(routes: readonly Route[]): ReadonlySet<string> {
  return new Set(
    routes
      .filter(({ method, kept, answer }) => method === 'GET' && kept && answer.to === 'people')
      .map(({ pattern }) => sectionOf(pattern)),
  );
}

/**
 * The section at which somebody looks; undefined for what is no look of the public: programs, fetching ahead, people who are signed
 * in, other pages. Of who looks nothing is kept, and of the address only its first part.
 */
export function sectionLookedAt(asked: Looked, sections: ReadonlySet<string>): string | undefined {
  const { method, url = '', accept = '', userAgent = '', cookie = '', purpose = '' } = asked;
  if (method !== 'GET' || !accept.includes('text/html') || purpose.includes('prefetch')) return undefined;
  if (userAgent === '' || programs.test(userAgent) || cookie.includes('session=')) return undefined;
  const section = sectionOf(url);
  return sections.has(section) ? section : undefined;
}

function sectionOf(address: string): string {
  return /^\/([^/?#]*)/.exec(address)?.[1] ?? '';
}
