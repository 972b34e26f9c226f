import type { Tx } from '#platform/database/database.ts';
import { makeFilePublic } from '#platform/files/store.ts';
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
 * Everything that is kept beside an edition when it is published: its numbers and their paths, its documents, pictures and files.
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
  await insertPaths(tx, id, await tracePaths(tx, content));
  const { manuscripts, hashes } = await freezeEdition(tx, { id, number, content, publishedOn });
  for (const { fileId } of content.programs.flatMap((program) => program.pictures))
    await makeFilePublic(tx, fileId, now);
  if (workshop !== 'no-files') await insertOutputs(tx, id, await makeOutputs(tx, manuscripts, workshop));
  return hashes;
}
