import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeAll, problemOfSchemes, type Verdict, versionOn } from './rules.ts';
import { schemesSchema } from './schema.ts';
import type { Scheme, SchemeFacts } from './scheme.ts';

const file = new URL('../../../../seeds/kanagawa/directory/schemes.json', import.meta.url);
const schemes = schemesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const scheme = (code: string): Scheme => {
  const found = schemes.find((each) => each.code === code);
  if (!found) throw new Error(`no scheme ${code}`);
  return found;
};
const today = '2025-11-25';

type Said = SchemeFacts['numbers'] & SchemeFacts['choices'] & { area?: readonly string[] };
const numbers = new Set(['household', 'age', 'income', 'rent', 'savings', 'monthsSinceLoss']);
function facts({ area, ...said }: Said): SchemeFacts {
  const entries = Object.entries(said);
  return {
    ...(area && { area }),
    numbers: Object.fromEntries(entries.filter(([name]) => numbers.has(name))),
    choices: Object.fromEntries(entries.filter(([name]) => !numbers.has(name))),
  } as SchemeFacts;
}

const tsurumi = ['14101', '14100', '14000'];
const hakone = ['14382', '14000'];
/** Everything that 家賃補助 asks is said and met. */
const tenant: Said = {
  area: tsurumi,
  household: 1,
  work: 'lost',
  monthsSinceLoss: 3,
  mainEarner: 'yes',
  home: 'losing',
  income: 80_000,
  rent: 50_000,
  savings: 200_000,
  seeking: 'yes',
};

describe('住居確保給付金（家賃補助）', () => {
  const verdict = (changes: Said, day = today) =>
    judge(scheme('housing-rent'), facts({ ...tenant, ...changes }), day)?.verdict;

  test.each<[string, Said, Verdict]>([
    ['all is met', {}, 'fits'],
    ['at the income line of base and rent', { income: 134_000 }, 'fits'],
    ['a yen above it', { income: 134_001 }, 'would'],
    ['a rent above the cap counts as the cap', { income: 136_000, rent: 90_000 }, 'fits'],
    ['a yen above base and cap', { income: 136_001, rent: 90_000 }, 'would'],
    ['savings of six times the base', { savings: 504_000 }, 'fits'],
    ['a yen more', { savings: 504_001 }, 'would'],
    ['savings never above a million', { household: 3, savings: 1_000_000 }, 'fits'],
    ['a million and one, though six times the base is more', { household: 3, savings: 1_000_001 }, 'would'],
    ['the job lost 24 months ago', { monthsSinceLoss: 24 }, 'fits'],
    ['25 months ago, and nothing said about why', { monthsSinceLoss: 25 }, 'may'],
    ['25 months ago, kept away by illness', { monthsSinceLoss: 25, hindered: 'yes' }, 'fits'],
    ['25 months ago, with no such reason', { monthsSinceLoss: 25, hindered: 'no' }, 'no'],
    ['five years ago', { monthsSinceLoss: 60, hindered: 'yes' }, 'no'],
    ['income fell as if the job were lost', { work: 'reduced' }, 'fits'],
    ['working as before', { work: 'working' }, 'would'],
    ['not the main earner', { mainEarner: 'no' }, 'no'],
    ['not looking for work yet', { seeking: 'no' }, 'would'],
    ['living in an own house', { home: 'owned' }, 'no'],
    ['in a town whose base amount is not known', { area: hakone }, 'may'],
    ['there too, nobody has more than a million', { area: hakone, savings: 1_000_001 }, 'would'],
  ])('%s', (_, changes, expected) => {
    expect(verdict(changes)).toBe(expected);
  });

  test('nothing said: it may fit, and every question is open', () => {
    const judged = judge(scheme('housing-rent'), facts({}), today);
    expect(judged?.verdict).toBe('may');
    expect(judged?.reasons.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'unknown'));
  });

  test('the income lines of Yokohama are those that the city prints', () => {
    const lines = [1, 2, 3, 4, 5, 6, 7].map((household) => {
      const judged = judge(
        scheme('housing-rent'),
        facts({ area: tsurumi, household, rent: 1_000_000 }),
        today,
      );
      return judged?.reasons[4]?.limit?.to;
    });
    expect(lines).toEqual([136_000, 192_000, 240_000, 282_000, 323_000, 370_000, 415_000]);
  });

  test.each<[string, readonly string[], number, number]>([
    ['横浜 1人', ['14110', '14100', '14000'], 1, 52_000],
    ['川崎 2人', ['14131', '14130', '14000'], 2, 64_000],
    ['相模原 4人', ['14150', '14000'], 4, 53_000],
    ['横須賀 6人', ['14201', '14000'], 6, 62_000],
    ['箱根 7人', hakone, 7, 64_000],
    ['小田原 5人', ['14206', '14000'], 5, 53_000],
  ])('the limit of the rent: %s', (_, area, household, limit) => {
    expect(judge(scheme('housing-rent'), facts({ area, household }), today)?.amounts['rentCap']).toEqual({
      from: limit,
      to: limit,
    });
  });

  test('where people or place are unknown, the limit is a range', () => {
    const cap = (said: Said) => judge(scheme('housing-rent'), facts(said), today)?.amounts['rentCap'];
    expect(cap({ area: tsurumi })).toEqual({ from: 52_000, to: 81_000 });
    expect(cap({ household: 1 })).toEqual({ from: 41_000, to: 53_700 });
    expect(cap({ area: tsurumi, household: 9 })).toEqual({ from: 0, to: Number.POSITIVE_INFINITY });
  });
});

describe('rules and their days', () => {
  test.each<[string, string, string | undefined]>([
    ['housing-moving', '2025-03-31', undefined],
    ['housing-moving', '2025-04-01', '住居確保給付金（転居費用補助）'],
    ['stay', '2025-03-31', '一時生活支援'],
    ['stay', '2025-04-01', '居住支援（シェルターなど）'],
    ['housing-rent', '2025-03-31', '住居確保給付金'],
    ['housing-rent', '2015-03-31', undefined],
    ['new-life-furniture', '2025-04-20', undefined],
    ['tsubasa', '2022-04-01', 'かながわつばさプロジェクト（若い人の出発の応援）'],
  ])('%s on %s', (code, day, name) => {
    expect(versionOn(scheme(code), day)?.name.ja).toBe(name);
  });

  test('a past day is judged by the rule of that day: people on public assistance and getting ready for work', () => {
    const said = facts({ welfare: 'yes', work: 'none' });
    expect(judge(scheme('work-preparation'), said, '2025-03-31')?.verdict).toBe('would');
    expect(judge(scheme('work-preparation'), said, '2025-04-01')?.verdict).toBe('fits');
  });

  test('after the day until which somebody has looked, people are told to ask', () => {
    expect(judge(scheme('new-life-furniture'), facts({}), '2026-03-31')?.isUnchecked).toBe(false);
    expect(judge(scheme('new-life-furniture'), facts({}), '2026-04-01')?.isUnchecked).toBe(true);
  });
});

describe('the other schemes', () => {
  const mover: Said = {
    area: tsurumi,
    household: 2,
    plan: 'yes',
    work: 'hired',
    home: 'movedIn',
    welfare: 'no',
    savings: 780_000,
  };
  test.each<[string, string, Said, Verdict]>([
    [
      'new life: at 1.3 times base and housing aid',
      'new-life-furniture',
      { ...mover, income: 249_600 },
      'fits',
    ],
    ['new life: a yen above', 'new-life-furniture', { ...mover, income: 249_601 }, 'would'],
    ['new life: without a plan', 'new-life-furniture', { ...mover, income: 1, plan: 'no' }, 'would'],
    ['new life: in an old flat', 'new-life-furniture', { ...mover, income: 1, home: 'renting' }, 'no'],
    ['moving: not looked at yet', 'housing-moving', { work: 'lost', monthsSinceLoss: 3 }, 'may'],
    [
      'moving: advice says no',
      'housing-moving',
      { work: 'lost', monthsSinceLoss: 3, movingHelps: 'no' },
      'would',
    ],
    ['Tsubasa at 39', 'tsubasa', { age: 39, connected: 'yes' }, 'fits'],
    ['Tsubasa at 40', 'tsubasa', { age: 40, connected: 'yes' }, 'no'],
    ['a place to stay, while renting', 'stay', { home: 'renting' }, 'would'],
    ['learning, without children', 'children-learning', { schoolChildren: 'no' }, 'no'],
  ])('%s', (_, code, said, expected) => {
    expect(judge(scheme(code), facts(said), today)?.verdict).toBe(expected);
  });

  test('public assistance is never talked away, whatever somebody says', () => {
    const anything = fc.record(
      {
        savings: fc.nat(),
        income: fc.nat(),
        home: fc.constantFrom('owned', 'lost', 'renting'),
        work: fc.constantFrom('working', 'lost', 'none'),
        age: fc.nat(120),
        welfare: fc.constantFrom('yes', 'no'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (said) => {
        expect(judge(scheme('welfare'), facts(said as Said), today)?.verdict).toBe('may');
      }),
    );
  });

  test('to say more never opens what was closed: an unknown fact is never worse than any answer', () => {
    const rank: readonly Verdict[] = ['fits', 'may', 'would', 'no'];
    fc.assert(
      fc.property(
        fc.constantFrom(...schemes),
        fc.record({
          income: fc.nat(500_000),
          savings: fc.nat(2_000_000),
          household: fc.integer({ min: 1, max: 8 }),
        }),
        (each, said) => {
          const full = judge(each, facts({ ...tenant, ...said }), today)?.verdict ?? 'no';
          const { income: _, ...less } = said;
          const { income: __, ...rest } = tenant;
          const without = judge(each, facts({ ...rest, ...less }), today)?.verdict ?? 'no';
          expect(rank.indexOf(without)).toBeLessThanOrEqual(Math.max(rank.indexOf(full), 1));
        },
      ),
    );
  });

  test('the likeliest come first, what touches none of the worries not at all', () => {
    const judged = judgeAll(schemes, { facts: facts(tenant), day: today, topics: ['rent_loan'] });
    expect(judged[0]?.code).toBe('housing-rent');
    expect(judged.map(({ code }) => code)).not.toContain('children-learning');
    const verdicts = judged.map(({ verdict }) => ['fits', 'may', 'would', 'no'].indexOf(verdict));
    expect(verdicts).toEqual(verdicts.toSorted((a, b) => a - b));
  });
});

describe('the list as it is kept', () => {
  test('no two rules of a scheme hold on one day', () => {
    expect(problemOfSchemes(schemes)).toBeUndefined();
    const rent = scheme('housing-rent');
    const [first, second] = rent.versions;
    if (!first || !second) throw new Error('two versions were expected');
    const overlapping = { ...rent, versions: [{ ...first, validTo: '2025-04-01' }, second] };
    expect(problemOfSchemes([overlapping])?.refusal).toBe('versions-overlap');
    expect(problemOfSchemes([rent, rent])?.refusal).toBe('scheme-twice');
    expect(problemOfSchemes([{ ...rent, versions: [{ ...first, validTo: '2014-01-01' }] }])?.refusal).toBe(
      'days-reversed',
    );
  });

  test('says everything in Japanese and English, and names its law', () => {
    for (const { code, versions } of schemes)
      for (const version of versions)
        for (const text of [
          version.name,
          version.gives,
          version.law,
          ...version.requirements.flatMap(({ says, change }) => [says, change ?? says]),
        ])
          expect(text['en'], code).toBeTruthy();
  });
});
