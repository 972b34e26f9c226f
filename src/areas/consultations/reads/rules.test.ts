import { expect, test } from 'vitest';
import { decideReview, findUnusual, type Reading } from './rules.ts';

const at = (time: string, day = '2026-11-20') => new Date(`${day}T${time}:00+09:00`);
const reading: Reading = {
  contactId: 'c1',
  personId: 'aoki',
  at: at('10:00'),
  as: 'colleague',
  takenBy: 'baba',
  takenAt: null,
  endedAt: null,
  municipality: null,
};
const nobody = { shifts: [], homes: {} };
const why = (change: Partial<Reading>, around: Parameters<typeof findUnusual>[1] = nobody) =>
  findUnusual([{ ...reading, ...change }], around).flatMap((each) => each.why);
const shift = (personId: string) => ({ personId, from: at('09:00').getTime(), to: at('12:00').getTime() });

test.each([
  ['a waiting conversation is everybody’s', { takenBy: null }, nobody, []],
  ['what another counsellor has', { takenAt: at('09:50') }, nobody, ['not-taken']],
  ['before it was taken', { takenAt: at('10:05') }, nobody, []],
  ['after it ended', { takenAt: at('09:00'), endedAt: at('09:50') }, nobody, []],
  ['by who has it', { as: 'holder', takenAt: at('09:50') }, nobody, []],
  ['by the supervisor', { as: 'supervisor', takenAt: at('09:50') }, nobody, []],
  ['a month and more after its end', { endedAt: at('10:00', '2026-10-10') }, nobody, ['long-ended']],
  [
    'that of a neighbour',
    { municipality: '141003' },
    { shifts: [], homes: { aoki: '141003' } },
    ['neighbour'],
  ],
  ['without being on duty', {}, { shifts: [shift('baba')], homes: {} }, ['off-duty']],
  ['on duty', {}, { shifts: [shift('aoki')], homes: {} }, []],
  ['where nobody is planned', {}, nobody, []],
])('%s', (_, change, around, reasons) => {
  expect(why(change, around)).toEqual(reasons);
});

test('more than twenty conversations of others in ten minutes are many, twenty are not', () => {
  const looks = Array.from({ length: 21 }, (_, n) => ({
    ...reading,
    contactId: `c${n}`,
    takenBy: null,
    at: new Date(at('10:00').getTime() + n * 20_000),
  }));
  const found = findUnusual(looks, nobody);
  expect(found.map(({ contactId, why: reasons }) => [contactId, reasons])).toEqual([['c20', ['many']]]);
});

test('nobody settles their own looking, and an explanation is one of those that are known', () => {
  const facts = { reader: 'a', supervisor: 'b', state: 'explained', answer: 'training' } as const;
  expect(decideReview(facts).ok).toBe(true);
  expect(decideReview({ ...facts, supervisor: 'a' })).toMatchObject({ refusal: 'read-own' });
  expect(decideReview({ ...facts, answer: '' })).toMatchObject({ refusal: 'read-answer-missing' });
});
