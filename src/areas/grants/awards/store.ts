import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantCallVersions } from '../calls/tables.ts';
import { grantPayments } from '../payments/tables.ts';
import { grantSettlements } from '../settlements/tables.ts';
import { grantAwards } from './tables.ts';

export type Award = typeof grantAwards.$inferSelect;

export async function insertAwards(
  tx: Tx,
  rows: readonly (typeof grantAwards.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantAwards).values(rows.slice(at, at + 1_000));
}

/** From `submitted` or `checked`, or decided in the same transaction already, and from nowhere else; the ids that stand decided. */
export async function updateDecided(
  tx: Tx,
  { applicationIds, at }: { applicationIds: readonly string[]; at: Date },
): Promise<readonly string[]> {
  const { id, state } = grantApplications;
  const rows = await tx
    .update(grantApplications)
    .set({ state: 'decided', decidedAt: at })
    .where(and(inArray(id, [...applicationIds]), inArray(state, ['submitted', 'checked', 'decided'])))
    .returning({ id });
  return rows.map((row) => row.id);
}

export async function findAward(tx: Tx, id: string): Promise<Award> {
  const [row] = await tx.select().from(grantAwards).where(eq(grantAwards.id, id));
  if (!row) throw new NotFound('grant award');
  return row;
}

export async function findAwardOf(tx: Tx, applicationId: string): Promise<Award | undefined> {
  const [row] = await tx.select().from(grantAwards).where(eq(grantAwards.applicationId, applicationId));
  return row;
}

/** Its state and its period; amounts are moved by the ledger only. */
export async function updateAward(
  tx: Tx,
  id: string,
  change: Partial<Pick<Award, 'state' | 'startsOn' | 'endsOn' | 'closedAt'>>,
): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(grantAwards).set(change).where(eq(grantAwards.id, id));
}

/** Those of these whose account is closed, and whether they are accounted for by a report. */
export async function listClosed(
  tx: Tx,
  awardIds: readonly string[],
): Promise<readonly { readonly id: string; readonly reports: boolean }[]> {
  return tx
    .select({
      id: grantAwards.id,
      reports: sql<boolean>`coalesce(${grantCallVersions.terms} -> 'report', 'null'::jsonb) <> 'null'::jsonb`,
    })
    .from(grantAwards)
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantAwards.versionId))
    .where(and(inArray(grantAwards.id, [...awardIds]), eq(grantAwards.state, 'closed')));
}

export interface UnderWay {
  /** Ordered or approved, in yen: it will go out. */
  readonly ordered: number;
  /** Gone out; the bank has not said yet that it arrived. */
  readonly released: number;
}

/** Payments of an award that are on their way. */
export async function findUnderWay(tx: Tx, awardId: string): Promise<UnderWay> {
  const { state, yen } = grantPayments;
  const sum = (states: readonly string[]) =>
    sql<number>`coalesce(sum(${yen}) filter (where ${inArray(state, [...states])}), 0)`.mapWith(Number);
  const [row] = await tx
    .select({ ordered: sum(['ordered', 'approved']), released: sum(['released']) })
    .from(grantPayments)
    .where(eq(grantPayments.awardId, awardId));
  return row ?? { ordered: 0, released: 0 };
}

/** What an award's applicant received, by the day on which the bank was to pay. */
export async function listReceived(tx: Tx, awardId: string): Promise<{ on: string; yen: number }[]> {
  const rows = await tx.execute<{ on: string; yen: string }>(sql`
    select coalesce(t.pay_on, (m.at at time zone 'Asia/Tokyo')::date)::text as "on", sum(m.yen) as yen
    from grant_moves m left join grant_payments p on p.id = m.source_id left join grant_transfers t on t.id = p.transfer_id
    where m.award_id = ${awardId} and m.kind = 'pay' and (p.id is null or p.state <> 'returned')
    group by 1 order by 1`);
  return rows.rows.map(({ on, yen }) => ({ on, yen: Number(yen) }));
}

export type Filter = 'all' | 'changes' | 'overdue' | 'inspect' | 'fix' | 'returns';

/** An accountant sees no application, and every award. */
const notErased = sql`(${grantApplications.id} is null or ${grantApplications.sealedKey} is not null)`;

export interface AwardLine {
  readonly award: Award;
  /** A group's public name; null: a person. */
  readonly groupName: string | null;
  readonly report: { readonly daysAfterEnd: number; readonly latestOn: string } | null;
  readonly endedOn: string | null;
  /** Of the report; null: not begun. */
  readonly reportState: string | null;
}

const lineColumns = {
  award: grantAwards,
  groupName: grantApplicants.name,
  report: sql<AwardLine['report']>`nullif(${grantCallVersions.terms} -> 'report', 'null'::jsonb)`,
  endedOn: grantSettlements.endedOn,
  reportState: grantSettlements.state,
};

/** The day by which is reported: the sooner of so many days after the end, and the fixed one. */
const dueOn = sql`least((${grantCallVersions.terms} -> 'report' ->> 'latestOn')::date,
  coalesce(${grantSettlements.endedOn}, ${grantAwards.endsOn}) + (${grantCallVersions.terms} -> 'report' ->> 'daysAfterEnd')::int)`;
const unreported = sql`${grantAwards.state} in ('active', 'abolished', 'reported') and ${grantAwards.decidedYen} > 0 and coalesce(${grantSettlements.state}, 'draft') in ('draft', 'returned')
  and ${grantCallVersions.terms} -> 'report' <> 'null'::jsonb`;

/** Awards as row-level security shows them, by number, fifty from after an id; `all` shows every one. */
export async function listAwards(
  tx: Tx,
  { filter, today, after, limit }: { filter: Filter; today: string; after?: string; limit: number },
): Promise<AwardLine[]> {
  const open = sql.raw(`('asked', 'returned', 'checked')`);
  const wanted = {
    all: undefined,
    changes: sql`exists (select from grant_award_changes c where c.award_id = ${grantAwards.id} and c.state in ${open})`,
    overdue: sql`${unreported} and ${dueOn} < ${today}`,
    inspect: eq(grantSettlements.state, 'submitted'),
    fix: eq(grantSettlements.state, 'inspected'),
    returns: sql`exists (select from grant_returns r where r.award_id = ${grantAwards.id} and r.state = 'ordered')`,
  }[filter];
  return lines(tx)
    .where(and(wanted, notErased, after ? gt(grantAwards.id, after) : undefined))
    .orderBy(asc(grantAwards.id))
    .limit(limit);
}

/** Awards whose report is due by a day and has not come. */
export async function listUnreported(tx: Tx, dueBy: string): Promise<AwardLine[]> {
  return lines(tx).where(sql`${unreported} and ${dueOn} <= ${dueBy}`).orderBy(asc(grantAwards.id));
}

function lines(tx: Tx) {
  return tx
    .select(lineColumns)
    .from(grantAwards)
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantAwards.versionId))
    .leftJoin(grantApplications, eq(grantApplications.id, grantAwards.applicationId))
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .leftJoin(grantSettlements, eq(grantSettlements.awardId, grantAwards.id));
}

/** Awards that owe nothing and may be closed; those without a report when their last money went out before a moment. */
export async function listCloseable(tx: Tx, paidBefore: Date): Promise<Award[]> {
  const { state, decidedYen, paidYen, id } = grantAwards;
  const terms = grantCallVersions.terms;
  const rows = await tx
    .select({ award: grantAwards })
    .from(grantAwards)
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantAwards.versionId))
    .where(
      sql`${paidYen} = ${decidedYen} and (${state} in ('fixed', 'cancelled') or (${state} = 'abolished' and ${decidedYen} = 0)
        or (${state} = 'active' and ${paidYen} > 0 and ${terms} -> 'report' = 'null'::jsonb
          and not exists (select from grant_moves m where m.award_id = ${id} and m.kind = 'pay' and m.at >= ${paidBefore.toISOString()})))`,
    )
    .orderBy(asc(id));
  return rows.map(({ award }) => award);
}
