import { and, asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import {
  grantDocumentCounters,
  grantDocuments,
  grantLetterOffices,
  grantLetters,
  grantLetterTemplates,
} from './tables.ts';

export type LetterOffice = typeof grantLetterOffices.$inferSelect;
export type TemplateRow = typeof grantLetterTemplates.$inferSelect;
export type DocumentRow = typeof grantDocuments.$inferSelect;
export type LetterRow = typeof grantLetters.$inferSelect;

export async function findLetterOffice(tx: Tx, bureauId: string): Promise<LetterOffice | undefined> {
  const [row] = await tx.select().from(grantLetterOffices).where(eq(grantLetterOffices.bureauId, bureauId));
  return row;
}

export async function writeLetterOffice(tx: Tx, row: LetterOffice): Promise<void> {
  const { bureauId: _, ...set } = row;
  await tx
    .insert(grantLetterOffices)
    .values(row)
    .onConflictDoUpdate({ target: grantLetterOffices.bureauId, set });
}

/** The first of `count` numbers in a row. Others of the office and year wait until this transaction ends; undone with it. */
export async function takeSerials(
  tx: Tx,
  { bureauId, fiscalYear, count }: { bureauId: string; fiscalYear: number; count: number },
): Promise<number> {
  const { last } = grantDocumentCounters;
  const [row] = await tx
    .insert(grantDocumentCounters)
    .values({ bureauId, fiscalYear, last: count })
    .onConflictDoUpdate({
      target: [grantDocumentCounters.bureauId, grantDocumentCounters.fiscalYear],
      set: { last: sql`${last} + ${count}` },
    })
    .returning({ last });
  if (!row) throw new Error('no document number was given');
  return row.last - count + 1;
}

export async function insertDocuments(
  tx: Tx,
  rows: readonly (typeof grantDocuments.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantDocuments).values(rows.slice(at, at + 1_000));
}

export async function insertLetters(tx: Tx, rows: readonly LetterRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500)
    await tx.insert(grantLetters).values(rows.slice(at, at + 500));
}

/** Years of an office in which a number was given, newest first. */
export async function listNumberYears(tx: Tx, bureauIds: readonly string[]) {
  if (bureauIds.length === 0) return [];
  const { bureauId, fiscalYear, last } = grantDocumentCounters;
  return tx
    .select({ bureauId, fiscalYear, last })
    .from(grantDocumentCounters)
    .where(inArray(bureauId, [...bureauIds]))
    .orderBy(desc(fiscalYear), asc(bureauId));
}

/** The register of an office and year, newest number first, a page of it below `below`. */
export async function listDocuments(
  tx: Tx,
  {
    bureauId,
    fiscalYear,
    below,
    most,
  }: { bureauId: string; fiscalYear: number; below?: number; most: number },
): Promise<(DocumentRow & { by: string | null })[]> {
  const rows = await tx
    .select({ document: grantDocuments, by: people.name })
    .from(grantDocuments)
    .leftJoin(people, eq(people.id, grantDocuments.personId))
    .where(
      and(
        eq(grantDocuments.bureauId, bureauId),
        eq(grantDocuments.fiscalYear, fiscalYear),
        below === undefined ? undefined : sql`${grantDocuments.serial} < ${below}`,
      ),
    )
    .orderBy(desc(grantDocuments.serial))
    .limit(most);
  return rows.map(({ document, by }) => ({ ...document, by }));
}

/** A letter as it was issued, with what the register says of it. */
export async function findLetter(
  tx: Tx,
  documentId: string,
): Promise<{ document: DocumentRow; letter: LetterRow | undefined }> {
  const [row] = await tx
    .select({ document: grantDocuments, letter: grantLetters })
    .from(grantDocuments)
    .leftJoin(grantLetters, eq(grantLetters.documentId, grantDocuments.id))
    .where(eq(grantDocuments.id, documentId));
  if (!row) throw new NotFound('letter');
  return { document: row.document, letter: row.letter ?? undefined };
}

/** Letters about these applications, oldest first; a number alone is no letter. */
export async function listLettersOf(tx: Tx, ...applicationIds: string[]): Promise<DocumentRow[]> {
  return tx
    .select(getTableColumns(grantDocuments))
    .from(grantDocuments)
    .innerJoin(grantLetters, eq(grantLetters.documentId, grantDocuments.id))
    .where(inArray(grantDocuments.applicationId, applicationIds))
    .orderBy(asc(grantDocuments.fiscalYear), asc(grantDocuments.serial));
}

/** The words that hold, and those being written, of an office. */
export async function listTemplates(tx: Tx, bureauId: string): Promise<TemplateRow[]> {
  return tx
    .select()
    .from(grantLetterTemplates)
    .where(eq(grantLetterTemplates.bureauId, bureauId))
    .orderBy(asc(grantLetterTemplates.kind), desc(grantLetterTemplates.version));
}

export async function lockTemplates(
  tx: Tx,
  { bureauId, kind }: { bureauId: string; kind: string },
): Promise<TemplateRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${bureauId} ${kind}`}, 0))`);
  const { version } = grantLetterTemplates;
  return tx
    .select()
    .from(grantLetterTemplates)
    .where(and(eq(grantLetterTemplates.bureauId, bureauId), eq(grantLetterTemplates.kind, kind)))
    .orderBy(desc(version));
}

export async function insertTemplate(
  tx: Tx,
  row: Omit<typeof grantLetterTemplates.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(grantLetterTemplates).values(row);
}

export async function updateTemplate(
  tx: Tx,
  id: string,
  change: Partial<typeof grantLetterTemplates.$inferInsert>,
): Promise<void> {
  await tx.update(grantLetterTemplates).set(change).where(eq(grantLetterTemplates.id, id));
}

export async function deleteTemplate(tx: Tx, id: string): Promise<void> {
  await tx.delete(grantLetterTemplates).where(eq(grantLetterTemplates.id, id));
}
