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
import { ok, type Result } from '#platform/result.ts';
import { seal, sealBytes, unseal, unsealBytes } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { findOwnPlace } from '../read.ts';
import { decidePaper, fileKinds, type KindOfPaper, largestPaper, type PaperRefusal } from './rules.ts';
import { endPaperRow, endPapersOf, findPaper, insertPaper, type PaperRow } from './store.ts';

/** How papers are taken: where bytes lie, and the scanner's socket if one is set. */
export interface Tray {
  readonly vault: Vault;
  readonly files: FileStore;
  readonly scanner?: string | undefined;
}

export interface NewPaper {
  readonly serviceId: string;
  readonly kind: KindOfPaper;
  readonly expiresOn: string;
  readonly content: Buffer;
  readonly name: string;
}

const ownerOf = (id: string) => `place-paper:${id}`;

/** A paper with the last day on which it holds; its file lies sealed. A newer one of its kind takes its place. */
export async function addPaper(
  db: Db,
  who: Who,
  { tray, ...paper }: NewPaper & { tray: Tray },
  now = new Date(),
): Promise<Result<{ paperId: string }, PaperRefusal | FileRefusal>> {
  const { serviceId, kind, expiresOn, content, name } = paper;
  const taken = checkUpload({ content, maxBytes: largestPaper, kinds: fileKinds });
  if (!taken.ok) return taken;
  const decision = decidePaper({
    expiresOn,
    today: tokyoDay(now),
    scan: await scanFile(tray.scanner, content),
  });
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    const { organisationId } = await findOwnPlace(tx, who, serviceId);
    const id = randomUUID();
    const owner = ownerOf(id);
    const { key, sealed: sealedKey } = newDataKey(tray.vault, owner);
    const kept = await keepFile(tx, tray.files, {
      content,
      name: 'paper',
      kinds: fileKinds,
      maxBytes: largestPaper,
      seal: (plain) => sealBytes(key, { content: plain, owner }),
    });
    if (!kept.ok) return kept;
    if (kind !== 'other') await endPapersOf(tx, { serviceId, kind, endedAt: now });
    const sealedName = seal(key, { text: name.normalize('NFC').slice(0, 200), owner });
    const file = { fileId: kept.value.id, mediaType: kept.value.mediaType, sealedKey, sealedName };
    await insertPaper(tx, { id, serviceId, organisationId, kind, expiresOn, ...file, addedAt: now });
    const facts = { paper: id, kind, expiresOn };
    await record(tx, { event: 'place-paper.add', subject: { kind: 'service', id: serviceId }, facts }, now);
    return ok({ paperId: id });
  });
}

export async function endPaper(
  db: Db,
  who: Who,
  { serviceId, paperId }: { serviceId: string; paperId: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findOwnPlace(tx, who, serviceId);
    await findPaper(tx, { serviceId, paperId });
    await endPaperRow(tx, paperId, now);
    const facts = { paper: paperId };
    await record(tx, { event: 'place-paper.end', subject: { kind: 'service', id: serviceId }, facts }, now);
  });
}

export function nameOf(vault: Vault, { id, sealedKey, sealedName }: PaperRow): string {
  const owner = ownerOf(id);
  return unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed: sealedName, owner });
}

/** The paper itself, for who runs the place and nobody else. */
export async function readPaper(
  db: Database,
  who: Who,
  { serviceId, paperId, tray }: { serviceId: string; paperId: string; tray: Tray },
  now = new Date(),
): Promise<{ readonly mediaType: string; readonly content: Buffer }> {
  const paper = await inTransaction(db, who, async (tx) => {
    await findOwnPlace(tx, who, serviceId);
    const facts = { paper: paperId };
    await record(tx, { event: 'place-paper.read', subject: { kind: 'service', id: serviceId }, facts }, now);
    return findPaper(tx, { serviceId, paperId });
  });
  const stored = await inTransaction(db, system('place.paper'), (tx) =>
    readStoredFile(tx, tray.files, paper.fileId),
  );
  const owner = ownerOf(paper.id);
  const key = openDataKey(tray.vault, { sealed: paper.sealedKey, owner });
  return { mediaType: paper.mediaType, content: unsealBytes(key, { sealed: stored.content, owner }) };
}
