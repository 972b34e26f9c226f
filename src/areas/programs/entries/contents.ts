import { createHash } from 'node:crypto';
import { canonical } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { contentIn } from '#platform/i18n.ts';
import { listTerms, type Term } from '../terms/store.ts';
import { type Values, yearValue } from '../measures/rules.ts';
import { valuesOf } from '../measures/store.ts';
import type { Asked, EntryStatus } from './rules.ts';
import {
  type EntryInRound,
  listMeasuresById,
  listMeasuresOf,
  listResultsOf,
  type MeasureRow,
  type ResultRow,
} from './store.ts';

export interface ReportedMeasure extends Asked {
  readonly labelJa: string;
  readonly labelEn: string;
  /** Code of the year's units. */
  readonly unit: string;
  readonly definition: string;
  readonly target: number | null;
  /** Last year's values under this year's periods. */
  readonly previous: Values;
}

/** Everything one return holds, and all that its form, its workbook and its check need. */
export interface EntryContent {
  readonly entryId: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly programId: string;
  readonly fiscalYear: number;
  readonly status: EntryStatus;
  /** Changes with every change of the return or of its program's results: compared before anything is saved over. */
  readonly stamp: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly measures: readonly ReportedMeasure[];
  readonly summary: string;
  readonly evaluation: string;
  readonly rating: string | null;
  readonly nextStep: string;
}

/** The contents of these entries, with the same few queries however many they are. */
export async function readContents(tx: Tx, entries: readonly EntryInRound[]): Promise<EntryContent[]> {
  const programIds = entries.map(({ program }) => program.id);
  const measures = await listMeasuresOf(tx, programIds);
  const before = measures.flatMap(({ predecessorId }) => (predecessorId ? [predecessorId] : []));
  const predecessors = await listMeasuresById(tx, before);
  const values = await valuesOf(tx, [...measures.map(({ id }) => id), ...before]);
  const results = new Map((await listResultsOf(tx, programIds)).map((row) => [row.programId, row]));
  const earlier = new Map(predecessors.map((measure) => [measure.id, measure]));
  return entries.map(({ entry, program }) => {
    const filled = {
      measures: measures
        .filter((measure) => measure.programId === program.id)
        .map((measure) => reported(measure, { values, earlier, fiscalYear: program.fiscalYear })),
      ...wordsOf(results.get(program.id)),
    };
    return {
      entryId: entry.id,
      roundId: entry.roundId,
      organisationId: entry.organisationId,
      programId: program.id,
      fiscalYear: program.fiscalYear,
      status: entry.status as EntryStatus,
      stamp: stampOf(entry.version, filled),
      nameJa: program.nameJa,
      nameEn: program.nameEn,
      ...filled,
    };
  });
}

/** The version of the return and a hash of what it holds: values and words may also change outside of it. */
function stampOf(
  version: number,
  filled: Pick<EntryContent, 'measures' | 'summary' | 'evaluation' | 'rating' | 'nextStep'>,
): string {
  const { summary, evaluation, rating, nextStep } = filled;
  const values = filled.measures.map(({ id, values: own }) => [id, own]);
  const hash = createHash('sha256').update(canonical([values, summary, evaluation, rating, nextStep]));
  return `v${version}-${hash.digest('hex').slice(0, 12)}`;
}

function wordsOf(result: ResultRow | undefined) {
  return {
    summary: result?.summary ?? '',
    evaluation: result?.evaluation ?? '',
    rating: result?.rating ?? null,
    nextStep: result?.nextStep ?? '',
  };
}

function reported(
  measure: MeasureRow,
  known: {
    values: ReadonlyMap<string, Values>;
    earlier: ReadonlyMap<string, MeasureRow>;
    fiscalYear: number;
  },
): ReportedMeasure {
  const { id, kind, counting, rhythm, labelJa, labelEn, unit, definition, target } = measure;
  return {
    id,
    kind,
    counting,
    rhythm,
    labelJa,
    labelEn,
    unit,
    definition,
    target,
    values: known.values.get(id) ?? {},
    previous: previousOf(measure, known),
  };
}

/** Last year as reported then; where it is not in the product, what another source said. */
function previousOf(
  measure: MeasureRow,
  { values, earlier, fiscalYear }: Parameters<typeof reported>[1],
): Values {
  const predecessor = measure.predecessorId ? earlier.get(measure.predecessorId) : undefined;
  const own = (predecessor && values.get(predecessor.id)) ?? {};
  const shifted = Object.fromEntries(
    Object.entries(own).map(([period, value]) => [
      `${Number(period.slice(0, 4)) + 1}${period.slice(4)}`,
      value,
    ]),
  );
  const year = (predecessor && yearValue(predecessor, own)) ?? measure.previousValue ?? undefined;
  return year === undefined ? shifted : { ...shifted, [String(fiscalYear)]: year };
}

/** The words of a year that a return uses: ratings in their order, units by code. */
export interface YearWords {
  readonly ratings: readonly Term[];
  readonly units: ReadonlyMap<string, Term>;
}

export async function readYearWords(tx: Tx, fiscalYear: number): Promise<YearWords> {
  const units = await listTerms(tx, fiscalYear, 'unit');
  return {
    ratings: await listTerms(tx, fiscalYear, 'rating'),
    units: new Map(units.map((term) => [term.code, term])),
  };
}

export function termName(lang: Lang, term: Pick<Term, 'nameJa' | 'nameEn'>): string {
  return contentIn(lang, { ja: term.nameJa, en: term.nameEn });
}

/** The name of a unit; a code without a term is shown as it is. */
export function unitName(lang: Lang, words: YearWords, code: string): string {
  const term = words.units.get(code);
  return term ? termName(lang, term) : code;
}
