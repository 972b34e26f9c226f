import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { type FileRefusal, type FileStore, keepFile, readStoredFile } from '#platform/files/store.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { mustWriteFor } from '../actions.ts';
import { isOpenTo } from '../rules.ts';
import { lockPost } from '../store.ts';
import { decidePhoto, largestPhoto, photoKinds, type PhotoRefusal } from './rules.ts';
import { deletePhoto, findPhoto, insertPhoto, listPhotos } from './store.ts';

/** Of the picture nothing is kept that its taker may not know is in it: place, time, device. */
export async function addPhoto(
  db: Db,
  who: Who,
  input: { files: FileStore; postId: string; content: Buffer; name: string; caption: string },
  now = new Date(),
): Promise<Result<{ postId: string }, PhotoRefusal | FileRefusal>> {
  const { postId, caption } = input;
  return inTransaction(db, who, async (tx) => {
    const post = await lockPost(tx, postId);
    mustWriteFor(who, post.organisationId);
    const photos = await listPhotos(tx, postId);
    const decision = decidePhoto({ count: photos.length, isOpen: isOpenTo('edit', post.state) });
    if (!decision.ok) return decision;
    const taken = { kinds: photoKinds, maxBytes: largestPhoto };
    const file = { content: input.content, name: 'photo', organisationId: post.organisationId, ...taken };
    const kept = await keepFile(tx, input.files, file);
    if (!kept.ok) return kept;
    const position = (photos.at(-1)?.position ?? 0) + 1;
    await insertPhoto(tx, { postId, fileId: kept.value.id, caption, position });
    if (post.state === 'published') await publicPagesChanged(tx);
    const subject = { kind: 'post', id: postId };
    await record(tx, { event: 'exchange.write', subject, facts: { step: 'add-photo' } }, now);
    return ok({ postId });
  });
}

export async function removePhoto(
  db: Db,
  who: Who,
  { photoId }: { photoId: string },
  now = new Date(),
): Promise<Result<{ postId: string }, PhotoRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { postId } = await findPhoto(tx, photoId);
    const post = await lockPost(tx, postId);
    mustWriteFor(who, post.organisationId);
    if (!isOpenTo('edit', post.state)) return refuse('step-not-now');
    await deletePhoto(tx, photoId);
    await publicPagesChanged(tx);
    const subject = { kind: 'post', id: postId };
    await record(tx, { event: 'exchange.write', subject, facts: { step: 'remove-photo' } }, now);
    return ok({ postId });
  });
}

/** The bytes, for whoever may see the post. */
export async function readPhoto(
  db: Database,
  who: Who,
  { files, photoId }: { files: FileStore; photoId: string },
): Promise<{ mediaType: string; content: Buffer }> {
  const { fileId } = await inTransaction(db, who, (tx) => findPhoto(tx, photoId));
  return inTransaction(db, system('exchange.photo'), (tx) => readStoredFile(tx, files, fileId));
}
