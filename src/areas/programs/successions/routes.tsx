import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { listPrograms } from '../programs/store.ts';
import { findYear, yearExists } from '../years/store.ts';
import { carryForward } from './actions.ts';
import { CarryPage } from './pages/carry.tsx';
import { toCarry } from './rules.ts';
import { listCarried } from './store.ts';
import { refusals, words } from './words.ts';

export const successionRoutes = new Routes()
  .get(yearPaths.carry, can.runYear, (visit) => carryPage(visit, emptyForm))
  .post(yearPaths.carry, can.runYear, async (visit) => {
    const { lang } = visit;
    const from = Number(visit.params.year);
    const carried = await carryForward(visit.db, visit.who, { from, to: from + 1 }, visit.now);
    if (carried.ok)
      return visit.go(yearPaths.year.to({ year: String(from + 1) }), words[lang].done(carried.value.carried));
    return carryPage(visit, refusedForm({ words: refusals, lang, refused: carried, typed: {} }));
  }).list;

async function carryPage(visit: Visit<{ year: string }>, state: FormState): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const { year } = await findYear(tx, Number(visit.params.year));
    const programs = await listPrograms(tx, year);
    const carried = await listCarried(tx, year + 1);
    const counts = {
      toCarry: toCarry(programs, carried).length,
      carried: programs.filter((program) => carried.includes(program.id)).length,
      ended: programs.filter((program) => program.continuity === 'ended').length,
    };
    const nextExists = await yearExists(tx, year + 1);
    return <CarryPage view={visit.view} state={state} year={year} nextExists={nextExists} counts={counts} />;
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
