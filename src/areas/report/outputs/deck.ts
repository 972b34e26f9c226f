import type { Box, Deck, Paragraph, Run, Slide } from '#ui/deck/deck.ts';
import { linesOf } from '#ui/deck/measure.ts';
import { type Block, lineText, type Manuscript, type Section } from '../manuscripts/manuscript.ts';
import { fill, type Filled } from './flow.ts';
import { enlarged, type From, type Piece, piecesOf, sizes, type Surroundings, urlOf } from './pieces.ts';
import { words } from './words.ts';

const whole: Box = { x: 36, y: 74, width: 888, height: 402 };
const left: Box = { ...whole, width: 432 };
const right: Box = { ...whole, x: 492, width: 432 };

/** The slides of a manuscript in the manner of the source: what is too long for a slide goes on on the next. */
export function deckOf(manuscript: Manuscript, surroundings: Surroundings): Deck {
  const { lang, title, operator, headquarters, edition } = manuscript;
  const named = new Set<string>();
  const slides = manuscript.sections.flatMap((section) =>
    section.kind === 'title'
      ? [titleSlide(manuscript, section)]
      : sectionSlides(section, { manuscript, surroundings }),
  );
  return {
    title,
    author: `${operator} ${headquarters}`,
    lang,
    on: edition.publishedOn ?? `${edition.fiscalYear}-04-01`,
    footer: words[lang].footer(operator, headquarters),
    slides: slides.map((slide) => ({ ...slide, title: unique(slide.title, named, lang) })),
  };
}

function unique(title: string, named: Set<string>, lang: Manuscript['lang']): string {
  let own = title;
  for (let at = 2; named.has(own); at += 1) own = words[lang].again(title, at);
  named.add(own);
  return own;
}

function titleSlide(manuscript: Manuscript, { heading, blocks }: Section): Slide {
  const lines = blocks.flatMap((block) => (block.kind === 'text' ? block.paragraphs : []));
  const subtitle = lines.map(
    (line): Paragraph => ({ size: 18, before: 4, runs: [{ text: lineText(manuscript, line) }] }),
  );
  return { layout: 'title', title: heading || manuscript.title, subtitle, items: [], notes: [] };
}

/** What makes results visible stands at the side of what is said of them. */
const beside: readonly Block['kind'][] = ['chart', 'picture', 'voice'];

function sectionSlides(section: Section, from: From): readonly Slide[] {
  const isCase = section.kind === 'program';
  const pieces = (blocks: readonly Block[]) => blocks.flatMap((block) => piecesOf(block, from));
  const main = section.blocks.filter(({ kind }) => !isCase || !beside.includes(kind));
  const side = section.blocks.filter((block) => !main.includes(block));
  const all = [...kickerOf(section), ...pieces(main)];
  const size = { larger: isCase ? [1.2] : [1.4, 1.2], flows: isCase };
  const pages = pagesIn({ main: all, side: pieces(side) }, size);
  const { lang, title: whole } = from.manuscript;
  // The slide that begins the deck has that name already.
  const title = section.heading === whole ? words[lang].whole(whole) : section.heading;
  return pages.map((page, at) => ({
    layout: 'content',
    title: pages.length > 1 ? words[lang].part(title, at + 1, pages.length) : title,
    items: page.items,
    ...footnoteOf(page.refs, from),
    notes: notesOf(page.refs, from),
  }));
}

/** 新, the category and the bureau, above a case. */
function kickerOf(section: Section): readonly Piece[] {
  const { kicker = '', marks = [] } = section;
  const runs: Run[] = [
    ...marks.map((mark): Run => ({ text: `［${mark}］ `, bold: true, color: 'strong' })),
    { text: kicker, color: 'quiet' },
  ];
  if (runs.every(({ text }) => text === '')) return [];
  return [{ kind: 'paragraph', refs: [], paragraph: { size: sizes.table, runs } }];
}

interface Queue {
  readonly main: readonly Piece[];
  readonly side: readonly Piece[];
}

/**
 * In the largest letters in which it is one slide; else what the left column does not hold goes on in the right one; and in smaller
 * letters where that saves a slide.
 */
function pagesIn(queue: Queue, { larger, flows }: { larger: readonly number[]; flows: boolean }) {
  const at = (by: number, isFlowing: boolean) =>
    pagesOf({ main: enlarged(queue.main, by), side: enlarged(queue.side, by) }, isFlowing);
  const tries = [...larger, 1].map((by) => () => at(by, false));
  for (const pagesAt of tries) {
    const pages = pagesAt();
    if (pages.length === 1) return pages;
  }
  const [usual, smaller] = [at(1, flows), at(0.88, flows)];
  return smaller.length < usual.length ? smaller : usual;
}

type PageContent = Pick<Filled, 'items' | 'refs'>;

/** Two columns while both have something; afterwards whatever is left has the slide to itself, or (flowing) both columns of it. */
function pagesOf(queue: Queue, isFlowing: boolean): readonly PageContent[] {
  const pages: PageContent[] = [];
  let { main, side } = queue;
  while (main.length > 0 || side.length > 0) {
    const parts: Filled[] = [];
    if (side.length === 0 && !isFlowing) {
      const page = fill(main, whole);
      main = page.rest;
      parts.push(page);
    } else {
      const first = fill(main.length > 0 ? main : side, left);
      if (main.length > 0) main = first.rest;
      else side = first.rest;
      const second = fill(side, right);
      side = second.rest;
      parts.push(first, second);
      const below = belowOf(second);
      if (isFlowing && side.length === 0 && below.height > leastBelow) {
        const third = fill(main, below);
        main = third.rest;
        parts.push(third);
      }
    }
    const items = parts.flatMap((part) => part.items);
    if (items.length === 0) throw new Error('a piece is larger than a slide');
    pages.push({ items, refs: [...new Set(parts.flatMap(({ refs }) => refs))] });
  }
  return pages;
}

const leastBelow = 60;

function belowOf({ items }: Filled): Box {
  const end = Math.max(right.y, ...items.map(({ box }) => box.y + box.height + 12));
  return { ...right, y: end, height: right.y + right.height - end };
}

const footnoteWidth = 888;

/** The ids of the slide's figures, each a link to its path; as many as two small lines hold, the notes have all. */
function footnoteOf(refs: readonly string[], from: From): { footnote?: readonly Run[] } {
  if (refs.length === 0) return {};
  const text = words[from.manuscript.lang];
  const { figuresUrl } = from.surroundings;
  for (let count = refs.length; count > 0; count -= 1) {
    const shown = refs.slice(0, count);
    const runs: Run[] = [
      { text: text.path(figuresUrl), color: 'quiet' },
      ...shown.flatMap((id): Run[] => [{ text: ' ' }, { text: id, link: urlOf(id, from) }]),
      ...(count < refs.length ? [{ text: text.more(refs.length - count), color: 'quiet' } as const] : []),
    ];
    const line = runs.map((run) => run.text).join('');
    if (linesOf(line, { size: 9, width: footnoteWidth }).length <= 2) return { footnote: runs };
  }
  return {};
}

function notesOf(refs: readonly string[], { manuscript, surroundings }: From): readonly string[] {
  if (refs.length === 0) return [];
  const text = words[manuscript.lang];
  const lines = refs.flatMap((id) => {
    const figure = manuscript.figures[id];
    return figure ? [text.note({ ...figure, url: urlOf(id, { manuscript, surroundings }) })] : [];
  });
  return [text.noteTitle, ...lines];
}
