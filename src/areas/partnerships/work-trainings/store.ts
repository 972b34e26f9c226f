import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { workplaces } from '../workplaces/tables.ts';
import {
  workTrainingDays,
  workTrainingIncidents,
  workTrainingReviews,
  workTrainings,
  workTrainingSides,
  workTrainingTold,
  workTrainingVoices,
} from './tables.ts';

export type WorkTraining = typeof workTrainings.$inferSelect;
export type TrainingSide = typeof workTrainingSides.$inferSelect;
export type TrainingDay = typeof workTrainingDays.$inferSelect;
export type Voice = typeof workTrainingVoices.$inferSelect;
export type Listed = WorkTraining & { readonly workplace: string; readonly caseId: string | null };

/** A training with its case and with what is told, in the order in which policies let them in. */
export async function insertTraining(
  tx: Tx,
  training: typeof workTrainings.$inferInsert,
  side: Omit<typeof workTrainingSides.$inferInsert, 'trainingId'>,
): Promise<void> {
  await tx.insert(workTrainings).values(training);
  await tx.insert(workTrainingSides).values({ ...side, trainingId: training.id ?? '' });
}

export async function findTraining(tx: Tx, id: string): Promise<WorkTraining> {
  const [row] = await tx.select().from(workTrainings).where(eq(workTrainings.id, id));
  if (!row) throw new NotFound('work training');
  return row;
}

export async function lockTraining(tx: Tx, id: string): Promise<WorkTraining> {
  const [row] = await tx.select().from(workTrainings).where(eq(workTrainings.id, id)).for('update');
  if (!row) throw new NotFound('work training');
  return row;
}

export async function updateTraining(
  tx: Tx,
  id: string,
  change: Partial<typeof workTrainings.$inferInsert>,
): Promise<void> {
  await tx
    .update(workTrainings)
    .set({ ...change, version: sql`${workTrainings.version} + 1` })
    .where(eq(workTrainings.id, id));
}

export async function findSide(tx: Tx, trainingId: string): Promise<TrainingSide | undefined> {
  const [row] = await tx.select().from(workTrainingSides).where(eq(workTrainingSides.trainingId, trainingId));
  return row;
}

export async function updateSide(tx: Tx, trainingId: string, recordId: string): Promise<void> {
  await tx.update(workTrainingSides).set({ recordId }).where(eq(workTrainingSides.trainingId, trainingId));
}

const pageSize = 50;

/** What the reader may see, the newest first; a page of 50 that begins before a moment. */
export async function listTrainings(
  tx: Tx,
  before: Date | undefined,
): Promise<{ rows: Listed[]; more: boolean }> {
  const found = await tx
    .select({ training: workTrainings, workplace: workplaces.name, caseId: workTrainingSides.caseId })
    .from(workTrainings)
    .innerJoin(workplaces, eq(workplaces.id, workTrainings.workplaceId))
    .leftJoin(workTrainingSides, eq(workTrainingSides.trainingId, workTrainings.id))
    .where(before ? lt(workTrainings.createdAt, before) : undefined)
    .orderBy(desc(workTrainings.createdAt))
    .limit(pageSize + 1);
  const rows = found.map(({ training, workplace, caseId }) => ({ ...training, workplace, caseId }));
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}

const held = ['draft', 'proposed', 'accepted', 'agreed'];

/** Trainings of a case that the person may see on their own page: never a draft. */
export async function listOfCase(tx: Tx, caseId: string): Promise<Listed[]> {
  const found = await tx
    .select({ training: workTrainings, workplace: workplaces.name })
    .from(workTrainings)
    .innerJoin(workTrainingSides, eq(workTrainingSides.trainingId, workTrainings.id))
    .innerJoin(workplaces, eq(workplaces.id, workTrainings.workplaceId))
    .where(
      and(
        eq(workTrainingSides.caseId, caseId),
        inArray(workTrainings.state, ['proposed', 'accepted', 'agreed', 'ended']),
      ),
    )
    .orderBy(desc(workTrainings.createdAt));
  return found.map(({ training, workplace }) => ({ ...training, workplace, caseId }));
}

/** How many people each of these workplaces has, or is asked for. */
export async function countHeld(
  tx: Tx,
  workplaceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (workplaceIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; n: string }>(
    sql`select workplace_id as id, n from work_places_held(${sql.param([...workplaceIds])}::uuid[])`,
  );
  return new Map(rows.rows.map(({ id, n }) => [id, Number(n)]));
}

export async function hasOpenTraining(tx: Tx, caseId: string): Promise<boolean> {
  const n = await tx
    .select({ id: workTrainings.id })
    .from(workTrainings)
    .innerJoin(workTrainingSides, eq(workTrainingSides.trainingId, workTrainings.id))
    .where(and(eq(workTrainingSides.caseId, caseId), inArray(workTrainings.state, held)))
    .limit(1);
  return n.length > 0;
}

export async function findTold(tx: Tx, trainingId: string) {
  const [row] = await tx.select().from(workTrainingTold).where(eq(workTrainingTold.trainingId, trainingId));
  return row;
}

export async function writeTold(tx: Tx, row: typeof workTrainingTold.$inferInsert): Promise<void> {
  await tx
    .insert(workTrainingTold)
    .values(row)
    .onConflictDoUpdate({ target: workTrainingTold.trainingId, set: { sealed: row.sealed } });
}

export async function writeDay(tx: Tx, row: TrainingDay): Promise<void> {
  const { trainingId, on, side } = workTrainingDays;
  const { minutes, keptAt } = row;
  await tx
    .insert(workTrainingDays)
    .values(row)
    .onConflictDoUpdate({ target: [trainingId, on, side], set: { minutes, keptAt } });
}

export async function listDays(tx: Tx, trainingId: string): Promise<TrainingDay[]> {
  return tx
    .select()
    .from(workTrainingDays)
    .where(eq(workTrainingDays.trainingId, trainingId))
    .orderBy(desc(workTrainingDays.on));
}

export async function insertIncident(tx: Tx, row: typeof workTrainingIncidents.$inferInsert): Promise<void> {
  await tx.insert(workTrainingIncidents).values(row);
}

export async function listIncidents(tx: Tx, trainingId: string) {
  return tx
    .select()
    .from(workTrainingIncidents)
    .where(eq(workTrainingIncidents.trainingId, trainingId))
    .orderBy(desc(workTrainingIncidents.on));
}

export async function writeReview(tx: Tx, row: typeof workTrainingReviews.$inferInsert): Promise<void> {
  const { trainingId, at, side } = workTrainingReviews;
  const { marks, sealed, writtenAt, id } = row;
  await tx
    .insert(workTrainingReviews)
    .values(row)
    .onConflictDoUpdate({ target: [trainingId, at, side], set: { id, marks, sealed, writtenAt } });
}

export async function listReviews(tx: Tx, trainingId: string) {
  return tx
    .select()
    .from(workTrainingReviews)
    .where(eq(workTrainingReviews.trainingId, trainingId))
    .orderBy(desc(workTrainingReviews.at), asc(workTrainingReviews.side));
}

export async function writeVoice(tx: Tx, row: typeof workTrainingVoices.$inferInsert): Promise<void> {
  const { trainingId, side } = workTrainingVoices;
  const { words, consentOn, consentHow } = row;
  await tx
    .insert(workTrainingVoices)
    .values(row)
    .onConflictDoUpdate({
      target: [trainingId, side],
      set: { words, consentOn, consentHow, withdrawnAt: null },
    });
}

export async function listVoices(tx: Tx, trainingId: string): Promise<Voice[]> {
  return tx
    .select()
    .from(workTrainingVoices)
    .where(and(eq(workTrainingVoices.trainingId, trainingId), isNull(workTrainingVoices.withdrawnAt)))
    .orderBy(asc(workTrainingVoices.side));
}

export async function findVoice(
  tx: Tx,
  { trainingId, side }: { trainingId: string; side: string },
): Promise<Voice | undefined> {
  return (await listVoices(tx, trainingId)).find((voice) => voice.side === side);
}

export async function updateVoice(
  tx: Tx,
  id: string,
  change: Partial<typeof workTrainingVoices.$inferInsert>,
): Promise<void> {
  await tx.update(workTrainingVoices).set(change).where(eq(workTrainingVoices.id, id));
}

/** Begun within days, and what came of those that ended within them. */
export async function countBetween(
  tx: Tx,
  { from, to }: { from: string; to: string },
): Promise<{ begun: number; employed: number }> {
  const [row] = await tx
    .select({
      begun:
        sql<number>`count(*) filter (where ${workTrainings.state} in ('agreed', 'ended') and ${workTrainings.startsOn} between ${from} and ${to})`.mapWith(
          Number,
        ),
      employed:
        sql<number>`count(*) filter (where ${workTrainings.outcome} = 'employed' and ${workTrainings.endedOn} between ${from} and ${to})`.mapWith(
          Number,
        ),
    })
    .from(workTrainings);
  return row ?? { begun: 0, employed: 0 };
}
