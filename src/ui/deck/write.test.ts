import { unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { exampleDeck as deck } from './example.testing.ts';
import { lintDeck } from './lint.testing.ts';
import { writeDeck } from './write.ts';

const bytes = await writeDeck(deck);

test('nothing in a deck of every kind of thing needs a repair', () => {
  expect(lintDeck(bytes)).toEqual([]);
});

test('the same deck gives the same bytes, at another time too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
  expect(Buffer.from(await writeDeck(deck)).equals(Buffer.from(bytes))).toBe(true);
  vi.useRealTimers();
});

test('a picture that stands twice is kept once, and a chart brings the workbook that it is edited in', () => {
  const names = Object.keys(unzipSync(bytes));
  expect(names.filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png']);
  expect(names.filter((name) => name.startsWith('ppt/embeddings/'))).toHaveLength(2);
});
