import type { Tx } from '#platform/database/database.ts';
import { makeFilesPublic } from '#platform/files/store.ts';
import { insertPaths } from '../figures/paths/store.ts';
import { insertFigures } from '../figures/store.ts';
import { tracePaths } from '../figures/trace.ts';
import { freezeEdition } from '../manuscripts/freeze.ts';
import { makeOutputs, type Workshop } from '../outputs/make.ts';
import { insertOutputs } from '../outputs/store.ts';
import type { EditionContent } from './content.ts';
import { figuresOf } from './make-content.ts';
import type { Edition } from './store.ts';

/**
 * Everything that is kept beside an edition when it is published: its numbers and their paths, its documents, pictures and files; what
 * its pages lead to is everybody's from now on.
 * In the transaction that publishes it: all or nothing. Gives the hashes of the documents.
 */
export async function keepParts(
  tx: Tx,
  {
    edition: { id, number },
    content,
    publishedOn,
    workshop,
  }: { edition: Edition; content: EditionContent; publishedOn: string; workshop: Workshop | 'no-files' },
  now: Date,
) {
  await insertFigures(tx, id, figuresOf(content));
  const traced = await tracePaths(tx, content);
  await insertPaths(tx, id, traced);
  const { manuscripts, hashes } = await freezeEdition(tx, { id, number, content, publishedOn });
  const shown = [
    ...content.programs.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)),
    ...traced.paths.flatMap(({ statement }) => statement?.file?.id ?? []),
  ];
  await makeFilesPublic(tx, [...new Set(shown)], now);
  if (workshop !== 'no-files') await insertOutputs(tx, id, await makeOutputs(tx, manuscripts, workshop));
  return hashes;
}
