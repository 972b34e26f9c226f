import { createHash } from 'node:crypto';
import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { numberDocuments } from './numbers.ts';
import { letterText } from './rules.ts';
import { standardTemplates } from './standard.ts';
import { findLetterOffice, insertLetters, type LetterRow, listTemplates } from './store.ts';
import type { LetterContent, LetterFacts, LetterKind, LetterTemplate } from './kinds/rules.ts';

export interface NewLetter {
  /** Its place in the register: of `openAwards` or `numberDocuments`. */
  readonly documentId: string;
  readonly number: string;
  readonly application: { readonly id: string; readonly sealedKey: string };
  readonly kind: LetterKind;
  /** The group and who stands for it, or a person. */
  readonly addressee: readonly string[];
  readonly facts: LetterFacts;
  /** Of the terms; shown where the kind's template has a heading for them. */
  readonly conditions: readonly Text[];
  /** Whom to ask, as one line. */
  readonly contact: Text;
}

interface Words {
  readonly issuer: Text;
  readonly templateOf: (kind: LetterKind) => { version: number; content: LetterTemplate };
}

/** The words of an office's letters as they hold now. */
async function wordsOf(tx: Tx, bureauId: string): Promise<Words> {
  const office = await findLetterOffice(tx, bureauId);
  const { nameJa, nameEn } = await findOrganisation(tx, bureauId);
  const own = (await listTemplates(tx, bureauId)).filter(({ state }) => state === 'published');
  return {
    issuer: office?.issuer ?? { ja: nameJa, en: nameEn ?? nameJa },
    templateOf: (kind) => {
      const { version = 0, content = standardTemplates[kind] } = own.find((row) => row.kind === kind) ?? {};
      return { version, content };
    },
  };
}

const ownerOf = (applicationId: string) => `grant-application:${applicationId}:letter`;

/** Writes letters as they go out: sealed with each application's key, with the words that hold now, never changed afterwards. */
export async function writeLetters(
  tx: Tx,
  vault: Vault,
  { bureauId, issuedOn, letters }: { bureauId: string; issuedOn: string; letters: readonly NewLetter[] },
  now: Date,
): Promise<void> {
  if (letters.length === 0) return;
  const { issuer, templateOf } = await wordsOf(tx, bureauId);
  const rows = letters.map(({ documentId, number, application, kind, ...given }): LetterRow => {
    const { version, content: template } = templateOf(kind);
    const texts = {
      ja: letterText({ template, issuer, ...given }, 'ja'),
      en: letterText({ template, issuer, ...given }, 'en'),
    };
    const text = JSON.stringify({ number, issuedOn, texts } satisfies LetterContent);
    const key = openDataKey(vault, {
      sealed: application.sealedKey,
      owner: `grant-application:${application.id}`,
    });
    return {
      documentId,
      applicationId: application.id,
      bureauId,
      kind,
      templateVersion: version,
      sealed: seal(key, { text, owner: ownerOf(application.id) }),
      sha256: createHash('sha256').update(text).digest('hex'),
      at: now,
    };
  });
  await insertLetters(tx, rows);
}

/** Numbers and writes one letter: of a change, a fixing, a return. After the budget's lock, like every number. */
export async function issueLetter(
  tx: Tx,
  vault: Vault,
  {
    bureauId,
    issuedOn,
    ...letter
  }: Omit<NewLetter, 'documentId' | 'number'> & { bureauId: string; issuedOn: string },
  now: Date,
): Promise<{ documentId: string; number: string }> {
  const documents = [{ applicationId: letter.application.id, kind: letter.kind }];
  const [document] = await numberDocuments(tx, { bureauId, issuedOn, documents }, now);
  if (!document) throw new Error('no document number was given');
  const { documentId, number } = document;
  await writeLetters(tx, vault, { bureauId, issuedOn, letters: [{ ...letter, documentId, number }] }, now);
  return { documentId, number };
}

/** A stored letter, opened; throws when it is not what was sealed. */
export function openLetter(
  vault: Vault,
  application: { id: string; sealedKey: string },
  { sealed, sha256 }: Pick<LetterRow, 'sealed' | 'sha256'>,
): LetterContent {
  const owner = `grant-application:${application.id}`;
  const key = openDataKey(vault, { sealed: application.sealedKey, owner });
  const text = unseal(key, { sealed, owner: ownerOf(application.id) });
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new Error('not the letter that was issued');
  return JSON.parse(text) as LetterContent;
}
