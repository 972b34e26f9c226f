import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { grantApplications, grantEditors } from '../tables.ts';

export type EditorRow = typeof grantEditors.$inferSelect;

/** Found by the hash of what somebody holds. */
export async function findEditorByToken(tx: Tx, token: string): Promise<EditorRow | undefined> {
  const [row] = await tx
    .select()
    .from(grantEditors)
    .where(eq(grantEditors.tokenHash, hashToken(token)));
  return row;
}

export async function insertEditor(
  tx: Tx,
  { token, ...row }: Omit<typeof grantEditors.$inferInsert, 'tokenHash'> & { token: string },
): Promise<void> {
  await tx.insert(grantEditors).values({ ...row, tokenHash: hashToken(token) });
}

/** In the order in which they came. */
export async function listEditors(tx: Tx, applicationId: string): Promise<EditorRow[]> {
  return tx
    .select()
    .from(grantEditors)
    .where(eq(grantEditors.applicationId, applicationId))
    .orderBy(asc(grantEditors.createdAt));
}

/** Every link that this mail address holds on one application ends, or one alone where it is named. */
export async function endEditors(
  tx: Tx,
  { applicationId, mailKey, endedAt }: { applicationId: string; mailKey: string; endedAt: Date },
): Promise<void> {
  await tx
    .update(grantEditors)
    .set({ endedAt })
    .where(
      and(
        eq(grantEditors.applicationId, applicationId),
        eq(grantEditors.mailKey, mailKey),
        isNull(grantEditors.endedAt),
      ),
    );
}

/** The applications on which somebody with this mail address still writes, oldest first. */
export async function listOfMail(tx: Tx, mailKey: string) {
  const rows = await tx
    .selectDistinctOn([grantEditors.applicationId], { editor: grantEditors, application: grantApplications })
    .from(grantEditors)
    .innerJoin(grantApplications, eq(grantApplications.id, grantEditors.applicationId))
    .where(and(eq(grantEditors.mailKey, mailKey), isNull(grantEditors.endedAt)))
    .orderBy(grantEditors.applicationId, asc(grantEditors.createdAt));
  return rows
    .flatMap(({ editor, application: { sealedKey, ...of } }) =>
      sealedKey === null ? [] : [{ editor, application: { ...of, sealedKey } }],
    )
    .toSorted((one, other) => one.application.createdAt.getTime() - other.application.createdAt.getTime());
}
