import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '#src/app.testing.ts';
import { makeMunicipalities, makeService } from '../../services/fixtures.ts';
import { everythingContent } from '../fixtures.ts';

interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
  }[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const app = await testApp();
const response = await app.get('/api/openapi.json');
const text = await response.text();
const document = JSON.parse(text) as Document;
const operations = Object.entries(document.paths).map(([at, { get }]) => ({ at, ...get }));

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'document', ...document });
/** Against a schema of the document, by a validator that knows nothing of ours. */
function problemsOf(schema: object, value: unknown): unknown {
  const placed = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
  const check = ajv.compile(placed);
  return check(value) ? [] : check.errors;
}

beforeAll(async () => {
  await makeMunicipalities(app.db);
  await makeService(app.db, { content: everythingContent() });
  await makeService(app.db);
});

test('the document is OpenAPI 3.1, open to every origin, and has an operation for every path', async () => {
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const result = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(operations.map(({ at }) => at)).toEqual([
    '/',
    '/services',
    '/services/{id}',
    '/organizations',
    '/organizations/{id}',
    '/service_at_locations',
    '/service_at_locations/{id}',
    '/taxonomies',
    '/taxonomies/{id}',
    '/taxonomy_terms',
    '/taxonomy_terms/{id}',
  ]);
  for (const { parameters } of operations)
    for (const { description } of parameters) expect(description).not.toBe('');
});

describe.each(operations)('$at', ({ at, parameters, responses }) => {
  const base = new URL(document.servers[0]?.url ?? '').pathname;
  const answered = responses['200']?.content ?? {};

  /** An id that the list of the same things gives. */
  async function address(): Promise<string> {
    if (!at.includes('{id}')) return base + at;
    const list = (await (await app.get(base + at.replace('/{id}', ''))).json()) as {
      contents: { id: string }[];
    };
    return base + at.replace('{id}', list.contents[0]?.id ?? '');
  }

  test('its examples fit their schemas', () => {
    for (const { content = {} } of Object.values(responses))
      for (const { schema, example } of Object.values(content))
        if (example !== undefined) expect(problemsOf(schema, example)).toEqual([]);
    expect(answered['application/json']?.example).toBeDefined();
  });

  test('its answer fits its schema, in every form that it declares', async () => {
    const url = await address();
    const flags = parameters.filter(({ name }) => ['full', 'minimal', 'full_service'].includes(name));
    for (const query of ['', ...flags.map(({ name }) => `?${name}=true`)]) {
      const got = await app.get(url + query);
      expect(got.status).toBe(200);
      expect(problemsOf(answered['application/json']?.schema ?? {}, await got.json())).toEqual([]);
    }
    const lines = answered['application/x-ndjson'];
    if (!lines) return;
    for (const line of (await (await app.get(`${url}?format=ndjson`)).text()).trimEnd().split('\n'))
      expect(problemsOf(lines.schema, JSON.parse(line))).toEqual([]);
  });

  test('it knows every parameter that it declares, and its errors fit their schema', async () => {
    const url = await address();
    for (const { name } of parameters.filter((each) => each.in === 'query')) {
      const wrong = await app.get(`${url}?${name}=${'%00'.repeat(300)}`);
      expect([name, wrong.status]).toEqual([name, 400]);
      const schema = responses['400']?.content?.['application/problem+json']?.schema ?? {};
      expect(problemsOf(schema, await wrong.json())).toEqual([]);
    }
    if (!at.includes('{id}')) return;
    const missing = await app.get(base + at.replace('{id}', crypto.randomUUID()));
    expect(missing.status).toBe(404);
    const schema = responses['404']?.content?.['application/problem+json']?.schema ?? {};
    expect(problemsOf(schema, await missing.json())).toEqual([]);
  });
});

test('a broken answer would be seen', () => {
  const schema = { $ref: '#/components/schemas/service' };
  const id = crypto.randomUUID();
  expect(problemsOf(schema, { id, name: 'a', status: 'active' })).toEqual([]);
  for (const broken of [
    { name: 'a', status: 'active' },
    { id: '1', name: 'a', status: 'active' },
    { id, name: 'a', status: 'open' },
    { id, name: null, status: 'active' },
    { id, name: 'a', status: 'active', url: 'https://例.jp/' },
    { id, name: 'a', status: 'active', minimum_age: '6' },
    { id, name: 'a', status: 'active', phones: [{ id, number: '1', extension: '1' }] },
    { id, name: 'a', status: 'active', schedules: [{ id, freq: 'DAILY' }] },
    { id, name: 'a', status: 'active', organization: { id, name: 'a' } },
  ])
    expect(problemsOf(schema, broken)).not.toEqual([]);
});
