import type { Text } from '#platform/i18n.ts';
import type { YearContent } from '#areas/programs/index.ts';
import type {
  Category,
  EditionContent,
  EditionKind,
  MeasureContent,
  Outlook,
  PlanLine,
  ProgramBrief,
  ProgramContent,
  Rating,
  Term,
} from './content.ts';

type SourceProgram = YearContent['programs'][number];

interface Frame {
  readonly kind: EditionKind;
  readonly operator: Text;
  readonly headquarters: Text;
  readonly note: string;
  readonly withoutReason: string;
  /** What last year's report said at last (corrections included), by thread of the measure. It goes before the bureau's own note. */
  readonly publishedBefore: ReadonlyMap<string, number | null>;
  /** Of results: next year's plan, if there is one. */
  readonly outlook?: Outlook | undefined;
}

/** The programs whose results count: accepted ones when they were collected, otherwise all. */
export function publishable(year: YearContent): {
  readonly included: readonly SourceProgram[];
  readonly missing: readonly SourceProgram[];
} {
  if (!year.collected) return { included: year.programs, missing: [] };
  return {
    included: year.programs.filter((program) => program.entryStatus === 'accepted'),
    missing: year.programs.filter((program) => program.entryStatus !== 'accepted'),
  };
}

/** Pure: the same year gives the same content, and so the same hash. */
export function makeContent(year: YearContent, frame: Frame): EditionContent {
  const { included, missing } = publishable(year);
  const isResults = frame.kind === 'results';
  const programs = isResults ? included.map((program) => programContent(year, program, frame)) : [];
  return {
    head: {
      format: 1,
      kind: frame.kind,
      fiscalYear: year.year,
      operator: frame.operator,
      headquarters: frame.headquarters,
      note: frame.note,
      summary: year.summary,
      overallRating: isResults ? ratingOf(year, year.overallRating) : null,
      categories: isResults ? categoriesOf(year, programs) : [],
      pillars: isResults ? [] : year.terms.pillar.map(({ code, name }) => ({ code, name })),
      units: unitsOf(programs),
      programs: programs.map(brief),
      plan: isResults ? [] : year.plan.map(planLine),
      ...(isResults && frame.outlook ? { outlook: frame.outlook } : {}),
      missing: isResults ? missing.map(({ name, bureau }) => ({ name, bureau: bureau.name })) : [],
      withoutReason: isResults && missing.length > 0 ? frame.withoutReason : '',
    },
    programs,
  };
}

function categoriesOf(year: YearContent, programs: readonly ProgramContent[]): readonly Category[] {
  return year.terms.category.map(({ code, name, details }) => ({
    code,
    name,
    mainContent: { ja: String(details['mainContent'] ?? ''), en: String(details['mainContentEn'] ?? '') },
    programs: programs.filter((program) => program.category === code).length,
  }));
}

function unitsOf(programs: readonly ProgramContent[]): readonly string[] {
  return [...new Set(programs.flatMap(({ measures }) => measures.map(({ unit }) => unit.ja)))].sort();
}

export function planLine({
  id,
  pillar,
  name,
  description,
  isNew,
  amount,
}: YearContent['plan'][number]): PlanLine {
  return { id, pillar, name, description, isNew, amount };
}

/** A plan as the results of the year before show it: its pillars with the rows that have money; undefined where there is none. */
export function outlookOf(
  fiscalYear: number,
  { pillars, plan }: Pick<EditionContent['head'], 'pillars' | 'plan'>,
): Outlook | undefined {
  if (plan.length === 0) return undefined;
  return {
    fiscalYear,
    pillars: pillars.map(({ code, name }) => ({ code, name })),
    plan: plan.map((row) => ({ ...row, description: { ja: '', en: '' } })),
  };
}

function brief(program: ProgramContent): ProgramBrief {
  const { slug, name, category, bureau, isNew, continuity, illustrative, rating } = program;
  return { slug, name, category, bureau, isNew, continuity, illustrative, rating };
}

function termOf(year: YearContent, scheme: keyof YearContent['terms'], code: string | null): Term | null {
  const term = year.terms[scheme].find((each) => each.code === code);
  return term ? { code: term.code, name: term.name } : null;
}

function ratingOf(year: YearContent, code: string | null): Rating | null {
  const index = year.terms.rating.findIndex((each) => each.code === code);
  const term = year.terms.rating[index];
  return term
    ? { code: term.code, name: term.name, level: Number(term.details['level'] ?? index + 1) }
    : null;
}

function programContent(year: YearContent, program: SourceProgram, frame: Frame): ProgramContent {
  const { id, thread, slug, name, continuity, division, targetPeople, purpose, logic, budget } = program;
  const { summary, evaluation, nextStep, rating } = program.result;
  return {
    id,
    thread,
    slug,
    name,
    continuity,
    division,
    targetPeople,
    purpose,
    logic,
    budget,
    summary,
    evaluation,
    nextStep,
    fiscalYear: year.year,
    isNew: continuity === 'new',
    illustrative: program.illustrative,
    category: program.category,
    categoryName: termOf(year, 'category', program.category)?.name ?? null,
    line: termOf(year, 'line', program.line),
    pillars: program.pillars.flatMap((code) => termOf(year, 'pillar', code) ?? []),
    bureau: program.bureau.name,
    partners: program.partners.map((partner) => partner.name),
    rating: ratingOf(year, rating),
    measures: program.measures.map((measure) => measureContent(measure, frame)),
    voices: program.voices.map(({ speaker, words }) => ({ speaker, words })),
    pictures: program.pictures.map(({ fileId, alternative, caption }) => ({ fileId, alternative, caption })),
  };
}

function measureContent(
  measure: SourceProgram['measures'][number],
  { publishedBefore }: Frame,
): MeasureContent {
  const { id, thread, label, kind, counting, target, definition, sourceNote, yearValue, values } = measure;
  // What last year's report withheld is not told this year from another source.
  const before = publishedBefore.get(thread);
  return {
    id,
    thread,
    label,
    kind,
    counting,
    target,
    definition,
    sourceNote,
    unit: measure.unitName,
    value: yearValue,
    previousValue: before === undefined ? measure.previousValue : before,
    ...(before === null ? { previousWithheld: true } : {}),
    months: Object.entries(values)
      .filter(([period]) => period.length === 7)
      .map(([period, value]) => ({ period, value }))
      .sort((a, b) => (a.period < b.period ? -1 : 1)),
  };
}

/** A number of an edition, as CSV, search and comparison read it. */
export interface FigureRow {
  readonly fiscalYear: number;
  readonly program: ProgramContent;
  readonly measure: MeasureContent;
  readonly period: string;
  /** Null: withheld. */
  readonly value: number | null;
  readonly previousValue: number | null;
}

/** One row per value: the year's, then the months'. What was not reported has no row; what is withheld has one without a value. */
export function figuresOf({ head, programs }: EditionContent): readonly FigureRow[] {
  const fiscalYear = head.fiscalYear;
  return programs.flatMap((program) =>
    program.measures.flatMap((measure) => [
      ...(measure.value === null && !measure.withheld
        ? []
        : [
            {
              fiscalYear,
              program,
              measure,
              period: String(fiscalYear),
              value: measure.value,
              previousValue: measure.previousValue,
            },
          ]),
      ...measure.months.map(({ period, value }) => ({
        fiscalYear,
        program,
        measure,
        period,
        value,
        previousValue: null,
      })),
    ]),
  );
}
