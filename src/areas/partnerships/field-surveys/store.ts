import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import type { SurveyQuestion } from './questions.ts';
import { fieldSurveyEdits, fieldSurveys, fieldSurveyTeams, fieldSurveyVersions } from './tables.ts';

export type FieldSurvey = typeof fieldSurveys.$inferSelect;
export type Edit = typeof fieldSurveyEdits.$inferSelect;
export type NewEdit = typeof fieldSurveyEdits.$inferInsert;
export interface Team {
  readonly organisationId: string;
  readonly name: string;
  readonly municipalities: readonly string[];
}

export async function listSurveys(tx: Tx): Promise<FieldSurvey[]> {
  return tx.select().from(fieldSurveys).orderBy(desc(fieldSurveys.opensOn), asc(fieldSurveys.id)).limit(200);
}

export async function findSurvey(tx: Tx, id: string): Promise<FieldSurvey> {
  const [row] = await tx.select().from(fieldSurveys).where(eq(fieldSurveys.id, id));
  if (!row) throw new NotFound('field survey');
  return row;
}

export async function lockSurvey(tx: Tx, id: string): Promise<FieldSurvey> {
  const [row] = await tx.select().from(fieldSurveys).where(eq(fieldSurveys.id, id)).for('update');
  if (!row) throw new NotFound('field survey');
  return row;
}

export async function insertSurvey(tx: Tx, row: typeof fieldSurveys.$inferInsert): Promise<string> {
  const [written] = await tx.insert(fieldSurveys).values(row).returning({ id: fieldSurveys.id });
  if (!written) throw new Error('field survey was not written');
  return written.id;
}

export async function updateSurvey(
  tx: Tx,
  id: string,
  change: Partial<typeof fieldSurveys.$inferInsert>,
): Promise<void> {
  await tx.update(fieldSurveys).set(change).where(eq(fieldSurveys.id, id));
}

export async function insertVersion(tx: Tx, row: typeof fieldSurveyVersions.$inferInsert): Promise<void> {
  await tx.insert(fieldSurveyVersions).values(row);
}

/** Questions of each version that was asked. */
export async function listVersions(
  tx: Tx,
  surveyId: string,
): Promise<ReadonlyMap<number, readonly SurveyQuestion[]>> {
  const rows = await tx.select().from(fieldSurveyVersions).where(eq(fieldSurveyVersions.surveyId, surveyId));
  return new Map(rows.map(({ version, questions }) => [version, questions]));
}

export async function listTeams(tx: Tx, surveyId: string): Promise<Team[]> {
  return tx
    .select({
      organisationId: fieldSurveyTeams.organisationId,
      name: organisations.nameJa,
      municipalities: fieldSurveyTeams.municipalities,
    })
    .from(fieldSurveyTeams)
    .innerJoin(organisations, eq(organisations.id, fieldSurveyTeams.organisationId))
    .where(eq(fieldSurveyTeams.surveyId, surveyId))
    .orderBy(asc(organisations.nameJa));
}

export async function writeTeam(tx: Tx, row: typeof fieldSurveyTeams.$inferInsert): Promise<void> {
  await tx
    .insert(fieldSurveyTeams)
    .values(row)
    .onConflictDoUpdate({
      target: [fieldSurveyTeams.surveyId, fieldSurveyTeams.organisationId],
      set: { municipalities: row.municipalities ?? [] },
    });
}

export async function removeTeam(
  tx: Tx,
  { surveyId, organisationId }: { surveyId: string; organisationId: string },
): Promise<void> {
  await tx
    .delete(fieldSurveyTeams)
    .where(and(eq(fieldSurveyTeams.surveyId, surveyId), eq(fieldSurveyTeams.organisationId, organisationId)));
}

/** What is there already stays as it is: sending twice changes nothing. Gives how many are new. */
export async function insertEdits(tx: Tx, rows: readonly NewEdit[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { rowCount } = await tx
    .insert(fieldSurveyEdits)
    .values([...rows])
    .onConflictDoNothing({ target: fieldSurveyEdits.id });
  return rowCount ?? 0;
}

/** The edits of a survey from which its figures are made, as far as the reader sees them. */
export async function listEdits(
  tx: Tx,
  surveyId: string,
): Promise<Pick<Edit, 'id' | 'answerId' | 'sequence' | 'municipality' | 'seen' | 'values' | 'removed'>[]> {
  const { id, answerId, sequence, municipality, seen, values, removed } = fieldSurveyEdits;
  return tx
    .selectDistinctOn([answerId], { id, answerId, sequence, municipality, seen, values, removed })
    .from(fieldSurveyEdits)
    .where(eq(fieldSurveyEdits.surveyId, surveyId))
    .orderBy(answerId, desc(sequence), desc(id));
}

/** How many answers each survey has, those taken back not counted. */
export async function countAnswers(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.execute<{ survey: string; n: string }>(sql`
    select survey_id as survey, count(*)::text as n from (
      select distinct on (survey_id, answer_id) survey_id, removed from field_survey_edits
      order by survey_id, answer_id, sequence desc, id desc
    ) held where not removed group by 1`);
  return new Map(rows.map(({ survey, n }) => [survey, Number(n)]));
}
