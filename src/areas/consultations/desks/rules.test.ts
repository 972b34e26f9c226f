import { describe, expect, test } from 'vitest';
import { exampleSettings } from './fixtures.ts';
import { changedPromises, decideDesk, decideSettings, promisedDays } from './rules.ts';
import { type DeskSettings, firstSettings } from './settings.ts';

const nobody = { ja: '', en: '' };
const closed = { ...firstSettings, readers: nobody };

describe('settings of a desk', () => {
  test.each<[string, DeskSettings, string]>([
    ['a desk that nobody can write to says nothing about readers', closed, 'settle'],
    ['a text door without a word on who reads', exampleSettings({ readers: nobody }), 'readers-missing'],
    [
      'a text door whose readers are said in one language',
      exampleSettings({ readers: { ja: '相談員だけ', en: '' } }),
      'readers-missing',
    ],
    ['everything said', exampleSettings(), 'settle'],
  ])('%s: %s', (_, settings, decided) => {
    const decision = decideSettings(settings);
    expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
  });

  test('a changed promise is named with the days before and after', () => {
    const before = exampleSettings();
    const chat = { ...(before.doors.chat as NonNullable<typeof before.doors.chat>), retentionDays: 30 };
    expect(changedPromises(before, { ...before, doors: { ...before.doors, chat } })).toEqual([
      { door: 'chat', from: 90, to: 30 },
    ]);
    expect(changedPromises(before, before)).toEqual([]);
  });

  test('a door that a desk never settled promises ninety days', () => {
    expect(promisedDays(exampleSettings({ doors: {} }), 'visit')).toBe(90);
  });
});

test.each([
  [{ code: 'women', hasDesk: false, codeTaken: false }, 'open'],
  [{ code: 'women', hasDesk: true, codeTaken: false }, 'desk-there'],
  [{ code: 'women', hasDesk: false, codeTaken: true }, 'code-taken'],
  [{ code: 'promises', hasDesk: false, codeTaken: false }, 'code-kept'],
])('%j: %s', (facts, decided) => {
  const decision = decideDesk(facts);
  expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
});
