import { createHash, randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
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
import type { Vault } from '#platform/vault/vault.ts';
import {
  applicationKey,
  type DeadLink,
  type Entrance,
  enter,
  mayWrite,
  type Opened,
  readWritten,
} from '../open.ts';
import { askedPapers } from '../rules.ts';
import { findApplication, writeChange } from '../store.ts';
import { decidePaper, largestPaper, paperKinds, type PaperRefusal, scanCode } from './rules.ts';
import { findPaperRow, insertPaper, listPaperRows, type PaperRow, updatePaper } from './store.ts';

/** How papers are taken: where bytes lie, and the scanner's socket if one is set. */
export interface Tray {
  readonly vault: Vault;
  readonly files: FileStore;
  readonly scanner: string | undefined;
}

export interface Upload {
  /** `paper.code` of the terms, or `scan`. */
  readonly code: string;
  readonly content: Uint8Array;
  readonly name: string;
}

export interface ShownPaper {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: string;
  readonly addedAt: Date;
  readonly addedBy: string | null;
}

/** A paper of an application while it is written. Nothing is kept of one that is refused. */
export async function addPaper(
  db: Db,
  entrance: Entrance,
  { tray, ...upload }: Upload & { tray: Tray },
  now = new Date(),
): Promise<Result<{ paperId: string }, PaperRefusal | FileRefusal | DeadLink>> {
  const taken = checkUpload({ ...upload, maxBytes: largestPaper, kinds: paperKinds });
  if (!taken.ok) return taken;
  const scan = await scanFile(tray.scanner, upload.content);
  const { content } = taken.value;
  return enter(db, { entrance, vault: tray.vault, lock: true }, async (tx, opened) => {
    const { answers } = await readWritten(tx, opened);
    const codes = askedPapers(opened.terms, answers).map(({ code }) => code);
    const rows = await listPaperRows(tx, opened.application.id);
    const sha256 = hashOf(content);
    const decision = decidePaper({
      writable: mayWrite(opened, entrance),
      known: codes.includes(upload.code) || (upload.code === scanCode && entrance.by === 'office'),
      count: rows.length,
      twin: rows.some((row) => row.code === upload.code && row.sha256 === sha256),
      scan,
    });
    if (!decision.ok) return decision;
    return keepPaper(tx, opened, { files: tray.files, scan: decision.value, ...upload, content }, now);
  });
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Keeps a paper that was looked at and taken (`checkUpload`), sealed with the key of its application. The caller has decided that it may come. */
export async function keepPaper(
  tx: Tx,
  { application, key, by }: Pick<Opened, 'application' | 'key' | 'by'>,
  { files, scan, code, content, name }: Upload & { files: FileStore; scan: 'clean' | 'unscanned' },
  now: Date,
): Promise<Result<{ paperId: string }, FileRefusal>> {
  const id = randomUUID();
  const owner = ownerOf(id);
  const kept = await keepFile(tx, files, {
    content,
    name: 'paper',
    kinds: paperKinds,
    maxBytes: largestPaper,
    seal: (plain) => sealBytes(key, { content: plain, owner }),
  });
  if (!kept.ok) return kept;
  const of = { applicationId: application.id, bureauId: application.bureauId };
  await insertPaper(tx, {
    id,
    ...of,
    code,
    fileId: kept.value.id,
    sealedName: seal(key, { text: name.normalize('NFC').slice(0, 200), owner }),
    mediaType: kept.value.mediaType,
    bytes: content.byteLength,
    sha256: hashOf(content),
    scan,
    addedBy: by,
    addedAt: now,
  });
  await writeChange(tx, { ...of, code: '@papers', changedBy: by, at: now });
  const subject = { kind: 'grant-application', id: application.id };
  const facts = { paper: id, code, scan, ...(tx.who.kind === 'system' && { link: by }) };
  await record(tx, { event: 'grant-paper.add', subject, facts }, now);
  return ok({ paperId: id });
}

const ownerOf = (paperId: string) => `grant-paper:${paperId}`;

/** Taken out while it is written: it is in no list and no receipt any more. */
export async function removePaper(
  db: Db,
  entrance: Entrance,
  { vault, paperId }: { vault: Vault; paperId: string },
  now = new Date(),
): Promise<Result<'removed', 'not-writable' | DeadLink>> {
  return enter(db, { entrance, vault, lock: true }, async (tx, opened) => {
    const { application, by } = opened;
    const paper = await findPaperRow(tx, paperId);
    if (paper.applicationId !== application.id || paper.removedAt) throw new NotFound('grant paper');
    if (!mayWrite(opened, entrance)) return { ok: false, refusal: 'not-writable' };
    await updatePaper(tx, paperId, { removedAt: now });
    const of = { applicationId: application.id, bureauId: application.bureauId };
    await writeChange(tx, { ...of, code: '@papers', changedBy: by, at: now });
    const subject = { kind: 'grant-application', id: application.id };
    await record(tx, { event: 'grant-paper.remove', subject, facts: { paper: paperId } }, now);
    return ok('removed');
  });
}

/** The papers of an application with their names. */
export async function readPapers(
  tx: Tx,
  { application, key }: Pick<Opened, 'application' | 'key'>,
): Promise<readonly ShownPaper[]> {
  return (await listPaperRows(tx, application.id)).map((row) => {
    const { id, code, mediaType, bytes, sha256, scan, addedAt, addedBy } = row;
    const name = unseal(key, { sealed: row.sealedName, owner: ownerOf(id) });
    return { id, code, name, mediaType, bytes, sha256, scan, addedAt, addedBy };
  });
}

export interface PaperContent {
  readonly mediaType: string;
  readonly content: Buffer;
}

/** A paper for whoever holds a link of its application. */
export async function readPaperByLink(
  db: Db,
  { token, paperId, vault, files }: { token: string; paperId: string; vault: Vault; files: FileStore },
): Promise<Result<PaperContent, DeadLink>> {
  return enter(db, { entrance: { by: 'link', token }, vault }, async (tx, { application, key }) => {
    const paper = await findPaperRow(tx, paperId);
    if (paper.applicationId !== application.id || paper.removedAt) throw new NotFound('grant paper');
    return ok(await openPaper(tx, { paper, key, files }));
  });
}

/** A paper for somebody of the office, or a reviewer to whom it was given: row-level security says so. */
export async function readPaper(
  db: Db,
  who: Who,
  { paperId, vault, files }: { paperId: string; vault: Vault; files: FileStore },
  now = new Date(),
): Promise<PaperContent> {
  const { paper, key } = await inTransaction(db, who, async (tx) => {
    const paper = await findPaperRow(tx, paperId);
    const application = await findApplication(tx, paper.applicationId);
    const subject = { kind: 'grant-application', id: application.id };
    await record(tx, { event: 'grant-paper.read', subject, facts: { paper: paperId } }, now);
    return { paper, key: applicationKey(vault, application) };
  });
  return inTransaction(db, system('grant-paper'), (tx) => openPaper(tx, { paper, key, files }));
}

async function openPaper(
  tx: Tx,
  { paper, key, files }: { paper: PaperRow; key: Buffer; files: FileStore },
): Promise<PaperContent> {
  const { content } = await readStoredFile(tx, files, paper.fileId);
  return {
    mediaType: paper.mediaType,
    content: unsealBytes(key, { sealed: content, owner: ownerOf(paper.id) }),
  };
}

/** Whether a paper is still what came: its file lies there, opens, and has the hash of the receipt. */
export function isSamePaper(paper: PaperRow, { key, stored }: { key: Buffer; stored: Buffer }): boolean {
  try {
    return hashOf(unsealBytes(key, { sealed: stored, owner: ownerOf(paper.id) })) === paper.sha256;
  } catch {
    return false;
  }
}
