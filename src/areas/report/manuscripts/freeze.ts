import { createHash } from 'node:crypto';
import { canonical } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { languages } from '#platform/i18n.ts';
import type { EditionContent } from '../editions/content.ts';
import type { Manuscript } from './manuscript.ts';
import { manuscriptOf } from './manuscript-of.ts';
import { findEdits, insertManuscript } from './store.ts';

/**
 * Keeps the documents of an edition in the transaction that publishes it, while it is not published yet: the whole of it is there, or
 * nothing. Slides, workbook and PDF are written from what this gives.
 */
export async function freezeEdition(
  tx: Tx,
  edition: {
    readonly id: string;
    readonly number: number;
    readonly content: EditionContent;
    /** The day that will be printed on it. */
    readonly publishedOn: string;
  },
): Promise<{ manuscripts: readonly Manuscript[]; hashes: Readonly<Record<string, string>> }> {
  const { edits } = await findEdits(tx, edition.id);
  const hashes: Record<string, string> = {};
  const manuscripts: Manuscript[] = [];
  for (const lang of languages) {
    const manuscript = manuscriptOf(edition.content, edits, lang, edition);
    const sha256 = createHash('sha256').update(canonical(manuscript)).digest('hex');
    await insertManuscript(tx, { editionId: edition.id, manuscript, sha256 });
    hashes[lang] = sha256;
    manuscripts.push(manuscript);
  }
  return { manuscripts, hashes };
}
