import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideApprove,
  decidePrepare,
  decidePropose,
  decideRefresh,
  decideWithdraw,
  differencesBetween,
  type EditionStatus,
  findFormulaText,
  planDifferences,
  planSums,
} from './rules.ts';
import { aProgram } from './fixtures.ts';

const verdict = (result: { ok: boolean; refusal?: string }) => (result.ok ? 'yes' : result.refusal);

describe('an edition is prepared', () => {
  const facts = { kind: 'results', programs: 50, planRows: 0, openDrafts: 0 } as const;
  test.each([
    ['when there are programs', facts, 'yes'],
    ['never without a program', { ...facts, programs: 0 }, 'nothing-to-publish'],
    ['not while another is worked on', { ...facts, openDrafts: 1 }, 'draft-open'],
    ['as a plan when there are rows of money', { ...facts, kind: 'plan', programs: 0, planRows: 1 }, 'yes'],
    ['never as a plan without rows', { ...facts, kind: 'plan' }, 'no-plan-rows'],
  ] as const)('%s', (_, given, expected) => {
    expect(verdict(decidePrepare(given))).toBe(expected);
  });
});

describe('a draft is proposed', () => {
  test.each([
    ['when nothing is missing', { status: 'draft', missing: 0, reason: '' }, 'yes'],
    [
      'not when a spreadsheet would run its open data',
      { status: 'draft', missing: 0, reason: '', formulaText: '=1' },
      'formula-text',
    ],
    [
      'nor in which a withheld number can be worked out',
      { status: 'draft', missing: 0, reason: '', recoverable: ['一時保護'] },
      'recoverable',
    ],
    [
      'not when it takes back a public correction',
      { status: 'draft', missing: 0, reason: '', undoneErrata: 1 },
      'errata-undone',
    ],
    [
      'with programs missing, when the reason is said',
      { status: 'draft', missing: 2, reason: '調査中' },
      'yes',
    ],
    [
      'not with programs missing and no reason',
      { status: 'draft', missing: 2, reason: '' },
      'reason-missing',
    ],
    ['once only', { status: 'proposed', missing: 0, reason: '' }, 'not-a-draft'],
    ['never after it went public', { status: 'published', missing: 0, reason: '' }, 'not-a-draft'],
    [
      'not with a number that nobody can follow',
      { status: 'draft', missing: 0, reason: '', numbers: { ok: false, refusal: 'number-untold' } },
      'number-untold',
    ],
  ] as const)('%s', (_, facts, expected) => {
    expect(
      verdict(
        decidePropose({
          undoneErrata: 0,
          formulaText: undefined,
          recoverable: [],
          numbers: { ok: true, value: 'told' },
          ...facts,
        }),
      ),
    ).toBe(expected);
  });
});

describe('an edition is approved', () => {
  const facts = {
    status: 'proposed',
    preparedBy: 'a',
    proposedBy: 'b',
    person: 'c',
    contentHash: 'x',
    seenHash: 'x',
    recoverable: [],
  } as const;
  test.each([
    ['by a second person', facts, 'yes'],
    ['not by who prepared it', { ...facts, person: 'a' }, 'own-edition'],
    ['not by who proposed it', { ...facts, person: 'b' }, 'own-edition'],
    ['not as a draft', { ...facts, status: 'draft' }, 'not-proposed'],
    ['not twice', { ...facts, status: 'published' }, 'not-proposed'],
    [
      'not once a withheld number of it can be worked out',
      { ...facts, recoverable: ['一時保護'] },
      'recoverable',
    ],
    ['not when it changed after it was looked at', { ...facts, seenHash: 'y' }, 'changed-since'],
  ] as const)('%s', (_, given, expected) => {
    expect(verdict(decideApprove(given))).toBe(expected);
  });

  test('no combination lets one person publish alone', () => {
    const people = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(people, people, people, (preparedBy, proposedBy, person) => {
        const result = decideApprove({ ...facts, preparedBy, proposedBy, person });
        expect(result.ok).toBe(person !== preparedBy && person !== proposedBy);
      }),
    );
  });
});

test.each([
  ['draft', 'yes', 'yes'],
  ['proposed', 'not-a-draft', 'yes'],
  ['published', 'not-a-draft', 'not-a-draft'],
  ['withdrawn', 'not-a-draft', 'not-a-draft'],
] as const)('%s: made anew? %s; dropped? %s', (status: EditionStatus, anew, dropped) => {
  expect(verdict(decideRefresh(status))).toBe(anew);
  expect(verdict(decideWithdraw(status))).toBe(dropped);
});

test.each([
  ['=SUM(A1)', '=SUM(A1)'],
  ['＝1', '＝1'],
  ['@相談', '@相談'],
  ['-5度の日', '-5度の日'],
  ['相談=1', undefined],
])('a label that begins like a formula is found: %s', (ja, found) => {
  const program = aProgram();
  const measures = program.measures.map((measure) => ({ ...measure, label: { ja, en: '' } }));
  expect(findFormulaText([aProgram(), { ...program, measures }])).toBe(found);
});

describe('the sum of a plan', () => {
  test('of the R7 rows is 17億1,097万円, and the rows as shown add up to it', () => {
    const rows = [3_509, 316, 50, 7_765, 494, 101_319, 57_644].map((man) => ({ amount: man * 10_000 }));
    expect(planSums(rows)).toEqual({ total: 1_710_970_000, shownRowsDiffer: false });
  });

  test('is the sum of the yen, also where rows cut to 10,000 yen add up to less', () => {
    expect(planSums([{ amount: 15_000 }, { amount: 15_000 }])).toEqual({
      total: 30_000,
      shownRowsDiffer: true,
    });
  });
});

describe('what changed since the former edition', () => {
  const program = aProgram();
  const [measure] = program.measures;
  test('is nothing between two of the same', () => {
    expect(differencesBetween([program], [program])).toEqual([]);
  });

  test('is a figure, a text, a rating, a program more or less', () => {
    const changed = {
      ...program,
      evaluation: '新しい評価',
      rating: { code: 'good', name: { ja: '順調', en: '' }, level: 1 },
      measures: measure ? [{ ...measure, value: 9 }] : [],
    };
    const other = { ...aProgram(), id: 'other', slug: 'other' };
    expect(
      differencesBetween([program, other], [changed]).map(({ what, label, before, after }) => [
        what,
        label,
        before,
        after,
      ]),
    ).toEqual([
      ['text', 'evaluation', program.evaluation, '新しい評価'],
      ['text', 'rating', '', '順調'],
      ['figure', measure?.label.ja, String(measure?.value), '9'],
      ['removed', '', other.name.ja, ''],
    ]);
    expect(differencesBetween([], [other])).toMatchObject([{ what: 'added', after: other.name.ja }]);
  });

  test('of a plan is a row more, a row less, another amount', () => {
    const row = (ja: string, amount: number) => ({
      pillar: null,
      name: { ja, en: '' },
      description: { ja: '', en: '' },
      isNew: false,
      amount,
    });
    expect(planDifferences([row('甲', 1), row('乙', 2)], [row('甲', 5), row('丙', 3)])).toMatchObject([
      { program: '甲', what: 'figure', label: 'amount', before: '1', after: '5' },
      { program: '丙', what: 'added', after: '3' },
      { program: '乙', what: 'removed', before: '2' },
    ]);
  });
});
