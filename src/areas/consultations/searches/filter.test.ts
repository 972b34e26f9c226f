import { expect, test } from 'vitest';
import { addressOf, readFilter } from './filter.ts';

const asked = (query: Record<string, string>) => readFilter((name) => query[name] ?? '');

test.each([
  [
    { door: 'chat', worry: 'debt', from: '2026-04-01' },
    { door: 'chat', worry: 'debt', from: '2026-04-01' },
  ],
  [{ door: 'pigeon', worry: '名前', municipality: '神奈川', from: '昨日', ageBand: 'x' }, {}],
  [{ risk: '3' }, { risk: 3 }],
  [{ risk: '9' }, {}],
  [{ risk: '' }, {}],
  [{ q: '家賃が払えない' }, {}],
])('%j asks for %j: what is no code asks for nothing', (query, filter) => {
  expect(asked(query as Record<string, string>)).toEqual(filter);
});

test('an address that was kept asks for the same again', () => {
  const filter = { state: 'ended', outcome: 'continued', risk: 0, followUpTo: '2026-12-31' };
  expect(asked(addressOf(filter) as Record<string, string>)).toEqual(filter);
});
