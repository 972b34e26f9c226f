import { expect, test } from 'vitest';
import { columnsNotErased, placesThatAreNone, sealedColumns } from '#platform/testing/sealed-columns.ts';
import * as lists from './places.ts';

const places = Object.values(lists).flat();
const tables = await sealedColumns(new URL('..', import.meta.url));
/** An address that wants to hear of calls ends with its own press, not with years. */
const endedByItsOwner = ['grant_subscriptions.sealed_key', 'grant_subscriptions.sealed'];

test('every column with something sealed is erased by the schedule', () => {
  expect(tables.size).toBeGreaterThan(40);
  expect(columnsNotErased(tables, places)).toEqual(endedByItsOwner);
});

test('every place is a table and a column that exist', () => {
  expect(placesThatAreNone(tables, places)).toEqual([]);
});
