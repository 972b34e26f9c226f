import { describe, expect, test } from 'vitest';
import { lineOf, sixDigits, supportAuthorityOf, wardsOf } from '#areas/directory/municipalities/rules.ts';
import { kanagawa, readWorld } from '../world.ts';

const world = await readWorld(kanagawa);
const { municipalities } = world.directory;
const places = municipalities.map((each) => ({ ...each, parentCode: each.parent ?? null }));
const governments = municipalities.filter(({ kind }) => kind !== 'ward' && kind !== 'prefecture');

describe('the municipalities of the demo world', () => {
  test('are 19 cities, 13 towns and a village of 9,126,214 people, with the wards of three designated cities', () => {
    const kinds = Object.groupBy(municipalities, ({ kind }) => kind);
    expect(Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list?.length]))).toEqual({
      prefecture: 1,
      'designated-city': 3,
      'core-city': 1,
      city: 15,
      town: 13,
      village: 1,
      ward: 28,
    });
    expect(governments.reduce((sum, { population = 0 }) => sum + population, 0)).toBe(9_126_214);
    expect(['14100', '14130', '14150'].map((code) => wardsOf(code, places).length)).toEqual([18, 7, 3]);
  });

  test('carry the codes that the organisations of the platform carry', () => {
    const known = new Set(world.organisations.flatMap((each) => each.localGovernmentCode ?? []));
    expect(governments.map(({ code }) => sixDigits(code)).filter((code) => !known.has(code))).toEqual([]);
  });

  test('each lie in the prefecture, and where they lie is in it', () => {
    for (const { code, nameJa, at } of municipalities) {
      expect(lineOf(code, places).at(-1), nameJa).toBe('14000');
      expect(at[0], nameJa).toBeGreaterThan(35.12);
      expect(at[0], nameJa).toBeLessThan(35.68);
      expect(at[1], nameJa).toBeGreaterThan(138.91);
      expect(at[1], nameJa).toBeLessThan(139.8);
    }
  });

  test('send residents of a city to their city, of a ward to its city, of towns and the village to the prefecture', () => {
    const authority = (nameJa: string) =>
      supportAuthorityOf(places.find((each) => each.nameJa === nameJa)?.code ?? '', places);
    expect(['横須賀市', '鶴見区', '箱根町', '清川村'].map(authority)).toEqual([
      '14201',
      '14100',
      '14000',
      '14000',
    ]);
  });

  test('have a tile each, wards instead of their city, no two in one place, in one piece', () => {
    const cities = new Set(municipalities.filter(({ kind }) => kind === 'ward').map(({ parent }) => parent));
    const tiled = municipalities.filter(({ tile }) => tile);
    expect(tiled.map(({ code }) => code)).toEqual(
      municipalities
        .filter(({ code, kind }) => kind !== 'prefecture' && !cities.has(code))
        .map(({ code }) => code),
    );
    const taken = new Set(tiled.map(({ tile }) => String(tile)));
    expect(taken.size).toBe(tiled.length);
    const reached = new Set([String(tiled[0]?.tile)]);
    for (const place of reached) {
      const [column = 0, row = 0] = place.split(',').map(Number);
      const beside = [
        [column + 1, row],
        [column - 1, row],
        [column, row + 1],
        [column, row - 1],
      ].map(String);
      for (const next of beside) if (taken.has(next)) reached.add(next);
    }
    expect(reached.size).toBe(taken.size);
  });

  test('stand on the map as on the ground: what lies far to the east is east, what lies far to the north is at most a tile to the south', () => {
    const tiled = municipalities.filter(({ tile }) => tile);
    const wrong = tiled.flatMap((one) =>
      tiled
        .filter((other) => {
          const east = one.at[1] - other.at[1] > 0.12;
          const north = one.at[0] - other.at[0] > 0.12;
          const [[column, row], [otherColumn, otherRow]] = [one.tile ?? [0, 0], other.tile ?? [0, 0]];
          return (east && column <= otherColumn) || (north && row > otherRow + 1);
        })
        .map((other) => `${one.nameJa} ${other.nameJa}`),
    );
    expect(wrong).toEqual([]);
  });
});
