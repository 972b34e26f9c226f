import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { measures } from '../measures/tables.ts';
import { programs } from '../programs/tables.ts';
import { results } from '../results/tables.ts';
import { rounds } from '../rounds/tables.ts';
import { entries, entryChanges, entryNotes } from './tables.ts';

export type EntryRow = typeof entries.$inferSelect;
export type Note = typeof entryNotes.$inferSelect;
export type Change = typeof entryChanges.$inferSelect;

const columns = {
  entry: entries,
  round: rounds,
  program: programs,
  bureauJa: organisations.nameJa,
  bureauEn: organisations.nameEn,
  lastActivity: sql<string | null>`greatest(
    (select max(n.at) from entry_notes n where n.entry_id = ${entries.id}),
    (select max(c.at) from entry_changes c where c.entry_id = ${entries.id}))`,
};

function select(tx: Tx) {
  return tx
    .select(columns)
    .from(entries)
    .innerJoin(rounds, eq(rounds.id, entries.roundId))
    .innerJoin(programs, eq(programs.id, entries.programId))
    .innerJoin(organisations, eq(organisations.id, entries.organisationId));
}

/** An entry with its round, its program, and the bureau that answers. */
export type EntryInRound = Omit<Awaited<ReturnType<typeof select>>[number], 'lastActivity'> & {
  readonly lastActivity: Date | null;
};

function withDates(row: Awaited<ReturnType<typeof select>>[number]): EntryInRound {
  return { ...row, lastActivity: row.lastActivity ? new Date(row.lastActivity) : null };
}

export async function findEntry(tx: Tx, id: string): Promise<EntryInRound> {
  const [row] = await findEntries(tx, [id]);
  return row as EntryInRound;
}

export interface Portfolio {
  readonly roundId: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly deadlineOn: string;
  readonly isOpen: boolean;
  readonly organisationId: string;
  readonly nameJa: string;
  readonly nameEn: string | null;
  readonly status: string;
  /** Entries, 件. */
  readonly count: number;
}

/** The newest round: entries by bureau and state, as far as this person may see them; bureaus by code. */
export async function countPortfolio(tx: Tx): Promise<Portfolio[]> {
  return tx
    .select({
      roundId: rounds.id,
      title: rounds.title,
      fiscalYear: rounds.fiscalYear,
      deadlineOn: rounds.deadlineOn,
      isOpen: sql<boolean>`${rounds.status} = 'open'`,
      organisationId: entries.organisationId,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
      status: entries.status,
      count: sql<number>`count(*)::int`,
    })
    .from(entries)
    .innerJoin(rounds, eq(rounds.id, entries.roundId))
    .innerJoin(organisations, eq(organisations.id, entries.organisationId))
    .where(sql`${rounds.id} = (select id from rounds order by fiscal_year desc, opened_at desc limit 1)`)
    .groupBy(rounds.id, entries.organisationId, organisations.id, entries.status)
    .orderBy(asc(organisations.code), asc(entries.status));
}

/** In the order in which they are asked for; NotFound when one is not there. */
export async function findEntries(tx: Tx, ids: readonly string[]): Promise<EntryInRound[]> {
  const rows = await select(tx).where(inArray(entries.id, [...ids]));
  const found = new Map(rows.map((row) => [row.entry.id, withDates(row)]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row) throw new NotFound('entry');
    return row;
  });
}

/** Holds the entries until the transaction ends; NotFound when there is one that this person may not write. */
export async function lockEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(inArray(entries.id, [...ids]))
    .orderBy(entries.id)
    .for('update');
  if (rows.length < new Set(ids).size) throw new NotFound('entry');
}

/** The entries of a round that this person may see, by program. */
export async function listEntries(
  tx: Tx,
  { roundId, organisationId }: { roundId: string; organisationId?: string },
): Promise<EntryInRound[]> {
  const rows = await select(tx)
    .where(
      and(
        eq(entries.roundId, roundId),
        organisationId ? eq(entries.organisationId, organisationId) : undefined,
      ),
    )
    .orderBy(asc(organisations.code), asc(programs.position), asc(programs.nameJa));
  return rows.map(withDates);
}

/** Entries of a program over all rounds, newest first. */
export async function listEntriesOfProgram(tx: Tx, programId: string): Promise<EntryInRound[]> {
  const rows = await select(tx).where(eq(entries.programId, programId)).orderBy(desc(rounds.openedAt));
  return rows.map(withDates);
}

export async function insertEntries(
  tx: Tx,
  rows: readonly { roundId: string; programId: string; organisationId: string }[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(entries).values([...rows]);
}

export async function updateEntries(
  tx: Tx,
  ids: readonly string[],
  change: Partial<Pick<EntryRow, 'status' | 'submittedAt' | 'decidedAt'>>,
): Promise<void> {
  await tx
    .update(entries)
    .set({ ...change, version: sql`${entries.version} + 1` })
    .where(inArray(entries.id, [...ids]));
}

export async function insertNote(tx: Tx, note: Omit<typeof entryNotes.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(entryNotes).values(note);
}

export async function listNotes(tx: Tx, entryId: string): Promise<Note[]> {
  return tx.select().from(entryNotes).where(eq(entryNotes.entryId, entryId)).orderBy(asc(entryNotes.at));
}

export async function insertChanges(
  tx: Tx,
  rows: readonly Omit<typeof entryChanges.$inferInsert, 'id'>[],
): Promise<void> {
  for (const part of inParts(rows)) await tx.insert(entryChanges).values(part);
}

/** Newest first. */
export async function listChanges(tx: Tx, entryId: string): Promise<Change[]> {
  return tx
    .select()
    .from(entryChanges)
    .where(eq(entryChanges.entryId, entryId))
    .orderBy(desc(entryChanges.at), asc(entryChanges.field))
    .limit(500);
}

/** The last return with comments of each entry: what has to be mended. */
export async function listReturnNotes(tx: Tx, entryIds: readonly string[]): Promise<Note[]> {
  if (entryIds.length === 0) return [];
  return tx
    .selectDistinctOn([entryNotes.entryId])
    .from(entryNotes)
    .where(and(inArray(entryNotes.entryId, [...entryIds]), eq(entryNotes.kind, 'returned')))
    .orderBy(entryNotes.entryId, desc(entryNotes.at));
}

export type MeasureRow = typeof measures.$inferSelect;
export type ResultRow = typeof results.$inferSelect;

/** Measures of many programs in one go, in their order. */
export async function listMeasuresOf(tx: Tx, programIds: readonly string[]): Promise<MeasureRow[]> {
  if (programIds.length === 0) return [];
  return tx
    .select()
    .from(measures)
    .where(inArray(measures.programId, [...programIds]))
    .orderBy(asc(measures.position), asc(measures.id));
}

/** Measures by their ids: last year's, whose values stand beside this year's. */
export async function listMeasuresById(tx: Tx, ids: readonly string[]): Promise<MeasureRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(measures)
    .where(inArray(measures.id, [...ids]));
}

export async function listResultsOf(tx: Tx, programIds: readonly string[]): Promise<ResultRow[]> {
  if (programIds.length === 0) return [];
  return tx
    .select()
    .from(results)
    .where(inArray(results.programId, [...programIds]));
}
