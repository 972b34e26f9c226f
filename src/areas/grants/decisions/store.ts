import { and, asc, desc, eq, inArray, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications, grantSteps } from '../applications/tables.ts';
import { grantAssessments } from '../assessments/tables.ts';
import { grantPackItems, grantPacks } from './tables.ts';

export type Pack = typeof grantPacks.$inferSelect;
export type PackItemRow = typeof grantPackItems.$inferSelect;

export async function findPack(tx: Tx, id: string): Promise<Pack> {
  const [row] = await tx.select().from(grantPacks).where(eq(grantPacks.id, id));
  if (!row) throw new NotFound('decision pack');
  return row;
}

export async function lockPack(tx: Tx, id: string): Promise<Pack> {
  const [row] = await tx.select().from(grantPacks).where(eq(grantPacks.id, id)).for('update');
  if (!row) throw new NotFound('decision pack');
  return row;
}

export async function insertPack(tx: Tx, row: typeof grantPacks.$inferInsert): Promise<void> {
  await tx.insert(grantPacks).values(row);
}

export async function updatePack(
  tx: Tx,
  id: string,
  change: Partial<typeof grantPacks.$inferInsert>,
): Promise<void> {
  await tx
    .update(grantPacks)
    .set({ ...change, revision: sql`${grantPacks.revision} + 1` })
    .where(eq(grantPacks.id, id));
}

export interface PackLine extends Pack {
  readonly items: number;
  readonly awardYen: number;
}

/** Of some offices, those that wait first, then the newest. */
export async function listPacks(tx: Tx, bureauIds: readonly string[]): Promise<PackLine[]> {
  if (bureauIds.length === 0) return [];
  const rows = await tx
    .select({
      pack: grantPacks,
      items: sql<number>`count(${grantPackItems.applicationId})`.mapWith(Number),
      awardYen:
        sql<number>`coalesce(sum(${grantPackItems.proposedYen}) filter (where ${grantPackItems.proposal} = 'award'
        and coalesce(${grantPackItems.outcome}, 'award') = 'award'), 0)`.mapWith(Number),
    })
    .from(grantPacks)
    .leftJoin(grantPackItems, eq(grantPackItems.packId, grantPacks.id))
    .where(inArray(grantPacks.bureauId, [...bureauIds]))
    .groupBy(grantPacks.id)
    .orderBy(desc(sql`${grantPacks.state} <> 'decided'`), desc(grantPacks.createdAt))
    .limit(200);
  return rows.map(({ pack, ...sums }) => ({ ...pack, ...sums }));
}

export interface ItemLine extends PackItemRow {
  readonly number: string;
  readonly state: string;
  readonly askedYen: number | null;
  readonly versionId: string;
  /** Of the application; empty: erased, with every word. */
  readonly sealedKey: string;
  readonly applicantId: string | null;
  readonly submittedAt: Date | null;
  /** A group's public name; null for a person. */
  readonly name: string | null;
  /** Of the assessments that are done: how many, and points reached of most, each as a share from 0 to 1. */
  readonly assessments: number;
  readonly mean: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
}

/** In the order of their numbers. */
export async function listItems(tx: Tx, packId: string): Promise<ItemLine[]> {
  const share = sql`${grantAssessments.points}::float / nullif(${grantAssessments.most}, 0)`;
  const own = and(
    eq(grantAssessments.applicationId, grantPackItems.applicationId),
    sql`exists (select from grant_assignments a where a.id = ${grantAssessments.assignmentId} and a.state = 'done')`,
  );
  const of = (what: ReturnType<typeof sql>) =>
    sql<number | null>`(${tx
      .select({ value: sql`${what}` })
      .from(grantAssessments)
      .where(own)})`;
  const rows = await tx
    .select({
      item: grantPackItems,
      number: grantApplications.number,
      state: grantApplications.state,
      askedYen: grantApplications.askedYen,
      versionId: grantApplications.versionId,
      sealedKey: sql<string>`coalesce(${grantApplications.sealedKey}, '')`,
      applicantId: grantApplications.applicantId,
      submittedAt: grantApplications.submittedAt,
      name: grantApplicants.name,
      assessments: of(sql`count(*)::int`),
      mean: of(sql`avg(${share})`),
      least: of(sql`min(${share})`),
      greatest: of(sql`max(${share})`),
    })
    .from(grantPackItems)
    .innerJoin(grantApplications, eq(grantApplications.id, grantPackItems.applicationId))
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .where(eq(grantPackItems.packId, packId))
    .orderBy(asc(grantApplications.number), asc(grantPackItems.applicationId));
  return rows.map(({ item, number, assessments, ...row }) => ({
    ...item,
    ...row,
    number: number ?? '',
    assessments: assessments ?? 0,
  }));
}

/** Those that the officer has checked and that wait in no pack, oldest first. */
export async function listUndecided(
  tx: Tx,
  { callId, most }: { callId: string; most: number },
): Promise<{ id: string; number: string; name: string | null; askedYen: number | null }[]> {
  const rows = await tx
    .select({
      id: grantApplications.id,
      number: grantApplications.number,
      name: grantApplicants.name,
      askedYen: grantApplications.askedYen,
    })
    .from(grantApplications)
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .where(
      and(
        eq(grantApplications.callId, callId),
        eq(grantApplications.state, 'checked'),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(grantPackItems)
            .where(
              and(eq(grantPackItems.applicationId, grantApplications.id), isNull(grantPackItems.outcome)),
            ),
        ),
      ),
    )
    .orderBy(asc(grantApplications.submittedAt), asc(grantApplications.id))
    .limit(most);
  return rows.map((row) => ({ ...row, number: row.number ?? '' }));
}

export async function insertItems(
  tx: Tx,
  rows: readonly (typeof grantPackItems.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantPackItems).values(rows.slice(at, at + 1_000));
}

/** All rows at once: what the form said of each. */
export async function updateItems(
  tx: Tx,
  packId: string,
  rows: readonly {
    applicationId: string;
    proposal: string;
    yen: number;
    reason: string | null;
    by: string | null;
  }[],
): Promise<void> {
  await tx.execute(sql`
    update grant_pack_items i set proposal = n.proposal, proposed_yen = n.yen, sealed_reason = n.reason, prepared_by = n.by
    from jsonb_to_recordset(${JSON.stringify(
      rows.map(({ applicationId: id, ...row }) => ({ id, ...row })),
    )}::jsonb) n(id uuid, proposal text, yen bigint, reason text, by uuid)
    where i.pack_id = ${packId} and i.application_id = n.id and i.outcome is null`);
}

export async function deleteItems(tx: Tx, packId: string, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx
    .delete(grantPackItems)
    .where(
      and(eq(grantPackItems.packId, packId), inArray(grantPackItems.applicationId, [...applicationIds])),
    );
}

export async function updateOutcomes(
  tx: Tx,
  packId: string,
  { outcome, applicationIds }: { outcome: string; applicationIds: readonly string[] },
): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx
    .update(grantPackItems)
    .set({ outcome })
    .where(
      and(eq(grantPackItems.packId, packId), inArray(grantPackItems.applicationId, [...applicationIds])),
    );
}

/** Who checked, gave back or entered these applications: none of them decides. */
export async function listHands(tx: Tx, applicationIds: readonly string[]): Promise<string[]> {
  if (applicationIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ personId: grantSteps.personId })
    .from(grantSteps)
    .where(and(inArray(grantSteps.applicationId, [...applicationIds]), ne(grantSteps.move, 'withdraw')));
  return rows.flatMap(({ personId }) => personId ?? []);
}
