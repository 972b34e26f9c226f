import { inTransaction } from '#platform/database/database.ts';
import { addDays, monthsOfFiscalYear } from '#platform/dates.ts';
import { addViews } from '#platform/page-views/store.ts';
import { readYear } from '#areas/programs/index.ts';
import { bindMeasures, countYear } from '#areas/report/live-measures/actions.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { noon } from '../noon.ts';
import { loader } from '../progress.ts';
import type { Measure, World } from '../world.ts';
import type { Stage } from './programs.ts';

type Live = NonNullable<Measure['live']>;

/** Before the results are prepared: the bureaus bind the measures whose work this world holds, and all of them are counted. */
export function bindings(world: World): readonly Step[] {
  const { programs, publishedOn, year } = world.results;
  const at = noon(addDays(publishedOn, -5));
  const bureaus = new Set(
    programs.filter(({ measures }) => measures.some((each) => isHeld(world, each.live))).map((p) => p.bureau),
  );
  if (bureaus.size === 0) return [];
  return [
    { name: 'page-views', as: () => loader, at, run: lookAtPages },
    ...[...bureaus].map(
      (bureau): Step => ({
        name: `bindings-${bureau}`,
        as: (cast) => cast.reporterAt(bureau),
        at,
        run: (stage) => bindAll(stage, bureau),
      }),
    ),
    {
      name: 'live-counted',
      as: () => loader,
      at,
      run: async ({ db }) => void (await countYear(db, year, at)),
    },
  ];
}

/** A world of fewer files holds less work. */
function isHeld({ desks, caseYears, grants, members, results }: World, live: Live | undefined): live is Live {
  if (!live) return false;
  if (live.code === 'contacts') return desks.some(({ code }) => code === live.desk);
  if (live.code === 'members') return members !== null;
  if (live.code === 'page-views') return Object.keys(results.pageViews).length > 0;
  return live.desk === undefined
    ? grants !== null
    : caseYears.some(({ organisation }) => organisation === live.desk);
}

/** Each month's looks on its first day. */
async function lookAtPages({ tx, world: { results } }: Stage): Promise<void> {
  const months = monthsOfFiscalYear(results.year);
  const rows = Object.entries(results.pageViews).flatMap(([section, looks]) =>
    looks.map((n, at) => ({ day: `${months[at]}-01`, section, n })),
  );
  await addViews(tx, rows);
}

async function bindAll({ db, who, world, now }: Stage, bureau: string): Promise<void> {
  const { programs, year: fiscalYear } = world.results;
  const known = (await inTransaction(db, who, (tx) => readYear(tx, fiscalYear))).programs;
  const bindings = programs
    .filter((program) => program.bureau === bureau)
    .flatMap(({ slug, measures }) =>
      measures.flatMap(({ live, labelJa }) => {
        if (!isHeld(world, live)) return [];
        const { code, ...parameters } = live;
        const { measures: named } = known.find((each) => each.slug === slug) ?? {};
        const measureId = named?.find(({ label }) => label.ja === labelJa)?.id ?? '';
        return [{ measureId, live: code, parameters }];
      }),
    );
  granted(await bindMeasures(db, who, { fiscalYear, bindings }, now), `what ${bureau} counts`);
}
