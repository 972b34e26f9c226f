import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceContent } from './content.ts';
import { exampleContent, exampleLocation } from './fixtures.ts';
import {
  changedFields,
  decideCode,
  decideEdit,
  decidePublish,
  decidePublished,
  decideSeal,
  decideWithdraw,
  isSame,
  missingForPublication,
  reviewOnOf,
} from './rules.ts';

const draft = { content: exampleContent(), publishedAt: null, sealed: false };
const published = { ...draft, publishedAt: new Date() };
const sealed = { ...draft, sealed: true };
const unreachable = { channels: [], locations: [], website: '', email: '' };

describe('publishing', () => {
  const cases: readonly (readonly [string, Partial<ServiceContent>, readonly string[]])[] = [
    ['whatever is needed', {}, []],
    ['no summary', { summary: { ja: '' } }, ['summary.ja']],
    ['no worry', { topics: [] }, ['topics']],
    ['no way of contact', unreachable, ['channels']],
    ['a page on the web alone', { ...unreachable, website: 'https://mihon.example.jp' }, []],
    ['a place alone', { ...unreachable, locations: [exampleLocation()] }, []],
  ];
  test.each(cases)('with %s', (_, change, missing) => {
    const content = exampleContent(change);
    expect(missingForPublication(content).map(({ field }) => field)).toEqual(missing);
    expect(decidePublish({ ...draft, content }).ok).toBe(missing.length === 0);
    expect(decidePublished({ ...published, content }).ok).toBe(missing.length === 0);
  });

  test('a draft may be incomplete', () => {
    expect(decidePublished({ ...draft, content: exampleContent(unreachable) }).ok).toBe(true);
  });

  test('once, and never what is sealed', () => {
    expect(decidePublish(published)).toMatchObject({ refusal: 'already-so' });
    expect(decidePublish(sealed)).toMatchObject({ refusal: 'sealed' });
  });

  test('taking it back and sealing say why', () => {
    expect(decideWithdraw({ ...draft, reason: '移転' })).toMatchObject({ refusal: 'already-so' });
    expect(decideWithdraw({ ...published, reason: ' ' })).toMatchObject({ refusal: 'reason-missing' });
    expect(decideWithdraw({ ...published, reason: '移転' }).ok).toBe(true);
    expect(decideSeal({ ...published, seal: true, reason: '' })).toMatchObject({ refusal: 'reason-missing' });
    expect(decideSeal({ ...published, seal: true, reason: '避難先' })).toMatchObject({ value: 'seal' });
    expect(decideSeal({ ...sealed, seal: true, reason: '避難先' })).toMatchObject({ refusal: 'already-so' });
    expect(decideSeal({ ...sealed, seal: false, reason: '移転した' })).toMatchObject({ value: 'unseal' });
  });
});

describe('two people at once', () => {
  const base = exampleContent();
  const edit = (mine: Partial<ServiceContent>, theirs: Partial<ServiceContent>) =>
    decideEdit({ version: 5, seen: 4, base, current: { ...base, ...theirs }, content: { ...base, ...mine } });

  test('different fields: both changes stand', () => {
    expect(edit({ email: 'new@mihon.example.jp' }, { topics: ['debt'] })).toMatchObject({
      value: { email: 'new@mihon.example.jp', topics: ['debt'] },
    });
  });

  test('the same field: the second is asked to look, and told where', () => {
    expect(edit({ email: 'a@b.jp', topics: ['debt'] }, { email: 'c@d.jp' })).toMatchObject({
      refusal: 'changed-meanwhile',
      facts: { version: 5, fields: 'email' },
    });
  });

  test('the same field to the same words is no conflict, hours taken away are gone', () => {
    const { hours: _, ...without } = base;
    expect(edit({ email: 'a@b.jp' }, { email: 'a@b.jp' }).ok).toBe(true);
    const merged = decideEdit({
      version: 5,
      seen: 4,
      base,
      current: { ...base, email: 'x@y.jp' },
      content: without,
    });
    expect(merged).toMatchObject({ ok: true });
    expect(merged.ok && 'hours' in merged.value).toBe(false);
  });

  test('a version that nobody kept is a conflict', () => {
    const facts = { version: 5, seen: 1, base: undefined, current: base, content: base };
    expect(decideEdit(facts)).toMatchObject({ refusal: 'changed-meanwhile' });
  });

  const text = fc.constantFrom('', 'a', 'b', 'c');
  const change = fc.record({ email: text, website: text, legalBasis: text }, { requiredKeys: [] });
  test('whatever two people change, nobody’s change is lost unseen', () => {
    fc.assert(
      fc.property(change, change, (mine, theirs) => {
        const merged = edit(mine, theirs);
        const [own, other] = [mine, theirs].map((each) => changedFields(base, { ...base, ...each }));
        if (!merged.ok) expect(own?.some((field) => other?.includes(field))).toBe(true);
        else {
          for (const field of own ?? []) expect(merged.value[field]).toBe({ ...base, ...mine }[field]);
          for (const field of other ?? []) expect(merged.value[field]).toBe({ ...base, ...theirs }[field]);
        }
      }),
    );
    expect.hasAssertions();
  });
});

test('contents are the same whatever the order of their keys, and an absent key is an undefined one', () => {
  expect(isSame({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  expect(isSame({ a: undefined }, {})).toBe(true);
  expect(isSame([1, 2], [2, 1])).toBe(false);
  expect(isSame([], {})).toBe(false);
  expect(isSame(null, {})).toBe(false);
});

test('an entry is looked at again after the days of its kind', () => {
  expect(reviewOnOf('desk', '2025-01-31')).toBe('2025-05-01');
  expect(reviewOnOf('place', '2025-01-31', { scheme: 90, desk: 90, group: 90, place: 30 })).toBe(
    '2025-03-02',
  );
});

test.each([
  ['yokosuka-support', true],
  ['a', false],
  ['Yokosuka', false],
  ['-a', false],
  ['a b', false],
  ['../x', false],
])('%j may be a code: %s', (code, may) => {
  expect(decideCode(code).ok).toBe(may);
});
