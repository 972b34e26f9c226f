import { expect, test } from 'vitest';
import { type Look, unusualOf } from './rules.ts';

/** Ten in the morning in Tokyo. */
const ten = Date.parse('2026-07-01T01:00:00Z');
const minute = 60_000;
const look = (change: Partial<Look> = {}, at = ten): Look => ({
  personId: 'reader',
  organisationId: 'desk',
  caseId: 'one',
  at: new Date(at),
  as: 'assigned',
  closedOn: null,
  ownName: false,
  ...change,
});
const times = (count: number, make: (index: number) => Look) =>
  Array.from({ length: count }, (_, i) => make(i));
const told = (looks: readonly Look[]) =>
  unusualOf(looks).map(({ rule, count, caseId }) => `${rule} ${count}${caseId ? ` ${caseId}` : ''}`);

test.each<[string, readonly Look[], readonly string[]]>([
  ['one look is as usual', [look()], []],
  [
    'twenty cases within an hour are many',
    times(20, (i) => look({ caseId: `c${i}` }, ten + i * 2 * minute)),
    ['many 20'],
  ],
  ['twenty looks at one case are not many cases', times(20, (i) => look({}, ten + i * minute)), []],
  [
    'twenty cases over a morning are not many',
    times(20, (i) => look({ caseId: `c${i}` }, ten + i * 10 * minute)),
    [],
  ],
  [
    'fifteen cases of colleagues in a day are too far from one’s own',
    times(15, (i) => look({ caseId: `c${i}`, as: 'worker' }, ten + i * 20 * minute)),
    ['others 15'],
  ],
  ['fourteen are not', times(14, (i) => look({ caseId: `c${i}`, as: 'worker' }, ten + i * 20 * minute)), []],
  [
    'the same case again and again, by somebody who does not carry it',
    times(25, (i) => look({ as: 'supervisor' }, ten + i * 10 * minute)),
    ['again 25 one'],
  ],
  ['by whoever carries it, it is work', times(25, (i) => look({}, ten + i * 10 * minute)), []],
  [
    'three looks at night',
    times(3, (i) => look({}, Date.parse('2026-07-01T14:30:00Z') + i * minute)),
    ['night 3'],
  ],
  [
    'early in the morning is night too, from midnight on',
    times(3, () => look({}, ten - 6 * 60 * minute)),
    ['night 3'],
  ],
  ['five o’clock is morning', times(3, () => look({}, ten - 5 * 60 * minute)), []],
  ['two looks at night happen', times(2, () => look({}, Date.parse('2026-07-01T14:30:00Z'))), []],
  ['a case that ended long ago', [look({ closedOn: '2026-03-01' })], ['after-end 1 one']],
  ['one that ended lately is still asked about', [look({ closedOn: '2026-06-01' })], []],
  [
    'glass broken for two cases in a day',
    times(2, (i) => look({ as: 'urgent', caseId: `c${i}` }, ten + i * minute)),
    ['glass 2'],
  ],
  ['glass broken for one case, looked at twice', times(2, () => look({ as: 'urgent' })), []],
  ['a case under the reader’s own name', [look({ ownName: true })], ['own-name 1 one']],
])('%s', (_, looks, answer) => {
  expect(told(looks)).toEqual(answer);
});

test('readers, organisations and days are counted apart', () => {
  const many = times(20, (i) => look({ caseId: `c${i}`, personId: i % 2 ? 'reader' : 'other' }));
  expect(told(many)).toEqual([]);
  expect(told(times(20, (i) => look({ caseId: `c${i}`, organisationId: i % 2 ? 'desk' : 'npo' })))).toEqual(
    [],
  );
});
