import { describe, expect, test } from 'vitest';
import { everyone } from '#platform/access.ts';
import { routes } from '#src/app.tsx';
import { bytesToShow, limit } from '../bench/first-visit.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

/** The addresses of public pages that need nothing to be known; data, streams and other sites are no pages. */
const simple = routes
  .filter(
    ({ method, permission, answer }) => method === 'GET' && permission === everyone && answer.to === 'people',
  )
  .map(({ pattern }) => pattern)
  .filter(
    (pattern) =>
      !/:|\/live$|\.json$|\.ics$|\/(?:leave|here|my\/page(?:\/papers)?|second-step|sso.*)$/.test(pattern),
  );

describe('a first visit', () => {
  test.each([
    ...simple,
    '/find?q=お金がない',
    '/reports/2024',
    '/reports/2024/programs/life-line-by-ict',
    '/reports/2024/programs/school-cafe',
    '/reports/2025',
  ])('of %s is at most 14 kB before it shows', async (page) => {
    expect(await bytesToShow(encodeURI(`${sharedTsunagi()}${page}`))).toBeLessThanOrEqual(limit);
  });

  test('of the longest entries of the directory is at most 14 kB', async () => {
    const answer = await fetch(`${sharedTsunagi()}/hsds/services?per_page=500`);
    const { contents } = (await answer.json()) as { contents: { id: string }[] };
    const longest = contents
      .toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
      .slice(0, 8);
    expect(longest).toHaveLength(8);
    for (const { id } of longest) {
      const page = `${sharedTsunagi()}/services/${id}`;
      expect(await bytesToShow(page), page).toBeLessThanOrEqual(limit);
    }
  });
});
