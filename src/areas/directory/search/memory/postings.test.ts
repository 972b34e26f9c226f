import { expect, test } from 'vitest';
import { Postings } from './postings.ts';

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Some tokens that nearly all places have, many that few have, negative ones among them; the last slots are shared. */
const tokens = Array.from({ length: 3000 }, (_, at) => Math.imul(at, 0x9e3779b1) | 0);
const rare = (next: (below: number) => number) =>
  tokens[Math.floor(next(3000) * (next(100) / 100))] as number;

function filled(places: number) {
  const next = chance(7);
  const plain = Array.from({ length: places }, () => new Set(Array.from({ length: 30 }, () => rare(next))));
  const postings = new Postings();
  for (const [place, own] of plain.entries()) for (const token of own) postings.add(token, place);
  return { next, plain, postings };
}

const sorted = (places: readonly number[]) => [...places].sort((a, b) => a - b);

test('what has one token of each condition is found, once, as a look at every place would find it', () => {
  const { next, plain, postings } = filled(2000);
  for (let question = 0; question < 500; question += 1) {
    const conditions = Array.from({ length: next(4) }, () =>
      Array.from({ length: 1 + next(20) }, () => rare(next)),
    );
    const fits = (own: ReadonlySet<number>) =>
      conditions.every((some) => some.some((token) => own.has(token)));
    const expected =
      conditions.length === 0 ? [] : [...plain.keys()].filter((at) => fits(plain[at] as Set<number>));
    expect(sorted(postings.meeting(conditions))).toEqual(expected);
  }
});

test('it is known of each place whether it has a token', () => {
  const { plain, postings } = filled(300);
  for (const [place, own] of plain.entries())
    expect(sorted(tokens.filter((token) => postings.has(token, place)))).toEqual(sorted([...own]));
  expect(postings.has(12_345, 0)).toBe(false);
  expect(postings.meeting([[12_345], tokens])).toEqual([]);
});

test('places that are moved keep their tokens, those that are given up lose them, and more can follow', () => {
  const { plain, postings } = filled(900);
  const to = plain.map((_, place) => (place % 3 === 0 ? undefined : place - Math.floor(place / 3) - 1));
  const moved = postings.moved(to);
  const left = plain.filter((_, place) => place % 3 !== 0);
  moved.add(tokens[0] as number, 600);
  left.push(new Set([tokens[0] as number]));
  for (const token of tokens.slice(0, 400))
    expect(sorted(moved.meeting([[token]]))).toEqual([...left.keys()].filter((at) => left[at]?.has(token)));
});
