import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { protectedCount } from '#areas/consultations/index.ts';
import { listMunicipalities, type Municipality } from '#areas/directory/index.ts';
import { listProblemsOfOrigin, listYears, type ProblemOfOrigin, readYear } from '#areas/programs/index.ts';
import {
  byPillar,
  type Cell,
  type Lack,
  type Line,
  linesBy,
  originPrefix,
  type PillarLine,
} from './rules.ts';
import { listWorryPrograms } from './store.ts';

export interface ShownMap {
  readonly areas: readonly Municipality[];
  /** Of the worry that was asked for, whatever the place: what the tiles are made of. */
  readonly places: readonly Line[];
  /** Of the place that was asked for. */
  readonly worries: readonly Line[];
  /** By `originOf` of their cell, the newest of each. */
  readonly problems: ReadonlyMap<string, ProblemOfOrigin>;
}

/** What was not met as it is shown: every number has been through `protectedCount`. */
export async function readMap(
  tx: Tx,
  { lacks, cell }: { lang: Lang; lacks: readonly Lack[]; cell: Cell },
): Promise<ShownMap> {
  const problems = await listProblemsOfOrigin(tx, originPrefix);
  return {
    areas: await listMunicipalities(tx),
    places: linesBy(lacks, { by: 'place', asked: { worry: cell.worry }, protect: protectedCount }),
    worries: linesBy(lacks, { by: 'worry', asked: { place: cell.place }, protect: protectedCount }),
    problems: new Map(problems.toReversed().map((problem) => [problem.origin, problem])),
  };
}

export interface AnsweringProgram {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly bureau: { readonly ja: string; readonly en: string };
  readonly pillars: readonly string[];
  /** Initial budget; null: not stated. */
  readonly yen: number | null;
  /** It answers the worry. */
  readonly answers: boolean;
}

export interface Answering {
  /** The newest year; null: none is open yet. */
  readonly year: number | null;
  readonly programs: readonly AnsweringProgram[];
  /** Of the programs that answer the worry; without a worry, of all. */
  readonly pillars: readonly (PillarLine & {
    readonly name: { readonly ja: string; readonly en: string } | null;
  })[];
}

/** The programs of the newest year beside what was not met, and which of them answer a worry. */
export async function readAnswering(tx: Tx, worry: string | undefined): Promise<Answering> {
  const [newest] = await listYears(tx);
  if (!newest) return { year: null, programs: [], pillars: [] };
  const year = await readYear(tx, newest.year);
  const chosen = await listWorryPrograms(
    tx,
    year.programs.map(({ id }) => id),
  );
  const answers = (id: string) => chosen.some((each) => each.worry === worry && each.programId === id);
  const programs = year.programs.map(({ id, name, bureau, pillars, budget }) => ({
    id,
    name,
    bureau: bureau.name,
    pillars,
    yen: budget.initial,
    answers: answers(id),
  }));
  const counted = worry ? programs.filter((each) => each.answers) : programs;
  const names = new Map(year.terms.pillar.map(({ code, name }) => [code, name]));
  return {
    year: newest.year,
    programs,
    pillars: byPillar(counted, [...names.keys()]).map((line) => ({
      ...line,
      name: (line.code && names.get(line.code)) || null,
    })),
  };
}

export function nameOf(lang: Lang, name: { readonly ja: string; readonly en: string } | null): string {
  return name ? contentIn(lang, name) : '';
}
