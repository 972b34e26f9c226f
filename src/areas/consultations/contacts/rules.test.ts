import { describe, expect, test } from 'vitest';
import { compareQueue, decideMessage, decideTake, isQuiet, isUrgent, tempoOf } from './rules.ts';

const now = new Date('2026-11-20T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const limits = { firstAnswerSeconds: 60, answerSeconds: 180, now };

describe('the tempo of an answer', () => {
  test.each([
    ['nobody has written', { lastPersonAt: null, lastDeskAt: null, firstAnswerAt: null }, 'calm'],
    ['they wrote just now', { lastPersonAt: ago(10), lastDeskAt: null, firstAnswerAt: null }, 'calm'],
    [
      'the last third of a first answer',
      { lastPersonAt: ago(41), lastDeskAt: null, firstAnswerAt: null },
      'soon',
    ],
    ['a first answer that is late', { lastPersonAt: ago(61), lastDeskAt: null, firstAnswerAt: null }, 'late'],
    [
      'the same wait later on',
      { lastPersonAt: ago(61), lastDeskAt: ago(90), firstAnswerAt: ago(90) },
      'calm',
    ],
    [
      'a later answer that is late',
      { lastPersonAt: ago(181), lastDeskAt: ago(190), firstAnswerAt: ago(190) },
      'late',
    ],
    [
      'the desk wrote last',
      { lastPersonAt: ago(500), lastDeskAt: ago(400), firstAnswerAt: ago(400) },
      'calm',
    ],
  ])('%s: %j → %s', (_, facts, tempo) => {
    expect(tempoOf({ ...facts, ...limits }).tempo).toBe(tempo);
  });
});

describe('somebody who has fallen silent', () => {
  const facts = { state: 'open', lastPersonAt: ago(4000), lastDeskAt: ago(1800), quietMinutes: 30, now };
  test.each([
    ['half an hour after the desk wrote', facts, true],
    ['a minute before that', { ...facts, lastDeskAt: ago(1740) }, false],
    ['they wrote last', { ...facts, lastPersonAt: ago(60) }, false],
    ['nobody has answered them yet', { ...facts, lastDeskAt: null }, false],
    ['they wait for somebody', { ...facts, state: 'waiting' }, false],
  ])('%s: %j → %s', (_, given, quiet) => {
    expect(isQuiet(given)).toBe(quiet);
  });
});

describe('the queue', () => {
  const contact = (name: string, change: object = {}) => ({
    name,
    flags: [] as string[],
    risk: null as number | null,
    queuedAt: ago(60),
    arrivedAt: ago(600),
    ...change,
  });

  test('stands by danger first, then by who has waited longest', () => {
    const queue = [
      contact('new'),
      contact('longest', { queuedAt: ago(900) }),
      contact('never queued', { queuedAt: null }),
      contact('hungry', { flags: ['food'] }),
      contact('words of danger', { flags: ['suicide'] }),
      contact('judged now', { risk: 4 }),
      contact('judged low', { risk: 1, queuedAt: ago(30) }),
      contact('judged low, with words of danger', { risk: 0, flags: ['violence'], queuedAt: ago(61) }),
    ];
    expect(queue.toSorted(compareQueue).map(({ name }) => name)).toEqual([
      'judged now',
      'judged low, with words of danger',
      'words of danger',
      'hungry',
      'judged low',
      'longest',
      'never queued',
      'new',
    ]);
  });

  test.each([
    [[], null, false],
    [['food', 'shelter'], 2, false],
    [['food'], 3, true],
    [['medical'], null, true],
  ])('words %j judged %s: danger to life %s', (flags, risk, urgent) => {
    expect(isUrgent({ flags, risk })).toBe(urgent);
  });
});

describe('taking', () => {
  const facts = {
    contact: { state: 'waiting', takenBy: null },
    personId: 'me',
    holding: 0,
    chatsPerCounsellor: 3,
    twoPeople: false,
    onDuty: 1,
    supervisor: false,
  };
  const open = (takenBy: string) => ({ state: 'open', takenBy });
  test.each([
    ['one that waits', facts, 'take'],
    ['one’s own again', { ...facts, contact: open('me'), holding: 3 }, 'has'],
    ['a colleague’s', { ...facts, contact: open('her') }, 'taken-by-other'],
    ['a colleague’s, as supervisor', { ...facts, contact: open('her'), supervisor: true }, 'take'],
    ['a fourth', { ...facts, holding: 3 }, 'too-many-at-once'],
    ['alone where two are to be there', { ...facts, twoPeople: true }, 'one-alone'],
    ['with a second person there', { ...facts, twoPeople: true, onDuty: 2 }, 'take'],
    ['one that has ended', { ...facts, contact: { state: 'ended', takenBy: null } }, 'contact-ended'],
  ])('%s: %j → %s', (_, given, decided) => {
    const decision = decideTake(given);
    expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
  });
});

test.each([
  ['a\r\nb\u0000\u0007', 'a\nb'],
  ['\u202e\u2066さかさま\u2069', 'さかさま'],
  ['\u200b\ufeff', 'message-empty'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['x'.repeat(4001), 'message-too-long'],
])('a message of %j is kept as %j', (typed, kept) => {
  const decided = decideMessage(typed);
  expect(decided.ok ? decided.value : decided.refusal).toBe(kept);
});
