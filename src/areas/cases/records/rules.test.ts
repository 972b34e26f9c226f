import { describe, expect, test } from 'vitest';
import { decideCorrection, decideEnd, decideRecord, goesOn, type RecordFacts } from './rules.ts';

const now = new Date('2026-05-01T03:00:00Z');
const today = '2026-05-01';
const talk: RecordFacts = {
  kind: 'interview',
  service: '',
  lasts: false,
  startedAt: new Date('2026-05-01T01:00:00Z'),
  minutes: null,
  place: '',
  body: '話した',
  fromOn: null,
  untilOn: null,
  nextOn: null,
  isMonitoring: false,
};
const away: RecordFacts = { ...talk, kind: 'accompaniment', place: 'hospital', minutes: 90 };

describe('a record', () => {
  test.each<[string, RecordFacts, string | undefined]>([
    ['a talk needs its words only', talk, undefined],
    ['without words it says nothing', { ...talk, body: '' }, 'body-missing'],
    [
      'what is still to come is none',
      { ...talk, startedAt: new Date('2026-05-01T04:00:00Z') },
      'later-than-now',
    ],
    ['an accompaniment has place and minutes', away, undefined],
    ['an accompaniment without place', { ...away, place: '' }, 'place-missing'],
    ['an accompaniment without minutes', { ...away, minutes: null }, 'minutes-missing'],
    ['the service alone makes it one', { ...talk, service: 'accompaniment' }, 'place-missing'],
    ['protection has a first day', { ...talk, service: 'protection', lasts: true }, 'from-missing'],
    [
      'protection with its first day',
      { ...talk, service: 'protection', lasts: true, fromOn: today },
      undefined,
    ],
    [
      'no service ends before it begins',
      { ...talk, service: 'housing', lasts: true, fromOn: today, untilOn: '2026-04-30' },
      'until-before',
    ],
    ['no promise lies in the past', { ...talk, nextOn: '2026-04-30' }, 'next-past'],
    ['monitoring names the next one', { ...talk, isMonitoring: true }, 'next-missing'],
    ['monitoring with the next one', { ...talk, isMonitoring: true, nextOn: '2026-06-01' }, undefined],
  ])('%s', (_, record, refusal) => {
    const decision = decideRecord(record, { now, today });
    expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
  });

  test.each([
    ['its writer', { writtenBy: 'a', replacedAt: null, self: 'a', supervisor: false }, true],
    ['a supervisor', { writtenBy: 'a', replacedAt: null, self: 'b', supervisor: true }, true],
    ['a colleague', { writtenBy: 'a', replacedAt: null, self: 'b', supervisor: false }, false],
    ['nobody twice', { writtenBy: 'a', replacedAt: now, self: 'a', supervisor: true }, false],
    ['nobody for nobody', { writtenBy: null, replacedAt: null, self: null, supervisor: false }, false],
  ])('is corrected by %s', (_, facts, may) => {
    expect(decideCorrection(facts).ok).toBe(may);
  });
});

describe('a service that lasts', () => {
  const housing = { lasts: true, fromOn: '2026-04-01', untilOn: null, replacedAt: null };
  test.each([
    [housing, '2026-05-01', true],
    [housing, '2026-03-31', false],
    [{ ...housing, untilOn: '2026-05-01' }, '2026-05-01', true],
    [{ ...housing, untilOn: '2026-04-30' }, '2026-05-01', false],
    [{ ...housing, replacedAt: now }, '2026-05-01', false],
    [{ ...housing, lasts: false }, '2026-05-01', false],
  ])('%#: goes on, or not', (record, day, on) => {
    expect(goesOn(record, day)).toBe(on);
  });

  test.each([
    [housing, '2026-05-01', undefined],
    [housing, '2026-05-02', 'until-before'],
    [housing, '2026-03-31', 'until-before'],
    [{ ...housing, untilOn: '2026-04-20' }, '2026-05-01', 'not-going-on'],
    [{ ...housing, lasts: false }, '2026-05-01', 'not-going-on'],
  ])('%#: ends', (record, on, refusal) => {
    const decision = decideEnd(record, { on, today });
    expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
  });
});
