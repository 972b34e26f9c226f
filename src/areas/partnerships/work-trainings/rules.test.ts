import { expect, test } from 'vitest';
import {
  decideAgree,
  decideDay,
  decideEnd,
  decideMove,
  decideProposal,
  decideReview,
  decideTerms,
  moves,
  type ProposalFacts,
  reviewsOpen,
  saysTooMuch,
} from './rules.ts';

const said = (decided: { ok: true; value: unknown } | { ok: false; refusal: string }) =>
  decided.ok ? decided.value : decided.refusal;
const today = '2026-11-26';

test.each([
  ['draft', 'propose', 'proposed'],
  ['draft', 'accept', 'move-not-now'],
  ['proposed', 'accept', 'accepted'],
  ['proposed', 'decline', 'declined'],
  ['accepted', 'agree', 'agreed'],
  ['agreed', 'change', 'move-not-now'],
  ['agreed', 'end', 'ended'],
  ['accepted', 'end', 'move-not-now'],
  ['ended', 'withdraw', 'withdrawn'],
  ['withdrawn', 'accept', 'move-not-now'],
] as const)('a training that is %s and is asked to %s: %s', (state, move, out) => {
  expect(said(decideMove(state, move))).toBe(out);
});

test('nothing leads back to a person who withdrew', () => {
  expect(Object.values(moves).some(({ withdrawn }) => withdrawn)).toBe(false);
});

const proposal: ProposalFacts = {
  state: 'draft',
  told: { alias: 'みなとさん', considerations: '大きな音が苦手です', contact: '支援員 見本' },
  consentOn: today,
  consentHow: 'signed',
  isProtected: false,
  supervisor: false,
  certified: true,
  freePlaces: 1,
  today,
};

test.each([
  [{}, 'proposed'],
  [{ certified: false }, 'workplace-not-certified'],
  [{ freePlaces: 0 }, 'workplace-full'],
  [{ told: { ...proposal.told, alias: ' ' } }, 'alias-missing'],
  [{ told: { ...proposal.told, considerations: '1980年4月1日生まれ' } }, 'told-too-much'],
  [{ isProtected: true }, 'supervisor-proposes'],
  [{ isProtected: true, supervisor: true }, 'proposed'],
  [{ consentOn: null }, 'consent-missing'],
  [{ consentHow: null }, 'consent-missing'],
  [{ consentOn: '2026-11-27' }, 'consent-later'],
  [{ state: 'proposed' }, 'move-not-now'],
])('a proposal with %o: %s', (change, out) => {
  expect(said(decideProposal({ ...proposal, ...change }))).toBe(out);
});

test.each([
  ['大きな音が苦手です。週3日から始めたいです', false],
  ['10時からが楽です。座ってできる作業', false],
  ['昭和55年生まれ', true],
  ['神奈川県横浜市例示区1-2', true],
  ['ケース 2025-0012 の方', true],
  ['電話 045-000-0001', true],
])('what nobody at a workplace needs is found: %s %s', (considerations, found) => {
  expect(saysTooMuch({ alias: 'みなと', considerations })).toBe(found);
});

const terms = {
  kind: 'unemployed',
  days: ['mon', 'wed'],
  startsOn: '2026-11-02',
  endsOn: '2027-01-29',
  minutesADay: 180,
  allowanceYen: 500,
  insurance: 'accident',
};
const offered = { kinds: ['unemployed', 'employed'], days: ['mon', 'tue', 'wed'] };

test.each([
  [{}, 'fits'],
  [{ kind: 'volunteer' }, 'kind-not-offered'],
  [{ days: ['sat'] }, 'days-not-offered'],
  [{ days: [] }, 'days-not-offered'],
  [{ endsOn: '2026-11-01' }, 'period-order'],
  [{ endsOn: '2028-01-01' }, 'period-too-long'],
  [{ minutesADay: 481 }, 'hours-too-long'],
])('terms with %o: %s', (change, out) => {
  expect(said(decideTerms({ ...terms, ...change }, offered))).toBe(out);
});

test.each([
  ['worker', ['person', 'workplace'], {}, { complete: true }],
  ['worker', ['person'], {}, 'others-first'],
  ['workplace', ['person'], {}, { complete: false }],
  ['person', ['person'], {}, 'agreed-already'],
  ['person', [], { insurance: 'none' }, 'insurance-missing'],
  ['person', [], { kind: 'employed', insurance: 'labour', allowanceYen: 0 }, 'wage-missing'],
  ['person', [], { kind: 'employed', insurance: 'accident' }, 'insurance-missing'],
] as const)('%s agrees after %o, with %o: %o', (side, agreed, change, out) => {
  expect(said(decideAgree({ state: 'accepted', agreed, terms: { ...terms, ...change } }, side))).toEqual(out);
});

const running = { state: 'agreed', startsOn: '2026-11-02', endsOn: '2027-01-29' };

test.each([
  ['2026-11-24', 180, 'keep'],
  ['2026-11-24', 0, 'keep'],
  ['2026-11-24', 481, 'minutes-form'],
  ['2026-11-27', 60, 'day-later'],
  ['2026-11-01', 60, 'outside-period'],
] as const)('hours of %s, %d minutes: %s', (on, minutes, out) => {
  expect(said(decideDay(running, { on, minutes, today }))).toBe(out);
});

test('reviews open in the middle and in the last two weeks, over the end of the year', () => {
  expect(reviewsOpen(running, '2026-12-15')).toEqual([]);
  expect(reviewsOpen(running, '2026-12-16')).toEqual(['midpoint']);
  expect(reviewsOpen(running, '2027-01-15')).toEqual(['midpoint', 'end']);
  expect(reviewsOpen({ ...running, state: 'ended' }, '2026-11-26')).toEqual(['midpoint', 'end']);
  expect(reviewsOpen({ ...running, state: 'accepted' }, '2027-01-29')).toEqual([]);
  const marks = { 'at-ease': 3, 'tasks-fit': 2, pace: 4, heard: 4 };
  const review = { at: 'midpoint', side: 'person', marks, today: '2027-01-02' } as const;
  expect(said(decideReview(running, review))).toBe('write');
  expect(said(decideReview(running, { ...review, marks: { ...marks, pace: 5 } }))).toBe('marks-missing');
  expect(said(decideReview(running, { ...review, at: 'end' }))).toBe('too-early');
});

test.each([
  ['employed', '2026-11-26', 'ended'],
  ['employed', '2026-11-27', 'day-later'],
  ['employed', '2026-11-01', 'outside-period'],
  ['', '2026-11-26', 'reason-missing'],
])('it ends with outcome %s on %s: %s', (outcome, on, out) => {
  expect(said(decideEnd(running, { outcome, on, today }))).toBe(out);
});
