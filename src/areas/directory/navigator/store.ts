import { and, desc, eq, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Flow } from './flow.ts';
import { navigatorFlows } from './tables.ts';

export type FlowRow = typeof navigatorFlows.$inferSelect;

/** What everybody walks; undefined before one was published. */
export async function findPublishedFlow(tx: Tx): Promise<FlowRow | undefined> {
  const [row] = await tx.select().from(navigatorFlows).where(eq(navigatorFlows.state, 'published'));
  return row;
}

export async function findDraft(tx: Tx): Promise<FlowRow | undefined> {
  const [row] = await tx.select().from(navigatorFlows).where(eq(navigatorFlows.state, 'draft'));
  return row;
}

export async function lockDraft(tx: Tx): Promise<FlowRow | undefined> {
  const [row] = await tx.select().from(navigatorFlows).where(eq(navigatorFlows.state, 'draft')).for('update');
  return row;
}

export async function findFlow(tx: Tx, version: number): Promise<FlowRow> {
  const [row] = await tx.select().from(navigatorFlows).where(eq(navigatorFlows.version, version));
  if (!row) throw new NotFound('flow');
  return row;
}

/** The newest first, without their content. */
export async function listFlows(tx: Tx): Promise<Omit<FlowRow, 'content'>[]> {
  const { id, version, state, revision, createdAt, updatedAt, updatedBy, publishedAt } = navigatorFlows;
  return tx
    .select({ id, version, state, revision, createdAt, updatedAt, updatedBy, publishedAt })
    .from(navigatorFlows)
    .orderBy(desc(version));
}

export async function insertDraft(
  tx: Tx,
  { content, by, now }: { content: Flow; by: string; now: Date },
): Promise<FlowRow> {
  const [last] = await tx.select({ version: max(navigatorFlows.version) }).from(navigatorFlows);
  const [row] = await tx
    .insert(navigatorFlows)
    .values({
      version: (last?.version ?? 0) + 1,
      state: 'draft',
      content,
      createdAt: now,
      updatedAt: now,
      updatedBy: by,
    })
    .returning();
  if (!row) throw new Error('flow was not written');
  return row;
}

export async function updateDraft(
  tx: Tx,
  { id, content, revision, by, now }: { id: string; content: Flow; revision: number; by: string; now: Date },
): Promise<void> {
  await tx
    .update(navigatorFlows)
    .set({ content, revision, updatedBy: by, updatedAt: now })
    .where(and(eq(navigatorFlows.id, id), eq(navigatorFlows.state, 'draft')));
}

export async function deleteDraft(tx: Tx): Promise<void> {
  await tx.delete(navigatorFlows).where(eq(navigatorFlows.state, 'draft'));
}

/** The draft becomes what everybody walks; what was before is kept as history. */
export async function publishDraft(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(navigatorFlows).set({ state: 'replaced' }).where(eq(navigatorFlows.state, 'published'));
  await tx
    .update(navigatorFlows)
    .set({ state: 'published', publishedAt: now, updatedAt: now })
    .where(eq(navigatorFlows.id, id));
}
