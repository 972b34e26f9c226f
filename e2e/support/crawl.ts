import { Hono } from 'hono';
import type { APIRequestContext } from 'playwright-core';

/** Which of the product's patterns answers a path; the product's own router decides, in its own order. */
export function patternMatcher(patterns: readonly string[]): (path: string) => Promise<string | undefined> {
  const router = new Hono({ strict: false });
  for (const pattern of patterns) router.get(pattern, (c) => c.text(pattern));
  return async (path) => {
    const answer = await router.request(path);
    return answer.ok ? answer.text() : undefined;
  };
}

export interface Found {
  readonly pattern: string;
  readonly address: string;
  /** What answered, where it is a page. */
  readonly html: string | undefined;
}

interface Crawled {
  /** The first answer of each pattern. */
  readonly found: readonly Found[];
  /** Links that lead nowhere, or where this person may not go. */
  readonly dead: readonly string[];
}

interface Crawl {
  readonly request: APIRequestContext;
  readonly url: string;
  readonly start: readonly string[];
  readonly patternOf: (path: string) => Promise<string | undefined>;
  /** Pages that are the same for everybody: somebody else looks at them. */
  readonly skip: (pattern: string) => boolean;
  /** Patterns that are to be found; when all are, nothing more is asked for. */
  readonly wanted: ReadonlySet<string>;
}

/** Of one pattern at most so many pages are asked for their links; staff pages differ more from one to the other. */
const mostOfOne = (pattern: string) => (pattern.startsWith('/staff') ? 60 : 20);
const neverFollowed = /\/live$|^\/(talk|my)\/leave$/;

/**
 * Follows links and pictures from the start, within the product, for whoever holds the cookies of `request`. Patterns not yet met go first, so that the pages of one kind do not keep the others waiting.
 */
export async function crawl({ request, url, start, patternOf, skip, wanted }: Crawl): Promise<Crawled> {
  const dead: string[] = [];
  const found = new Map<string, Found>();
  const times = new Map<string, number>();
  const queue: { address: string; pattern: string; from: string }[] = [];
  const met = new Set<string>();
  const meet = async (address: string, from: string) => {
    const { origin, pathname } = new URL(address);
    if (origin !== url || met.has(address) || neverFollowed.test(pathname)) return;
    met.add(address);
    const pattern = await patternOf(pathname);
    if (!pattern) dead.push(`${from} leads to ${address}, which no route answers`);
    else if (!skip(pattern)) queue.push({ address, pattern, from });
  };
  for (const path of start) await meet(`${url}${path}`, 'the start');
  for (let next = take(queue, times); next; next = take(queue, times)) {
    const { address, pattern, from } = next;
    const answer = await request.get(address);
    if (!answer.ok()) {
      dead.push(`${from} leads to ${address}, which answers ${answer.status()}`);
      continue;
    }
    times.set(pattern, (times.get(pattern) ?? 0) + 1);
    const html = answer.headers()['content-type']?.startsWith('text/html') ? await answer.text() : undefined;
    if (!found.has(pattern)) found.set(pattern, { pattern, address, html });
    if ([...wanted].every((each) => found.has(each))) break;
    for (const link of linksOf(html ?? '', address)) await meet(link, address);
  }
  return { found: [...found.values()], dead };
}

/** The next address: of the pattern that was met least often, and none of one that was met enough. */
function take<Each extends { readonly pattern: string }>(
  queue: Each[],
  times: ReadonlyMap<string, number>,
): Each | undefined {
  const timesOf = ({ pattern }: Each) => times.get(pattern) ?? 0;
  let best = 0;
  for (const [index, each] of queue.entries()) if (timesOf(each) < timesOf(queue[best] as Each)) best = index;
  const next = queue.splice(best, 1)[0];
  return next && timesOf(next) < mostOfOne(next.pattern) ? next : undefined;
}

/** Addresses of links and pictures; those to the page in another language lead to the same page. */
function linksOf(html: string, base: string): string[] {
  return [...html.matchAll(/<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&').replace(/#.*/, ''), base))
    .filter((link) => link.protocol.startsWith('http') && !link.searchParams.has('lang'))
    .map((link) => link.href);
}
