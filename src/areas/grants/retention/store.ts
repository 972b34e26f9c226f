import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantBenefits } from '../benefits/tables.ts';
import { grantCalls } from '../calls/tables.ts';
import { grantErasures, grantHolds, grantRetentionPeriods } from './tables.ts';

export async function listPeriods(tx: Tx, bureauId: string) {
  return tx.select().from(grantRetentionPeriods).where(eq(grantRetentionPeriods.bureauId, bureauId));
}

export async function writePeriod(tx: Tx, row: typeof grantRetentionPeriods.$inferInsert): Promise<void> {
  const { years, changedBy, changedAt } = row;
  await tx
    .insert(grantRetentionPeriods)
    .values(row)
    .onConflictDoUpdate({
      target: [grantRetentionPeriods.bureauId, grantRetentionPeriods.kind],
      set: { years, changedBy, changedAt },
    });
}

/** Offices that have calls, or had. */
export async function listOffices(tx: Tx): Promise<string[]> {
  const rows = await tx.selectDistinct({ id: grantCalls.bureauId }).from(grantCalls);
  return rows.map(({ id }) => id);
}

export type Hold = typeof grantHolds.$inferSelect;
export interface Held {
  readonly kind: 'benefit' | 'application';
  readonly id: string;
}

const columnOf = { benefit: grantHolds.benefitId, application: grantHolds.applicationId } as const;
const standing = (today: string) => and(isNull(grantHolds.liftedAt), gte(grantHolds.untilOn, today));

export async function insertHold(tx: Tx, row: typeof grantHolds.$inferInsert): Promise<void> {
  await tx.insert(grantHolds).values(row);
}

export async function findHold(tx: Tx, { kind, id }: Held, today: string): Promise<Hold | undefined> {
  const [row] = await tx
    .select()
    .from(grantHolds)
    .where(and(eq(columnOf[kind], id), standing(today)));
  return row;
}

export async function updateHold(
  tx: Tx,
  id: string,
  change: Partial<typeof grantHolds.$inferInsert>,
): Promise<void> {
  await tx.update(grantHolds).set(change).where(eq(grantHolds.id, id));
}

/** Holds of an office that stand, with who placed them; why, only the page of what is held tells. */
export async function listHolds(tx: Tx, { bureauId, today }: { bureauId: string; today: string }) {
  return tx
    .select({
      benefitId: grantHolds.benefitId,
      applicationId: grantHolds.applicationId,
      serial: grantBenefits.serial,
      askedOn: grantBenefits.askedOn,
      number: grantApplications.number,
      untilOn: grantHolds.untilOn,
      by: people.name,
    })
    .from(grantHolds)
    .leftJoin(people, eq(people.id, grantHolds.placedBy))
    .leftJoin(grantBenefits, eq(grantBenefits.id, grantHolds.benefitId))
    .leftJoin(grantApplications, eq(grantApplications.id, grantHolds.applicationId))
    .where(and(eq(grantHolds.bureauId, bureauId), standing(today)))
    .orderBy(asc(grantHolds.untilOn));
}

export async function insertErasure(
  tx: Tx,
  row: Omit<typeof grantErasures.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(grantErasures).values(row);
}

/** Of an office, and of what belongs to all. */
export async function listErasures(tx: Tx, bureauId: string) {
  return tx
    .select()
    .from(grantErasures)
    .where(or(eq(grantErasures.bureauId, bureauId), isNull(grantErasures.bureauId)))
    .orderBy(desc(grantErasures.at))
    .limit(100);
}

const ofTokyo = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone 'Asia/Tokyo')::date`;
const lastStep = {
  benefit: ofTokyo(
    sql`(select max(s.at) from grant_benefit_steps s where s.benefit_id = ${grantBenefits.id})`,
  ),
  application: ofTokyo(
    sql`(select max(s.at) from grant_steps s where s.application_id = ${grantApplications.id})`,
  ),
};
const award = (column: string, application: unknown) =>
  sql`(select ${sql.raw(`w.${column}`)} from grant_awards w where w.application_id = ${application})`;

/** The day after which nothing happened to a benefit any more; null while money or its way to the person is open. */
const benefitEnd = sql<string | null>`case
  when ${grantBenefits.state} in ('refused', 'withdrawn', 'cancelled') then ${lastStep.benefit}
  when ${grantBenefits.state} = 'decided' and ${award('closed_at', grantBenefits.applicationId)} is not null and (
      (select v.terms -> 'benefit' ->> 'payee' from grant_call_versions v where v.id = ${grantBenefits.versionId}) <> 'group'
      or (select coalesce(sum(h.yen), 0) from grant_hand_ons h where h.benefit_id = ${grantBenefits.id}) >= ${grantBenefits.yen})
    then greatest(${lastStep.benefit}, ${ofTokyo(award('closed_at', grantBenefits.applicationId))}, ${grantBenefits.outcomeOn},
      (select max(h."on") from grant_hand_ons h where h.benefit_id = ${grantBenefits.id})) end`;

/** The day on which a group's application was over: refused, taken back, or its account closed with nothing left to come back. */
const applicationEnd = sql<string | null>`case
  when ${grantApplications.state} in ('refused', 'withdrawn') then ${lastStep.application}
  when ${grantApplications.state} = 'decided' and ${award('closed_at', grantApplications.id)} is not null and not exists (
      select from grant_returns r join grant_awards w on w.id = r.award_id
      where w.application_id = ${grantApplications.id} and r.state = 'ordered')
    then greatest(${lastStep.application}, ${ofTokyo(award('closed_at', grantApplications.id))}) end`;

export async function findEnd(tx: Tx, { kind, id }: Held): Promise<string | null> {
  const [row] =
    kind === 'benefit'
      ? await tx
          .select({ on: sql<string | null>`(${benefitEnd})::text` })
          .from(grantBenefits)
          .where(eq(grantBenefits.id, id))
      : await tx
          .select({ on: sql<string | null>`(${applicationEnd})::text` })
          .from(grantApplications)
          .where(eq(grantApplications.id, id));
  return row?.on ?? null;
}

export interface Due {
  readonly bureauId: string;
  /** Ended before this day. */
  readonly before: string;
  readonly today: string;
  readonly limit: number;
}

const heldBy = (column: 'benefit_id' | 'application_id', id: unknown, today: string) =>
  sql`exists (select from grant_holds h where h.${sql.raw(column)} = ${id} and h.lifted_at is null and h.until_on >= ${today}::date)`;

export async function lockDueBenefits(tx: Tx, due: Due) {
  return tx
    .select({
      id: grantBenefits.id,
      applicationId: grantBenefits.applicationId,
      recipientId: grantBenefits.recipientId,
      payeeId: grantBenefits.payeeId,
    })
    .from(grantBenefits)
    .where(
      and(
        eq(grantBenefits.bureauId, due.bureauId),
        sql`${grantBenefits.sealedKey} is not null`,
        sql`(${benefitEnd}) < ${due.before}::date`,
        sql`not ${heldBy('benefit_id', grantBenefits.id, due.today)}`,
      ),
    )
    .orderBy(asc(grantBenefits.serial))
    .limit(due.limit)
    .for('update', { skipLocked: true });
}

export async function lockDueApplications(tx: Tx, due: Due) {
  return tx
    .select({ id: grantApplications.id, applicantId: grantApplications.applicantId })
    .from(grantApplications)
    .where(
      and(
        eq(grantApplications.bureauId, due.bureauId),
        sql`${grantApplications.sealedKey} is not null`,
        isNull(grantApplications.recipientId),
        sql`(${applicationEnd}) < ${due.before}::date`,
        sql`not ${heldBy('application_id', grantApplications.id, due.today)}`,
      ),
    )
    .orderBy(asc(grantApplications.id))
    .limit(due.limit)
    .for('update', { skipLocked: true });
}

/** Drafts on which nobody has written since a day: with everything that hangs on them. */
export async function removeDrafts(tx: Tx, due: Omit<Due, 'today'>): Promise<number> {
  const gone = await tx.execute(sql`delete from grant_applications where id in (
    select a.id from grant_applications a where a.bureau_id = ${due.bureauId}::uuid and a.state = 'draft' and a.submitted_at is null
      and greatest(a.created_at, (select max(c.at) from grant_changes c where c.application_id = a.id)) < ${due.before}::date
    limit ${due.limit} for update skip locked)`);
  return gone.rowCount ?? 0;
}

/** Statements that were read before a day, of which no line is open and that still have their key. */
export async function lockDueStatements(tx: Tx, { before, limit }: Pick<Due, 'before' | 'limit'>) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from grant_statements s where s.sealed_key is not null and s.read_at < ${before}::date
      and not exists (select from grant_statement_lines l where l.statement_id = s.id and l.state = 'open')
    limit ${limit} for update skip locked`);
  return rows.map(({ id }) => id);
}

/** The awards under applications, and the reports on them (ids). */
export async function listAwardIds(tx: Tx, applicationIds: readonly string[]) {
  const { rows } = await tx.execute<{ id: string; settlement: string | null }>(sql`
    select w.id, s.id as settlement from grant_awards w left join grant_settlements s on s.award_id = w.id
    where w.application_id = any(${sql.param([...applicationIds])}::uuid[])`);
  return {
    awards: rows.map(({ id }) => id),
    settlements: rows.flatMap(({ settlement }) => settlement ?? []),
  };
}

/** Files of receipts of these benefits. */
export async function listReceiptFiles(tx: Tx, benefitIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select distinct file_id as id from grant_hand_ons
    where benefit_id = any(${sql.param([...benefitIds])}::uuid[]) and file_id is not null`);
  return rows.map(({ id }) => id);
}

/** A signed list may stand behind several benefits: its file goes with the last. */
export async function removeFilesOfNobody(tx: Tx, fileIds: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from files f where f.id = any(${sql.param([...fileIds])}::uuid[])
    and not exists (select from grant_hand_ons h where h.file_id = f.id)`);
}

/** Whoever has nothing standing any more is known again by nothing: the key of a person is no key any longer. */
export async function forgetRecipients(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`update grant_recipients r set blind = 'erased:' || r.id
    where r.id = any(${sql.param([...ids])}::uuid[])
      and not exists (select from grant_benefits b where b.recipient_id = r.id and b.sealed_key is not null)`);
}

/** Those of these applicants under whom nothing stands any more. */
export async function listLeftApplicants(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select a.id from grant_applicants a where a.id = any(${sql.param([...ids])}::uuid[]) and a.sealed_key is not null
      and not exists (select from grant_applications p where p.applicant_id = a.id and p.sealed_key is not null)
      and not exists (select from grant_benefits b where b.payee_id = a.id and b.sealed_key is not null)
    for update`);
  return rows.map(({ id }) => id);
}

/** A person is not known again by name and address; a group is, by what everybody may know of it. */
export async function forgetPersons(tx: Tx, applicantIds: readonly string[]): Promise<void> {
  await tx.execute(sql`update grant_applicants set same_key = null
    where id = any(${sql.param([...applicantIds])}::uuid[]) and kind = 'individual'`);
}

/** Packs in which every application is erased. */
export async function listLeftPacks(tx: Tx, applicationIds: readonly string[]): Promise<string[]> {
  if (applicationIds.length === 0) return [];
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct i.pack_id as id from grant_pack_items i where i.application_id = any(${sql.param([...applicationIds])}::uuid[])
      and not exists (select from grant_pack_items o join grant_applications a on a.id = o.application_id
        where o.pack_id = i.pack_id and a.sealed_key is not null)`);
  return rows.map(({ id }) => id);
}
