import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { system } from '#platform/access.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor } from '../access.ts';
import { sealService, setCapacity, verifyService, withdrawService } from '../services/actions.ts';
import {
  exampleChannel,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
  makeService,
} from '../services/fixtures.ts';
import { taxonomyId, termId } from '../taxonomy/terms.ts';
import { endpoints } from './endpoints.ts';
import { everythingContent } from './fixtures.ts';
import { organization, service, serviceInList, serviceMinimal } from './model/large.ts';

const app = await testApp();
const it = system('test');
const ids = { bare: '', whole: '', group: '', sealed: '', withdrawn: '', draft: '' };
let owner = '';
let hidden = '';

beforeAll(async () => {
  await makeMunicipalities(app.db);
  owner = await makeOwner(app.db);
  const make = async (name: string, given: Parameters<typeof makeService>[1]) =>
    (await makeService(app.db, { organisationId: owner, code: name, ...given })).serviceId;
  const early = new Date('2026-01-01T00:00:00Z');
  ids.bare = await make('bare', { now: early, content: bareContent });
  ids.whole = await make('whole', { now: new Date('2026-06-01T00:00:00Z'), content: everythingContent() });
  ids.group = await make('group', { now: early, content: { kind: 'group', topics: ['debt'] } });
  ids.sealed = await make('sealed', { sealed: true, content: { name: { ja: '隠れ家' } } });
  ids.draft = await make('draft', { publish: false, content: { name: { ja: '下書き' } } });
  ids.withdrawn = await make('withdrawn', { content: { name: { ja: '取り下げ' } } });
  granted(await withdrawService(app.db, it, { serviceId: ids.withdrawn, reason: '終了' }));
  const shelter = await makeService(app.db, { sealed: true, content: { name: { ja: '避難所' } } });
  hidden = shelter.organisationId;
  granted(await verifyService(app.db, it, { serviceId: ids.whole, organisationId: owner }));
  granted(await setCapacity(app.db, it, { serviceId: ids.whole, capacity: 'waiting', note: '2週間ほど' }));
});

const bareContent = {
  summary: { ja: 'ひとこと' },
  description: { ja: '' },
  website: '',
  email: '',
  topics: ['other'],
  serviceTypes: [],
  channels: [exampleChannel({ kind: 'visit', value: '' })],
  hours: undefined,
  application: { ja: '' },
  eligibility: { description: { ja: '' }, minimumAge: null, maximumAge: null, gender: 'any' },
} as never;

interface Page {
  readonly total_items: number;
  readonly contents: readonly { readonly id: string; readonly [field: string]: unknown }[];
}

async function get(url: string, status = 200): Promise<never> {
  const response = await app.get(url);
  const text = await response.text();
  expect([response.status, text.slice(0, 300)]).toEqual([status, expect.any(String)]);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(text).not.toMatch(/:null[,}]/);
  for (const secret of ['隠れ家', '避難所', '取り下げ', '下書き', ids.sealed, hidden])
    expect(text).not.toContain(secret || '\u0000');
  return JSON.parse(text) as never;
}

const page = async (url: string): Promise<Page> => get(url);
const listed = async (url: string) => (await page(url)).contents.map(({ id }) => id).sort();

function valid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  expect(parsed.error?.issues ?? []).toEqual([]);
  return parsed.data as z.output<Schema>;
}

test('/ says what this is, with and without a slash', async () => {
  for (const url of ['/hsds', '/hsds/']) {
    const about = valid(endpoints.about.answer, await get(url));
    expect(about).toMatchObject({ version: '3.0', openapi_url: 'http://localhost/api/openapi.json' });
  }
});

describe('services', () => {
  test('a list has the fields that exist once, with the organisation, and knows where it stands', async () => {
    const found = await page('/hsds/services?per_page=2');
    valid(endpoints.services.answer, found);
    for (const each of found.contents) {
      valid(serviceInList, each);
      expect(each).not.toHaveProperty('phones');
      expect(each).toMatchObject({ organization: { id: owner }, organization_id: owner });
    }
    expect(found).toMatchObject({
      total_items: 3,
      total_pages: 2,
      page_number: 1,
      size: 2,
      first_page: true,
      last_page: false,
      empty: false,
    });
    const last = await page('/hsds/services?per_page=2&page=2');
    expect(last).toMatchObject({ page_number: 2, size: 1, first_page: false, last_page: true });
    expect([...found.contents, ...last.contents].map(({ id }) => id)).toEqual(
      [ids.bare, ids.whole, ids.group].sort(),
    );
    const beyond = await page('/hsds/services?per_page=2&page=1000000');
    expect(beyond).toMatchObject({ total_items: 3, size: 0, empty: true, last_page: true, contents: [] });
  });

  test('full=true nests everything, the same as the service by itself', async () => {
    const { contents } = await page('/hsds/services?full=true');
    for (const each of contents) {
      valid(service, each);
      expect(await get(`/hsds/services/${each.id}`)).toEqual(each);
    }
  });

  test('everything that an entry says is there', async () => {
    const found = valid(service, await get(`/hsds/services/${ids.whole}`));
    expect(found).toMatchObject({
      url: 'https://xn--79jh5d.example.jp/%E7%9B%B8%E8%AB%87?q=%E5%80%A4%7C1#%E5%85%88',
      assured_date: expect.stringMatching(/^\d{4}-/),
      minimum_age: 6,
      maximum_age: 18,
      cost_options: [{ amount: 100, currency: 'JPY' }, { option: '寄付' }],
      capacities: [{ available: 0, state: 'waiting', unit: { name: expect.any(String) } }],
      languages: [{ code: 'en' }, { code: 'ja', name: 'やさしい日本語' }],
      translations: { en: { name: 'Everything 🌸' } },
      alert: expect.stringContaining('例示'),
    });
    expect(found.phones?.map(({ type }) => type)).toEqual(['voice', 'fax']);
    expect(found.schedules?.length).toBeGreaterThan(3);
    expect(found.service_areas?.map(({ name, extent }) => [name, extent])).toEqual([
      ['大みほん市東区', '991015'],
      ['見本郡小みほん町', '993018'],
    ]);
    expect(found.service_at_locations?.map(({ location }) => location?.addresses?.[0])).toMatchObject([
      { address_1: '本町1-1', city: 'みほん市', state_province: 'みほん県', postal_code: '0000001' },
      { address_1: '', city: '大みほん市西区', postal_code: '', country: 'JP' },
    ]);
  });

  test('minimal=true gives ids and moments', async () => {
    const { contents } = await page('/hsds/services?minimal=true&per_page=10000');
    expect(contents.length).toBe(3);
    for (const each of contents) {
      valid(serviceMinimal, each);
      expect(Object.keys(each)).toEqual(['id', 'modified_date', 'last_modified']);
    }
  });

  test('ndjson gives every one in a line', async () => {
    const response = await app.get('/hsds/services?format=ndjson&full=true');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => valid(service, JSON.parse(line)).id)).toEqual(
      [ids.bare, ids.whole, ids.group].sort(),
    );
  });

  test.each([
    ['a term', () => `taxonomy_term_id=${termId('worry', 'debt')}`, () => [ids.group]],
    ['a kind', () => `taxonomy_term_id=${termId('kind', 'place')}`, () => [ids.whole]],
    [
      'the field of a worry',
      () => `taxonomy_term_id=${termId('need', 'money')}`,
      () => [ids.group, ids.whole],
    ],
    ['a taxonomy', () => `taxonomy_id=${taxonomyId('place-type')}`, () => [ids.whole]],
    [
      'both',
      () => `taxonomy_id=${taxonomyId('worry')}&taxonomy_term_id=${termId('kind', 'group')}`,
      () => [ids.group],
    ],
    ['an unknown term', () => `taxonomy_term_id=${ids.bare}`, () => []],
    ['an organisation', () => `organization_id=${owner}`, () => [ids.bare, ids.group, ids.whole]],
    ['another organisation', () => `organization_id=${ids.bare}`, () => []],
    ['a day', () => 'modified_after=2026-02-01', () => [ids.whole]],
    ['a moment', () => 'modified_after=2026-01-01T09:00:00%2B09:00', () => [ids.bare, ids.group, ids.whole]],
    [
      'a moment whose plus became a blank',
      () => 'modified_after=2026-01-01T09:00:01+09:00',
      () => [ids.whole],
    ],
    ['all at once', () => `modified_after=2026-02-01&taxonomy_term_id=${termId('kind', 'group')}`, () => []],
  ])('%s narrows the list', async (_, query, expected) => {
    for (const more of ['', '&full=true', '&minimal=true']) {
      expect(await listed(`/hsds/services?${query()}${more}`)).toEqual([...expected()].sort());
      expect((await page(`/hsds/services?${query()}${more}`)).total_items).toBe(expected().length);
    }
  });

  test('what changed carries its moment, and only what changed since is listed', async () => {
    const before = new Date();
    granted(await setCapacity(app.db, it, { serviceId: ids.group, capacity: 'full' }));
    expect(await listed(`/hsds/services?modified_after=${before.toISOString()}`)).toEqual([ids.group]);
    const found = valid(service, await get(`/hsds/services/${ids.group}`));
    expect(Date.parse(found.last_modified ?? '')).toBeGreaterThanOrEqual(before.getTime());
    expect(found.capacities?.[0]).toMatchObject({ available: 0, state: 'full' });
  });
});

describe('words', () => {
  test.each([
    ['ひだまり', () => [ids.whole]],
    ['ﾋﾀﾞﾏﾘ', () => [ids.whole]],
    ['ひだまり 食堂', () => [ids.whole]],
    ['存在しない言葉', () => []],
    ['隠れ家', () => []],
    ['取り下げ', () => []],
    ['\u0000\u0001', () => []],
    ['%_\\', () => []],
    ['🍚', () => []],
    ["'; drop table services; --", () => []],
    ['\u202e\u200fا', () => []],
  ])('%j finds what the search of the page finds', async (words, expected) => {
    const url = `/hsds/services?search=${encodeURIComponent(words)}`;
    expect(await listed(url)).toEqual(expected());
    expect(await listed(`${url}&taxonomy_term_id=${termId('kind', 'scheme')}`)).toEqual([]);
    const response = await app.get(url);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('narrow places and their stream too', async () => {
    const found = await page(`/hsds/service_at_locations?search=${encodeURIComponent('ひだまり')}`);
    expect(found.total_items).toBe(2);
    const lines = await (
      await app.get('/hsds/services?format=ndjson&search=%E3%81%B2%E3%81%A0%E3%81%BE%E3%82%8A')
    ).text();
    expect(lines.trimEnd().split('\n').length).toBe(1);
  });
});

describe('what must not be known', () => {
  test('is not found by its id, by anybody', async () => {
    const editor = await app.signIn(directoryEditor, { organisationId: owner });
    for (const id of [ids.sealed, ids.draft, ids.withdrawn, crypto.randomUUID()]) {
      await get(`/hsds/services/${id}`, 404);
      expect((await app.get(`/hsds/services/${id}`, editor)).status).toBe(404);
    }
    expect(await (await app.get('/hsds/services', editor)).text()).not.toContain('隠れ家');
  });

  test('leaves no trace in numbers, changes, places or names of organisations', async () => {
    const before = new Date();
    const { serviceId } = await makeService(app.db, {
      organisationId: owner,
      content: { locations: [exampleLocation()] },
    });
    expect((await page('/hsds/services')).total_items).toBe(4);
    granted(await sealService(app.db, it, { serviceId, reason: '避難先' }));
    expect((await page('/hsds/services')).total_items).toBe(3);
    expect(await listed(`/hsds/services?modified_after=${before.toISOString()}`)).toEqual([]);
    expect((await page('/hsds/service_at_locations')).total_items).toBe(2);
    await get(`/hsds/organizations/${hidden}`, 404);
    expect((await page('/hsds/organizations')).total_items).toBe(1);
    expect((await page(`/hsds/services?taxonomy_id=${taxonomyId('kind')}`)).total_items).toBe(3);
  });
});

describe('services at their places', () => {
  test('are listed each with its location and its service, and nested by themselves', async () => {
    const found = await page('/hsds/service_at_locations');
    valid(endpoints.serviceAtLocations.answer, found);
    expect(found).toMatchObject({ total_items: 2, contents: [{ service_id: ids.whole }, {}] });
    for (const each of found.contents) {
      const nested = valid(
        endpoints.serviceAtLocation.answer,
        await get(`/hsds/service_at_locations/${each.id}`),
      );
      expect(nested).toMatchObject({ service: { phones: expect.any(Array) }, location: { addresses: [{}] } });
    }
    const full = await page('/hsds/service_at_locations?full=true');
    expect(full.contents[0]).toEqual(await get(`/hsds/service_at_locations/${full.contents[0]?.id}`));
  });

  test.each([
    ['a postal code', 'postcode=000-0001&proximity=100', 1],
    ['a postal code that begins alike', 'postcode=0009999', 1],
    ['a point', 'latitude=35.5&longitude=139.5&proximity=10', 1],
    ['a point, and the middle of a municipality', 'latitude=35.5&longitude=139.58&proximity=8000', 2],
    ['a point far away', 'latitude=35.5&longitude=140.5&proximity=100', 0],
    ['a filter of the service', `postcode=0000001&taxonomy_term_id=${termId('kind', 'group')}`, 0],
  ])('near %s', async (_, query, count) => {
    expect((await page(`/hsds/service_at_locations?${query}`)).contents.length).toBe(count);
  });
});

describe('organisations', () => {
  test('are those with something public, and nest their places and services', async () => {
    const found = await page('/hsds/organizations');
    valid(endpoints.organizations.answer, found);
    expect(found.contents.map(({ id }) => id)).toEqual([owner]);
    const nested = valid(organization, await get(`/hsds/organizations/${owner}`));
    expect(nested.services?.map(({ id }) => id).sort()).toEqual([ids.bare, ids.group, ids.whole].sort());
    expect(nested.locations?.length).toBe(2);
    const full = valid(organization, await get(`/hsds/organizations/${owner}?full_service=true`));
    expect(full.services?.find(({ id }) => id === ids.whole)).toEqual(
      await get(`/hsds/services/${ids.whole}`),
    );
    expect((await page('/hsds/organizations?full=true')).contents).toEqual([nested]);
  });

  test.each([
    ['search=ミホン', 1],
    ['search=存在しない', 0],
    ['search=みほん支援', 1],
    ['search=mihon%20GROUP', 1],
    [`taxonomy_term_id=${termId('worry', 'debt')}`, 1],
    [`taxonomy_term_id=${termId('worry', 'violence')}`, 0],
  ])('%s finds %i', async (query, count) => {
    expect((await page(`/hsds/organizations?${query}`)).total_items).toBe(count);
  });
});

describe('taxonomies', () => {
  test('and their terms are listed, found and asked for by id', async () => {
    const { contents } = await page('/hsds/taxonomies');
    valid(endpoints.taxonomies.answer, await get('/hsds/taxonomies'));
    expect(contents.length).toBe(8);
    for (const { id } of contents) {
      valid(endpoints.taxonomy.answer, await get(`/hsds/taxonomies/${id}`));
      const terms = await page(`/hsds/taxonomy_terms?taxonomy_id=${id}&per_page=500`);
      valid(endpoints.taxonomyTerms.answer, terms);
      expect(terms.total_items).toBeGreaterThan(3);
    }
    const [debt] = (await page('/hsds/taxonomy_terms?search=%E5%82%B5%E5%8B%99')).contents;
    expect(debt).toMatchObject({
      id: termId('worry', 'debt'),
      gravity_sdoh: ['financial-insecurity'],
      open_eligibility: ['human_services:money:financial_education:credit_counseling'],
    });
    expect(valid(endpoints.taxonomyTerm.answer, await get(`/hsds/taxonomy_terms/${debt?.id}`))).toEqual(debt);
    expect((await page('/hsds/taxonomy_terms?top_only=true')).total_items).toBeGreaterThan(50);
    expect((await page(`/hsds/taxonomy_terms?parent_id=${debt?.id}`)).total_items).toBe(0);
    const lines = await (await app.get('/hsds/taxonomy_terms?format=ndjson')).text();
    expect(lines.trimEnd().split('\n').length).toBeGreaterThan(50);
  });
});

test.each(['/hsds/services', '/hsds/organizations', '/hsds/taxonomy_terms', '/api/openapi.json'])(
  'whoever has the answer of %s is told that it is still the same',
  async (url) => {
    const mark = (await app.get(url)).headers.get('etag') ?? '';
    expect(mark).not.toBe('');
    const again = await app.send(url, { headers: { 'if-none-match': mark } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await app.send(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  },
);

test('every attribute points at a term that exists', async () => {
  const { attributes = [] } = valid(service, await get(`/hsds/services/${ids.whole}`));
  expect(attributes.length).toBeGreaterThan(5);
  for (const { taxonomy_term_id } of attributes) await get(`/hsds/taxonomy_terms/${taxonomy_term_id}`);
});

test.each([
  ['page: must be at least 1', '/hsds/services?page=0'],
  ['page: must be at least 1', '/hsds/services?page=-1'],
  ['page: must be a whole number', '/hsds/services?page=1e400'],
  ['per_page: must be at least 1', '/hsds/services?per_page=0'],
  ['per_page: must be at most 10000', '/hsds/services?per_page=1000000000'],
  ['per_page: must be at most 500', '/hsds/services?per_page=501'],
  ['modified_after: must be a day', '/hsds/services?modified_after=x'],
  ['modified_after: must be a day', '/hsds/services?modified_after=2026-02-30'],
  ['modified_after: must be a day', '/hsds/services?modified_after=%00'],
  ['taxonomy_term_id: must be a UUID', '/hsds/services?taxonomy_term_id=1'],
  ['organization_id: must be a UUID', "/hsds/services?organization_id=1'%20or%201=1"],
  ['page: is given more than once', '/hsds/services?page=1&page=2'],
  ['format: must be one of json, ndjson', '/hsds/services?format=xml'],
  ['full: must be true or false', '/hsds/services?full=1'],
  ['search: must have at most 200 characters', `/hsds/services?search=${'あ'.repeat(1_000_000)}`],
  ['postcode: must be a postal code', '/hsds/service_at_locations?postcode=abc'],
  ['postcode: is not known here', '/hsds/service_at_locations?postcode=9999999'],
  ['latitude: goes together with longitude', '/hsds/service_at_locations?latitude=35'],
  ['proximity: must be a whole number', '/hsds/service_at_locations?proximity=1e9'],
  ['per_page: must be at most 50', '/hsds/organizations?full=true&per_page=51'],
])('a bad request says why: %s', async (detail, url) => {
  expect(await get(url, 400)).toMatchObject({ status: 400, detail: expect.stringContaining(detail) });
});

test.each([
  '/hsds/things',
  '/hsds/services/1',
  '/hsds/services/%00',
  '/hsds/taxonomies/x',
  '/hsds/services/a/b',
])('%s is not found, in JSON', async (url) => {
  expect(await get(url, 404)).toMatchObject({ status: 404 });
});
