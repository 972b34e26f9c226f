import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, organisationsOf, supervises } from '../access.ts';
import { wrongDay } from '../case-files/refusals.ts';
import { followUpPaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { recordFollowUp } from './actions.ts';
import { FollowUpsPage } from './pages/follow-ups.tsx';
import { listOpenFollowUps } from './store.ts';
import { refusals, words } from './words.ts';

const recordForm = z.object({
  result: z.string().max(40).default(''),
  note: field.optionalText(2000),
  nextOn: field.optionalText(30),
});

export const followUpRoutes = new Routes()
  .get(followUpPaths.list, can.readCases, (visit) => followUpsPage(visit, emptyForm, ''))
  .post(followUpPaths.record, can.writeCase, async (visit) => {
    const { followUpId } = visit.params;
    const form = await visit.form(recordForm);
    if (!form.ok) return followUpsPage(visit, form.state, followUpId);
    const { result, note, nextOn } = form.values;
    const next = nextOn ? readDay(nextOn) : undefined;
    if (next && !next.ok) return followUpsPage(visit, wrongDay(visit, 'nextOn', form.typed), followUpId);
    const { vault } = visit.tools;
    const input = { vault, followUpId, result, note, nextOn: next?.value ?? '' };
    const answer = await recordFollowUp(visit.db, visit.person, input, visit.now);
    if (answer.ok) return visit.go(followUpPaths.list.to({}), words[visit.lang].saved);
    const fields = { 'result-missing': 'result', 'next-missing': 'nextOn', 'day-order': 'nextOn' } as const;
    const { lang } = visit;
    const state = refusedForm({ words: refusals, lang, refused: answer, typed: form.typed, fields });
    return followUpsPage(visit, state, followUpId);
  }).list;

async function followUpsPage(visit: Visit, state: FormState, changed: string): Promise<Response> {
  const { db, who, person } = visit;
  const found = await inTransaction(db, who, (tx) => listOpenFollowUps(tx, organisationsOf(who)));
  const lines = found.map(({ followUp, caseFile, workerName }) => ({
    ...followUp,
    number: caseFile.number,
    workerName,
    mayRecord: supervises(who, caseFile.organisationId) || caseFile.assignedTo === person.personId,
  }));
  return visit.page(
    <FollowUpsPage
      view={visit.view}
      state={state}
      changed={changed}
      lines={lines}
      today={tokyoDay(visit.now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
