import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { trainingSurveys } from './tables.ts';
import type { SurveyAnswer } from './rules.ts';

export async function insertAnswer(
  tx: Tx,
  answer: SurveyAnswer & { sessionId: string; organisationId: string },
): Promise<void> {
  await tx.insert(trainingSurveys).values(answer);
}

export async function listAnswers(tx: Tx, sessionId: string): Promise<SurveyAnswer[]> {
  const { understood, useful, words } = trainingSurveys;
  return tx
    .select({ understood, useful, words })
    .from(trainingSurveys)
    .where(eq(trainingSurveys.sessionId, sessionId))
    .orderBy(trainingSurveys.id);
}
