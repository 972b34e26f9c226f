import { describe, expect, test } from 'vitest';
import type { FieldClass } from '../relations/rules.ts';
import { type Consent, decideConsent, decideShare, decideUrgency, isConsented } from './rules.ts';

const consent: Consent = {
  classes: ['identity', 'basic'],
  organisationIds: ['npo'],
  givenOn: '2026-04-01',
  untilOn: '2027-03-31',
  withdrawnAt: null,
};

describe('something is shared', () => {
  test.each<[string, Partial<Consent> | undefined, string, FieldClass[], string, string | null]>([
    ['as the person agreed', {}, 'npo', ['identity', 'basic'], '2026-05-01', null],
    ['on the last day', {}, 'npo', ['basic'], '2027-03-31', null],
    ['not without a basis', undefined, 'npo', ['basic'], '2026-05-01', 'basis-missing'],
    ['not after it is over', {}, 'npo', ['basic'], '2027-04-01', 'basis-over'],
    ['not before it was given', {}, 'npo', ['basic'], '2026-03-31', 'basis-missing'],
    [
      'not after it was withdrawn',
      { withdrawnAt: new Date() },
      'npo',
      ['basic'],
      '2026-05-01',
      'basis-withdrawn',
    ],
    ['not with somebody else', {}, 'company', ['basic'], '2026-05-01', 'organisation-not-named'],
    ['not more than was named', {}, 'npo', ['basic', 'health'], '2026-05-01', 'class-not-named'],
    [
      'never where they live in hiding',
      { classes: ['protected'] },
      'npo',
      ['protected'],
      '2026-05-01',
      'protected-never',
    ],
  ])('%s', (_, change, to, classes, on, refusal) => {
    const answer = decideShare({ consent: change && { ...consent, ...change }, to, classes, on });
    expect(answer.ok ? null : answer.refusal).toBe(refusal);
  });
});

test.each<[string, Partial<Parameters<typeof decideConsent>[0]>, string | null]>([
  ['whole', {}, null],
  ['of nothing', { classes: [] }, 'consent-empty'],
  ['for nobody', { organisationIds: [] }, 'consent-empty'],
  ['without a purpose', { purpose: ' ' }, 'consent-empty'],
  ['for the protected place', { classes: ['protected'] }, 'protected-never'],
  ['of a class that is none', { classes: ['basic', 'secrets'] }, 'class-not-named'],
  ['of tomorrow', { givenOn: '2026-04-02' }, 'day-order'],
  ['that ends before it begins', { untilOn: '2026-03-01' }, 'day-order'],
])('a consent %s', (_, change, refusal) => {
  const answer = decideConsent({
    classes: ['basic'],
    organisationIds: ['npo'],
    purpose: '住まいを探すため',
    givenOn: '2026-04-01',
    untilOn: '2027-03-31',
    today: '2026-04-01',
    ...change,
  });
  expect(answer.ok ? null : answer.refusal).toBe(refusal);
});

test.each([
  ['短い', 'b', 'reason-missing'],
  ['自宅で倒れており救急隊に伝えるため', null, 'second-person-missing'],
  ['自宅で倒れており救急隊に伝えるため', 'a', 'second-person-missing'],
  ['自宅で倒れており救急隊に伝えるため', 'somebody', 'second-person-missing'],
  ['自宅で倒れており救急隊に伝えるため', 'b', null],
])('the glass is broken with a reason and a second person: %#', (reason, tells, refusal) => {
  const answer = decideUrgency({ reason, tells, self: 'a', mayBeTold: ['a', 'b'] });
  expect(answer.ok ? null : answer.refusal).toBe(refusal);
});

test.each<[string, Partial<Parameters<typeof isConsented>[0][number]>, boolean]>([
  ['given and open', {}, true],
  ['its last day', { untilOn: '2026-05-01' }, true],
  ['without an end', { untilOn: null }, true],
  ['over the day before', { untilOn: '2026-04-30' }, false],
  ['given later', { givenOn: '2026-05-02' }, false],
  ['withdrawn', { withdrawnAt: new Date('2026-04-20T00:00:00Z') }, false],
  ['an urgency is no consent', { lane: 'urgency' }, false],
])('whether somebody has agreed: %s', (_, change, stands) => {
  const given = {
    lane: 'consent',
    classes: ['basic'],
    organisationIds: ['here'],
    givenOn: '2026-04-01',
    untilOn: '2027-03-31',
    withdrawnAt: null,
  };
  expect(isConsented([{ ...given, ...change }], '2026-05-01')).toBe(stands);
});
