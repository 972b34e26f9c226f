import { and, asc, count, desc, eq, getTableColumns, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { services } from '../services/tables.ts';
import { proposals } from './tables.ts';

export type Proposal = typeof proposals.$inferSelect;
/** Without the address of whoever wrote: only the page of a decision shows it. */
export type ListedProposal = Omit<Proposal, 'email'>;

/** Says nothing back: whoever writes it may not read it. */
export async function insertProposal(tx: Tx, proposal: typeof proposals.$inferInsert): Promise<void> {
  await tx.insert(proposals).values(proposal);
}

export async function findProposal(tx: Tx, id: string): Promise<Proposal> {
  const [row] = await tx.select().from(proposals).where(eq(proposals.id, id));
  if (!row) throw new NotFound('proposal');
  return row;
}

/** Holds it until the end of the transaction, for those who may decide. */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal> {
  const [row] = await tx.select().from(proposals).where(eq(proposals.id, id)).for('update');
  if (!row) throw new NotFound('proposal');
  return row;
}

/** The open ones by age, the decided ones by their decision; the newest 200 of those. */
export async function listProposals(
  tx: Tx,
  { status }: { status: 'open' | 'decided' },
): Promise<ListedProposal[]> {
  const { email: _email, ...listed } = getTableColumns(proposals);
  return tx
    .select(listed)
    .from(proposals)
    .where(status === 'open' ? eq(proposals.status, 'open') : isNotNull(proposals.decidedAt))
    .orderBy(status === 'open' ? asc(proposals.createdAt) : desc(proposals.decidedAt), asc(proposals.id))
    .limit(200);
}

export async function updateProposal(
  tx: Tx,
  id: string,
  decision: Partial<typeof proposals.$inferInsert>,
): Promise<void> {
  await tx.update(proposals).set(decision).where(eq(proposals.id, id));
}

/** How much of what outsiders wrote waits: for one entry (or for none yet), and since a moment over all. */
export async function countOpen(
  tx: Tx,
  { serviceId, since }: { serviceId: string | null; since: Date },
): Promise<{ ofEntry: number; recent: number }> {
  const [entry] = await tx
    .select({ count: count() })
    .from(proposals)
    .where(
      and(
        eq(proposals.status, 'open'),
        serviceId === null ? isNull(proposals.serviceId) : eq(proposals.serviceId, serviceId),
      ),
    );
  const [recent] = await tx
    .select({ count: count() })
    .from(proposals)
    .where(and(eq(proposals.origin, 'public'), gt(proposals.createdAt, since)));
  return { ofEntry: entry?.count ?? 0, recent: recent?.count ?? 0 };
}

/** How many wait for the owner of the entries; null: about entries that are missing. */
export async function countWaiting(tx: Tx, organisationId: string | null): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(proposals)
    .leftJoin(services, eq(services.id, proposals.serviceId))
    .where(
      and(
        eq(proposals.status, 'open'),
        organisationId === null ? isNull(proposals.serviceId) : eq(services.organisationId, organisationId),
      ),
    );
  return row?.count ?? 0;
}

/** Addresses that waited too long for a decision go without one. */
export async function eraseEmailsBefore(tx: Tx, before: Date): Promise<number> {
  const rows = await tx
    .update(proposals)
    .set({ email: null })
    .where(and(isNotNull(proposals.email), lt(proposals.createdAt, before)))
    .returning({ id: proposals.id });
  return rows.length;
}
