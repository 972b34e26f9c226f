import { describe, expect, test } from 'vitest';
import { type CaseFacts, type CloseReason, decideClose, decideStep, stepOf, wayOf } from './rules.ts';

const none: CaseFacts = {
  receivedOn: '2026-04-01',
  screening: null,
  screenedOn: null,
  consentedOn: null,
  assessedOn: null,
  planRound: 0,
  plannedOn: null,
  metOn: null,
  decidedOn: null,
  reviewedOn: null,
  closedOn: null,
  closeReason: null,
};
const screened = { ...none, screening: 'supported', screenedOn: '2026-04-02' };
const consented = { ...screened, consentedOn: '2026-04-02' };
const assessed = { ...consented, assessedOn: '2026-04-10' };
const planned = { ...assessed, planRound: 1, plannedOn: '2026-04-20' };
const met = { ...planned, metOn: '2026-04-25' };
const decided = { ...met, decidedOn: '2026-04-26' };
const reviewed = { ...decided, reviewedOn: '2026-09-30' };

describe('where a case stands follows from its days', () => {
  test.each([
    [none, 'received', 'screened'],
    [screened, 'screened', 'consented'],
    [consented, 'consented', 'assessed'],
    [assessed, 'assessed', 'planned'],
    [planned, 'planned', 'met'],
    [met, 'met', 'decided'],
    [decided, 'decided', 'provided'],
    [reviewed, 'reviewed', undefined],
  ])('%#: %s, then %s', (facts, step, next) => {
    expect(stepOf(facts)).toBe(step);
    expect(wayOf(facts).find(({ state }) => state === 'now')?.step).toBe(next);
  });

  test('who was told what they came for needs no plan', () => {
    const informed = { ...none, screening: 'informed', screenedOn: '2026-04-01' };
    expect(wayOf(informed).map(({ state }) => state)).toEqual([
      'done',
      'done',
      ...Array<string>(7).fill('not-needed'),
    ]);
  });

  test('what broke off is not what was closed', () => {
    expect(stepOf({ ...decided, closedOn: '2026-06-01', closeReason: 'broken-off' })).toBe('broken-off');
    expect(stepOf({ ...reviewed, closedOn: '2026-10-01', closeReason: 'settled' })).toBe('closed');
  });
});

describe('a step stands on what came before', () => {
  test.each([
    ['assessed', none, 'screening-missing'],
    ['assessed', screened, 'consent-missing'],
    ['planned', consented, 'assessment-missing'],
    ['met', assessed, 'plan-missing'],
    ['decided', planned, 'meeting-missing'],
    ['reviewed', met, 'plan-missing'],
    ['assessed', { ...consented, closedOn: '2026-05-01' }, 'case-closed'],
  ] as const)('%s is refused: %#', (step, facts, refusal) => {
    expect(
      decideStep({ step, facts, on: '2026-05-01', supervisor: true, consentStands: true }),
    ).toMatchObject({ refusal });
  });

  test.each([
    ['screened', none],
    ['consented', none],
    ['assessed', consented],
    ['planned', assessed],
    ['met', planned],
    ['decided', met],
    ['reviewed', decided],
  ] as const)('%s is taken', (step, facts) => {
    expect(decideStep({ step, facts, on: '2026-05-01', supervisor: true, consentStands: true }).ok).toBe(
      true,
    );
  });

  test('the decision is the supervisor’s, and no day lies before the first', () => {
    expect(
      decideStep({ step: 'decided', facts: met, on: '2026-05-01', supervisor: false, consentStands: true }),
    ).toMatchObject({
      refusal: 'supervisor-decides',
    });
    expect(
      decideStep({ step: 'screened', facts: none, on: '2026-03-31', supervisor: false, consentStands: true }),
    ).toMatchObject({
      refusal: 'day-order',
    });
  });
});

describe('a case is closed with a reason', () => {
  test.each<[CaseFacts, CloseReason | '' | 'tired', string | null]>([
    [none, '', 'reason-missing'],
    [none, 'tired', 'code-unknown'],
    [none, 'settled', 'screening-missing'],
    [none, 'broken-off', null],
    [{ ...none, screening: 'informed' }, 'informed', null],
    [decided, 'settled', 'review-missing'],
    [decided, 'broken-off', null],
    [decided, 'died', null],
    [reviewed, 'settled', null],
    [{ ...reviewed, closedOn: '2026-10-01' }, 'settled', 'case-closed'],
  ])('%#', (facts, reason, refusal) => {
    const answer = decideClose({ facts, reason, waiting: [] });
    expect(answer.ok ? null : answer.refusal).toBe(refusal);
  });
});

test('consent is a step only while one stands', () => {
  const asked = { step: 'consented', facts: none, on: '2026-05-01', supervisor: true } as const;
  expect(decideStep({ ...asked, consentStands: false })).toMatchObject({ refusal: 'consent-missing' });
  expect(decideStep({ ...asked, consentStands: true }).ok).toBe(true);
});

test('a case does not end while somebody was asked and nobody heard how it went', () => {
  const waiting = [
    { ja: 'みんなの食卓', en: 'Everyone’s table' },
    { ja: '見本の窓口', en: 'Example desk' },
  ];
  expect(decideClose({ facts: none, reason: 'broken-off', waiting })).toMatchObject({
    refusal: 'referrals-open',
    facts: { ja: 'みんなの食卓、見本の窓口', en: 'Everyone’s table, Example desk' },
  });
});
