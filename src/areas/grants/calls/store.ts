import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { people } from '#platform/people/tables.ts';
import { grantBudgets } from '../ledger/tables.ts';
import { grantBudgetChanges, grantCalls, grantCallVersions } from './tables.ts';
import type { CallTerms } from './terms.ts';

export type Call = typeof grantCalls.$inferSelect;
export type CallVersion = typeof grantCallVersions.$inferSelect;
export type BudgetChange = typeof grantBudgetChanges.$inferSelect;

export interface PublishedTerms {
  readonly versionId: string;
  readonly version: number;
  readonly terms: CallTerms;
}

export async function findCall(tx: Tx, id: string): Promise<Call> {
  const [row] = await tx.select().from(grantCalls).where(eq(grantCalls.id, id));
  if (!row) throw new NotFound('grant call');
  return row;
}

/** As everybody finds it: never a draft. */
export async function findPublicCall(tx: Tx, slug: string): Promise<Call> {
  const [row] = await tx
    .select()
    .from(grantCalls)
    .where(and(eq(grantCalls.slug, slug), ne(grantCalls.state, 'draft')));
  if (!row) throw new NotFound('grant call');
  return row;
}

/** Holds a call until the transaction ends: its versions follow one another. */
export async function lockCall(tx: Tx, id: string): Promise<Call> {
  const [row] = await tx.select().from(grantCalls).where(eq(grantCalls.id, id)).for('update');
  if (!row) throw new NotFound('grant call');
  return row;
}

/** The terms that hold: of the newest published version. */
export async function findPublishedTerms(tx: Tx, callId: string): Promise<PublishedTerms> {
  const { id, version, terms } = grantCallVersions;
  const [row] = await tx
    .select({ versionId: id, version, terms })
    .from(grantCallVersions)
    .where(and(eq(grantCallVersions.callId, callId), isNotNull(grantCallVersions.publishedAt)))
    .orderBy(desc(version))
    .limit(1);
  if (!row) throw new NotFound('published terms');
  return row;
}

/** The terms under which an application was written. */
export async function termsOf(tx: Tx, versionId: string): Promise<CallTerms> {
  const [row] = await tx
    .select({ terms: grantCallVersions.terms })
    .from(grantCallVersions)
    .where(eq(grantCallVersions.id, versionId));
  if (!row) throw new NotFound('terms');
  return row.terms;
}

/** The draft with the name of who handed it over. */
export async function findNamedDraft(tx: Tx, callId: string) {
  const [row] = await tx
    .select({ draft: grantCallVersions, proposedByName: people.name })
    .from(grantCallVersions)
    .leftJoin(people, eq(people.id, grantCallVersions.proposedBy))
    .where(and(eq(grantCallVersions.callId, callId), isNull(grantCallVersions.publishedAt)));
  return row && { ...row.draft, proposedByName: row.proposedByName };
}

export async function findDraft(tx: Tx, callId: string): Promise<CallVersion | undefined> {
  const [row] = await tx
    .select()
    .from(grantCallVersions)
    .where(and(eq(grantCallVersions.callId, callId), isNull(grantCallVersions.publishedAt)));
  return row;
}

/** Newest first; without their terms. */
export async function listVersions(tx: Tx, callId: string) {
  return tx
    .select({ ...versionColumns, publishedByName: people.name })
    .from(grantCallVersions)
    .leftJoin(people, eq(people.id, grantCallVersions.publishedBy))
    .where(eq(grantCallVersions.callId, callId))
    .orderBy(desc(grantCallVersions.version));
}
const versionColumns = {
  id: grantCallVersions.id,
  version: grantCallVersions.version,
  note: grantCallVersions.note,
  publishedAt: grantCallVersions.publishedAt,
};

export async function findVersion(
  tx: Tx,
  { callId, version }: { callId: string; version: number },
): Promise<CallVersion> {
  const [row] = await tx
    .select()
    .from(grantCallVersions)
    .where(and(eq(grantCallVersions.callId, callId), eq(grantCallVersions.version, version)));
  if (!row) throw new NotFound('terms');
  return row;
}

export async function isSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await tx.$count(grantCalls, eq(grantCalls.slug, slug))) > 0;
}

export async function listSlugs(tx: Tx): Promise<string[]> {
  return (await tx.select({ slug: grantCalls.slug }).from(grantCalls)).map(({ slug }) => slug);
}

export async function insertCall(tx: Tx, row: typeof grantCalls.$inferInsert): Promise<string> {
  const [made] = await tx.insert(grantCalls).values(row).returning({ id: grantCalls.id });
  if (!made) throw new Error('grant call was not written');
  return made.id;
}

export async function updateCall(
  tx: Tx,
  id: string,
  change: Partial<typeof grantCalls.$inferInsert>,
): Promise<void> {
  await tx.update(grantCalls).set(change).where(eq(grantCalls.id, id));
}

export async function deleteCall(tx: Tx, id: string): Promise<void> {
  await tx.delete(grantCalls).where(eq(grantCalls.id, id));
}

export async function insertVersion(tx: Tx, row: typeof grantCallVersions.$inferInsert): Promise<string> {
  const [made] = await tx.insert(grantCallVersions).values(row).returning({ id: grantCallVersions.id });
  if (!made) throw new Error('terms were not written');
  return made.id;
}

export async function updateVersion(
  tx: Tx,
  id: string,
  change: Partial<typeof grantCallVersions.$inferInsert>,
): Promise<void> {
  await tx.update(grantCallVersions).set(change).where(eq(grantCallVersions.id, id));
}

export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await tx.delete(grantCallVersions).where(eq(grantCallVersions.id, id));
}

/** Budget, and what of it no decision binds yet; 0 and 0 for whoever does not see the money. */
export async function findMoney(tx: Tx, callId: string): Promise<{ budgetYen: number; freeYen: number }> {
  const [row] = await tx
    .select({
      budgetYen: grantBudgets.budgetYen,
      freeYen: sql<number>`${grantBudgets.budgetYen} - ${grantBudgets.decidedYen}`.mapWith(Number),
    })
    .from(grantBudgets)
    .where(eq(grantBudgets.callId, callId));
  return row ?? { budgetYen: 0, freeYen: 0 };
}

export interface CallLine extends Call {
  /** Of the published version, else of the draft. */
  readonly terms: CallTerms;
  /** When the terms that hold were published. */
  readonly publishedAt: Date | null;
  readonly draft: Pick<CallVersion, 'version' | 'proposedAt' | 'returnReason' | 'editors'> | undefined;
  readonly budgetYen: number;
  readonly freeYen: number;
}

/** Calls with the terms that hold (or are being written), newest year first; `states` leaves out the others. */
export async function listCalls(
  tx: Tx,
  { states }: { states?: readonly string[] } = {},
): Promise<CallLine[]> {
  const calls = await tx
    .select({
      call: grantCalls,
      budgetYen: grantBudgets.budgetYen,
      decidedYen: grantBudgets.decidedYen,
    })
    .from(grantCalls)
    .leftJoin(grantBudgets, eq(grantBudgets.callId, grantCalls.id))
    .where(states ? inArray(grantCalls.state, [...states]) : undefined)
    .orderBy(desc(grantCalls.fiscalYear), desc(grantCalls.createdAt), asc(grantCalls.id));
  const ids = calls.map(({ call }) => call.id);
  const versions = ids.length
    ? await tx
        .select()
        .from(grantCallVersions)
        .where(inArray(grantCallVersions.callId, ids))
        .orderBy(desc(grantCallVersions.version))
    : [];
  return calls.flatMap(({ call, budgetYen, decidedYen }) => {
    const own = versions.filter(({ callId }) => callId === call.id);
    const draft = own.find(({ publishedAt }) => publishedAt === null);
    const shown = own.find(({ publishedAt }) => publishedAt !== null) ?? draft;
    if (!shown) return [];
    const budget = budgetYen ?? 0;
    const { terms, publishedAt } = shown;
    return [{ ...call, terms, publishedAt, draft, budgetYen: budget, freeYen: budget - (decidedYen ?? 0) }];
  });
}

export async function insertBudgetChange(
  tx: Tx,
  row: typeof grantBudgetChanges.$inferInsert,
): Promise<string> {
  const [made] = await tx.insert(grantBudgetChanges).values(row).returning({ id: grantBudgetChanges.id });
  if (!made) throw new Error('budget change was not written');
  return made.id;
}

export async function lockBudgetChange(tx: Tx, id: string): Promise<BudgetChange> {
  const [row] = await tx.select().from(grantBudgetChanges).where(eq(grantBudgetChanges.id, id)).for('update');
  if (!row) throw new NotFound('budget change');
  return row;
}

export async function findBudgetChange(tx: Tx, id: string): Promise<BudgetChange> {
  const [row] = await tx.select().from(grantBudgetChanges).where(eq(grantBudgetChanges.id, id));
  if (!row) throw new NotFound('budget change');
  return row;
}

export async function updateBudgetChange(
  tx: Tx,
  id: string,
  change: Pick<BudgetChange, 'state' | 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  await tx.update(grantBudgetChanges).set(change).where(eq(grantBudgetChanges.id, id));
}

export interface BudgetLine extends BudgetChange {
  readonly askedByName: string | null;
  readonly decidedByName: string | null;
}

/** Of one call, or those that wait anywhere; newest first. */
export async function listBudgetChanges(
  tx: Tx,
  of: { callId: string } | { state: 'asked' },
): Promise<BudgetLine[]> {
  const asking = alias(people, 'asking');
  const deciding = alias(people, 'deciding');
  const rows = await tx
    .select({ change: grantBudgetChanges, askedByName: asking.name, decidedByName: deciding.name })
    .from(grantBudgetChanges)
    .leftJoin(asking, eq(asking.id, grantBudgetChanges.askedBy))
    .leftJoin(deciding, eq(deciding.id, grantBudgetChanges.decidedBy))
    .where('callId' in of ? eq(grantBudgetChanges.callId, of.callId) : eq(grantBudgetChanges.state, of.state))
    .orderBy(desc(grantBudgetChanges.askedAt), asc(grantBudgetChanges.id));
  return rows.map(({ change, ...names }) => ({ ...change, ...names }));
}
