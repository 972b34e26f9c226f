import type { Tx } from '#platform/database/database.ts';
import type { EditionContent } from '../editions/content.ts';
import type { FigurePath, FigureTrail } from './path.ts';
import { pathsOf } from './paths-of.ts';

/** The paths of an edition that is about to be published, as far as the product knows them now. */
export async function tracePaths(
  _tx: Tx,
  content: EditionContent,
): Promise<{ paths: readonly FigurePath[]; trails: ReadonlyMap<string, FigureTrail> }> {
  return { paths: pathsOf(content), trails: new Map() };
}
