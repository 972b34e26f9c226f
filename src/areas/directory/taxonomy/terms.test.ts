import { expect, test } from 'vitest';
import { languages } from '#platform/i18n.ts';
import { findTerm, taxonomies, taxonomyCodes, taxonomyId, termId, termName, worryTerms } from './terms.ts';

test('ids are UUIDs of version 5, no two alike, the same for ever', () => {
  const ids = taxonomyCodes.flatMap((code) => [
    taxonomyId(code),
    ...taxonomies[code].terms.map((term) => termId(code, term.code)),
  ]);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(taxonomyId('worry')).toBe('58febcf1-c7b0-52f4-8adf-a8723621d437');
  expect(termId('worry', 'no_food')).toBe('fe2c75db-1e64-504e-bd6b-242677a927cd');
});

test('the sixteen worries of the intake form, each in a field of need and in two other code systems', () => {
  expect(worryTerms).toHaveLength(16);
  for (const { need, gravity, openEligibility } of worryTerms) {
    expect(findTerm('need', need ?? '')).toBeDefined();
    expect(gravity?.length).toBeGreaterThan(0);
    expect(openEligibility?.every((path) => path.startsWith('human_services'))).toBe(true);
  }
});

test('every term has a name in every language, and an unknown code is shown as it stands', () => {
  for (const code of taxonomyCodes)
    for (const term of taxonomies[code].terms)
      for (const lang of languages) expect(term.name[lang]).not.toBe('');
  expect(termName('ja', 'worry', 'no_food')).toBe('食べるものがない');
  expect(termName('en', 'worry', 'unheard-of')).toBe('unheard-of');
});
