import { describe, expect, test } from 'vitest';
import { inventedMunicipalities as all } from '../services/fixtures.ts';
import {
  covers,
  decideMunicipalities,
  distanceKm,
  isMunicipalityCode,
  lineOf,
  sixDigits,
  supportAuthorityOf,
  wardsOf,
} from './rules.ts';

test.each(['140007', '141003', '141305', '142018', '143618', '144029'])(
  '%s has the right check digit',
  (code) => {
    expect(sixDigits(code.slice(0, 5))).toBe(code);
    expect(isMunicipalityCode(code)).toBe(true);
    expect(isMunicipalityCode(code.slice(0, 5) + ((Number(code[5]) + 1) % 10))).toBe(false);
  },
);

test.each([
  ['city', '99201', '99201'],
  ['designated city', '99100', '99100'],
  ['ward: its city', '99102', '99100'],
  ['town: the prefecture', '99301', '99000'],
  ['village: the prefecture', '99302', '99000'],
])('the support desk of a %s', (_, code, authority) => {
  expect(supportAuthorityOf(code, all)).toBe(authority);
});

describe('what serves whom', () => {
  test.each([
    ['everybody', [], '99302', true],
    ['its own municipality', ['99201'], '99201', true],
    ['a ward of its city', ['99100'], '99101', true],
    ['a town of its prefecture', ['99000'], '99301', true],
    ['not the city of its ward', ['99101'], '99100', false],
    ['not the next ward', ['99101'], '99102', false],
    ['not a place that nobody knows', ['99201'], '00000', false],
  ])('an entry serves %s', (_, areas, code, serves) => {
    expect(covers(areas, code, all)).toBe(serves);
  });
  test('a ward lies in its city, and that in the prefecture', () => {
    expect(lineOf('99101', all)).toEqual(['99101', '99100', '99000']);
    expect(wardsOf('99100', all).map(({ code }) => code)).toEqual(['99101', '99102']);
  });
  test('a circle in the data ends somewhere', () => {
    const circle = [
      { code: '1', parentCode: '2', kind: 'city' },
      { code: '2', parentCode: '1', kind: 'city' },
    ];
    expect(lineOf('1', circle)).toEqual(['1', '2']);
  });
});

test('distances are those of the globe, the same both ways', () => {
  const [yokohama, odawara] = [
    { latitude: 35.4437, longitude: 139.638 },
    { latitude: 35.2646, longitude: 139.1521 },
  ];
  expect(distanceKm(yokohama, odawara)).toBeCloseTo(48.4, 0);
  expect(distanceKm(odawara, yokohama)).toBe(distanceKm(yokohama, odawara));
  expect(distanceKm(yokohama, yokohama)).toBe(0);
});

describe('a list of municipalities', () => {
  const town = { code: '99301', parentCode: null, kind: 'town', supportAuthority: '99301' };
  test.each([
    ['has codes of five digits', { ...town, code: '9930' }, 'code-malformed'],
    ['knows what they lie in', { ...town, parentCode: '99999' }, 'parent-unknown'],
    ['knows who supports them', { ...town, supportAuthority: '99999' }, 'authority-unknown'],
  ])('%s', (_, row, refusal) => {
    expect(decideMunicipalities([row])).toMatchObject({ refusal });
    expect(decideMunicipalities([town]).ok).toBe(true);
  });
});
