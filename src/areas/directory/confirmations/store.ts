import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { confirmationLinks, confirmationPresses } from './tables.ts';

export type ConfirmationLink = typeof confirmationLinks.$inferSelect;

/** Found by the hash of what somebody holds: how long the look-up takes tells nothing about any token. */
export async function findLinkByToken(tx: Tx, token: string): Promise<ConfirmationLink | undefined> {
  const [row] = await tx
    .select()
    .from(confirmationLinks)
    .where(eq(confirmationLinks.tokenHash, hashToken(token)));
  return row;
}

export async function insertLink(
  tx: Tx,
  { token, ...link }: Omit<typeof confirmationLinks.$inferInsert, 'tokenHash'> & { token: string },
): Promise<void> {
  await tx.insert(confirmationLinks).values({ ...link, tokenHash: hashToken(token) });
}

export async function insertPress(
  tx: Tx,
  press: Omit<typeof confirmationPresses.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(confirmationPresses).values(press);
}

/** Takes back every link of an entry that still works. */
export async function withdrawLinks(tx: Tx, serviceId: string, withdrawnAt: Date): Promise<number> {
  const rows = await tx
    .update(confirmationLinks)
    .set({ withdrawnAt })
    .where(and(eq(confirmationLinks.serviceId, serviceId), isNull(confirmationLinks.withdrawnAt)))
    .returning({ id: confirmationLinks.id });
  return rows.length;
}

/** The last link of each of these entries, and when it was last pressed. */
export async function listLastLinks(
  tx: Tx,
  serviceIds: readonly string[],
): Promise<(ConfirmationLink & { pressedAt: Date | null })[]> {
  if (serviceIds.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([confirmationLinks.serviceId], {
      link: confirmationLinks,
      pressedAt: sql<
        string | null
      >`(select max(p.at) from ${confirmationPresses} p where p.link_id = ${confirmationLinks.id})`,
    })
    .from(confirmationLinks)
    .where(inArray(confirmationLinks.serviceId, [...serviceIds]))
    .orderBy(confirmationLinks.serviceId, desc(confirmationLinks.sentAt));
  return rows.map(({ link, pressedAt }) => ({ ...link, pressedAt: pressedAt ? new Date(pressedAt) : null }));
}
