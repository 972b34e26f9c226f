import { randomUUID } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { scanFile } from '#platform/files/scanner.ts';
import {
  checkUpload,
  type FileRefusal,
  type FileStore,
  keepFile,
  readStoredFile,
} from '#platform/files/store.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, sealBytes, unseal, unsealBytes } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, mustActFor, workplaceAgent } from '../access.ts';
import { personOf } from './actions.ts';
import { paperCodesOf } from './rules.ts';
import {
  findPaper,
  findRequest,
  insertPaper,
  listPapers,
  lockRequest,
  updatePaper,
  type WorkplaceRequest,
} from './store.ts';

const takenKinds = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export const largestPaper = 10 * 1_048_576;

export type PaperRefusal = FileRefusal | 'not-writable' | 'infected' | 'scanner-silent' | 'code-unknown';

const keyOf = (vault: Vault, { id, sealedKey }: Pick<WorkplaceRequest, 'id' | 'sealedKey'>) =>
  openDataKey(vault, { sealed: sealedKey, owner: `workplace-request:${id}` });
const ownerOf = (paperId: string) => `workplace-paper:${paperId}`;
const isWritable = ({ state }: WorkplaceRequest) => state === 'draft' || state === 'returned';

export interface Upload {
  readonly requestId: string;
  readonly code: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly tray: { readonly vault: Vault; readonly files: FileStore; readonly scanner: string | undefined };
}

/** A paper of a request while it is written: looked at, then sealed. */
export async function addWorkplacePaper(
  db: Db,
  who: Who,
  { requestId, code, name, content, tray }: Upload,
  now = new Date(),
): Promise<Result<{ workplaceId: string }, PaperRefusal>> {
  const taken = checkUpload({ content, maxBytes: largestPaper, kinds: takenKinds });
  if (!taken.ok) return taken;
  const scan = await scanFile(tray.scanner, content);
  if (scan === 'infected') return refuse('infected');
  if (scan === 'unreachable') return refuse('scanner-silent');
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, requestId);
    const { organisationId, workplaceId, kind } = request;
    mustActFor(who, workplaceAgent, { organisationId, permission: can.editWorkplace });
    if (!isWritable(request)) return refuse('not-writable');
    if (!(paperCodesOf(kind) as readonly string[]).includes(code)) return refuse('code-unknown');
    const id = randomUUID();
    const key = keyOf(tray.vault, request);
    const owner = ownerOf(id);
    const sealContent = (plain: Uint8Array) => sealBytes(key, { content: plain, owner });
    const file = { content, name: 'paper', kinds: takenKinds, maxBytes: largestPaper, seal: sealContent };
    const kept = await keepFile(tx, tray.files, file);
    if (!kept.ok) return kept;
    await insertPaper(tx, {
      id,
      requestId,
      organisationId,
      code,
      fileId: kept.value.id,
      sealedName: seal(key, { text: name.normalize('NFC').slice(0, 200), owner }),
      mediaType: kept.value.mediaType,
      scan,
      addedBy: personOf(who),
      addedAt: now,
    });
    await note(tx, { event: 'workplace-paper.add', workplaceId, paper: id }, now);
    return ok({ workplaceId });
  });
}

function note(
  tx: Tx,
  { event, workplaceId, paper }: { event: `workplace-paper.${string}`; workplaceId: string; paper: string },
  now: Date,
): Promise<void> {
  return record(tx, { event, subject: { kind: 'workplace', id: workplaceId }, facts: { paper } }, now);
}

export async function removeWorkplacePaper(
  db: Db,
  who: Who,
  { paperId }: { paperId: string },
  now = new Date(),
): Promise<Result<{ workplaceId: string }, PaperRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const paper = await findPaper(tx, paperId);
    const request = await lockRequest(tx, paper.requestId);
    const { organisationId, workplaceId } = request;
    mustActFor(who, workplaceAgent, { organisationId, permission: can.editWorkplace });
    if (!isWritable(request)) return refuse('not-writable');
    await updatePaper(tx, paperId, now);
    await note(tx, { event: 'workplace-paper.remove', workplaceId, paper: paperId }, now);
    return ok({ workplaceId });
  });
}

export interface ShownPaper {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export async function readPapers(
  tx: Tx,
  vault: Vault,
  request: WorkplaceRequest,
): Promise<readonly ShownPaper[]> {
  const key = keyOf(vault, request);
  return (await listPapers(tx, request.id)).map(({ id, code, sealedName }) => ({
    id,
    code,
    name: unseal(key, { sealed: sealedName, owner: ownerOf(id) }),
  }));
}

/** To look at: whom row-level security shows the paper. The look is on record. */
export async function openWorkplacePaper(
  db: Db,
  who: Who,
  { paperId, vault, files }: { paperId: string; vault: Vault; files: FileStore },
  now = new Date(),
): Promise<{ mediaType: string; content: Buffer }> {
  const { paper, key } = await inTransaction(db, who, async (tx) => {
    const found = await findPaper(tx, paperId);
    const request = await findRequest(tx, found.requestId);
    await note(tx, { event: 'workplace-paper.read', workplaceId: request.workplaceId, paper: paperId }, now);
    return { paper: found, key: keyOf(vault, request) };
  });
  const { content } = await inTransaction(db, system('workplace-paper'), (tx) =>
    readStoredFile(tx, files, paper.fileId),
  );
  return {
    mediaType: paper.mediaType,
    content: unsealBytes(key, { sealed: content, owner: ownerOf(paperId) }),
  };
}
