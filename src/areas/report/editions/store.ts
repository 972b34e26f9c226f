import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { foldForSearch } from '#platform/search-text.ts';
import type { EditionContent, EditionKind, ProgramContent } from './content.ts';
import type { FigureRow } from './make-content.ts';
import type { EditionStatus } from './rules.ts';
import { editionPrograms, editions, figures } from './tables.ts';

type Row = typeof editions.$inferSelect;
export type Edition = Omit<Row, 'kind' | 'status'> & {
  readonly kind: EditionKind;
  readonly status: EditionStatus;
};
export type EditionBrief = Omit<Edition, 'content'>;

const { content: _, ...brief } = {
  id: editions.id,
  fiscalYear: editions.fiscalYear,
  kind: editions.kind,
  number: editions.number,
  status: editions.status,
  content: editions.content,
  contentHash: editions.contentHash,
  preparedBy: editions.preparedBy,
  preparedAt: editions.preparedAt,
  proposedBy: editions.proposedBy,
  proposedAt: editions.proposedAt,
  approvedBy: editions.approvedBy,
  publishedAt: editions.publishedAt,
  publishedOn: editions.publishedOn,
};

/** All editions without their contents, the newest first. */
export async function listEditions(tx: Tx): Promise<EditionBrief[]> {
  const rows = await tx
    .select(brief)
    .from(editions)
    .orderBy(
      desc(editions.fiscalYear),
      desc(editions.kind),
      desc(editions.number),
      desc(editions.preparedAt),
    );
  return rows as EditionBrief[];
}

export async function findEdition(tx: Tx, id: string): Promise<Edition> {
  const [row] = await tx.select().from(editions).where(eq(editions.id, id));
  if (!row) throw new NotFound('edition');
  return row as Edition;
}

/** Locks the edition until the transaction ends: of two deciders, the second sees what the first did. */
export async function lockEdition(tx: Tx, id: string): Promise<Edition> {
  const [row] = await tx.select().from(editions).where(eq(editions.id, id)).for('update');
  if (!row) throw new NotFound('edition');
  return row as Edition;
}

/** Editions of a year and kind that were not dropped, the newest first. */
export async function listEditionsOf(
  tx: Tx,
  { fiscalYear, kind }: { fiscalYear: number; kind: EditionKind },
): Promise<EditionBrief[]> {
  const rows = await tx
    .select(brief)
    .from(editions)
    .where(
      and(
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, kind),
        sql`${editions.status} <> 'withdrawn'`,
      ),
    )
    .orderBy(desc(editions.number));
  return rows as EditionBrief[];
}

export async function listEditionPrograms(tx: Tx, editionId: string): Promise<ProgramContent[]> {
  const rows = await tx
    .select({ content: editionPrograms.content })
    .from(editionPrograms)
    .where(eq(editionPrograms.editionId, editionId))
    .orderBy(asc(editionPrograms.position));
  return rows.map((row) => row.content);
}

export async function findEditionProgram(
  tx: Tx,
  { editionId, slug }: { editionId: string; slug: string },
): Promise<ProgramContent> {
  const [row] = await tx
    .select({ content: editionPrograms.content })
    .from(editionPrograms)
    .where(and(eq(editionPrograms.editionId, editionId), eq(editionPrograms.slug, slug)));
  if (!row) throw new NotFound('program');
  return row.content;
}

export async function insertEdition(
  tx: Tx,
  edition: {
    number: number;
    content: EditionContent;
    contentHash: string;
    preparedBy: string;
    now: Date;
  },
): Promise<string> {
  const { number, content, contentHash, preparedBy, now } = edition;
  const { fiscalYear, kind } = content.head;
  const [row] = await tx
    .insert(editions)
    .values({
      fiscalYear,
      kind,
      number,
      status: 'draft',
      content: content.head,
      contentHash,
      preparedBy,
      preparedAt: now,
    })
    .returning({ id: editions.id });
  if (!row) throw new Error('edition was not written');
  await insertPrograms(tx, row.id, content.programs);
  return row.id;
}

/** Puts new content into a draft. */
export async function updateContent(
  tx: Tx,
  id: string,
  edition: { content: EditionContent; contentHash: string; preparedBy: string; now: Date },
): Promise<void> {
  await tx.delete(editionPrograms).where(eq(editionPrograms.editionId, id));
  await insertPrograms(tx, id, edition.content.programs);
  await tx
    .update(editions)
    .set({
      content: edition.content.head,
      contentHash: edition.contentHash,
      preparedBy: edition.preparedBy,
      preparedAt: edition.now,
    })
    .where(eq(editions.id, id));
}

async function insertPrograms(tx: Tx, editionId: string, programs: readonly ProgramContent[]): Promise<void> {
  const rows = programs.map((content, position) => ({
    editionId,
    slug: content.slug,
    programId: content.id,
    thread: content.thread,
    position,
    content,
  }));
  for (const part of parts(rows)) await tx.insert(editionPrograms).values(part);
}

export async function updateStatus(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      Row,
      'status' | 'proposedBy' | 'proposedAt' | 'approvedBy' | 'publishedAt' | 'publishedOn' | 'contentHash'
    >
  > & { status: EditionStatus },
): Promise<void> {
  await tx.update(editions).set(change).where(eq(editions.id, id));
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
  for (const part of parts(values)) await tx.insert(figures).values(part);
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

/** PostgreSQL takes 65,535 parameters in a statement. */
function* parts<T>(rows: readonly T[], size = 1000): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
