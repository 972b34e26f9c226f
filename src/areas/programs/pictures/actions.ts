import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { type FileRefusal, type FileStore, keepFile, readStoredFile } from '#platform/files/store.ts';
import { ok, type Result } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';
import { openProgram } from '../programs/actions.ts';
import { decidePictureText, largestPicture, pictureKinds, type PictureTextRefusal } from './rules.ts';
import { deletePicture, findPicture, insertPicture, updatePicture } from './store.ts';

/** JPEG, PNG or WebP up to 8 MB, with a text for those who do not see it. */
export async function addPicture(
  db: Db,
  who: Who,
  input: {
    files: FileStore;
    programId: string;
    content: Uint8Array;
    name: string;
    alternative: string;
    caption?: string;
  },
  now = new Date(),
): Promise<Result<{ pictureId: string; fileId: string }, PictureTextRefusal | FileRefusal>> {
  const { programId, alternative, caption = '' } = input;
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const decision = decidePictureText({ alternative });
    if (!decision.ok) return decision;
    const kept = await keepFile(tx, input.files, {
      content: input.content,
      name: input.name,
      kinds: pictureKinds,
      maxBytes: largestPicture,
      organisationId: open.value.organisationId,
    });
    if (!kept.ok) return kept;
    const fileId = kept.value.id;
    const pictureId = await insertPicture(tx, { programId, fileId, alternative, caption });
    await record(
      tx,
      { event: 'picture.add', subject: { kind: 'program', id: programId }, facts: { pictureId, fileId } },
      now,
    );
    return ok({ pictureId, fileId });
  });
}

export async function changePicture(
  db: Db,
  who: Who,
  { pictureId, alternative, caption }: { pictureId: string; alternative: string; caption: string },
  now = new Date(),
): Promise<Result<{ pictureId: string }, PictureTextRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { programId } = await findPicture(tx, pictureId);
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const decision = decidePictureText({ alternative });
    if (!decision.ok) return decision;
    await updatePicture(tx, pictureId, { alternative, caption });
    await record(
      tx,
      { event: 'picture.change', subject: { kind: 'program', id: programId }, facts: { pictureId } },
      now,
    );
    return ok({ pictureId });
  });
}

/** From the program; a published edition that shows the file keeps it. */
export async function removePicture(
  db: Db,
  who: Who,
  { pictureId }: { pictureId: string },
  now = new Date(),
): Promise<Result<{ pictureId: string }, EntryRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { programId } = await findPicture(tx, pictureId);
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    await deletePicture(tx, pictureId);
    await record(
      tx,
      { event: 'picture.remove', subject: { kind: 'program', id: programId }, facts: { pictureId } },
      now,
    );
    return ok({ pictureId });
  });
}

/** The bytes, for whoever may see the picture: all staff, where a file by itself is its bureau's only. */
export async function readPicture(
  db: Database,
  who: Who,
  { files, programId, pictureId }: { files: FileStore; programId: string; pictureId: string },
): Promise<{ mediaType: string; content: Buffer } | undefined> {
  const picture = await inTransaction(db, who, (tx) => findPicture(tx, pictureId));
  if (picture.programId !== programId) return undefined;
  return inTransaction(db, system('picture'), (tx) => readStoredFile(tx, files, picture.fileId));
}
