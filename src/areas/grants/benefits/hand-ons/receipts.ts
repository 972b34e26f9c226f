import { createHash } from 'node:crypto';
import { system, type Who } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { type Scan, scanFile } from '#platform/files/scanner.ts';
import {
  checkUpload,
  type FileRefusal,
  type FileStore,
  keepFile,
  readStoredFile,
} from '#platform/files/store.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { sealBytes, unsealBytes } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { Tray } from '../../applications/papers/actions.ts';
import { paperKinds } from '../../applications/papers/rules.ts';
import { findHandOn, type HandOn } from './store.ts';

/** A photograph of a telephone is up to a dozen megabytes. */
export const largestReceipt = 15 * 1_048_576;

export type ReceiptRefusal = FileRefusal | 'infected' | 'scanner-silent';

export interface Receipt {
  readonly content: Uint8Array;
  readonly name: string;
}

/** What a hand-on knows of its receipt; one signed list may stand behind several. */
type Kept = Pick<HandOn, 'fileId' | 'sha256' | 'receiptId' | 'sealedKey' | 'mediaType' | 'scan'>;

/** Each paper is looked at once, before anything is locked or kept. */
export async function scanReceipts(
  { scanner }: Pick<Tray, 'scanner'>,
  receipts: readonly (Receipt | null)[],
): Promise<ReadonlyMap<Receipt, Scan>> {
  const scans = new Map<Receipt, Scan>();
  for (const receipt of receipts)
    if (receipt && !scans.has(receipt)) scans.set(receipt, await scanFile(scanner, receipt.content));
  return scans;
}

const ownerOf = (receiptId: string) => `grant-receipt:${receiptId}`;

/** Kept sealed with a key of its own. Infected is never kept; while a scanner that is set does not answer, nothing is. */
export async function keepReceipt(
  tx: Tx,
  { vault, files }: { vault: Vault; files: FileStore },
  { content, scan }: Pick<Receipt, 'content'> & { scan: Scan | undefined },
): Promise<Result<Kept, ReceiptRefusal>> {
  if (scan === 'infected') return refuse('infected');
  if (scan !== 'clean' && scan !== 'unscanned') return refuse('scanner-silent');
  const taken = { kinds: paperKinds, maxBytes: largestReceipt };
  const checked = checkUpload({ content, ...taken });
  if (!checked.ok) return checked;
  const { content: bare } = checked.value;
  const receiptId = crypto.randomUUID();
  const owner = ownerOf(receiptId);
  const { key, sealed: sealedKey } = newDataKey(vault, owner);
  const kept = await keepFile(tx, files, {
    content: bare,
    name: 'receipt',
    ...taken,
    seal: (plain) => sealBytes(key, { content: plain, owner }),
  });
  if (!kept.ok) return kept;
  const { id: fileId, mediaType } = kept.value;
  return ok({ fileId, sha256: hashOf(bare), receiptId, sealedKey, mediaType, scan });
}

const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** For whoever may see the hand-on; the product reads the file. Throws when it is not what was shown. */
export async function readReceipt(
  db: Database,
  who: Who,
  { vault, files, handOnId }: { vault: Vault; files: FileStore; handOnId: string },
): Promise<{ mediaType: string; content: Buffer }> {
  const { fileId, sha256, receiptId, sealedKey, ...row } = await inTransaction(db, who, (tx) =>
    findHandOn(tx, handOnId),
  );
  if (!fileId) throw new NotFound('receipt');
  const stored = await inTransaction(db, system('benefit-receipt'), (tx) =>
    readStoredFile(tx, files, fileId),
  );
  // Without a key: from before receipts were sealed.
  const owner = ownerOf(receiptId ?? '');
  const content = sealedKey
    ? unsealBytes(openDataKey(vault, { sealed: sealedKey, owner }), { sealed: stored.content, owner })
    : stored.content;
  if (hashOf(content) !== sha256) throw new Error(`receipt ${handOnId} is not what was shown`);
  return { mediaType: row.mediaType ?? stored.mediaType, content };
}
