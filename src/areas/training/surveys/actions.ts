import { system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { findHeld, type Holder } from '../entries/actions.ts';
import { updateEntry } from '../entries/store.ts';
import type { SurveyAnswer } from './rules.ts';
import { insertAnswer } from './store.ts';

const asEntrant = system('training-survey');

export type SurveyRefusal = 'not-attended' | 'already-answered';

/** Said once by whoever was there; that somebody answered is kept apart from what was said. */
export async function answerSurvey(
  db: Db,
  { holder, ...answer }: SurveyAnswer & { holder: Holder },
  now = new Date(),
): Promise<Result<'answered', SurveyRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const { entry } = await findHeld(tx, holder);
    if (!entry.attendedAt) return refuse('not-attended');
    if (entry.surveyedAt) return refuse('already-answered');
    await updateEntry(tx, entry.id, { surveyedAt: now });
    const { sessionId, organisationId } = entry;
    await insertAnswer(tx, { ...answer, sessionId, organisationId });
    return ok('answered');
  });
}
