import { expect, test } from 'vitest';
import { columnsNotErased, placesThatAreNone, sealedColumns } from '#platform/testing/sealed-columns.ts';
import { casePlaces, personPlaces, referralPlaces } from './places.ts';

const places = [...casePlaces, ...referralPlaces, ...personPlaces];
const tables = await sealedColumns(new URL('..', import.meta.url));

test('every table with something sealed is erased by the schedule', () => {
  expect(tables.size).toBeGreaterThan(20);
  expect(columnsNotErased(tables, places)).toEqual([]);
});

test('every place is a table and a column that exist', () => {
  expect(placesThatAreNone(tables, places)).toEqual([]);
});
