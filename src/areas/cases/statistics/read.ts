import type { Tx } from '#platform/database/database.ts';
import { addDays, monthsOfFiscalYear } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { findOrganisationByCode } from '#platform/people/organisations.ts';
import { listMunicipalities, type Municipality } from '#areas/directory/index.ts';
import {
  type FigureRow,
  type FlowRow,
  monthsBegun,
  reachedOf,
  type TargetFigure,
  targetFigures,
} from './rules.ts';
import { standardTargets } from './standard.ts';
import {
  type CountedRow,
  findPlanFact,
  listAreas,
  listFigures,
  listFlows,
  listServices,
  listTargets,
} from './store.ts';

/** The days of a fiscal year, both inclusive. */
export function daysOf(fiscalYear: number): { first: string; last: string } {
  return { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
}

/** The days of a month, both inclusive. */
export function daysOfMonth(month: string): { first: string; last: string } {
  const next = addDays(`${month}-28`, 4).slice(0, 8);
  return { first: `${month}-01`, last: addDays(`${next}01`, -1) };
}

export interface ShownTarget {
  readonly figure: TargetFigure;
  readonly value: number;
  readonly verified: boolean;
  readonly source: string;
  /** What the year has come to; null: nothing to divide by. */
  readonly reached: number | null;
}

export interface YearOfCases {
  readonly fiscalYear: number;
  readonly months: readonly string[];
  readonly begun: number;
  /** All asked organisations together. */
  readonly rows: readonly FigureRow[];
  readonly organisations: readonly CountedRow[];
  readonly flows: readonly FlowRow[];
  readonly targets: readonly ShownTarget[];
  /** Null: nobody has said for whom the organisation answers. */
  readonly population: number | null;
}

/** A fiscal year of one organisation, or (undefined) of all of which the reader may count. */
export async function readYear(
  tx: Tx,
  {
    fiscalYear,
    organisationId,
    today,
  }: { fiscalYear: number; organisationId?: string | undefined; today: string },
): Promise<YearOfCases> {
  const span = { ...daysOf(fiscalYear), organisationIds: organisationId ? [organisationId] : undefined };
  const organisations = await listFigures(tx, span);
  const rows = together(organisations);
  const months = monthsOfFiscalYear(fiscalYear);
  const begun = monthsBegun(months, today);
  const population = await populationOf(tx, organisationId);
  const reached = (figure: TargetFigure) =>
    reachedOf(rows, figure, { months: begun, population: population ?? 0 });
  return {
    fiscalYear,
    months,
    begun,
    rows,
    organisations,
    flows: await listFlows(tx, span),
    targets: (await readTargets(tx, fiscalYear)).map((target) => ({
      ...target,
      reached: reached(target.figure),
    })),
    population,
  };
}

/** Sums over organisations: nobody is counted at two of them as the same person. */
function together(counted: readonly CountedRow[]): readonly FigureRow[] {
  const sums = new Map<string, FigureRow>();
  for (const { month, figure, code, n, people } of counted) {
    const key = `${month} ${figure} ${code}`;
    const before = sums.get(key);
    sums.set(key, { month, figure, code, n: n + (before?.n ?? 0), people: people + (before?.people ?? 0) });
  }
  return [...sums.values()];
}

/** 目安値 of a year as they stand: what the headquarters wrote, otherwise the standard's. */
export async function readTargets(
  tx: Tx,
  fiscalYear: number,
): Promise<readonly Omit<ShownTarget, 'reached'>[]> {
  const written = await listTargets(tx, fiscalYear);
  return targetFigures.flatMap((figure) => {
    const own = written.find((row) => row.figure === figure);
    if (own) return [{ figure, value: own.value, verified: own.verified, source: own.source }];
    const standard = standardTargets.find((each) => each.fiscalYear === fiscalYear && each.figure === figure);
    return standard
      ? [{ figure, value: standard.value, verified: standard.source === 'verified', source: '' }]
      : [];
  });
}

/** People for whom an organisation answers; of all of them, everybody in the prefecture. */
async function populationOf(tx: Tx, organisationId: string | undefined): Promise<number | null> {
  const municipalities = await listMunicipalities(tx);
  if (!organisationId) return peopleIn(municipalities.filter(({ kind }) => kind === 'prefecture'));
  const area = (await listAreas(tx)).find((each) => each.organisationId === organisationId);
  return peopleIn(municipalities.filter(({ code }) => area?.municipalities.includes(code)));
}

function peopleIn(municipalities: readonly Municipality[]): number | null {
  const sum = municipalities.reduce((all, { population }) => all + (population ?? 0), 0);
  return sum > 0 ? sum : null;
}

export interface ProgramCount {
  readonly total: number;
  /** April first. */
  readonly months: readonly number[];
}

export type CasesCount = Readonly<
  Record<'consultation' | 'accompaniment' | 'protection' | 'independence', ProgramCount>
>;

/**
 * For the measures of programs: what desks (codes of organisations) did in a fiscal year, by desk; one that is not there is not among
 * them. 相談支援 and 同行支援 are records, 件; 一時保護 and 自立支援 are people, 名, each once in the year and once in every month. Source: the
 * desks' own records, kept added up, which are not opened.
 */
export async function countCasesOfDesks(
  tx: Tx,
  asked: { desks: readonly string[]; fiscalYear: number },
): Promise<ReadonlyMap<string, CasesCount>> {
  const byDesk = Map.groupBy(await listServices(tx, asked), ({ desk }) => desk);
  const months = monthsOfFiscalYear(asked.fiscalYear);
  return new Map(
    [...byDesk].map(([desk, rows]) => {
      const of = (service: string, by: 'n' | 'people'): ProgramCount => {
        const at = (month: string) =>
          rows.find((row) => row.month === month && row.service === service)?.[by] ?? 0;
        return { total: at(''), months: months.map(at) };
      };
      return [
        desk,
        {
          consultation: of('consultation', 'n'),
          accompaniment: of('accompaniment', 'n'),
          protection: of('protection', 'people'),
          independence: of('independence', 'people'),
        },
      ];
    }),
  );
}

/** The same of one desk. */
export async function countCasesOfProgram(
  tx: Tx,
  { desk, fiscalYear }: { desk: string; fiscalYear: number },
): Promise<CasesCount> {
  const count = (await countCasesOfDesks(tx, { desks: [desk], fiscalYear })).get(desk);
  if (!count) throw new NotFound('organisation');
  return count;
}

export type PlanFact =
  | { readonly exists: false }
  | {
      readonly exists: true;
      readonly agency: string;
      readonly decidedOn: string;
      readonly endsOn: string | null;
    };

/** 「plan exists: yes, agency, date」 of a case number, without opening the case; for whoever may count there. */
export async function readPlanFact(
  tx: Tx,
  { organisation, number }: { organisation: string; number: string },
): Promise<PlanFact> {
  const agency = await findOrganisationByCode(tx, organisation);
  const plan = agency && (await findPlanFact(tx, { organisationId: agency.id, number }));
  if (!agency || !plan) return { exists: false };
  return { exists: true, agency: agency.nameJa, decidedOn: plan.decidedOn, endsOn: plan.endsOn };
}
