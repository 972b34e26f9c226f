import { describe, expect, test } from 'vitest';
import { foreignExamples, japaneseExamples } from './examples.testing.ts';
import { findCrisis } from '../index.ts';
import { languageTerms } from '../taxonomy/terms.ts';
import { crisisKinds, findCrises } from './rules.ts';

describe('what cannot wait', () => {
  const examples = [...japaneseExamples, ...Object.values(foreignExamples).flat()];

  test('is told by at least 150 examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(150);
  });

  test('is told in every language in which desks and the guide speak, and what is no danger too', () => {
    const spoken = languageTerms.map(({ code }) => code).filter((code) => !code.startsWith('ja'));
    expect(Object.keys(foreignExamples).toSorted()).toEqual(spoken.toSorted());
    for (const [lang, own] of Object.entries({ ...foreignExamples, ja: japaneseExamples })) {
      const kinds = new Set(own.flatMap(([, kind]) => kind));
      for (const kind of ['suicide', 'violence', 'food', 'shelter', 'none'] as const)
        expect(kinds, `${lang}: ${kind}`).toContain(kind);
    }
  });

  test.each(examples)('«%s» says: %s', (text, kinds) => {
    const found = findCrises(text);
    if (kinds === 'none') expect(found).toEqual([]);
    else expect(found).toEqual(expect.arrayContaining(typeof kinds === 'string' ? [kinds] : [...kinds]));
  });

  test('comes with the most pressing first', () => {
    expect(findCrises('食べるものがない。夫に殴られる。死にたい')).toEqual(['suicide', 'violence', 'food']);
    expect(findCrisis('食べるものがない。薬を大量に飲んだ')).toBe('medical');
    for (const [text] of examples) {
      const order = findCrises(text).map((kind) => crisisKinds.indexOf(kind));
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  test.each([
    ['zero-width', '死\u200bに\u200bた\u200bい'],
    ['in full width', 'Ｉ　ｗａｎｔ　ｔｏ　ｄｉｅ'],
    ['decomposed', 'もう死にたい。助けて'.normalize('NFD')],
    ['right to left', '\u202e死にたい\u202c'],
    ['among emoji', '😢😢死😢に😢た😢い'],
  ])('is found when it is hidden: %s', (_, text) => {
    expect(findCrisis(text)).toBe('suicide');
  });

  test.each([
    ['a megabyte of one letter', 'し'.repeat(1_048_576)],
    ['a megabyte of beginnings', '食べ'.repeat(500_000)],
    ['a megabyte of words', 'i want to '.repeat(100_000)],
    ['control characters', '\u0000\u0007\ud800'.repeat(10_000)],
    ['a pattern', '(((((a+)+)+)+)+)$'.repeat(1000)],
  ])('takes no time on %s', (_, text) => {
    const started = performance.now();
    findCrises(text);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('costs less than a millisecond for what a form takes', () => {
    const text = '先月から仕事がなくて家賃を払えません。どこに相談すればよいか教えてください。'.repeat(25);
    findCrises(text);
    const started = performance.now();
    for (let turn = 0; turn < 100; turn += 1) findCrises(text);
    expect((performance.now() - started) / 100).toBeLessThan(4);
  });
});
