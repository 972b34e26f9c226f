import { expect, test } from 'vitest';
import type { MeasureContent } from '../editions/content.ts';
import { aContent, aMeasure, wings } from '../manuscripts/fixtures.ts';
import type { Exception } from './measures/rules.ts';
import { control } from './rules.ts';

const people = (thread: string, value: number) =>
  aMeasure(thread, { kind: 'people', counting: 'distinct', value });
const yen = (thread: string, value: number) =>
  aMeasure(thread, { kind: 'yen', unit: { ja: '円', en: 'yen' }, value });
const rate = (thread: string, value: number) =>
  aMeasure(thread, { kind: 'rate', unit: { ja: '％', en: '%' }, value });
const excepted = (thread: string, value: number): Exception => ({ cell: `${thread} 2024`, value });

test.each<[string, readonly MeasureContent[], readonly Exception[], readonly string[]]>([
  ['few people, with what was paid to them', [people('a', 7), yen('y', 90_000)], [], ['a', 'y']],
  ['nothing where there are many', [people('a', 12), yen('y', 90_000)], [], []],
  [
    'no money beside few whom two people decided to tell',
    [people('a', 7), yen('y', 90_000)],
    [excepted('a', 7)],
    [],
  ],
  [
    'the money of one or two even then: it is theirs',
    [people('a', 2), yen('y', 90_000)],
    [excepted('a', 2)],
    ['y'],
  ],
  [
    'money neither, once that was decided too',
    [people('a', 2), yen('y', 90_000)],
    [excepted('a', 2), excepted('y', 90_000)],
    [],
  ],
  ['a rate by which few are found', [people('a', 3), people('b', 40), rate('r', 7.5)], [], ['a', 'r']],
  ['one that was cut as well', [people('a', 2), people('b', 300), rate('r', 0.6)], [], ['a', 'r']],
  ['no rate of many', [people('a', 12), people('b', 40), rate('r', 30)], [], []],
  ['no rate of something else', [people('a', 3), people('b', 40), rate('r', 58.7)], [], ['a']],
  ['no rate of few who are told', [people('a', 3), people('b', 40), rate('r', 7.5)], [excepted('a', 3)], []],
])('of a program is withheld: %s', (_, measures, exceptions, expected) => {
  const facts = { fewest: 10, exceptions, earlier: [], toldLastYear: () => false };
  const { content, withheld } = control(aContent([wings({ measures })]), facts);
  const blank = content.programs.flatMap((program) =>
    program.measures.filter(({ value }) => value === null).map(({ id }) => id),
  );
  expect(blank).toEqual(expected);
  expect(withheld.map(({ cell }) => cell).toSorted()).toEqual(expected.map((id) => `${id} 2024`));
});
