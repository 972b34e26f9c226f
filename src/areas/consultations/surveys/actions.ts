import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Result } from '#platform/result.ts';
import { lockContact, updateContact } from '../contacts/store.ts';
import { insertCountChanges } from '../counts/store.ts';
import { findDesk } from '../desks/store.ts';
import { talker } from '../talks/actions.ts';
import { decideSurvey, questions, type SurveyAnswers, type SurveyRefusal } from './rules.ts';

/**
 * Counts what a person answers after a talk. That they answered is kept with the contact, so that it is counted once; what they
 * answered is not: it is a number of the desk's month from the first moment.
 */
export async function answerSurvey(
  db: Db,
  { contactId, answers }: { contactId: string; answers: SurveyAnswers },
  now = new Date(),
): Promise<Result<'count', SurveyRefusal>> {
  return inTransaction(db, talker, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const { deskId } = contact;
    const { settings } = await findDesk(tx, deskId);
    const answered = contact.surveyedAt !== null;
    const decision = decideSurvey({ asks: settings.survey, state: contact.state, answered, answers });
    if (!decision.ok) return decision;
    await updateContact(tx, contactId, { surveyedAt: now });
    const month = tokyoDay(now).slice(0, 7);
    const given = questions.flatMap((question) => {
      const answer = answers[question];
      return answer ? [{ deskId, month, kind: 'survey', a: question, b: answer, n: 1 }] : [];
    });
    await insertCountChanges(tx, [
      { deskId, month, kind: 'surveyed', a: contact.door, b: '', n: 1 },
      ...given,
    ]);
    await record(tx, { event: 'survey.answer', subject: { kind: 'contact', id: contactId } }, now);
    return decision;
  });
}
