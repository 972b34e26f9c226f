import { changeMeasure } from '#areas/programs/measures/actions.ts';
import { listMeasures } from '#areas/programs/measures/store.ts';
import { savePlanRow } from '#areas/programs/plans/actions.ts';
import { listPrograms } from '#areas/programs/programs/store.ts';
import { carryForward } from '#areas/programs/successions/actions.ts';
import { saveTerms } from '#areas/programs/terms/actions.ts';
import type { Scheme } from '#areas/programs/terms/rules.ts';
import { openYear, saveYearSummary } from '#areas/programs/years/actions.ts';
import { freezeExpectations } from '#areas/report/expectations/actions.ts';
import { granted } from '../cast.ts';
import { loadProgram, type Stage } from './programs.ts';

/** Last year: its words, its programs and what came of them. */
export async function loadResultsYear(stage: Stage): Promise<void> {
  const { tx, who, cast, world, now } = stage;
  const { year, terms, programs, summaryJa, summaryEn, overallRating } = world.results;
  granted(await openYear(tx, who, { year }, now), 'year');
  const { bureau, ...schemes } = terms;
  const bureaus = bureau.map((code) => {
    const found = world.organisations.find((each) => each.code === code);
    return {
      code,
      nameJa: found?.nameJa ?? code,
      nameEn: found?.nameEn ?? '',
      organisationId: cast.organisation(code),
    };
  });
  for (const [scheme, list] of Object.entries({ ...schemes, bureau: bureaus }))
    granted(await saveTerms(tx, who, { year, scheme: scheme as Scheme, terms: list }, now), scheme);
  granted(await saveYearSummary(tx, who, { year, summaryJa, summaryEn, overallRating }, now), 'summary');
  for (const program of programs) await loadProgram(stage, year, program);
}

/** This year: last year's words and programs go on, new pillars and programs come. */
export async function loadPlanYear(stage: Stage): Promise<void> {
  const { tx, who, world, now } = stage;
  const { year, pillars, programs } = world.plan;
  const from = world.results.year;
  granted(await openYear(tx, who, { year, copyVocabulariesFrom: from }, now), 'year');
  granted(await saveTerms(tx, who, { year, scheme: 'pillar', terms: pillars }, now), 'pillar');
  granted(await carryForward(tx, who, { from, to: year }, now), 'carry');
  await renewSources(stage);
  for (const program of programs) await loadProgram(stage, year, program);
  await loadPlanRows(stage);
}

/** What the programs of the plan are to bring about is kept before anybody knows. */
export async function keepExpectations({ tx, who, world, now }: Stage): Promise<void> {
  granted(await freezeExpectations(tx, who, { year: world.plan.year }, now), 'expectations');
}

async function loadPlanRows({ tx, who, world, now }: Stage): Promise<void> {
  const { year, rows } = world.plan;
  const ids = new Map((await listPrograms(tx, year)).map(({ slug, id }) => [slug, id]));
  for (const { program, ...row } of rows) {
    const programId = program === null ? null : (ids.get(program) ?? null);
    granted(await savePlanRow(tx, who, { ...row, year, programId }, now), row.nameJa);
  }
}

/** What was true of last year's number is not said of this year's. */
async function renewSources({ tx, who, world, now }: Stage): Promise<void> {
  for (const program of await listPrograms(tx, world.plan.year)) {
    if (program.illustrative) continue;
    for (const { id } of await listMeasures(tx, program.id)) {
      const changed = { measureId: id, sourceNote: world.site.sources.next };
      granted(await changeMeasure(tx, who, changed, now), program.slug);
    }
  }
}
