import {
  cellInset,
  type DeckItem,
  type DeckRow,
  lineOf,
  type Paragraph,
  type Picture,
  type Run,
} from '#ui/deck/deck.ts';
import { heightOf, widthOf } from '#ui/deck/measure.ts';
import { type Block, type Line, type Manuscript, shownIn, type TypedIn } from '../manuscripts/manuscript.ts';
import { words } from './words.ts';

/** What stands on slides, in pieces that flow from one slide to the next. `refs`: the figures in a piece. */
export type Piece =
  | {
      readonly kind: 'paragraph';
      readonly paragraph: Paragraph;
      readonly refs: readonly string[];
      readonly heading?: boolean;
    }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Paragraph[] }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly head?: readonly string[];
      readonly aligns: readonly ('left' | 'right')[];
      readonly rows: readonly PieceRow[];
      /** Points of its letters. */
      readonly size: number;
      readonly columns: readonly Column[];
      /** Points: wider than this a label and its number lie too far apart. */
      readonly most?: number;
    }
  | { readonly kind: 'chart'; readonly chart: Chart; readonly refs: readonly string[] }
  | {
      readonly kind: 'picture';
      readonly picture: Picture;
      readonly alternative: string;
      readonly caption: string;
    };

/** As wide as it needs, in letters; or its share of what the others leave. */
export type Column = { readonly ems: number } | { readonly share: number };

export interface PieceRow {
  readonly cells: DeckRow['cells'];
  readonly refs: readonly string[];
  readonly total?: boolean;
}

type Chart = Omit<Extract<DeckItem, { kind: 'chart' }>, 'box'>;

export const sizes = { heading: 15, body: 14, table: 12, value: 16, small: 12 } as const;

/** What the writer of a format knows besides the manuscript. */
export interface Surroundings {
  /** Before the id of a figure: https://…/figures/ */
  readonly figuresUrl: string;
  readonly pictures: ReadonlyMap<string, Picture>;
}

export interface From {
  readonly manuscript: Manuscript;
  readonly surroundings: Surroundings;
}

/** Where the path of a figure is read: a number of last year is told of with this year's. */
export function urlOf(id: string, { manuscript, surroundings }: From): string {
  return `${surroundings.figuresUrl}${manuscript.figures[id]?.path ?? id}`;
}

export function piecesOf(block: Block, { manuscript, surroundings }: From): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return [
        ...headingOf(block.heading),
        ...block.paragraphs.flatMap((line) =>
          paragraphs(typedLines(manuscript, line, block.lang), line, false),
        ),
      ];
    case 'list':
      return [
        ...headingOf(block.heading),
        ...block.items.flatMap((line) => paragraphs(typedLines(manuscript, line), line, true)),
      ];
    case 'figures':
      return block.ids.length === 0 ? [] : [...headingOf(block.heading), figuresTable(manuscript, block)];
    case 'table':
      return [...headingOf(block.caption), tablePiece(manuscript, block)];
    case 'chart':
      return [chartPiece(manuscript, block)];
    case 'voice':
      return [voicePiece(manuscript, block)];
    case 'picture':
      return [picturePiece(manuscript, block, surroundings)];
  }
}

function headingOf(heading: string | undefined): readonly Piece[] {
  if (!heading) return [];
  const runs: Run[] = [{ text: `■ ${heading}`, bold: true, color: 'accent' }];
  return [
    { kind: 'paragraph', heading: true, refs: [], paragraph: { size: sizes.heading, before: 10, runs } },
  ];
}

/** One paragraph for each line of what was typed. */
function paragraphs(lines: readonly (readonly Run[])[], line: Line, bullet: boolean): readonly Piece[] {
  return lines.map((runs, at) => ({
    kind: 'paragraph',
    refs: at === 0 ? refsOf(line) : [],
    paragraph: { size: sizes.body, before: 4, bullet: bullet && at === 0, runs },
  }));
}

function typedLines(manuscript: Manuscript, line: Line, typedIn?: TypedIn): Run[][] {
  const lines: Run[][] = [[]];
  for (const inline of line) {
    const text = 'text' in inline ? inline.text : shownOf(manuscript, inline.figure, typedIn);
    const bold = 'figure' in inline;
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, bold });
    }
  }
  return lines.filter((runs) => runs.length > 0);
}

export function shownOf({ figures }: Manuscript, id: string, typedIn?: TypedIn): string {
  const figure = figures[id];
  if (!figure) throw new Error(`the manuscript names ${id} and has no such figure`);
  return shownIn(figure, typedIn);
}

export function refsOf(line: Line): readonly string[] {
  return line.flatMap((inline) => ('figure' in inline ? [inline.figure] : []));
}

const figuresWidth = 640;

/** A label and its number a row, the number large. */
function figuresTable(manuscript: Manuscript, { heading, ids }: Extract<Block, { kind: 'figures' }>): Piece {
  return {
    kind: 'table',
    name: heading ?? manuscript.title,
    aligns: ['left', 'right'],
    columns: [{ share: 0.5 }, { share: 0.5 }],
    most: figuresWidth,
    size: sizes.body,
    rows: ids.map((id) => {
      const shown = shownOf(manuscript, id);
      const figure = manuscript.figures[id];
      const value: Paragraph = { size: sizes.value, align: 'right', runs: [{ text: shown, bold: true }] };
      const note: Paragraph[] = figure?.note
        ? [{ size: sizes.small, align: 'right', runs: [{ text: figure.note, color: 'quiet' }] }]
        : [];
      return {
        refs: [id],
        cells: [[{ size: sizes.body, runs: [{ text: figure?.label ?? '' }] }], [value, ...note]],
      };
    }),
  };
}

function tablePiece(manuscript: Manuscript, block: Extract<Block, { kind: 'table' }>): Piece {
  const aligns = block.columns.map(({ align }) => (align === 'end' ? 'right' : 'left'));
  const rows = block.rows.map((row) => ({
    refs: row.flatMap(refsOf),
    cells: row.map((line, at) =>
      typedLines(manuscript, line).map(
        (runs): Paragraph => ({ size: sizes.table, align: aligns[at] ?? 'left', runs }),
      ),
    ),
  }));
  const head = block.columns.map((column) => column.heading);
  const columns = columnsOf(head, aligns, rows);
  return { kind: 'table', name: block.caption, head, aligns, rows, columns, size: sizes.table };
}

/** Columns of numbers as wide as they need; the others share the rest, longer texts more of it. */
function columnsOf(
  head: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly PieceRow[],
): readonly Column[] {
  return head.map((heading, at) => {
    const texts = rows.flatMap((row) =>
      (row.cells[at] ?? []).map(({ runs }) => widthOf(runs.map(({ text }) => text).join(''))),
    );
    const longest = Math.max(widthOf(heading), ...texts);
    // Bold letters are wider; a line keeps one free, and the cell has its margins.
    return aligns[at] === 'right'
      ? { ems: Math.min(longest * 1.1 + 2.2, 16) }
      : { share: 6 + Math.sqrt(Math.min(longest + 2, 60)) * 5 };
  });
}

/** Points of each column in a box. What is as wide as it needs leaves half of the width to the others. */
export function widthsOf(
  { columns, size, most = Infinity }: Pick<Extract<Piece, { kind: 'table' }>, 'columns' | 'size' | 'most'>,
  box: number,
): readonly number[] {
  const width = Math.min(box, most);
  const sum = (of: (column: Column) => number) => columns.reduce((all, column) => all + of(column), 0);
  const shares = sum((column) => ('share' in column ? column.share : 0));
  const needed = sum((column) => ('ems' in column ? column.ems * size : 0));
  const fixed = shares > 0 ? Math.min(needed, width / 2) : width;
  return columns.map((column) =>
    'ems' in column ? (column.ems * size * fixed) / needed : (column.share / shares) * (width - fixed),
  );
}

function chartPiece(manuscript: Manuscript, block: Extract<Block, { kind: 'chart' }>): Piece {
  const { shape, caption, alternative, series } = block;
  const points = series.flatMap((each) => each.points);
  return {
    kind: 'chart',
    refs: points.flatMap(({ figure }) => figure ?? []),
    chart: {
      kind: 'chart',
      shape,
      title: caption,
      alternative,
      labels: series[0]?.points.map(({ label }) => label) ?? [],
      series: series.map(({ name, points: own }) => ({
        name,
        values: own.map(({ figure }) => (figure ? (manuscript.figures[figure]?.value ?? null) : null)),
      })),
    },
  };
}

function voicePiece(
  { lang }: Manuscript,
  { speaker, words: said }: Extract<Block, { kind: 'voice' }>,
): Piece {
  const name: Run = { text: words[lang].speaker(speaker), bold: true, color: 'accent' };
  return {
    kind: 'quote',
    paragraphs: [
      { size: sizes.table, runs: [name] },
      ...said
        .split('\n')
        .filter((text) => text.trim() !== '')
        .map((text): Paragraph => ({ size: sizes.table, before: 3, runs: [{ text }] })),
    ],
  };
}

/** What cannot stand on a slide is named there. */
function picturePiece(
  { lang }: Manuscript,
  { fileId, alternative, caption }: Extract<Block, { kind: 'picture' }>,
  { pictures }: Surroundings,
): Piece {
  const picture = pictures.get(fileId);
  if (picture) return { kind: 'picture', picture, alternative, caption };
  const runs: Run[] = [{ text: words[lang].picture(caption || alternative), color: 'quiet' }];
  return { kind: 'paragraph', refs: [], paragraph: { size: sizes.table, before: 6, runs } };
}

/** Points of a row, each cell as high as its text. */
export function rowHeight(cells: PieceRow['cells'], widths: readonly number[]): number {
  const inner = cells.map((cell, at) => heightOf(cell, (widths[at] ?? 0) - 2 * cellInset.x));
  return Math.max(lineOf(sizes.table), ...inner) + 2 * cellInset.y;
}

/** Texts and tables in larger letters, so that a slide of a few words is read from the back of the room; or in smaller ones. */
export function enlarged(pieces: readonly Piece[], by: number): readonly Piece[] {
  const sized = (size: number) => Math.max(sizes.small, Math.round(size * by));
  const larger = (paragraph: Paragraph) => ({ ...paragraph, size: sized(paragraph.size) });
  return pieces.map((piece) => {
    if (piece.kind === 'paragraph') return { ...piece, paragraph: larger(piece.paragraph) };
    if (piece.kind === 'quote') return { ...piece, paragraphs: piece.paragraphs.map(larger) };
    if (piece.kind !== 'table') return piece;
    const rows = piece.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(larger)) }));
    return { ...piece, rows, size: sized(piece.size) };
  });
}
