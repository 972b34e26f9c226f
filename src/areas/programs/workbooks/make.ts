import { writeWorkbook } from '#ui/workbook/write.ts';
import type { BookFacts } from './book-facts.ts';
import { buildWorkbook } from './build.ts';

/** The bytes of a bureau's workbook. */
export function makeWorkbookBytes(facts: BookFacts): Promise<Uint8Array> {
  return writeWorkbook(buildWorkbook(facts));
}
