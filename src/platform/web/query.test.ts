import { expect, test } from 'vitest';
import { parameter, readParameters } from './query.ts';

const types = {
  page: parameter.whole(1, 1000).default(1),
  near: parameter.number(-90, 90).optional(),
  full: parameter.flag().default(false),
  id: parameter.id().optional(),
  search: parameter.text(5).optional(),
  format: parameter.oneOf('json', 'ndjson').default('json'),
};
const read = (query: string) => readParameters(`http://localhost/things${query}`, types);

test('what is not given has its default, an empty value is not given, an unknown name is passed over', () => {
  const defaults = {
    page: 1,
    near: undefined,
    full: false,
    id: undefined,
    search: undefined,
    format: 'json',
  };
  for (const query of ['', '?page=&full=&id=', '?pages=7&_=123'])
    expect(read(query)).toEqual({ ok: true, values: defaults });
});

test('values have the type of their schema', () => {
  const found = read(
    '?page=7&near=-35.5&full=true&id=4f9f3d52-7a3c-4b0e-9f43-1c2d3e4f5a6b&search=123&format=ndjson',
  );
  expect(found).toMatchObject({ ok: true, values: { page: 7, near: -35.5, full: true, search: '123' } });
});

test.each([
  ['?page=0', 'page: must be at least 1'],
  ['?page=-1', 'page: must be at least 1'],
  ['?page=1e9', 'page: must be a whole number from 1 to 1000'],
  ['?page=1.5', 'page: must be a whole number from 1 to 1000'],
  ['?page=99999999999999999999', 'page: must be a whole number from 1 to 1000'],
  ['?page=1001', 'page: must be at most 1000'],
  ['?page=%00', 'page: must be a whole number from 1 to 1000'],
  ['?page=1&page=1', 'page: is given more than once'],
  ['?full=yes', 'full: must be true or false'],
  ['?id=1', 'id: must be a UUID'],
  ['?search=123456', 'search: must have at most 5 characters'],
  ['?format=xml', 'format: must be one of json, ndjson'],
  ['?format=xml&page=x', 'page: must be a whole number from 1 to 1000; format: must be one of json, ndjson'],
])('%s is refused: %s', (query, detail) => {
  const found = read(query);
  if (found.ok) throw new Error('it was taken');
  expect(found.answer.status).toBe(400);
  expect(JSON.parse(found.answer.body as string)).toMatchObject({ status: 400, detail });
});
