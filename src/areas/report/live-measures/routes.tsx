import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { formatNumber } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { bindMeasures, countYear, takeLive } from './actions.ts';
import { findStatement } from '../statements/store.ts';
import { LivePage } from './pages/list.tsx';
import { LiveMeasurePage } from './pages/measure.tsx';
import { readLive } from './read.ts';
import { refusals, words } from './words.ts';

const bindForm = z.object({
  live: field.optionalText(60),
  desk: field.optionalText(100),
  door: field.optionalText(20),
  domain: field.optionalText(20),
  section: field.optionalText(40),
});
const takeForm = z.object({ counted: field.numberOrNull(), standing: field.numberOrNull() });

type MeasureVisit = Visit<{ year: string; measureId: string }>;

export const routes = new Routes()
  .get(paths.live, can.bindMeasure, async (visit) => {
    const fiscalYear = Number(visit.params.year);
    const lines = await inTransaction(visit.db, visit.who, (tx) => readLive(tx, visit.who, fiscalYear));
    return visit.page(<LivePage view={visit.view} fiscalYear={fiscalYear} lines={lines} />);
  })
  .post(paths.countLive, can.bindMeasure, async (visit) => {
    const counted = await countYear(visit.db, Number(visit.params.year), visit.now);
    const said = words[visit.lang].counted(formatNumber(visit.lang, counted));
    return visit.go(paths.live.to(visit.params), said);
  })
  .get(paths.liveMeasure, can.bindMeasure, (visit) => measurePage(visit, emptyForm))
  .post(paths.liveMeasure, can.bindMeasure, async (visit) => {
    const form = await visit.form(bindForm);
    if (!form.ok) return measurePage(visit, form.state);
    const { live, ...parameters } = form.values;
    const { fiscalYear, measureId } = of(visit);
    const asked = { fiscalYear, bindings: [{ measureId, live, parameters }] };
    const bound = await bindMeasures(visit.db, visit.who, asked, visit.now);
    if (bound.ok) {
      await countYear(visit.db, fiscalYear, visit.now);
      return back(visit, words[visit.lang].saved);
    }
    const fields = {
      'live-unknown': 'live',
      'desk-missing': 'desk',
      'desk-unknown': 'desk',
      'domain-missing': 'domain',
    };
    const state = { words: refusals, lang: visit.lang, refused: bound, typed: form.typed, fields };
    return measurePage(visit, refusedForm(state));
  })
  .post(paths.takeLive, can.bindMeasure, async (visit) => {
    const form = await visit.form(takeForm);
    if (!form.ok) return back(visit, form.state.problems[0]?.message);
    const taken = await takeLive(visit.db, visit.who, { ...of(visit), seen: form.values }, visit.now);
    if (!taken.ok) return back(visit, sayRefusal(refusals, visit.lang, taken));
    return back(visit, words[visit.lang].taken(formatNumber(visit.lang, taken.value)));
  }).list;

function of({ params }: MeasureVisit) {
  return { fiscalYear: Number(params.year), measureId: params.measureId };
}

function back(visit: MeasureVisit, notice?: string): Response {
  return visit.go(paths.liveMeasure.to(visit.params), notice);
}

async function measurePage(visit: MeasureVisit, state: FormState): Promise<Response> {
  const { fiscalYear, measureId } = of(visit);
  const shown = await inTransaction(visit.db, visit.who, async (tx) => {
    const line = (await readLive(tx, visit.who, fiscalYear)).find((each) => each.measureId === measureId);
    if (!line) throw new NotFound('measure');
    return { line, statement: await findStatement(tx, measureId) };
  });
  return visit.page(
    <LiveMeasurePage view={visit.view} state={state} fiscalYear={fiscalYear} {...shown} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
