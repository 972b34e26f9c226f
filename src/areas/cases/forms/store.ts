import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import type { FormSet } from './form.ts';
import { caseForms } from './tables.ts';

export type CaseForms = typeof caseForms.$inferSelect;

/** What is used in a fiscal year: published for it, else for the nearest earlier year, else for the first one after. */
export async function findPublishedForms(tx: Tx, fiscalYear: number): Promise<CaseForms | undefined> {
  const [row] = await tx
    .select()
    .from(caseForms)
    .where(eq(caseForms.state, 'published'))
    .orderBy(
      desc(sql`${caseForms.fiscalYear} <= ${fiscalYear}::int`),
      asc(sql`abs(${caseForms.fiscalYear} - ${fiscalYear}::int)`),
    )
    .limit(1);
  return row;
}

export async function lockForms(
  tx: Tx,
  { fiscalYear, state }: { fiscalYear: number; state: 'draft' | 'published' },
): Promise<CaseForms | undefined> {
  const [row] = await tx
    .select()
    .from(caseForms)
    .where(and(eq(caseForms.fiscalYear, fiscalYear), eq(caseForms.state, state)))
    .for('update');
  return row;
}

export type FormsLine = Awaited<ReturnType<typeof listForms>>[number];

/** Without their content, newest year and version first. */
export async function listForms(tx: Tx) {
  const { fiscalYear, version, state, publishedAt, updatedAt } = caseForms;
  return tx
    .select({ fiscalYear, version, state, publishedAt, updatedAt, by: people.name })
    .from(caseForms)
    .leftJoin(people, eq(people.id, caseForms.updatedBy))
    .orderBy(desc(fiscalYear), desc(version));
}

/** What is used in a year and what is being changed. */
export async function findFormsOf(tx: Tx, fiscalYear: number): Promise<CaseForms[]> {
  return tx
    .select()
    .from(caseForms)
    .where(and(eq(caseForms.fiscalYear, fiscalYear), ne(caseForms.state, 'replaced')));
}

export async function findForms(
  tx: Tx,
  { fiscalYear, version }: { fiscalYear: number; version: number },
): Promise<CaseForms | undefined> {
  const [row] = await tx
    .select()
    .from(caseForms)
    .where(and(eq(caseForms.fiscalYear, fiscalYear), eq(caseForms.version, version)));
  return row;
}

/** Contents of everything that was ever published, of any year. */
export async function listContents(tx: Tx): Promise<FormSet[]> {
  const rows = await tx
    .select({ content: caseForms.content })
    .from(caseForms)
    .where(ne(caseForms.state, 'draft'));
  return rows.map(({ content }) => content);
}

/** One writer at a time: two starts, two drafts. */
export async function lockAllForms(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${caseForms} in share row exclusive mode`);
}

export async function countForms(tx: Tx): Promise<number> {
  return tx.$count(caseForms);
}

export async function lastVersion(tx: Tx, fiscalYear: number): Promise<number> {
  const [row] = await tx
    .select({ version: caseForms.version })
    .from(caseForms)
    .where(eq(caseForms.fiscalYear, fiscalYear))
    .orderBy(desc(caseForms.version))
    .limit(1);
  return row?.version ?? 0;
}

export async function insertForms(tx: Tx, row: Omit<typeof caseForms.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(caseForms).values(row);
}

export async function updateForms(
  tx: Tx,
  id: string,
  change: Partial<typeof caseForms.$inferInsert>,
): Promise<void> {
  await tx.update(caseForms).set(change).where(eq(caseForms.id, id));
}

export async function deleteForms(tx: Tx, id: string): Promise<void> {
  await tx.delete(caseForms).where(eq(caseForms.id, id));
}
