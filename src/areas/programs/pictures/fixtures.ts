import type { Who } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import type { FileStore } from '#platform/files/store.ts';
import { granted } from '../years/fixtures.ts';
import { addPicture } from './actions.ts';

/** The smallest PNG: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture of a program, uploaded by somebody who may. Gives the id of its file. */
export async function makePicture(
  db: Database,
  who: Who,
  { files, programId, alternative }: { files: FileStore; programId: string; alternative: string },
): Promise<string> {
  const picture = { files, programId, alternative, content: pixel, name: 'pixel.png' };
  return granted(await addPicture(db, who, picture)).fileId;
}
