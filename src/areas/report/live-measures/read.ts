import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { readYear } from '#areas/programs/index.ts';
import { measureFigure } from '../figures/named.ts';
import { listFigureIds } from '../figures/paths/store.ts';
import { isOwn } from './actions.ts';
import { registered } from './registry.ts';
import type { LiveMeasure } from './registry/measure.ts';
import { listBindings, listLiveValues } from './store.ts';

/** A measure of a program, what was typed for its year and what the product counted. */
export interface LiveLine {
  readonly measureId: string;
  readonly label: Text;
  readonly program: Text;
  /** Of the year, months added up; null: not reported. */
  readonly typed: number | null;
  /** As it stands for the year itself. */
  readonly standing: number | null;
  readonly bound: LiveMeasure | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** Null: nothing to count, or not counted yet (`computedAt` says which). */
  readonly counted: number | null;
  readonly computedAt: Date | null;
  readonly version: number | null;
  /** Where the number was published. */
  readonly figureId: string | undefined;
}

/** The measures of a year that somebody answers for, in the order of the report. */
export async function readLive(tx: Tx, who: Who, fiscalYear: number): Promise<readonly LiveLine[]> {
  const year = await readYear(tx, fiscalYear);
  const bindings = await listBindings(tx, fiscalYear);
  const period = String(fiscalYear);
  const values = new Map(
    (await listLiveValues(tx, fiscalYear))
      .filter((value) => value.period === period)
      .map((value) => [value.measureId, value]),
  );
  const published = await listFigureIds(tx, fiscalYear);
  return year.programs
    .filter(({ bureau }) => isOwn(who, bureau.organisationId))
    .flatMap((program) =>
      program.measures.map((measure) => {
        const binding = bindings.get(measure.thread);
        const value = binding ? values.get(measure.id) : undefined;
        const figureId = measureFigure(fiscalYear, measure.thread);
        return {
          measureId: measure.id,
          label: measure.label,
          program: program.name,
          typed: measure.yearValue,
          standing: measure.values[period] ?? null,
          bound: binding ? registered(binding.live) : undefined,
          parameters: binding?.parameters ?? {},
          counted: value?.value ?? null,
          computedAt: value?.computedAt ?? null,
          version: value?.version ?? null,
          figureId: published.has(figureId) ? figureId : undefined,
        };
      }),
    );
}
