import { describe, expect, test } from 'vitest';
import {
  decideJoin,
  decideProgramYear,
  decideRaise,
  decideStep,
  isOpenTo,
  type Status,
  statuses,
  type Step,
  steps,
  stepsFrom,
} from './rules.ts';

test.each<[readonly string[], boolean]>([
  [[], true],
  [['program'], true],
  [['set-aside', 'program'], true],
  [['raised'], false],
  [['set-aside', 'considered'], false],
])('of an origin whose problems stand at %j another may be raised: %s', (ofOrigin, may) => {
  expect(decideRaise({ domains: [], known: [], ofOrigin }).ok).toBe(may);
});

describe('the way of a problem', () => {
  test.each<[Status, readonly Step[]]>([
    ['raised', ['join', 'remark', 'consider', 'setAside']],
    ['considered', ['join', 'remark', 'makeProgram', 'setAside']],
    ['program', ['remark']],
    ['set-aside', ['remark', 'consider']],
  ])('from %s these steps are possible: %j', (status, possible) => {
    expect(stepsFrom(status)).toEqual(possible);
  });

  test('every state and step answers with where it leads, or «not now»', () => {
    for (const status of statuses) {
      for (const step of Object.keys(steps) as Step[]) {
        const decision = decideStep({ step, status, words: '言葉' });
        if (isOpenTo(step, status)) expect(decision).toEqual({ ok: true, value: steps[step].to });
        else expect(decision).toEqual({ ok: false, refusal: 'step-not-now' });
      }
    }
  });

  test('no problem becomes a program without having been considered', () => {
    expect(decideStep({ step: 'makeProgram', status: 'raised', words: '' }).ok).toBe(false);
    expect(decideStep({ step: 'makeProgram', status: 'set-aside', words: '' }).ok).toBe(false);
  });

  test.each<[Step, string, string]>([
    ['setAside', ' \n', 'reason-missing'],
    ['remark', '', 'words-missing'],
  ])('%s says something', (step, words, refusal) => {
    expect(decideStep({ step, status: 'raised', words })).toEqual({ ok: false, refusal });
  });
});

test('a bureau joins once, and the one that raised it is in it already', () => {
  const facts = { raisedBy: 'a', joined: ['b'] };
  expect(decideJoin({ ...facts, organisationId: 'c' }).ok).toBe(true);
  expect(decideJoin({ ...facts, organisationId: 'a' }).ok).toBe(false);
  expect(decideJoin({ ...facts, organisationId: 'b' }).ok).toBe(false);
});

test('a problem names domains of its year, or none', () => {
  expect(decideRaise({ domains: [], known: [] }).ok).toBe(true);
  expect(decideRaise({ domains: ['food'], known: ['food', 'tax'] }).ok).toBe(true);
  expect(decideRaise({ domains: ['food', 'moon'], known: ['food'] }).ok).toBe(false);
});

test('a program comes of a problem in its year or later', () => {
  expect(decideProgramYear({ problemYear: 2024, programYear: 2024 }).ok).toBe(true);
  expect(decideProgramYear({ problemYear: 2024, programYear: 2025 }).ok).toBe(true);
  expect(decideProgramYear({ problemYear: 2024, programYear: 2023 }).ok).toBe(false);
});
