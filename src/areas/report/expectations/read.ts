import type { Tx } from '#platform/database/database.ts';
import type { EditionKind, ProgramContent } from '../editions/content.ts';
import { withCorrections } from '../errata/rules.ts';
import { listCorrectionsOf } from '../errata/store.ts';
import type { FigureMeaning } from '../figures/path.ts';
import { listPublishedOf } from '../publication/store.ts';
import { cameOf, figuresOf, type Later } from './figures.ts';
import { storyOf, type YearOfStory } from './rules.ts';
import { findExpectationOf, listExpectationsOfThread, listKnownYears, listResultsOfThread } from './store.ts';

/** A program over its years, the oldest first. */
export async function readStory(tx: Tx, thread: string): Promise<readonly YearOfStory[]> {
  const results = await readResults(tx, thread);
  const expected = await listExpectationsOfThread(tx, thread);
  return storyOf({ expected, results, years: await listKnownYears(tx) });
}

/** What is told is what holds now: corrections are in it. */
async function readResults(tx: Tx, thread: string): Promise<readonly ProgramContent[]> {
  const printed = await listResultsOfThread(tx, thread);
  const corrections = await listCorrectionsOf(
    tx,
    printed.map(({ editionId }) => editionId),
  );
  return printed.map(({ editionId, program }) =>
    withCorrections(
      program,
      corrections.filter((each) => each.editionId === editionId && each.slug === program.slug),
    ),
  );
}

/** A number that was kept before the results, with all that everybody may know of it. */
export interface ExpectedFigure {
  readonly figure: FigureMeaning;
  readonly programId: string;
  /** Of the program: its story prints the number. */
  readonly thread: string;
  readonly keptAt: Date;
  readonly keptOn: string;
  readonly keptBy: string;
  /** What made it everybody's; undefined while nothing of the year is published. */
  readonly seen: { readonly kind: EditionKind; readonly number: number; readonly since: string } | undefined;
  /** Undefined while the results of the year are not out. */
  readonly later: readonly Later[] | undefined;
}

/** The number of this name, where it was expected of a year and whoever asks may see it. */
export async function readExpectedFigure(tx: Tx, id: string): Promise<ExpectedFigure | undefined> {
  const kept = await findExpectationOf(tx, id);
  const figure = kept && figuresOf(kept).find((each) => each.id === id);
  if (!figure) return undefined;
  const { programId, thread, fiscalYear, frozenAt, frozenOn, frozenBy } = kept;
  const [first] = (await listPublishedOf(tx, fiscalYear)).toSorted((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : 1,
  );
  const result = (await readResults(tx, thread)).find((each) => each.fiscalYear === fiscalYear);
  const since = first && (first.publishedOn > frozenOn ? first.publishedOn : frozenOn);
  return {
    figure,
    programId,
    thread,
    keptAt: frozenAt,
    keptOn: frozenOn,
    keptBy: frozenBy,
    seen: first && since ? { kind: first.kind, number: first.number, since } : undefined,
    later: result && cameOf(figure, result),
  };
}
