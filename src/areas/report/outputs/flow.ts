import {
  type Box,
  cellInset,
  type DeckItem,
  type DeckRow,
  lineOf,
  type Paragraph,
  quoteInset,
} from '#ui/deck/deck.ts';
import { cutParagraph, heightOf } from '#ui/deck/measure.ts';
import { type Piece, type PieceRow, rowHeight, sizes, widthsOf } from './pieces.ts';

/** What went into a box, and what has to go on elsewhere. */
export interface Filled {
  readonly items: readonly DeckItem[];
  readonly refs: readonly string[];
  readonly rest: readonly Piece[];
}

const gap = 8;
const chartHeight = { least: 150, most: 300 } as const;

/** Puts as many pieces into the box as fit below one another; the first that does not is cut where it can be. */
export function fill(pieces: readonly Piece[], box: Box): Filled {
  const page = new Page(box);
  for (const [at, piece] of pieces.entries()) {
    const rest = page.take(piece, pieces[at + 1]);
    if (rest === undefined) continue;
    return page.filled([...rest, ...pieces.slice(at + 1)]);
  }
  return page.filled([]);
}

class Page {
  private y: number;
  private readonly items: DeckItem[] = [];
  private readonly refs: string[] = [];
  private text: Paragraph[] = [];
  private readonly box: Box;

  constructor(box: Box) {
    this.box = box;
    this.y = box.y;
  }

  filled(rest: readonly Piece[]): Filled {
    this.endText();
    return { items: this.items, refs: [...new Set(this.refs)], rest };
  }

  /** Undefined when all of the piece is here, else what is left of it: all of it, where nothing fits. */
  take(piece: Piece, next: Piece | undefined): readonly Piece[] | undefined {
    switch (piece.kind) {
      case 'paragraph':
        return this.takeParagraph(piece, next);
      case 'quote':
        return this.takeQuote(piece);
      case 'table':
        return this.takeTable(piece);
      case 'chart':
        return this.takeFramed(chartHeight.most, (box) => {
          this.refs.push(...piece.refs);
          return [{ ...piece.chart, box }];
        })
          ? undefined
          : [piece];
      case 'picture':
        return this.takePicture(piece) ? undefined : [piece];
    }
  }

  private get room(): number {
    return this.box.y + this.box.height - this.y;
  }

  private get isEmpty(): boolean {
    return this.items.length === 0 && this.text.length === 0;
  }

  /** A table that can stand whole on the next slide does, with its heading, where this slide has something to show without it. */
  private movesOn(whole: number): boolean {
    const used = this.box.height - this.room;
    return whole > this.room && whole < this.box.height - 60 && used > this.box.height / 3;
  }

  /** What of a piece has to stand below its heading. */
  private leastOf(piece: Piece): number {
    if (piece.kind === 'chart' || piece.kind === 'picture') return chartHeight.least;
    if (piece.kind === 'table') {
      const whole = heightOfTable(piece, widthsOf(piece, this.box.width));
      return gap + (this.movesOn(whole) ? whole : 90);
    }
    // Half as large again: letters may be enlarged.
    return 3 * lineOf(sizes.body) + gap;
  }

  private endText(): void {
    if (this.text.length === 0) return;
    const height = heightOf(this.text, this.box.width);
    this.items.push({
      kind: 'text',
      box: { x: this.box.x, y: this.y - height, width: this.box.width, height },
      paragraphs: this.text,
    });
    this.text = [];
    this.y += gap;
  }

  private takeParagraph(piece: Extract<Piece, { kind: 'paragraph' }>, next: Piece | undefined) {
    const { paragraph, refs, heading } = piece;
    const before = this.text.length > 0 ? (paragraph.before ?? 0) : 0;
    const height = before + heightOf([paragraph], this.box.width);
    // A heading does not end a slide: something of what it heads stands below it.
    const after = heading && next ? this.leastOf(next) : 0;
    if (height + after <= this.room || (this.isEmpty && height <= this.room)) {
      this.put(paragraph, height, refs);
      return undefined;
    }
    const lines = Math.floor((this.room - before) / lineOf(paragraph.size));
    const cut = heading || lines < 2 ? undefined : cutParagraph(paragraph, { width: this.box.width, lines });
    if (!cut) return [piece];
    this.put(cut.head, before + lines * lineOf(paragraph.size), refs);
    return [{ ...piece, paragraph: cut.rest }];
  }

  private put(paragraph: Paragraph, height: number, refs: readonly string[]): void {
    this.text.push(paragraph);
    this.refs.push(...refs);
    this.y += height;
  }

  private takeQuote(piece: Extract<Piece, { kind: 'quote' }>): readonly Piece[] | undefined {
    this.endText();
    const width = this.box.width - 2 * quoteInset.x;
    const { taken, rest } = cutParagraphs(piece.paragraphs, width, this.room - 2 * quoteInset.y);
    const least = this.isEmpty ? 1 : Math.min(3, piece.paragraphs.length);
    if (taken.length === 0 || (rest.length > 0 && taken.length < least && !this.isEmpty)) return [piece];
    const height = heightOf(taken, width) + 2 * quoteInset.y;
    this.items.push({
      kind: 'text',
      quote: true,
      box: { ...this.box, y: this.y, height },
      paragraphs: taken,
    });
    this.y += height + gap;
    return rest.length > 0 ? [{ ...piece, paragraphs: rest }] : undefined;
  }

  private takeTable(piece: Extract<Piece, { kind: 'table' }>): readonly Piece[] | undefined {
    this.endText();
    const widths = widthsOf(piece, this.box.width);
    const head = piece.head ? headRow(piece, piece.head, widths) : undefined;
    let height = head?.height ?? 0;
    const rows: (PieceRow & { height: number })[] = [];
    let rest = piece.rows;
    while (rest[0]) {
      const own = rowHeight(rest[0].cells, widths);
      if (height + own > this.room) break;
      rows.push({ ...rest[0], height: own });
      height += own;
      rest = rest.slice(1);
    }
    // A row that a slide can hardly hold is cut through its cells.
    if (rows.length === 0 && rest[0] && (this.isEmpty || isTall(rest[0], widths, this.room - height))) {
      const { taken, left } = cutRow(rest[0], widths, this.room - height);
      const own = rowHeight(taken.cells, widths);
      rows.push({ ...taken, height: own });
      height += own;
      rest = [left, ...rest.slice(1)];
    }
    if (rows.length === 0) return [piece];
    // No row is left alone.
    const last = rest.length === 1 && rows.length > 2 ? rows.pop() : undefined;
    if (last) {
      height -= last.height;
      rest = [last, ...rest];
    }
    const width = widths.reduce((sum, each) => sum + each, 0);
    this.items.push({
      kind: 'table',
      box: { ...this.box, y: this.y, width, height },
      name: piece.name,
      columns: widths.map((width, at) => ({ width, align: piece.aligns[at] ?? 'left' })),
      ...(head && { head }),
      rows,
    });
    this.refs.push(...rows.flatMap(({ refs }) => refs));
    this.y += height + gap;
    return rest.length > 0 ? [{ ...piece, rows: rest }] : undefined;
  }

  /** A frame that may be lower than wished, down to a height at which it still can be read. */
  private takeFramed(wished: number, make: (box: Box) => readonly DeckItem[]): boolean {
    this.endText();
    if (this.room < chartHeight.least) return false;
    const height = Math.min(wished, this.room);
    this.items.push(...make({ ...this.box, y: this.y, height }));
    this.y += height + gap;
    return true;
  }

  private takePicture({ picture, alternative, caption }: Extract<Piece, { kind: 'picture' }>): boolean {
    const said: Paragraph[] = caption
      ? [{ size: sizes.small, align: 'center', runs: [{ text: caption, color: 'quiet' }] }]
      : [];
    const below = heightOf(said, this.box.width);
    const wished = Math.min(chartHeight.most, (this.box.width * picture.height) / picture.width + below);
    return this.takeFramed(Math.max(wished, 60), (box) => {
      const height = box.height - below;
      const shown: DeckItem = { kind: 'picture', box: { ...box, height }, alternative, picture };
      if (said.length === 0) return [shown];
      return [shown, { kind: 'text', box: { ...box, y: box.y + height, height: below }, paragraphs: said }];
    });
  }
}

type TablePiece = Extract<Piece, { kind: 'table' }>;

function headRow({ size, aligns }: TablePiece, head: readonly string[], widths: readonly number[]): DeckRow {
  const cells = head.map((text, at): Paragraph[] => [
    { size, align: aligns[at] ?? 'left', runs: [{ text, bold: true }] },
  ]);
  return { cells, height: rowHeight(cells, widths) };
}

function heightOfTable(piece: TablePiece, widths: readonly number[]): number {
  const head = piece.head ? headRow(piece, piece.head, widths).height : 0;
  return piece.rows.reduce((sum, { cells }) => sum + rowHeight(cells, widths), head);
}

/** Half a slide high, with room for a good part of it. */
function isTall({ cells }: PieceRow, widths: readonly number[], room: number): boolean {
  return room >= 120 && rowHeight(cells, widths) > 200;
}

function cutParagraphs(
  paragraphs: readonly Paragraph[],
  width: number,
  room: number,
): { readonly taken: readonly Paragraph[]; readonly rest: readonly Paragraph[] } {
  const taken: Paragraph[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const used = heightOf(taken, width) + (at > 0 ? (paragraph.before ?? 0) : 0);
    if (used + heightOf([paragraph], width) <= room) {
      taken.push(paragraph);
      continue;
    }
    const lines = Math.floor((room - used) / lineOf(paragraph.size));
    const cut = cutParagraph(paragraph, { width, lines });
    if (!cut) return { taken, rest: paragraphs.slice(at) };
    return { taken: [...taken, cut.head], rest: [cut.rest, ...paragraphs.slice(at + 1)] };
  }
  return { taken, rest: [] };
}

function cutRow(row: PieceRow, widths: readonly number[], room: number): { taken: PieceRow; left: PieceRow } {
  const cells = row.cells.map((cell, at) =>
    cutParagraphs(cell, (widths[at] ?? 0) - 2 * cellInset.x, room - 2 * cellInset.y),
  );
  return {
    taken: { ...row, cells: cells.map(({ taken }) => taken) },
    left: { ...row, refs: [], cells: cells.map(({ rest }) => rest) },
  };
}
