import { and, asc, count, desc, eq, inArray, like, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { foldForSearch, likePattern } from '#platform/search-text.ts';
import type { FigureRow } from '../editions/make-content.ts';
import type { Term } from '../editions/content.ts';
import { editions, figures } from '../editions/tables.ts';

type Row = typeof figures.$inferSelect;

/** A published number. `value` is what holds now, `printed` what the edition said; null: withheld. */
export type Figure = Omit<Row, 'value' | 'correctedValue' | 'searchText' | 'programPosition' | 'position'> & {
  readonly value: number | null;
  readonly printed: number | null;
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
  previousWithheld: figures.previousWithheld,
  source: figures.source,
  thread: figures.thread,
};

function select(tx: Tx) {
  return tx.select(shown).from(figures);
}

type Selected = Awaited<ReturnType<typeof select>>;

/** The number of the edition is known beforehand: a join would ask row by row who may see the edition. */
function asFigures(rows: Selected, current: readonly CurrentEdition[]): Figure[] {
  const numbers = new Map(current.map(({ id, number }) => [id, number]));
  return rows.map(({ corrected, ...row }) => ({
    ...row,
    value: corrected ?? row.printed,
    editionNumber: numbers.get(row.editionId) ?? 0,
  }));
}

/** Every number of an edition: by program and measure as printed, the year before its months. */
export async function listFigures(tx: Tx, edition: CurrentEdition): Promise<Figure[]> {
  const rows = await select(tx).where(eq(figures.editionId, edition.id)).orderBy(asc(figures.position));
  return asFigures(rows, [edition]);
}

export interface CurrentEdition {
  readonly id: string;
  readonly fiscalYear: number;
  readonly number: number;
  /** What its figures can be narrowed by. */
  readonly units: readonly string[];
  readonly categories: readonly Term[];
}

/** The newest published results of each year: what search and comparison look at. */
export async function listCurrentEditions(tx: Tx): Promise<CurrentEdition[]> {
  return tx
    .selectDistinctOn([editions.fiscalYear], {
      id: editions.id,
      fiscalYear: editions.fiscalYear,
      number: editions.number,
      units: sql<readonly string[]>`${editions.content} -> 'units'`,
      categories: sql<readonly Term[]>`${editions.content} -> 'categories'`,
    })
    .from(editions)
    .where(and(eq(editions.status, 'published'), eq(editions.kind, 'results')))
    .orderBy(desc(editions.fiscalYear), desc(editions.number));
}

export interface FigureQuery {
  /** Each has to be found. */
  readonly words: readonly string[];
  readonly unit: string;
  readonly category: string;
  readonly editions: readonly CurrentEdition[];
}

/** Year figures that match, the newest year first, with the number of all that match. */
export async function searchFigures(
  tx: Tx,
  query: FigureQuery,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ figures: Figure[]; total: number }> {
  const matches = and(inYears(query.editions), ...conditions(query));
  const rows = await select(tx)
    .where(matches)
    .orderBy(desc(figures.fiscalYear), asc(figures.position))
    .limit(limit)
    .offset(offset);
  const [all] = await tx.select({ total: count() }).from(figures).where(matches);
  return { figures: asFigures(rows, query.editions), total: all?.total ?? 0 };
}

function conditions({ words, unit, category }: FigureQuery): SQL[] {
  return [
    ...words.map((word) => like(figures.searchText, likePattern(word))),
    ...(unit ? [eq(figures.unit, unit)] : []),
    ...(category ? [eq(figures.category, category)] : []),
  ];
}

/** One measure over the years, the oldest first. */
export async function listThread(
  tx: Tx,
  thread: string,
  current: readonly CurrentEdition[],
): Promise<Figure[]> {
  const rows = await select(tx)
    .where(and(eq(figures.thread, thread), inYears(current)))
    .orderBy(asc(figures.fiscalYear), asc(figures.position));
  return asFigures(rows, current);
}

/** The year's own number of each measure, not its months. */
function inYears(current: readonly CurrentEdition[]): SQL | undefined {
  return and(
    inArray(
      figures.editionId,
      current.map(({ id }) => id),
    ),
    sql`length(${figures.period}) = 4`,
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
    previousWithheld: row.period.length === 4 && row.measure.previousWithheld === true,
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

/** The year's values that last stood in public, errata included, by thread of the measure; null: withheld. */
export async function readPublishedValues(
  tx: Tx,
  fiscalYear: number,
): Promise<ReadonlyMap<string, number | null>> {
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
      value: sql<number | null>`coalesce(${figures.correctedValue}, ${figures.value})`.mapWith(figures.value),
    })
    .from(figures)
    .where(and(eq(figures.editionId, newest.id), inArray(figures.period, [String(fiscalYear)])));
  return new Map(rows.map(({ thread, value }) => [thread, value]));
}
