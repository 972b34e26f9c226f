import { writeDeck } from '#ui/deck/write.ts';
import { writeWorkbook } from '#ui/workbook/write.ts';
import type { Manuscript } from '../manuscripts/manuscript.ts';
import { bookOf } from './book.ts';
import { figuresCsv, packageOf } from './data.ts';
import { deckOf } from './deck.ts';
import type { Format, Output } from './formats.ts';
import { writePdf } from './pdf.ts';
import type { Surroundings } from './pieces.ts';

export interface Order {
  readonly manuscripts: readonly Manuscript[];
  readonly surroundings: Surroundings;
  readonly formats: readonly Format[];
}

/** Writes the manuscripts in every format that is asked for. The same order gives the same bytes. Runs in a thread of its own: see `make.ts`. */
export async function writeOutputs({ manuscripts, surroundings, formats }: Order): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const manuscript of manuscripts)
    for (const format of formats) {
      const bytes = await writeOne(manuscript, { format, surroundings });
      if (bytes) outputs.push({ lang: manuscript.lang, format, bytes });
    }
  return outputs;
}

/** Null: not written in this language, or not on this machine. */
async function writeOne(
  manuscript: Manuscript,
  { format, surroundings }: { format: Format; surroundings: Surroundings },
): Promise<Uint8Array | null> {
  const text = (said: string) => new TextEncoder().encode(said);
  switch (format) {
    case 'pptx':
      return writeDeck(deckOf(manuscript, surroundings));
    case 'xlsx':
      return writeWorkbook(bookOf(manuscript, surroundings));
    case 'pdf':
      return writePdf(manuscript, surroundings);
    case 'csv':
      return manuscript.lang === 'ja' ? text(figuresCsv(manuscript, surroundings)) : null;
    case 'json':
      return manuscript.lang === 'ja' ? text(`${JSON.stringify(packageOf(manuscript), null, 1)}\n`) : null;
  }
}
