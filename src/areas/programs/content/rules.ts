import { yearValue } from '../measures/rules.ts';
import type { EntryStatus } from '../programs/rules.ts';
import { type Scheme, schemes } from '../terms/rules.ts';
import type { BureauContent, MeasureContent, ProgramContent, TermContent, YearContent } from './content.ts';

interface Words {
  readonly nameJa: string;
  readonly nameEn: string | null;
}

/** Rows of a year as the store reads them. */
export interface YearFacts {
  readonly year: {
    readonly year: number;
    readonly summaryJa: string;
    readonly summaryEn: string;
    readonly overallRating: string | null;
  };
  readonly terms: readonly (Words & {
    readonly scheme: string;
    readonly code: string;
    readonly organisationId: string | null;
    readonly details: Readonly<Record<string, string | number>>;
  })[];
  readonly plan: readonly (Words & {
    readonly id: string;
    readonly pillar: string | null;
    readonly descriptionJa: string;
    readonly descriptionEn: string;
    readonly isNew: boolean;
    readonly amount: number;
    readonly programId: string | null;
  })[];
  readonly rows: ProgramRows;
}

interface ProgramRow extends Words {
  readonly id: string;
  readonly slug: string;
  readonly continuity: string;
  readonly category: string | null;
  readonly line: string | null;
  readonly organisationId: string;
  readonly division: string;
  readonly targetPeople: string;
  readonly purpose: string;
  readonly logic: ProgramContent['logic'];
  readonly budgetInitial: number | null;
  readonly budgetRevised: number | null;
  readonly budgetSettled: number | null;
  readonly illustrative: boolean;
  readonly position: number;
}

interface MeasureRow {
  readonly measure: {
    readonly id: string;
    readonly programId: string;
    readonly labelJa: string;
    readonly labelEn: string;
    readonly unit: string;
    readonly kind: string;
    readonly counting: string | null;
    readonly rhythm: string;
    readonly target: number | null;
    readonly previousValue: number | null;
    readonly definition: string;
    readonly sourceNote: string;
  };
  readonly values: Readonly<Record<string, number>>;
  readonly before: {
    readonly kind: string;
    readonly counting: string | null;
    readonly values: Readonly<Record<string, number>>;
  } | null;
}

type OfProgram<T> = readonly (T & { readonly programId: string })[];

interface ProgramRows {
  readonly programs: readonly ProgramRow[];
  readonly organisations: readonly (Words & { readonly id: string })[];
  readonly pillars: OfProgram<{ readonly pillar: string }>;
  readonly partners: OfProgram<{ readonly organisationId: string }>;
  readonly results: readonly { readonly result: ProgramContent['result'] & { readonly programId: string } }[];
  readonly voices: OfProgram<ProgramContent['voices'][number]>;
  readonly pictures: OfProgram<ProgramContent['pictures'][number]>;
  readonly problems: readonly {
    readonly programId: string | null;
    readonly id: string;
    readonly title: string;
  }[];
  readonly measures: readonly MeasureRow[];
  readonly threads: ReadonlyMap<string, string>;
  readonly entryStatuses: ReadonlyMap<string, string>;
  readonly collected: boolean;
}

/** Puts a year together from its rows. Pure: the same rows give the same content, in the same order. */
export function assembleYear({ year, terms, plan, rows }: YearFacts): YearContent {
  const vocabulary = Object.fromEntries(
    schemes.map((scheme) => [scheme, terms.filter((term) => term.scheme === scheme).map(termContent)]),
  ) as Record<Scheme, TermContent[]>;
  const place = new Map(vocabulary.category.map((term, index) => [term.code, index]));
  const placeOf = (row: ProgramRow) => place.get(row.category ?? '') ?? place.size;
  const ordered = [...rows.programs].sort((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
  const find = finderOf(rows, vocabulary);
  return {
    year: year.year,
    summary: { ja: year.summaryJa, en: year.summaryEn },
    overallRating: year.overallRating,
    terms: vocabulary,
    collected: rows.collected,
    programs: ordered.map((row) => programContent(row, find)),
    plan: plan.map((row) => ({
      id: row.id,
      pillar: row.pillar,
      name: nameOf(row),
      description: { ja: row.descriptionJa, en: row.descriptionEn },
      isNew: row.isNew,
      amount: row.amount,
      programId: row.programId,
    })),
  };
}

function nameOf({ nameJa, nameEn }: Words) {
  return { ja: nameJa, en: nameEn ?? '' };
}

function termContent(term: YearFacts['terms'][number]): TermContent {
  const { code, organisationId, details } = term;
  return { code, name: nameOf(term), organisationId, details };
}

type Finder = ReturnType<typeof finderOf>;

/** Looks rows up by program: each list is walked once. */
function finderOf(rows: ProgramRows, vocabulary: Readonly<Record<Scheme, readonly TermContent[]>>) {
  const organisations = new Map(rows.organisations.map((row) => [row.id, nameOf(row)]));
  const bureaus = new Map(vocabulary.bureau.map((term) => [term.organisationId, term.name]));
  const units = new Map(vocabulary.unit.map((term) => [term.code, term.name]));
  const pillarOrder = vocabulary.pillar.map((term) => term.code);
  const pillars = Map.groupBy(rows.pillars, (row) => row.programId);
  const partners = Map.groupBy(rows.partners, (row) => row.programId);
  const voices = Map.groupBy(rows.voices, (row) => row.programId);
  const pictures = Map.groupBy(rows.pictures, (row) => row.programId);
  const measures = Map.groupBy(rows.measures, (row) => row.measure.programId);
  const problems = Map.groupBy(rows.problems, (row) => row.programId);
  const results = new Map(rows.results.map(({ result }) => [result.programId, result]));
  const bureau = (organisationId: string): BureauContent => ({
    organisationId,
    name: bureaus.get(organisationId) ?? organisations.get(organisationId) ?? { ja: '', en: '' },
  });
  return {
    bureau,
    thread: (id: string) => rows.threads.get(id) ?? id,
    unitName: (code: string) => units.get(code) ?? { ja: code, en: '' },
    pillars: (id: string) => {
      const own = (pillars.get(id) ?? []).map((row) => row.pillar);
      return [...own].sort((a, b) => pillarOrder.indexOf(a) - pillarOrder.indexOf(b));
    },
    partners: (id: string) => {
      const own = (partners.get(id) ?? []).map((row) => bureau(row.organisationId));
      return own.sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
    },
    voices: (id: string) => voices.get(id) ?? [],
    pictures: (id: string) => pictures.get(id) ?? [],
    measures: (id: string) => measures.get(id) ?? [],
    problem: (id: string) => problems.get(id)?.[0],
    result: (id: string) => results.get(id),
    entryStatus: (id: string) => (rows.entryStatuses.get(id) ?? null) as EntryStatus | null,
  };
}

function programContent(row: ProgramRow, find: Finder): ProgramContent {
  const result = find.result(row.id);
  const problem = find.problem(row.id);
  return {
    id: row.id,
    thread: find.thread(row.id),
    slug: row.slug,
    name: nameOf(row),
    continuity: row.continuity,
    category: row.category,
    line: row.line,
    pillars: find.pillars(row.id),
    bureau: find.bureau(row.organisationId),
    partners: find.partners(row.id),
    division: row.division,
    targetPeople: row.targetPeople,
    purpose: row.purpose,
    logic: row.logic,
    budget: { initial: row.budgetInitial, revised: row.budgetRevised, settled: row.budgetSettled },
    illustrative: row.illustrative,
    measures: find.measures(row.id).map((measure) => measureContent(measure, find)),
    result: {
      summary: result?.summary ?? '',
      evaluation: result?.evaluation ?? '',
      rating: result?.rating ?? null,
      nextStep: result?.nextStep ?? '',
    },
    voices: find.voices(row.id).map(({ speaker, words }) => ({ speaker, words })),
    pictures: find
      .pictures(row.id)
      .map(({ fileId, alternative, caption }) => ({ fileId, alternative, caption })),
    problem: problem ? { id: problem.id, title: problem.title } : null,
    entryStatus: find.entryStatus(row.id),
  };
}

function measureContent({ measure, values, before }: MeasureRow, find: Finder): MeasureContent {
  return {
    id: measure.id,
    thread: find.thread(measure.id),
    label: { ja: measure.labelJa, en: measure.labelEn },
    unit: measure.unit,
    unitName: find.unitName(measure.unit),
    kind: measure.kind,
    counting: measure.counting as MeasureContent['counting'],
    rhythm: measure.rhythm as MeasureContent['rhythm'],
    target: measure.target,
    values,
    yearValue: yearValue(measure, values),
    previousValue: (before && yearValue(before, before.values)) ?? measure.previousValue,
    definition: measure.definition,
    sourceNote: measure.sourceNote,
  };
}
