import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { type Correction, correctionsOf } from '../errata/rules.ts';
import { listCorrectionsOf } from '../errata/store.ts';
import { listPaths, listWithoutPaths, type PublishedPath } from './paths/store.ts';
import { pathsOf } from './paths-of.ts';

export interface ShownPath extends PublishedPath {
  /** The oldest first. */
  readonly corrections: readonly Correction[];
  /** What holds now; null: withheld or not reported, as the path says. */
  readonly value: number | null;
  /** False: an edition of the time before paths were kept. */
  readonly kept: boolean;
}

/**
 * A number in every published edition that says it, each as corrected, the newest first: editions of its own year and kind before a
 * report that told of next year's plan. NotFound when none does.
 */
export async function readPaths(tx: Tx, id: string): Promise<readonly [ShownPath, ...ShownPath[]]> {
  const kept = (await listPaths(tx, id)).map((each) => ({ ...each, kept: true }));
  const known = (await listWithoutPaths(tx)).flatMap(({ head, programs, ...edition }) => {
    const path = pathsOf({ head, programs }).find((each) => each.id === id);
    return path ? [{ ...edition, path, kept: false }] : [];
  });
  const all = [...kept, ...known].sort(
    (a, b) =>
      Number(isOwn(b)) - Number(isOwn(a)) ||
      b.publishedOn.localeCompare(a.publishedOn) ||
      b.number - a.number,
  );
  const errata = await listCorrectionsOf(
    tx,
    all.map(({ editionId }) => editionId),
  );
  const [newest, ...older] = all.map((each) => withErrata(each, errata));
  if (!newest) throw new NotFound('figure');
  return [newest, ...older];
}

function isOwn({ kind, fiscalYear, path }: PublishedPath): boolean {
  return kind === path.kind && fiscalYear === path.fiscalYear;
}

function withErrata(
  each: PublishedPath & { kept: boolean },
  errata: Awaited<ReturnType<typeof listCorrectionsOf>>,
): ShownPath {
  const { measureId, period, program, value } = each.path;
  if (!measureId || !program) return { ...each, corrections: [], value };
  const own = errata.filter(({ editionId, slug }) => editionId === each.editionId && slug === program.slug);
  const corrections = correctionsOf(own, { kind: 'figure', measureId, period });
  const last = corrections.at(-1);
  return { ...each, corrections, value: last ? Number(last.newValue) : value };
}
