import { expect, test } from 'vitest';
import { exampleHours } from '../hours/fixtures.ts';
import { nationalHolidays } from '../hours/holidays.ts';
import { inventedMunicipalities } from '../services/fixtures.ts';
import {
  countByMunicipality,
  dayAsked,
  everybody,
  fits,
  inOrder,
  isIn,
  isToday,
  nearestTo,
  type PlaceFacts,
  type PlaceFilter,
} from './rules.ts';

const areas = inventedMunicipalities;
/** A Monday; the Tuesday is 文化の日. */
const today = '2026-11-02';
const context = { today, areas, holidays: nationalHolidays };
const now = new Date('2026-11-02T12:00:00+09:00');

function place(changes: Partial<PlaceFacts> = {}): PlaceFacts {
  return {
    id: 'a',
    nameKana: 'ア',
    status: 'active',
    channels: [],
    placeTypes: ['salon'],
    beneficiaries: [],
    municipalities: ['99201'],
    hours: exampleHours([{ days: [1], opens: '15:00', closes: '18:00' }]),
    ...changes,
  };
}

test.each([
  ['today', '2026-11-02'],
  ['1', '2026-11-02'],
  ['2', '2026-11-03'],
  ['7', '2026-11-08'],
  ['8', undefined],
  ['', undefined],
  [undefined, undefined],
])('the day %s is %s', (asked, day) => {
  expect(dayAsked(asked, today)).toBe(day);
});

const secondSaturday = exampleHours([{ days: [6], nth: [2], opens: '11:00', closes: '14:00' }]);
const tuesdays = exampleHours([{ days: [2], opens: '11:00', closes: '14:00' }], { publicHolidays: 'closed' });

test.each<[string, Partial<PlaceFacts>, PlaceFilter, boolean]>([
  ['nothing is asked', {}, {}, true],
  ['its kind', { placeTypes: ['learning', 'salon'] }, { type: 'learning' }, true],
  ['another kind', {}, { type: 'learning' }, false],
  ['children are welcome where everybody is', {}, { welcomes: 'child' }, true],
  ['children where they are named', { beneficiaries: ['child'] }, { welcomes: 'child' }, true],
  [
    'older people where only children are named',
    { beneficiaries: ['child'] },
    { welcomes: 'elderly' },
    false,
  ],
  ['everybody where somebody is named', { beneficiaries: ['child'] }, { welcomes: everybody }, false],
  ['its municipality', {}, { municipality: '99201' }, true],
  ['another municipality', {}, { municipality: '99301' }, false],
  ['the city of its ward', { municipalities: ['99101'] }, { municipality: '99100' }, true],
  ['a ward where only the city is known', { municipalities: ['99100'] }, { municipality: '99101' }, false],
  ['today', {}, { day: 'today' }, true],
  ['a Saturday that is not the second', { hours: secondSaturday }, { day: '6' }, false],
  ['a Tuesday that is a holiday', { hours: tuesdays }, { day: '2' }, false],
  ['a day while it rests', { status: 'inactive' }, { day: 'today' }, false],
  ['a day of which nobody said anything', { hours: undefined }, { day: 'today' }, false],
])('it is shown or not: %s', (_, changes, filter, shown) => {
  expect(fits(place(changes), filter, context)).toBe(shown);
});

test('the number behind an answer leaves out only its own question', () => {
  const filter = { type: 'learning', municipality: '99201' };
  expect(fits(place(), filter, context, 'type')).toBe(true);
  expect(fits(place({ municipalities: ['99301'] }), filter, context, 'type')).toBe(false);
});

test('open now comes first, then what opens next, then what nobody knows, then what rests', () => {
  const hours = (opens: string, days: number[]) => exampleHours([{ days, opens, closes: '23:00' }]);
  const places = [
    place({ id: 'rests', status: 'inactive' }),
    place({ id: 'unknown', hours: undefined }),
    place({ id: 'tomorrow', hours: hours('09:00', [2]) }),
    place({ id: 'later', hours: hours('15:00', [1]) }),
    place({ id: 'open-b', hours: hours('09:00', [1]), nameKana: 'イ' }),
    place({ id: 'open-a', hours: hours('10:00', [1]), nameKana: 'ア' }),
  ];
  const ranked = inOrder(places, now, context);
  expect(ranked.map((each) => each.place.id)).toEqual([
    'open-a',
    'open-b',
    'later',
    'tomorrow',
    'unknown',
    'rests',
  ]);
  expect(ranked.map(({ opening }) => isToday(opening, now))).toEqual([true, true, true, false, false, false]);
});

test('a place in two municipalities counts in both, and once where it is twice in one', () => {
  const counts = countByMunicipality([place({ municipalities: ['99201', '99201', '99301'] }), place()]);
  expect(Object.fromEntries(counts)).toEqual({ '99201': 2, '99301': 1 });
});

test('near is by the middles of municipalities; what is nowhere is near nothing', () => {
  const far = place({ id: 'far', municipalities: ['99101'] });
  const near = place({ id: 'near', municipalities: ['99201'] });
  const online = place({ id: 'online', municipalities: [] });
  expect(nearestTo('99301', [far, online, near], areas).map(({ id }) => id)).toEqual(['near', 'far']);
  expect(nearestTo('00000', [far], areas)).toEqual([]);
  expect(isIn(online, '99201', areas)).toBe(false);
});
