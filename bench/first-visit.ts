import { request } from 'node:http';
import type { Outcome } from './outcome.ts';
import type { Running } from './server-process.ts';

const pages = [
  '/',
  '/reports',
  '/reports/2024',
  '/reports/2024/programs/life-line-by-ict',
  '/reports/2024/programs/school-cafe',
  '/reports/2025',
  '/reports/figures',
  '/sign-in',
  '/find',
  '/navigator',
  '/places',
  '/places/map',
  '/talk',
  '/opendata',
];
export const limit = 14_000;

export async function firstVisit(product: Running): Promise<Outcome[]> {
  const sizes: { page: string; bytes: number }[] = [];
  for (const page of pages) sizes.push({ page, bytes: await bytesToShow(product.url + page) });
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  return [
    ...sizes.map(({ page, bytes }) => ({ what: `first visit of ${page}, HTML and CSS`, figure: kB(bytes) })),
    {
      what: `largest first visit (${largest.page})`,
      figure: kB(largest.bytes),
      goal: `≤ ${kB(limit)}`,
      met: largest.bytes <= limit,
    },
  ];
}

/** What a first visitor's browser has to load before it shows a page: the page and its style sheets, as sent. */
export async function bytesToShow(page: string): Promise<number> {
  const text = await (await fetch(page)).text();
  const sheets = [...text.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? [],
  );
  let bytes = await sent(page);
  for (const sheet of new Set(sheets)) bytes += await sent(new URL(sheet, page).href);
  return bytes;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** The bytes of a brotli answer, as they went over the wire. */
function sent(url: string): Promise<number> {
  return new Promise((done, failed) => {
    request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.byteLength));
      response.on('end', () =>
        response.statusCode === 200
          ? done(bytes)
          : failed(new Error(`${url} answered ${response.statusCode}`)),
      );
    })
      .on('error', failed)
      .end();
  });
}
