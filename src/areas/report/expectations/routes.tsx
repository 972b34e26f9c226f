import { inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { formatNumber } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readYear } from '#areas/programs/index.ts';
import { can } from '../access.ts';
import { reportPaths, staffReportPaths } from '../paths.ts';
import { freezeExpectations } from './actions.ts';
import { FreezePage, type KeptProgram } from './pages/freeze.tsx';
import { StoryPage } from './pages/story.tsx';
import { readStory } from './read.ts';
import { changedSince, expectationOf } from './rules.ts';
import { listExpectationsOfYear } from './store.ts';
import { refusals, words } from './words.ts';

type YearVisit = Visit<{ year: string }>;

export const routes = new Routes()
  .publicPage(reportPaths.story, async (visit) => {
    const { thread } = visit.params;
    const years = await inTransaction(visit.db, visit.who, (tx) => readStory(tx, thread));
    if (years.length === 0) throw new NotFound('program');
    return visit.page(<StoryPage view={visit.view} thread={thread} years={years} />);
  })
  .get(staffReportPaths.expectations, can.readEditions, (visit) => freezePage(visit, emptyForm))
  .post(staffReportPaths.expectations, can.freezeExpectations, async (visit) => {
    const done = await freezeExpectations(visit.db, visit.who, { year: Number(visit.params.year) });
    if (!done.ok)
      return freezePage(visit, {
        values: {},
        problems: [{ field: '', message: refusals[visit.lang][done.refusal] }],
      });
    const { lang, params } = visit;
    return visit.go(
      staffReportPaths.expectations.to(params),
      words[lang].frozen(formatNumber(lang, done.value)),
    );
  }).list;

async function freezePage(visit: YearVisit, state: FormState): Promise<Response> {
  const { db, who, view } = visit;
  const year = Number(visit.params.year);
  const programs = await inTransaction(db, who, (tx) => readExpected(tx, year));
  return visit.page(
    <FreezePage
      view={view}
      year={year}
      programs={programs}
      mayFreeze={can.freezeExpectations.allows(who)}
      problems={state.problems}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function readExpected(tx: Tx, year: number): Promise<readonly KeptProgram[]> {
  const { programs } = await readYear(tx, year);
  const frozen = new Map((await listExpectationsOfYear(tx, year)).map((row) => [row.programId, row]));
  return programs.map((program) => {
    const kept = frozen.get(program.id);
    const now = expectationOf(program);
    return {
      programId: program.id,
      thread: program.thread,
      expectation: kept?.content ?? now,
      frozenOn: kept?.frozenOn ?? null,
      changed: kept ? changedSince(kept.content, now) : [],
    };
  });
}
