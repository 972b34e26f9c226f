import { and, asc, count, desc, eq, inArray, like, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { foldForSearch, likePattern } from '#platform/search-text.ts';
import type { FigureRow } from '../editions/make-content.ts';
import { editions, figures } from '../editions/tables.ts';

type Row = typeof figures.$inferSelect;

/** A published number. `value` is what holds now, `printed` what the edition said. */
export type Figure = Omit<Row, 'value' | 'correctedValue' | 'searchText' | 'programPosition' | 'position'> & {
  readonly value: number;
  readonly printed: number;
  readonly editionNumber: number;
};

const shown = {
  editionId: figures.editionId,
  fiscalYear: figures.fiscalYear,
  programId: figures.programId,
  measureId: figures.measureId,
  period: figures.period,
  programSlug: figures.programSlug,
  programName: figures.programName,
  programNameEn: figures.programNameEn,
  category: figures.category,
  bureau: figures.bureau,
  label: figures.label,
  labelEn: figures.labelEn,
  unit: figures.unit,
  printed: figures.value,
  corrected: figures.correctedValue,
  corrections: figures.corrections,
  previousValue: figures.previousValue,
  source: figures.source,
  thread: figures.thread,
  editionNumber: editions.number,
};

function select(tx: Tx) {
  return tx.select(shown).from(figures).innerJoin(editions, eq(editions.id, figures.editionId));
}

function asFigure({ corrected, ...row }: Awaited<ReturnType<typeof select>>[number]): Figure {
  return { ...row, value: corrected ?? row.printed };
}

/** Every number of an edition: by program and measure as printed, the year before its months. */
export async function listFigures(tx: Tx, editionId: string): Promise<Figure[]> {
  const rows = await select(tx).where(eq(figures.editionId, editionId)).orderBy(asc(figures.position));
  return rows.map(asFigure);
}

/** The newest published results of each year: what search and comparison look at. */
export async function listCurrentEditions(tx: Tx): Promise<{ id: string; fiscalYear: number }[]> {
  return tx
    .selectDistinctOn([editions.fiscalYear], { id: editions.id, fiscalYear: editions.fiscalYear })
    .from(editions)
    .where(and(eq(editions.status, 'published'), eq(editions.kind, 'results')))
    .orderBy(desc(editions.fiscalYear), desc(editions.number));
}

export interface FigureQuery {
  /** Each has to be found. */
  readonly words: readonly string[];
  readonly unit: string;
  readonly category: string;
  readonly editionIds: readonly string[];
}

/** Year figures that match, the newest year first, with the number of all that match. */
export async function searchFigures(
  tx: Tx,
  query: FigureQuery,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ figures: Figure[]; total: number }> {
  const matches = and(inYears(query.editionIds), ...conditions(query));
  const rows = await select(tx)
    .where(matches)
    .orderBy(desc(figures.fiscalYear), asc(figures.position))
    .limit(limit)
    .offset(offset);
  const [all] = await tx.select({ total: count() }).from(figures).where(matches);
  return { figures: rows.map(asFigure), total: all?.total ?? 0 };
}

function conditions({ words, unit, category }: FigureQuery): SQL[] {
  return [
    ...words.map((word) => like(figures.searchText, likePattern(word))),
    ...(unit ? [eq(figures.unit, unit)] : []),
    ...(category ? [eq(figures.category, category)] : []),
  ];
}

/** The choices of the search form. */
export async function listChoices(
  tx: Tx,
  editionIds: readonly string[],
): Promise<{ units: string[]; categories: string[] }> {
  const rows = await tx
    .selectDistinct({ unit: figures.unit, category: figures.category })
    .from(figures)
    .where(inYears(editionIds));
  return {
    units: [...new Set(rows.map(({ unit }) => unit))].sort(),
    categories: [...new Set(rows.map(({ category }) => category))].filter(Boolean).sort(),
  };
}

/** One measure over the years, the oldest first. */
export async function listThread(tx: Tx, thread: string, editionIds: readonly string[]): Promise<Figure[]> {
  const rows = await select(tx)
    .where(and(eq(figures.thread, thread), inYears(editionIds)))
    .orderBy(asc(figures.fiscalYear), asc(figures.position));
  return rows.map(asFigure);
}

/** The year's own number of each measure, not its months. */
function inYears(editionIds: readonly string[]): SQL | undefined {
  return and(
    inArray(figures.editionId, [...editionIds]),
    sql`${figures.period} = ${figures.fiscalYear}::text`,
  );
}

/** Writes the numbers of an edition that is about to be published. */
export async function insertFigures(tx: Tx, editionId: string, rows: readonly FigureRow[]): Promise<void> {
  const positions = new Map<string, number>();
  const position = (programId: string) => {
    if (!positions.has(programId)) positions.set(programId, positions.size);
    return positions.get(programId) as number;
  };
  const values = rows.map((row, index) => ({
    editionId,
    fiscalYear: row.fiscalYear,
    programId: row.program.id,
    measureId: row.measure.id,
    period: row.period,
    position: index,
    programPosition: position(row.program.id),
    programSlug: row.program.slug,
    programName: row.program.name.ja,
    programNameEn: row.program.name.en,
    category: row.program.categoryName?.ja ?? '',
    bureau: row.program.bureau.ja,
    label: row.measure.label.ja,
    labelEn: row.measure.label.en,
    unit: row.measure.unit.ja,
    value: row.value,
    previousValue: row.previousValue,
    source: row.measure.sourceNote,
    thread: row.measure.thread,
    searchText: searchTextOf(row),
  }));
  for (const part of inParts(values)) await tx.insert(figures).values(part);
}

function searchTextOf({ program, measure }: FigureRow): string {
  const words = [
    program.name.ja,
    program.name.en,
    measure.label.ja,
    measure.label.en,
    program.categoryName?.ja,
    program.categoryName?.en,
    program.bureau.ja,
    program.bureau.en,
    measure.unit.ja,
  ];
  return foldForSearch(words.filter(Boolean).join(' '));
}

/** The year's values that last stood in public, errata included, by thread of the measure. */
export async function readPublishedValues(tx: Tx, fiscalYear: number): Promise<ReadonlyMap<string, number>> {
  const [newest] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, 'results'),
        eq(editions.status, 'published'),
      ),
    )
    .orderBy(desc(editions.number))
    .limit(1);
  if (!newest) return new Map();
  const rows = await tx
    .select({
      thread: figures.thread,
      value: sql<number>`coalesce(${figures.correctedValue}, ${figures.value})`.mapWith(Number),
    })
    .from(figures)
    .where(and(eq(figures.editionId, newest.id), inArray(figures.period, [String(fiscalYear)])));
  return new Map(rows.map(({ thread, value }) => [thread, value]));
}
