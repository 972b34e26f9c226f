import { expect, test } from 'vitest';
import { lintDeck } from '#ui/deck/lint.testing.ts';
import { writeDeck } from '#ui/deck/write.ts';
import { bare, slideTexts } from './compare.testing.ts';
import { deckOf } from './deck.ts';
import { aManuscript, longVoice } from './fixtures.ts';

const manuscript = aManuscript();
const surroundings = { figuresUrl: 'https://tsunagi.example/figures/', pictures: new Map() };
const deck = deckOf(manuscript, surroundings);

test('a voice longer than any slide goes on on the next ones, and nothing of it is lost', async () => {
  const bytes = await writeDeck(deck);
  expect(lintDeck(bytes)).toEqual([]);
  const own = deck.slides.filter(({ title }) => title.startsWith('長い声の事業'));
  expect(own.length).toBeGreaterThan(2);
  const quoted = own.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' && item.quote ? item.paragraphs : [])),
  );
  const said = quoted.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
  expect(bare(said)).toContain(bare(longVoice));
  expect(slideTexts(bytes)).toHaveLength(deck.slides.length);
});

test('each slide with numbers has them at its foot, each a short link to its path, and in its notes', async () => {
  const texts = slideTexts(await writeDeck(deck));
  const named = deck.slides.flatMap(({ title, notes, footnote = [] }, at) => {
    if (notes.length === 0) return [];
    const links = footnote.filter(({ link }) => link !== undefined);
    expect(links.length, title).toBeGreaterThan(0);
    for (const { text, link } of links) {
      expect(link).toBe(`https://tsunagi.example/figures/${text}`);
      expect(notes.join('\n')).toContain(text);
      expect(texts[at]?.match(new RegExp(text, 'g'))?.length, text).toBeGreaterThan(2);
    }
    return links.map(({ text }) => text);
  });
  expect(named).toEqual(expect.arrayContaining(['fphone00001', 'fcount00000', 'fmoney00001']));
});

test('nothing stands lower than where the footnote begins', () => {
  for (const { title, items } of deck.slides)
    for (const { box } of items) expect(box.y + box.height, title).toBeLessThanOrEqual(480);
});

test('a heading is not the last thing on a slide', () => {
  for (const { title, items } of deck.slides) {
    const last = items.at(-1);
    const text = last?.kind === 'text' ? last.paragraphs.at(-1)?.runs[0]?.text : undefined;
    expect(text?.startsWith('■') ?? false, title).toBe(false);
  }
});
