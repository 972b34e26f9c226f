import { describe, expect, test } from 'vitest';
import { codeOf, decideCode, decideList, readCode, slotsAt, triesPerSlot } from './attendances/rules.ts';
import { initialOf, lastDayOf, readNumber, standingOf, validUntilOf } from './certificates/rules.ts';
import { decideEntry, decideLeave, movingUp } from './entries/rules.ts';
import { decideRequirement, previewOf, standingOf as holdingOf, tellingOf } from './requirements/rules.ts';
import { decideSession } from './sessions/rules.ts';
import { summaryOf } from './surveys/rules.ts';

const at = (text: string) => new Date(`${text}+09:00`);
const hour = 3_600_000;
const refusalOf = (result: { ok: boolean; refusal?: string; value?: unknown }) =>
  result.ok ? result.value : result.refusal;

describe('a place', () => {
  const facts = { standing: 'open', earlier: undefined, taken: 1, waiting: 0, quota: 2 } as const;
  test.each([
    ['is there', facts, 'in'],
    ['without a quota is always there', { ...facts, quota: null, taken: 900 }, 'in'],
    ['in a full session is one on the list', { ...facts, taken: 2 }, 'waiting'],
    ['that fell free belongs to those who wait', { ...facts, waiting: 1 }, 'waiting'],
    ['is taken once', { ...facts, earlier: 'in' as const }, 'already-in'],
    ['that was given back may be asked for again', { ...facts, earlier: 'cancelled' as const }, 'in'],
    ['is not given before entry is open', { ...facts, standing: 'before' as const }, 'not-open'],
    [
      'is not given in a cancelled session',
      { ...facts, standing: 'cancelled' as const },
      'session-cancelled',
    ],
  ])('%s', (_, given, said) => expect(refusalOf(decideEntry(given))).toBe(said));

  test.each([
    [{ quota: 3, taken: 1, waiting: 5 }, 2],
    [{ quota: 3, taken: 3, waiting: 5 }, 0],
    [{ quota: 3, taken: 5, waiting: 5 }, 0],
    [{ quota: null, taken: 5, waiting: 5 }, 5],
  ])('%o moves up %i', (facts, number) => expect(movingUp(facts)).toBe(number));

  test('is given back until somebody was there or it is over', () => {
    const state = 'in' as const;
    expect(refusalOf(decideLeave({ state, attended: false, over: false }))).toBe('leave');
    expect(refusalOf(decideLeave({ state, attended: true, over: false }))).toBe('over');
    expect(refusalOf(decideLeave({ state, attended: false, over: true }))).toBe('over');
    expect(refusalOf(decideLeave({ state: 'cancelled', attended: false, over: false }))).toBe('not-there');
  });
});

describe('attendance', () => {
  const session = { startsAt: at('2025-12-06T13:00'), endsAt: at('2025-12-06T16:00'), way: 'on-site' };
  test.each([
    ['2025-12-06T15:44', 0],
    ['2025-12-06T15:45', 2],
    ['2025-12-06T16:59', 2],
    ['2025-12-06T17:00', 0],
  ])('takes codes from a quarter of an hour before the end to an hour after: %s', (time, codes) =>
    expect(slotsAt(session, at(time))).toHaveLength(codes),
  );
  test('has another code every ten minutes, and takes the one before', () => {
    const [first, second] = [
      slotsAt(session, at('2025-12-06T16:05')),
      slotsAt(session, at('2025-12-06T16:15')),
    ];
    expect(second[1]).toBe(first[0]);
    expect(slotsAt({ ...session, way: 'recording' }, at('2025-12-06T14:00'))).toEqual(['whole']);
  });
  const facts = {
    state: 'in',
    cancelled: false,
    attended: false,
    codes: ['7Q4K92'],
    typed: '７q4-k92',
    tries: 0,
  };
  test.each([
    ['the code, however it was typed', facts, 'attend'],
    ['a second time, merged with the first', { ...facts, attended: true, typed: '' }, 'already'],
    ['a wrong code', { ...facts, typed: 'AAAAAA' }, 'code-wrong'],
    ['the right code after too many tries', { ...facts, tries: triesPerSlot }, 'too-many-tries'],
    ['somebody on the waiting list', { ...facts, state: 'waiting' }, 'not-in'],
    ['outside of its time', { ...facts, codes: [] }, 'code-not-now'],
    ['a cancelled session', { ...facts, cancelled: true }, 'session-cancelled'],
  ])('says of %s', (_, given, said) => expect(refusalOf(decideCode(given))).toBe(said));
  test('by the list is for those in the room, and online counts by code alone', () => {
    const listed = { ...session, state: 'in', cancelled: false, attended: false };
    expect(refusalOf(decideList(listed, at('2025-12-06T13:00')))).toBe('attend');
    expect(refusalOf(decideList(listed, at('2025-12-06T12:59')))).toBe('list-not-now');
    expect(refusalOf(decideList(listed, at('2026-01-06T12:00')))).toBe('list-not-now');
    expect(refusalOf(decideList({ ...listed, way: 'online' }, at('2025-12-06T14:00')))).toBe('code-only');
  });
  test('codes have six signs that are typed as they are read', () => {
    const code = codeOf('0123456789abcdef');
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(readCode(code.toLowerCase())).toBe(code);
  });
});

describe('a certificate', () => {
  test.each([
    ['2025-01-31T10:00', 1, '2025-02-28'],
    ['2024-01-31T10:00', 1, '2024-02-29'],
    ['2025-12-06T10:00', 12, '2026-12-06'],
    ['2025-12-31T23:59', 14, '2027-02-28'],
  ])('of %s is valid %i months, to the end of %s', (issued, months, last) => {
    const until = validUntilOf(at(issued), months) as Date;
    expect(lastDayOf(until)).toBe(last);
    expect(standingOf({ validUntil: until, revokedAt: null }, new Date(until.getTime() - 1))).toBe('valid');
    expect(standingOf({ validUntil: until, revokedAt: null }, until)).toBe('expired');
  });
  test('is found by its number as people type it, and tells one sign of the name', () => {
    expect(readNumber('ｔ25 7q4k 92mx')).toBe('T25-7Q4K-92MX');
    expect(readNumber('7Q4K')).toBe('');
    expect(initialOf(' 𠮷田 花子')).toBe('𠮷');
  });
});

describe('a role that needs a course', () => {
  const since = at('2025-01-01T00:00');
  const until = at('2025-12-07T00:00');
  const held = { since, provedUntil: until, lasting: false };
  test.each([
    ['2025-11-06T23:59', 'fine', undefined],
    ['2025-11-07T00:00', 'closes', '30'],
    ['2025-11-30T00:00', 'closes', '7'],
    ['2025-12-06T12:00', 'closes', '1'],
    ['2025-12-07T00:00', 'closed', 'closed'],
  ])('at %s %s, and %s is told', (time, is, told) => {
    const standing = holdingOf(held, at(time));
    expect(standing.is).toBe(is);
    expect(tellingOf(standing, at(time))).toBe(told);
  });
  test('never taken, closes on the day of the requirement; taken for good, never', () => {
    expect(holdingOf({ since, provedUntil: null, lasting: false }, new Date(since.getTime() - 1)).is).toBe(
      'closes',
    );
    expect(holdingOf({ since, provedUntil: null, lasting: false }, since).is).toBe('closed');
    expect(holdingOf({ since, provedUntil: null, lasting: true }, until).is).toBe('fine');
  });
  test('shows whom it shuts out, and where nobody is left', () => {
    const holder = (personId: string, organisationId: string, provedUntil: Date | null) => ({
      personId,
      organisationId,
      provedUntil,
      lasting: false,
    });
    const holders = [holder('a', 'x', until), holder('b', 'x', null), holder('c', 'y', since)];
    expect(previewOf(holders, since)).toEqual({ holders: 3, closed: 2, left: ['y'] });
  });
  const facts = {
    roleFits: true,
    courseClosed: false,
    alreadySet: false,
    sinceDay: '2025-07-01',
    closed: 2,
    confirmed: true,
  };
  test.each([
    ['with notice and seen', facts, 'set'],
    ['within thirty days', { ...facts, sinceDay: '2025-06-30' }, 'too-soon'],
    ['within thirty days when nobody is shut out', { ...facts, sinceDay: '2025-06-01', closed: 0 }, 'set'],
    ['in the past', { ...facts, sinceDay: '2025-05-31', closed: 0 }, 'too-soon'],
    ['without having been seen', { ...facts, confirmed: false }, 'not-confirmed'],
    ['of a role that opens all others', { ...facts, roleFits: false }, 'role-unfit'],
    ['twice', { ...facts, alreadySet: true }, 'already-set'],
  ])('is set %s: %o → %s', (_, given, said) =>
    expect(refusalOf(decideRequirement(given, '2025-06-01'))).toBe(said),
  );
});

describe('a session', () => {
  const startsAt = at('2025-12-06T13:00');
  const facts = {
    courseClosed: false,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * hour),
    way: 'both' as const,
    venue: '会議室',
    url: 'https://example.jp/x',
    quota: 10,
    entryFrom: '2025-11-01',
    entryUntil: '2025-12-06',
    taken: 3,
  };
  test.each([
    ['whole', facts, 'save'],
    ['that ends before it begins', { ...facts, endsAt: startsAt }, 'ends-before-start'],
    ['without a room', { ...facts, venue: ' ' }, 'venue-missing'],
    ['without a link', { ...facts, url: '' }, 'link-missing'],
    ['with a link that is not safe', { ...facts, url: 'javascript:alert(1)' }, 'link-not-https'],
    ['with entry after it', { ...facts, entryUntil: '2025-12-07' }, 'window-wrong'],
    ['with fewer places than are taken', { ...facts, quota: 2 }, 'quota-below'],
    ['of a closed course', { ...facts, courseClosed: true }, 'course-closed'],
  ])('%s', (_, given, said) => expect(refusalOf(decideSession(given))).toBe(said));
});

test('few answers of a survey are not shown, since they tell whose they are', () => {
  const answer = { understood: 4, useful: 3, words: 'よかった' };
  expect(summaryOf(Array(4).fill(answer))).toMatchObject({ answers: 4, understood: null, words: [] });
  expect(summaryOf(Array(5).fill(answer))).toMatchObject({ answers: 5, understood: 4, useful: 3 });
});
