import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '#src/app.testing.ts';
import { endpoints } from '#areas/directory/hsds/endpoints.ts';
import { service, serviceAtLocationFull, organization } from '#areas/directory/hsds/model/large.ts';
import { taxonomyTerm } from '#areas/directory/hsds/model/small.ts';
import { loadDemo } from './load.ts';

const app = await testApp();

beforeAll(async () => {
  await loadDemo({ db: app.db, vault: app.tools.vault, files: app.tools.files });
}, 300_000);

async function lines(url: string): Promise<unknown[]> {
  const text = await (await app.get(url)).text();
  return text
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}

describe('everything that the demo world gives out', () => {
  test.each([
    ['/hsds/services?format=ndjson&full=true', service, 400],
    ['/hsds/services?format=ndjson', endpoints.services.lines, 400],
    ['/hsds/service_at_locations?format=ndjson&full=true', serviceAtLocationFull, 100],
    ['/hsds/taxonomy_terms?format=ndjson', taxonomyTerm, 80],
  ])(
    '%s is valid HSDS 3.0',
    async (url, schema, least) => {
      const found = await lines(url);
      expect(found.length).toBeGreaterThanOrEqual(least);
      for (const each of found) {
        expect(schema.safeParse(each).error?.issues ?? []).toEqual([]);
        expect(JSON.stringify(each)).not.toMatch(/:null[,}]/);
      }
    },
    60_000,
  );

  test('organisations are valid with all that they answer for', async () => {
    const { contents } = (await (await app.get('/hsds/organizations?per_page=500')).json()) as {
      contents: { id: string }[];
    };
    expect(contents.length).toBeGreaterThan(10);
    for (const { id } of contents) {
      const nested: unknown = await (await app.get(`/hsds/organizations/${id}?full_service=true`)).json();
      expect(organization.safeParse(nested).error?.issues ?? []).toEqual([]);
    }
  }, 60_000);

  test('every page of the list is valid, and together they are everything', async () => {
    const ids: string[] = [];
    for (let page = 1; ; page += 1) {
      const found: unknown = await (await app.get(`/hsds/services?per_page=100&page=${page}`)).json();
      expect(endpoints.services.answer.safeParse(found).error?.issues ?? []).toEqual([]);
      const { contents, last_page } = found as { contents: { id: string }[]; last_page: boolean };
      ids.push(...contents.map(({ id }) => id));
      if (last_page) break;
    }
    const streamed = (await lines('/hsds/services?format=ndjson&minimal=true')) as { id: string }[];
    expect(ids).toEqual(streamed.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  }, 60_000);

  test('every file that the data package names is there, and none of them is empty of headings', async () => {
    const { resources } = (await (await app.get('/opendata/datapackage.json')).json()) as {
      resources: { path: string }[];
    };
    expect(resources.length).toBe(34 * 4);
    let rows = 0;
    for (const { path } of resources) {
      const bytes = Buffer.from(await (await app.get(new URL(path).pathname)).arrayBuffer());
      expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
      const text = bytes.toString('utf8');
      rows += text.split('\r\n').length - 2;
      expect(text).not.toMatch(/(^|,)"?\s*[=+@＝＋＠]/m);
    }
    expect(rows).toBeGreaterThan(800);
  }, 120_000);
});
