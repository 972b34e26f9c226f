import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { lookAtCase } from '../case-files/read.ts';
import { casePaths, recordPaths } from '../paths.ts';
import { mayDo } from '../relations/rules.ts';
import { askScale, scaleRemark } from './actions.ts';
import { domains } from './codes.ts';
import { ScalePage } from './pages/scale.tsx';
import { listScales } from './store.ts';
import { refusals, words } from './words.ts';

const stage = () => field.wholeOrNull({ min: 1, max: 5 });
const scaleForm = z.object({
  income: stage(),
  housing: stage(),
  work: stage(),
  health: stage(),
  ties: stage(),
  hope: stage(),
  with: z.enum(['person', 'worker']),
  at: z.enum(['intake', 'review']),
  askedOn: field.day(),
  remark: field.optionalText(2000),
});

type CaseVisit = Visit<{ caseId: string }>;

export const scaleRoutes = new Routes()
  .get(recordPaths.scale, can.readCases, (visit) => scalePage(visit, emptyForm))
  .post(recordPaths.scale, can.writeCase, async (visit) => {
    const form = await visit.form(scaleForm);
    if (!form.ok) return scalePage(visit, form.state);
    const { with: chosenWith, at, askedOn, remark, ...asked } = form.values;
    const stages = Object.fromEntries(
      domains.flatMap((domain) => (asked[domain] === null ? [] : [[domain, asked[domain]] as const])),
    );
    const withPerson = chosenWith === 'person';
    const input = { vault: visit.tools.vault, ...visit.params, at, askedOn, remark, stages, withPerson };
    const told = await askScale(visit.db, visit.who, input, visit.now);
    if (told.ok) return visit.go(casePaths.case.to(visit.params), words[visit.lang].saved);
    const fields = { 'nothing-asked': 'income', 'day-order': 'askedOn' } as const;
    const refused = { words: refusals, lang: visit.lang, refused: told, typed: form.typed, fields };
    return scalePage(visit, refusedForm(refused));
  }).list;

async function scalePage(visit: CaseVisit, state: FormState): Promise<Response> {
  const { view, person: who, tools, params, now } = visit;
  const { vault } = tools;
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const opened = await lookAtCase(tx, { who, vault, caseId: params.caseId, what: 'scale' }, now);
    const scales = (await listScales(tx, params.caseId)).map((asked) => ({
      ...asked,
      remark: scaleRemark(vault, opened.caseFile, asked),
    }));
    return { ...opened, scales };
  });
  const isReview = visit.query('at') === 'review' || shown.scales.length > 0;
  return visit.page(
    <ScalePage
      view={view}
      state={state}
      caseFile={shown.caseFile}
      scales={shown.scales}
      at={isReview ? 'review' : 'intake'}
      mayWrite={mayDo(shown.standing, 'write', 'basic') && !shown.caseFile.closedOn}
      today={tokyoDay(now)}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}
