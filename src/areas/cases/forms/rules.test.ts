import { describe, expect, test } from 'vitest';
import { codeIn, decideReception, listOf, offered } from './rules.ts';
import { standardSet } from './standard/set.ts';

const nothing = { sex: '', route: '', worries: [], mainWorry: '', municipality: '' };
const places = ['14382'];

describe('a code is one of its list', () => {
  test.each([
    ['route', 'self-visit', 'self-visit'],
    ['route', 'self', 'self-phone'],
    ['route', 'web', 'self-phone'],
    ['route', 'family', 'family-phone'],
    ['route', '', ''],
    ['route', 'balloon', undefined],
    ['sex', 'female', 'female'],
    ['no-such-list', 'x', undefined],
  ])('%s: %s is %s', (list, typed, code) => expect(codeIn(listOf(standardSet, list), typed)).toBe(code));

  test('what is retired is offered no more', () => {
    const list = listOf(standardSet, 'sex');
    const retired = {
      ...list,
      options: list.options.map((each) => ({ ...each, retired: each.code === 'other' })),
    };
    expect(offered(retired).map(({ code }) => code)).toEqual(['male', 'female', 'not-said']);
    expect(codeIn(retired, 'other')).toBeUndefined();
  });
});

describe('a reception', () => {
  test('may leave everything unsaid', () => {
    expect(decideReception(standardSet, nothing, places)).toEqual({ ok: true, value: nothing });
  });

  test('has its main worry among its worries, each once', () => {
    const typed = { ...nothing, worries: ['housing', 'housing'], mainWorry: 'debt', municipality: '14382' };
    expect(decideReception(standardSet, typed, places)).toMatchObject({
      value: { worries: ['housing', 'debt'], mainWorry: 'debt', municipality: '14382' },
    });
  });

  test.each([
    ['sex', { sex: 'x' }],
    ['route', { route: 'x' }],
    ['worries', { worries: ['x'] }],
    ['mainWorry', { mainWorry: 'x' }],
    ['municipality', { municipality: '13101' }],
  ])('names the field whose code is unknown: %s', (field, change) => {
    expect(decideReception(standardSet, { ...nothing, ...change }, places)).toMatchObject({
      refusal: 'code-unknown',
      facts: { field },
    });
  });
});
