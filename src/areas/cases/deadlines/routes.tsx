import { z } from 'zod';
import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, caseSupervisor } from '../access.ts';
import { wrongDay } from '../case-files/refusals.ts';
import { organisationNames } from '../case-files/shown.ts';
import { deadlinePaths } from '../paths.ts';
import { readDay } from '../persons/rules.ts';
import { setDeadlines } from './actions.ts';
import { DeadlinesPage } from './pages/deadlines.tsx';
import { listDeadlines } from './store.ts';
import { refusals, words } from './words.ts';

const deadlineForm = z.object({
  organisationId: z.uuid(),
  answerDays: field.whole(),
  urgentAnswerHours: field.whole(),
  escalateDays: field.whole(),
  contactDays: field.whole(),
  outcomeDays: field.whole(),
  progressDays: field.whole(),
  holdDays: field.whole(),
  closeDays: field.whole(),
  fromOn: field.text(30),
});

export const deadlineRoutes = new Routes()
  .get(deadlinePaths.deadlines, can.superviseCases, (visit) => deadlinesPage(visit, emptyForm))
  .post(deadlinePaths.deadlines, can.superviseCases, async (visit) => {
    const form = await visit.form(deadlineForm);
    if (!form.ok) return deadlinesPage(visit, form.state);
    const { organisationId, fromOn, ...deadlines } = form.values;
    const from = readDay(fromOn);
    if (!from.ok) return deadlinesPage(visit, wrongDay(visit, 'fromOn', form.typed));
    const input = { organisationId, fromOn: from.value, deadlines };
    const answer = await setDeadlines(visit.db, visit.person, input, visit.now);
    if (answer.ok) return visit.go(deadlinePaths.deadlines.to({}), words[visit.lang].saved);
    const fields = { 'out-of-bounds': String(answer.facts?.['name'] ?? ''), 'day-past': 'fromOn' };
    const { lang } = visit;
    const state = refusedForm({ words: refusals, lang, refused: answer, typed: form.typed, fields });
    return deadlinesPage(visit, state);
  }).list;

async function deadlinesPage(visit: Visit, state: FormState): Promise<Response> {
  const mine = organisationsWith(visit.who, caseSupervisor);
  const organisations = await inTransaction(visit.db, visit.who, async (tx) => {
    const names = (await organisationNames(tx, visit.lang)).filter(({ value }) => mine.includes(value));
    const found = [];
    for (const { value: organisationId, label: name } of names)
      found.push({ organisationId, name, rows: await listDeadlines(tx, organisationId) });
    return found;
  });
  const sent = state.values['organisationId'];
  return visit.page(
    <DeadlinesPage
      view={visit.view}
      state={state}
      changed={typeof sent === 'string' ? sent : ''}
      organisations={organisations}
      today={tokyoDay(visit.now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
