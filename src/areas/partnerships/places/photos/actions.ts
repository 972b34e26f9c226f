import { randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { scanFile } from '#platform/files/scanner.ts';
import {
  checkUpload,
  type FileRefusal,
  type FileStore,
  keepFile,
  readStoredFile,
} from '#platform/files/store.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { findOwnPlace } from '../read.ts';
import {
  type Consent,
  decidePhoto,
  largestPhoto,
  photoKinds,
  type PhotoRefusal,
  type ShownPeople,
} from './rules.ts';
import { findPhoto, insertPhoto, listPhotos, removePhotoRow } from './store.ts';

export interface NewPhoto {
  readonly serviceId: string;
  readonly content: Buffer;
  readonly name: string;
  readonly alternative: string;
  readonly shows: ShownPeople;
  readonly consent: Consent;
  readonly consentedOn: string;
}

/** A picture for the public page, with who agreed to it on record, and without what the camera knew of time and place. */
export async function addPhoto(
  db: Db,
  who: Who,
  { files, scanner, ...photo }: NewPhoto & { files: FileStore; scanner: string | undefined },
  now = new Date(),
): Promise<Result<{ photoId: string }, PhotoRefusal | FileRefusal>> {
  const { serviceId, content, name, alternative, shows, consent, consentedOn } = photo;
  const taken = checkUpload({ content, maxBytes: largestPhoto, kinds: photoKinds });
  if (!taken.ok) return taken;
  const scan = await scanFile(scanner, content);
  return inTransaction(db, who, async (tx) => {
    const { organisationId } = await findOwnPlace(tx, who, serviceId);
    const count = (await listPhotos(tx, serviceId)).length;
    const decision = decidePhoto({ shows, consent, consentedOn, today: tokyoDay(now), count, scan });
    if (!decision.ok) return decision;
    const file = { content, name, kinds: photoKinds, maxBytes: largestPhoto, organisationId };
    const kept = await keepFile(tx, files, file);
    if (!kept.ok) return kept;
    const photoId = randomUUID();
    const agreed = shows === 'nobody' ? { consent: '', consentedOn: null } : { consent, consentedOn };
    const row = {
      id: photoId,
      serviceId,
      organisationId,
      fileId: kept.value.id,
      alternative,
      shows,
      ...agreed,
    };
    await insertPhoto(tx, { ...row, addedAt: now });
    await publicPagesChanged(tx);
    const facts = { photo: photoId, shows, consent: agreed.consent };
    await record(tx, { event: 'place-photo.add', subject: { kind: 'service', id: serviceId }, facts }, now);
    return ok({ photoId });
  });
}

/** Somebody withdrew, or it is no longer right: nobody sees it from the same moment. */
export async function removePhoto(
  db: Db,
  who: Who,
  { serviceId, photoId }: { serviceId: string; photoId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findOwnPlace(tx, who, serviceId);
    await findPhoto(tx, { serviceId, photoId });
    await removePhotoRow(tx, photoId, now);
    await publicPagesChanged(tx);
    const facts = { photo: photoId };
    await record(
      tx,
      { event: 'place-photo.remove', subject: { kind: 'service', id: serviceId }, facts },
      now,
    );
  });
}

/** The bytes of a picture that whoever asks may see now. */
export async function readPhoto(
  db: Database,
  who: Who,
  { files, ...asked }: { files: FileStore; serviceId: string; photoId: string },
): Promise<{ readonly mediaType: string; readonly content: Buffer }> {
  const { fileId } = await inTransaction(db, who, (tx) => findPhoto(tx, asked));
  return inTransaction(db, system('place.photo'), (tx) => readStoredFile(tx, files, fileId));
}
