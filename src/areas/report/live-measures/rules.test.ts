import { expect, test } from 'vitest';
import { decideBind, decideTake } from './rules.ts';
import { registry } from './registry.ts';

const desk = { parameters: ['desk', 'door'] } as const;

test.each([
  ['what is not in the registry', { measure: undefined, parameters: {}, found: true }, 'live-unknown'],
  ['a desk that is not named', { measure: desk, parameters: { door: 'line' }, found: true }, 'desk-missing'],
  [
    'a domain that is not named',
    { measure: { parameters: ['domain'] as const }, parameters: {}, found: true },
    'domain-missing',
  ],
  ['a desk that is not there', { measure: desk, parameters: { desk: 'x' }, found: false }, 'desk-unknown'],
])('%s is not bound', (_, facts, refusal) => {
  expect(decideBind(facts)).toMatchObject({ ok: false, refusal });
});

test('every way of contact counts where none is chosen', () => {
  expect(decideBind({ measure: desk, parameters: { desk: 'women' }, found: true }).ok).toBe(true);
});

test.each([
  ['nothing was counted', { counted: null, standing: 1, seen: { counted: null, standing: 1 } }],
  ['it was counted again since', { counted: 3, standing: 1, seen: { counted: 2, standing: 1 } }],
  ['somebody typed a value since', { counted: 3, standing: 2, seen: { counted: 3, standing: 1 } }],
])('nothing is taken over when %s', (_, facts) => {
  expect(decideTake(facts).ok).toBe(false);
});

test('a value is taken over in the place of what was seen', () => {
  expect(decideTake({ counted: 3, standing: null, seen: { counted: 3, standing: null } })).toEqual({
    ok: true,
    value: 3,
  });
});

test('every live measure has its own code and says in both languages what it counts', () => {
  expect(new Set(registry.map(({ code }) => code)).size).toBe(registry.length);
  for (const { name, definition, formula, version } of registry) {
    for (const text of [name, definition, formula]) expect(text.ja && text.en).toBeTruthy();
    expect(version).toBeGreaterThan(0);
  }
});
