import { describe, expect, test } from 'vitest';
import {
  type Clock,
  chainOf,
  decideMove,
  decideNext,
  dueOf,
  movesOf,
  type ReferralMove,
  type ReferralState,
  type Side,
} from './rules.ts';
import { usualDeadlines } from '../deadlines/rules.ts';

const at = (iso: string) => new Date(iso);

describe('a move', () => {
  test.each<[ReferralMove, ReferralState, Side, ReferralState]>([
    ['send', 'draft', 'sender', 'requested'],
    ['accept', 'requested', 'receiver', 'accepted'],
    ['contact', 'accepted', 'receiver', 'in-progress'],
    ['contact', 'on-hold', 'receiver', 'in-progress'],
    ['serve', 'in-progress', 'receiver', 'completed'],
  ])('%s from %s by the %s', (move, state, side, to) => {
    expect(decideMove({ move, state, side: [side] })).toEqual({ ok: true, value: to });
  });

  test.each<[ReferralMove, ReferralState, readonly Side[], string, string]>([
    ['accept', 'requested', ['sender'], '', 'other-side'],
    ['accept', 'accepted', ['receiver'], '', 'answered-before'],
    ['reject', 'accepted', ['receiver'], 'no-capacity', 'answered-before'],
    ['reject', 'requested', ['receiver'], '', 'reason-missing'],
    ['reject', 'requested', ['receiver'], 'tired', 'reason-missing'],
    ['serve', 'accepted', ['receiver'], '', 'not-now'],
    ['hold', 'accepted', ['receiver'], ' ', 'reason-missing'],
    ['cancel', 'requested', ['sender'], '', 'reason-missing'],
    ['cancel', 'completed', ['sender'], '取りやめ', 'not-now'],
    ['close', 'completed', ['sender'], '', 'outcome-missing'],
    ['send', 'cancelled', ['sender'], '', 'not-now'],
  ])('%s from %s is refused: %#', (move, state, side, reason, refusal) => {
    expect(decideMove({ move, state, side, reason })).toMatchObject({ refusal });
  });

  test('who logs an answer by telephone stands on both sides', () => {
    expect(decideMove({ move: 'accept', state: 'requested', side: ['sender', 'receiver'] }).ok).toBe(true);
  });

  test('every state but the last has a move for somebody: nothing ends silently', () => {
    const states: ReferralState[] = ['draft', 'requested', 'accepted', 'in-progress', 'on-hold', 'completed'];
    for (const state of [...states, 'rejected', 'failed', 'cancelled'] as ReferralState[])
      expect(movesOf({ state, side: ['sender', 'receiver'] }).length, state).toBeGreaterThan(0);
    expect(movesOf({ state: 'closed', side: ['sender', 'receiver'] })).toEqual([]);
  });
});

describe('what is due', () => {
  const clock: Clock = {
    state: 'requested',
    urgent: false,
    stateAt: at('2026-04-01T00:00:00Z'),
    requestedAt: at('2026-04-01T00:00:00Z'),
    acceptedAt: null,
    servedAt: null,
    remindedAt: null,
    escalatedAt: null,
    outcomeAskedAt: null,
  };
  const accepted: Partial<Clock> = { state: 'accepted', acceptedAt: at('2026-04-02T00:00:00Z') };
  const served: Partial<Clock> = { state: 'completed', servedAt: at('2026-05-01T00:00:00Z') };

  test.each<[string, Partial<Clock>, string, string | null]>([
    ['still time', {}, '2026-04-03T23:59:00Z', null],
    ['no answer in time', {}, '2026-04-04T00:00:00Z', 'remind-receiver'],
    ['reminded, still patient', { remindedAt: at('2026-04-04T00:00:00Z') }, '2026-04-05T00:00:00Z', null],
    [
      'reminded in vain',
      { remindedAt: at('2026-04-04T00:00:00Z') },
      '2026-04-06T00:00:00Z',
      'tell-supervisor',
    ],
    [
      'told, and given time again',
      { remindedAt: at('2026-04-04T00:00:00Z'), escalatedAt: at('2026-04-06T00:00:00Z') },
      '2026-04-08T23:59:00Z',
      null,
    ],
    [
      'told in vain: it begins anew',
      { remindedAt: at('2026-04-04T00:00:00Z'), escalatedAt: at('2026-04-06T00:00:00Z') },
      '2026-04-09T00:00:00Z',
      'remind-receiver',
    ],
    ['urgent after hours', { urgent: true }, '2026-04-01T04:00:00Z', 'remind-receiver'],
    ['accepted, not yet met', accepted, '2026-04-08T23:00:00Z', null],
    ['accepted and never met', accepted, '2026-04-09T00:00:00Z', 'remind-receiver'],
    [
      'the reminder before the acceptance does not count',
      { ...accepted, remindedAt: at('2026-04-01T12:00:00Z') },
      '2026-04-09T00:00:00Z',
      'remind-receiver',
    ],
    ['served, too early to ask', served, '2026-05-30T00:00:00Z', null],
    ['how are things', served, '2026-05-31T00:00:00Z', 'ask-outcome'],
    [
      'asked, and patient',
      { ...served, outcomeAskedAt: at('2026-05-31T00:00:00Z') },
      '2026-06-01T00:00:00Z',
      null,
    ],
    [
      'asked in vain',
      { ...served, outcomeAskedAt: at('2026-05-31T00:00:00Z') },
      '2026-06-02T00:00:00Z',
      'tell-supervisor',
    ],
    ['in care, and heard of lately', { state: 'in-progress' }, '2026-04-30T23:00:00Z', null],
    ['in care, and silent', { state: 'in-progress' }, '2026-05-01T00:00:00Z', 'remind-receiver'],
    [
      'in care, silent and reminded',
      { state: 'in-progress', remindedAt: at('2026-05-01T00:00:00Z') },
      '2026-05-03T00:00:00Z',
      'tell-supervisor',
    ],
    ['on hold', { state: 'on-hold' }, '2026-04-14T23:00:00Z', null],
    ['on hold too long', { state: 'on-hold' }, '2026-04-15T00:00:00Z', 'remind-receiver'],
    ['declined, the sender has time', { state: 'rejected' }, '2026-04-07T23:00:00Z', null],
    ['declined and left lying', { state: 'rejected' }, '2026-04-08T00:00:00Z', 'remind-sender'],
    [
      'declined, and it was urgent',
      { state: 'rejected', urgent: true },
      '2026-04-01T04:00:00Z',
      'remind-sender',
    ],
    [
      'declined and left lying in spite of it',
      { state: 'rejected', remindedAt: at('2026-04-08T00:00:00Z') },
      '2026-04-10T00:00:00Z',
      'tell-supervisor',
    ],
    ['could not go on', { state: 'failed' }, '2026-04-08T00:00:00Z', 'remind-sender'],
    ['taken back and not closed', { state: 'cancelled' }, '2026-04-08T00:00:00Z', 'remind-sender'],
    [
      'a draft that was forgotten',
      { state: 'draft', requestedAt: null },
      '2026-04-08T00:00:00Z',
      'remind-sender',
    ],
    ['closed', { state: 'closed' }, '2027-04-02T00:00:00Z', null],
  ])('%s', (_, change, now, due) => {
    expect(dueOf({ ...clock, ...change }, usualDeadlines, at(now))).toBe(due);
  });
});

describe('the next of the order', () => {
  const late = new Date('2026-04-06T00:00:00Z');
  test.each<[string, object, string]>([
    ['after a refusal', { state: 'rejected' }, 'ask'],
    ['after it could not go on', { state: 'failed' }, 'ask'],
    ['after a reminder in vain', { escalatedAt: late }, 'ask'],
    ['not while an answer is awaited', {}, 'not-now'],
    ['not once somebody has accepted', { state: 'accepted', escalatedAt: late }, 'not-now'],
    ['not of one that is closed', { state: 'rejected', closedAt: late }, 'not-now'],
    ['not if nobody is left', { state: 'rejected', furtherServiceIds: [] }, 'no-next'],
  ])('%s', (_, change, answer) => {
    const asked = { state: 'requested', furtherServiceIds: ['next'], closedAt: null, escalatedAt: null };
    const decision = decideNext({ ...asked, ...change });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });
});

test('a draft ends at once: nobody was asked, and nobody has to hear how it went', () => {
  expect(decideMove({ move: 'cancel', state: 'draft', side: ['sender'] })).toEqual({
    ok: true,
    value: 'closed',
  });
});

test('a chain holds what came before and what followed, and nothing of another', () => {
  const link = (id: string, previousId: string | null, day: number) => ({
    id,
    previousId,
    createdAt: new Date(2026, 3, day),
  });
  const all = [
    link('third', 'second', 3),
    link('first', null, 1),
    link('other', null, 2),
    link('second', 'first', 2),
    link('beside', 'first', 4),
  ];
  const chain = (id: string) => chainOf(all, id).map((each) => each.id);
  expect(chain('second')).toEqual(['first', 'second', 'third', 'beside']);
  expect(chain('other')).toEqual(['other']);
});
