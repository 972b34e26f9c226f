import { z } from 'zod';
import { csvFile } from '#platform/csv.ts';
import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { contentIn } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { protectedCount } from '#areas/consultations/index.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { listYears, readYear } from '#areas/programs/index.ts';
import { problemPaths } from '#areas/programs/paths.ts';
import { can } from '../access.ts';
import { csvResponse } from '../csv-response.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { chooseWorryPrograms, startProblem } from './actions.ts';
import { csvRows } from './csv.ts';
import { factsOf } from './facts.ts';
import { AnswersPage } from './pages/answers.tsx';
import { UnmetMapPage } from './pages/map.tsx';
import { StartPage } from './pages/start.tsx';
import { readAnswering, readMap } from './read-map.ts';
import { readLacks } from './read.ts';
import { type Cell, countCell, type Period, periodsOf, type Source, sources } from './rules.ts';
import { refusals, words } from './words.ts';

const startForm = z.object({
  title: field.text(200),
  detail: field.optionalText(3000),
  domains: field.choices(),
});
const answersForm = z.object({ programs: field.choices() });

export const unmetMapRoutes = new Routes()
  .get(paths.unmet, can.readUnmetMap, mapPage)
  .get(paths.unmetProblem, can.startProblem, (visit) => startPage(visit, emptyForm))
  .post(paths.unmetProblem, can.startProblem, async (visit) => {
    const form = await visit.form(startForm);
    if (!form.ok) return startPage(visit, form.state);
    const { period, cell } = askedOf(visit);
    const started = await startProblem(visit.db, visit.who, { cell, period, ...form.values }, visit.now);
    if (started.ok) return visit.go(problemPaths.problem.to(started.value), words[visit.lang].started);
    const shown = { words: refusals, lang: visit.lang, refused: started, typed: form.typed };
    return startPage(visit, refusedForm({ ...shown, fields: { 'domain-unknown': 'domains' } }));
  })
  .get(paths.unmetAnswers, can.answerWorry, answersPage)
  .post(paths.unmetAnswers, can.answerWorry, async (visit) => {
    const form = await visit.form(answersForm);
    const { worry } = visit.params;
    const [newest] = await inTransaction(visit.db, visit.who, listYears);
    if (!form.ok || !newest) throw new NotFound('year');
    const chosen = { worry, year: newest.year, programIds: form.values.programs };
    await chooseWorryPrograms(visit.db, visit.who, chosen, visit.now);
    return visit.go(paths.unmet.to({}, { worry }), words[visit.lang].saved);
  }).list;

interface Asked {
  readonly period: Period;
  readonly cell: Cell;
  readonly source: Source | undefined;
}

/** What the address asks for; `-` stands for what is not known, and what nobody knows is left out. */
function askedOf(visit: Visit): Asked {
  const periods = periodsOf(tokyoDay(visit.now));
  const asked = visit.query('period');
  const period = periods.find(({ key }) => key === asked) ?? (periods[0] as Period);
  const source = sources.find((each) => each === visit.query('source'));
  const code = (name: string, known: (value: string) => boolean) => {
    const value = visit.query(name);
    return value === '-' ? '' : known(value) ? value : undefined;
  };
  return {
    period,
    source,
    cell: {
      place: code('place', (value) => /^\d{5}$/.test(value)),
      worry: code('worry', (value) => worryTerms.some((term) => term.code === value)),
    },
  };
}

async function mapPage(visit: Visit): Promise<Response> {
  const { db, who, lang, view } = visit;
  const asked = askedOf(visit);
  const all = await readLacks(db, asked.period, visit.now);
  const lacks = all.filter(({ source }) => !asked.source || source === asked.source);
  const shown = await inTransaction(db, who, (tx) => readMap(tx, { lang, lacks, cell: asked.cell }));
  if (visit.query('format') === 'csv') {
    const rows = csvRows({ lang, lacks, period: asked.period, areas: shown.areas });
    return csvResponse(csvFile(words[lang].csvColumns, rows), `unmet-${asked.period.key}.csv`);
  }
  const answering = await inTransaction(db, who, (tx) => readAnswering(tx, asked.cell.worry));
  return visit.page(
    <UnmetMapPage
      view={view}
      {...asked}
      {...shown}
      answering={answering}
      periods={periodsOf(tokyoDay(visit.now))}
      mayStart={can.startProblem.allows(who)}
    />,
  );
}

async function startPage(visit: Visit, state: FormState): Promise<Response> {
  const { db, who, lang, view } = visit;
  const { period, cell } = askedOf(visit);
  const counts = countCell(await readLacks(db, period, visit.now), cell, protectedCount);
  const page = await inTransaction(db, who, async (tx) => {
    const [year] = await listYears(tx);
    const domains = year ? (await readYear(tx, year.year)).terms.domain : [];
    return (
      <StartPage
        view={view}
        state={state}
        period={period}
        cell={cell}
        facts={await factsOf(tx, { lang, cell, period, counts })}
        domains={domains.map(({ code, name }) => ({ value: code, label: contentIn(lang, name) }))}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function answersPage(visit: Visit<{ worry: string }>): Promise<Response> {
  const { db, who, lang, view } = visit;
  const { worry } = visit.params;
  const term = worryTerms.find(({ code }) => code === worry);
  if (!term) throw new NotFound('worry');
  const answering = await inTransaction(db, who, (tx) => readAnswering(tx, worry));
  return visit.page(
    <AnswersPage
      view={view}
      worry={{ code: worry, name: term.name[lang] }}
      year={answering.year === null ? '' : fiscalYearName(lang, answering.year)}
      programs={answering.programs}
    />,
  );
}
