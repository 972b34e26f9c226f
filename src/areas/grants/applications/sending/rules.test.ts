import { describe, expect, test } from 'vitest';
import { oneShotTerms, subsidyTerms } from '../../calls/fixtures.ts';
import { exampleAccount, exampleApplicant } from '../fixtures.ts';
import type { Answer } from '../rules.ts';
import { type Content, decideSubmit, gapsOf, numberText, receiptText, unitOf } from './rules.ts';

const terms = subsidyTerms('2026-05-01');
const costs: Answer = [{ what: '食材', yen: '10000', eligible: true }];
const whole: Content = {
  terms,
  answers: new Map<string, Answer>([
    ['purpose', '食事'],
    ['municipality', '99201'],
    ['costs', costs],
  ]),
  applicant: exampleApplicant(),
  account: exampleAccount(),
  papers: ['plan'],
  places: ['99201'],
};
const without = (code: string) => new Map([...whole.answers].filter(([each]) => each !== code));

test.each<[string, Partial<Content>, readonly object[]]>([
  ['nothing', {}, []],
  ['who asks', { applicant: undefined }, [{ part: 'applicant' }]],
  ['a bank', { account: exampleAccount({ bank: '' }) }, [{ part: 'account' }]],
  ['an answer', { answers: without('purpose') }, [{ part: 'question', code: 'purpose' }]],
  ['a paper', { papers: ['rules'] }, [{ part: 'paper', code: 'plan' }]],
])('what is left when %s is missing', (_, change, expected) => {
  expect(gapsOf({ ...whole, ...change })).toEqual(expected);
});

describe('sending', () => {
  const facts = {
    writable: true,
    state: 'draft',
    open: true,
    gaps: 0,
    declared: true,
    scanMissing: false,
    takenBy: undefined,
  };
  test.each<[string, Partial<Parameters<typeof decideSubmit>[0]>, string]>([
    ['a whole draft in its window', {}, 'submit'],
    ['what came back, also after the window', { state: 'returned', open: false }, 'resubmit'],
    ['a draft after the window', { open: false }, 'call-not-open'],
    ['what was sent already', { writable: false, state: 'checked' }, 'not-writable'],
    ['with a gap', { gaps: 1 }, 'incomplete'],
    ['paper without its scan', { scanMissing: true }, 'scan-missing'],
    ['a second one for the same unit', { takenBy: '2026-000001' }, 'unit-taken'],
    ['without saying that it is true', { declared: false }, 'not-declared'],
  ])('%s', (_, change, expected) => {
    const decision = decideSubmit({ ...facts, ...change });
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test.each([
    ['group', ''],
    ['person', ''],
    ['municipality', '99201'],
    ['site', '99201 みなと食堂1号'],
  ] as const)('one for each %s', (unit, expected) => {
    const answers = new Map<string, Answer>([
      ['site', 'みなと 食堂　１号'],
      ['municipality', '99201'],
    ]);
    expect(unitOf({ ...oneShotTerms('2026-05-01'), unit }, answers)).toBe(expected);
  });

  test('a receipt is one text whatever the order, and another when a letter of it is another', () => {
    const receipt = {
      number: '2026-000001',
      applicant: whole.applicant ?? exampleApplicant(),
      account: exampleAccount(),
      answers: whole.answers,
      papers: [
        { code: 'plan', sha256: 'a' },
        { code: 'rules', sha256: 'b' },
      ],
    };
    const text = receiptText(receipt);
    const turned = { answers: new Map([...whole.answers].toReversed()), papers: receipt.papers.toReversed() };
    expect(receiptText({ ...receipt, ...turned })).toBe(text);
    expect(receiptText({ ...receipt, account: exampleAccount({ number: '0012346' }) })).not.toBe(text);
    expect(receiptText({ ...receipt, papers: [{ code: 'plan', sha256: 'c' }] })).not.toBe(text);
  });

  test('numbers are as long as each other', () => {
    expect([numberText(2026, 7), numberText(2026, 123_456)]).toEqual(['2026-000007', '2026-123456']);
  });
});
