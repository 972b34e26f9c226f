import { inTransaction } from '#platform/database/database.ts';
import type { Result } from '#platform/result.ts';
import { field } from '#platform/web/form.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { z } from 'zod';
import { can } from '../access.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { decideOnDisclosure, listFewOfYear, proposeException, proposeThreshold } from './actions.ts';
import type { DisclosureRefusal, Verdict } from './decisions/rules.ts';
import { DisclosurePage } from './pages/disclosure.tsx';
import { listExceptions, listThresholds, listYearsOfFew, type ProposalKind, readFewest } from './store.ts';
import { refusals, words } from './words.ts';

const thresholdForm = z.object({ fewest: field.whole(), reason: field.text(500) });
/** `2024 <measure> 2024-04` */
const exceptionForm = z.object({
  figure: z.string().regex(/^\d{4} [0-9a-f-]{36} \d{4}(-\d{2})?$/),
  reason: field.text(500),
});

export const routes = new Routes()
  .get(paths.disclosure, can.readDisclosure, (visit) => disclosurePage(visit))
  .post(paths.disclosureThreshold, can.proposeDisclosure, async (visit) => {
    const form = await visit.form(thresholdForm);
    if (!form.ok) return disclosurePage(visit, form.state);
    const { fewest, reason } = form.values;
    const done = await proposeThreshold(visit.db, visit.who, { fewest, reason });
    return answer(visit, done, { notice: words[visit.lang].proposed, name: 'fewest', typed: form.typed });
  })
  .post(paths.disclosureException, can.proposeDisclosure, async (visit) => {
    const form = await visit.form(exceptionForm);
    if (!form.ok) return disclosurePage(visit, form.state);
    const [year, measureId = '', period = ''] = form.values.figure.split(' ');
    const input = { fiscalYear: Number(year), measureId, period, reason: form.values.reason };
    const done = await proposeException(visit.db, visit.who, input);
    return answer(visit, done, { notice: words[visit.lang].proposed, name: 'figure', typed: form.typed });
  })
  .post(paths.approveDisclosure, can.approveDisclosure, (visit) => decide(visit, 'approved'))
  .post(paths.refuseDisclosure, can.approveDisclosure, (visit) => decide(visit, 'refused')).list;

async function decide(visit: Visit<{ kind: string; id: string }>, verdict: Verdict): Promise<Response> {
  const { kind, id } = visit.params;
  const done = await decideOnDisclosure(visit.db, visit.who, { kind: kind as ProposalKind, id, verdict });
  return answer(visit, done, { notice: words[visit.lang][verdict], name: '', typed: {} });
}

function answer(
  visit: Visit,
  done: Result<unknown, DisclosureRefusal>,
  { notice, name, typed }: { notice: string; name: string; typed: FormState['values'] },
): Promise<Response> | Response {
  if (done.ok) return visit.go(paths.disclosure.to({}), notice);
  const problems = [{ field: name, message: refusals[visit.lang][done.refusal] }];
  return disclosurePage(visit, { values: typed, problems });
}

async function disclosurePage(visit: Visit, state: FormState = emptyForm): Promise<Response> {
  const { db, who, view } = visit;
  const shown = await inTransaction(db, who, async (tx) => {
    const fewest = await readFewest(tx);
    const years = await listYearsOfFew(tx, fewest);
    const asked = Number(String(state.values['figure'] ?? visit.query('year')).slice(0, 4));
    const year = years.includes(asked) ? asked : years[0];
    return {
      years,
      year,
      few: year === undefined ? [] : await listFewOfYear(tx, year),
      fewest,
      thresholds: await listThresholds(tx),
      exceptions: await listExceptions(tx),
    };
  });
  return visit.page(
    <DisclosurePage
      view={view}
      state={state}
      mayPropose={can.proposeDisclosure.allows(who)}
      deciderId={can.approveDisclosure.allows(who) && who.kind === 'person' ? who.personId : null}
      {...shown}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
