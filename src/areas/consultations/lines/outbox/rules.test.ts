import { describe, expect, test } from 'vitest';
import type { LineAnswer } from '../api.ts';
import { type After, decideAfter, decideHow, type How, needsRing } from './rules.ts';

const now = new Date('2026-11-25T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test.each([
  ['an answer costs nothing while it can be given', 30, 0, 200, 'reply'],
  ['an answer, though nothing is left of the month', 30, 200, 200, 'reply'],
  ['a push when the minute is over', -1, 199, 200, 'push'],
  ['a push when there is nothing to answer', null, 0, 1, 'push'],
  ['nothing is left: with the next message of the person', null, 200, 200, 'wait'],
  ['a desk that never pushes', -1, 0, 0, 'wait'],
] as const)('%s', (_, until, pushes, pushesPerMonth, how) => {
  const replyUntil = until === null ? null : inSeconds(until);
  expect(decideHow({ replyUntil, pushes, pushesPerMonth, now })).toBe(how);
});

const refused = (status: number, more: object = {}): LineAnswer => ({ kind: 'refused', status, ...more });
const after = (how: How, answer: LineAnswer, more: Partial<Parameters<typeof decideAfter>[0]> = {}): After =>
  decideAfter({
    how,
    answer,
    tries: 1,
    firstTriedAt: now,
    tokenUntil: inSeconds(40),
    doubtful: false,
    now,
    ...more,
  });

describe('what an answer of LINE leads to', () => {
  test.each<[string, After, object]>([
    ['taken', after('push', { kind: 'taken' }), { next: 'sent' }],
    ['told before: it had arrived', after('push', refused(409)), { next: 'sent' }],
    [
      'no answer: again, in doubt',
      after('push', { kind: 'silent' }),
      { next: 'again', at: inSeconds(2), doubtful: true },
    ],
    [
      'not reached: again, without doubt',
      after('push', { kind: 'unreached' }),
      { next: 'again', doubtful: false },
    ],
    ['LINE is broken', after('push', refused(500)), { next: 'again', doubtful: true, why: '500' }],
    [
      'LINE is busy and says for how long',
      after('push', refused(429, { retryAfterSeconds: 90 })),
      { next: 'again', at: inSeconds(90) },
    ],
    [
      'the keys are wrong: somebody may mend them',
      after('push', refused(401)),
      { next: 'again', why: 'keys' },
    ],
    ['nothing is left of the month', after('push', refused(429, { why: 'month' })), { next: 'wait' }],
    ['LINE does not want it', after('push', refused(400)), { next: 'dead', why: '400' }],
    [
      'the tenth try waits no longer than ten minutes',
      after('push', refused(500), { tries: 10 }),
      { at: inSeconds(600) },
    ],
    [
      'after a day the retry key is forgotten',
      after('push', { kind: 'silent' }, { firstTriedAt: inSeconds(-86_400) }),
      { next: 'dead' },
    ],
    [
      'a reply token that is too old: as a push',
      after('reply', refused(400, { why: 'token' })),
      { next: 'turn', doubtful: false },
    ],
    [
      'a token used up within its minute, after silence: we used it',
      after('reply', refused(400, { why: 'token' }), { doubtful: true }),
      { next: 'sent' },
    ],
    [
      'a token used up, but its minute was over',
      after('reply', refused(400, { why: 'token' }), { doubtful: true, tokenUntil: inSeconds(-1) }),
      { next: 'turn', doubtful: true },
    ],
    [
      'an answer is tried again within its minute',
      after('reply', { kind: 'silent' }),
      { next: 'again', at: inSeconds(2) },
    ],
    [
      'and becomes a push when the next try would be too late',
      after('reply', { kind: 'silent' }, { tokenUntil: inSeconds(1) }),
      { next: 'turn', doubtful: true },
    ],
  ])('%s', (_, led, expected) => {
    expect(led).toMatchObject(expected);
  });
});

test.each([
  ['new words that no page has shown', 5, 3, 0, true],
  ['everything was shown', 5, 5, 0, false],
  ['it rang already, and nobody has looked', 7, 3, 5, false],
  ['it rang, somebody looked, and there is more', 7, 5, 5, true],
])('the bell: %s', (_, lastSeq, seenSeq, rungSeq, rings) => {
  expect(needsRing({ lastSeq, seenSeq, rungSeq, erased: false })).toBe(rings);
  expect(needsRing({ lastSeq, seenSeq, rungSeq, erased: true })).toBe(false);
});
