import { expect, test } from 'vitest';
import { placeOfFiles } from './in-memory.ts';

const gibibyte = 1024 ** 3;

test.each([
  ['memory, where there is room', undefined, 4 * gibibyte, '/dev/shm'],
  ['the usual place, where there is little', undefined, 64 * 1024 ** 2, undefined],
  ['the usual place, where there is none', undefined, 0, undefined],
  ['what somebody named', '/somewhere', 8 * gibibyte, '/somewhere'],
])('files of tests lie in %s', (_, given, free, place) => {
  expect(placeOfFiles({ given, free })).toBe(place);
});
