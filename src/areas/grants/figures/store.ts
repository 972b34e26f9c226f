import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantCallVersions } from '../calls/tables.ts';
import type { CallTerms } from '../calls/terms.ts';
import type { CountedRow } from './rules.ts';
import { grantFigures } from './tables.ts';

/** Awards of a program whose account is fixed, whose terms name figures, and whose answers were not taken out yet. */
export async function listUncounted(tx: Tx, programId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: grantAwards.id })
    .from(grantAwards)
    .innerJoin(grantCalls, eq(grantCalls.id, grantAwards.callId))
    .innerJoin(grantCallVersions, eq(grantCallVersions.id, grantAwards.versionId))
    .where(
      and(
        eq(grantCalls.programId, programId),
        inArray(grantAwards.state, ['fixed', 'closed']),
        sql`exists (select from grant_applications a where a.id = ${grantAwards.applicationId} and a.sealed_key is not null)`,
        sql`coalesce(jsonb_array_length(${grantCallVersions.terms} -> 'figures'), 0) > 0`,
        sql`not exists (select from grant_figures f where f.award_id = ${grantAwards.id})`,
      ),
    )
    .orderBy(asc(grantAwards.id));
  return rows.map(({ id }) => id);
}

export async function insertFigures(
  tx: Tx,
  rows: readonly (typeof grantFigures.$inferInsert)[],
): Promise<void> {
  for (const part of inParts(rows)) await tx.insert(grantFigures).values(part).onConflictDoNothing();
}

/** Of all calls of a program in its year, as long as something was awarded; always in the same order. */
export async function listCounted(tx: Tx, programId: string): Promise<CountedRow[]> {
  const name = sql<CallTerms['name']>`(select v.terms -> 'name' from grant_call_versions v
    where v.call_id = ${grantCalls.id} and v.published_at is not null order by v.version desc limit 1)`;
  const rows = await tx
    .select({
      measureId: grantFigures.measureId,
      how: grantFigures.how,
      question: grantFigures.question,
      value: grantFigures.value,
      group: grantApplicants.name,
      number: grantApplications.number,
      call: name,
    })
    .from(grantFigures)
    .innerJoin(grantAwards, eq(grantAwards.id, grantFigures.awardId))
    .innerJoin(grantCalls, eq(grantCalls.id, grantFigures.callId))
    .innerJoin(grantApplications, eq(grantApplications.id, grantAwards.applicationId))
    .leftJoin(grantApplicants, eq(grantApplicants.id, grantApplications.applicantId))
    .where(and(eq(grantCalls.programId, programId), gt(grantAwards.decidedYen, 0)))
    .orderBy(asc(grantApplications.number), asc(grantFigures.awardId), asc(grantFigures.figure));
  return rows.map(({ group, number, ...row }) => ({ ...row, group: group ?? '', number: number ?? '' }));
}

export async function findProgramOf(tx: Tx, callId: string): Promise<string | null> {
  const [row] = await tx
    .select({ programId: grantCalls.programId })
    .from(grantCalls)
    .where(eq(grantCalls.id, callId));
  return row?.programId ?? null;
}
