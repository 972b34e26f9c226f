import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { NotFound } from '#platform/errors.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readOwnPerson } from '#areas/cases/index.ts';
import { listLettersOf } from '../../letters/store.ts';
import { ownPaperPaths } from '../../paths.ts';
import { openLetterOf } from '../letters.ts';
import { listBenefitsOfCase } from '../store.ts';
import { caseKeyOf, keyOf } from '../weigh.ts';
import { words } from './words.ts';

interface Own {
  readonly vault: Vault;
  readonly caseId: string;
}

/**
 * Benefits that stand on this case and were asked for with its person: both have to agree, so that a number that was typed wrong shows
 * nobody the letter of another.
 */
async function benefitsOf(tx: Tx, { vault, caseId }: Own) {
  const person = await readOwnPerson(tx, { vault, caseId });
  if (!person) return [];
  const caseKey = caseKeyOf(vault, person.organisationId, person);
  return caseKey ? listBenefitsOfCase(tx, { caseKey, blind: keyOf(vault, person) }) : [];
}

/** Every letter to the person; the newest benefit first. */
export async function listOwnLetters(tx: Tx, own: Own) {
  const applicationIds = (await benefitsOf(tx, own)).flatMap(({ applicationId }) => applicationId ?? []);
  return listLettersOf(tx, ...applicationIds);
}

/** One of them, as it was issued. */
export async function readOwnLetter(tx: Tx, { documentId, ...own }: Own & { documentId: string }) {
  for (const benefit of await benefitsOf(tx, own)) {
    const letters = benefit.applicationId ? await listLettersOf(tx, benefit.applicationId) : [];
    if (letters.some(({ id }) => id === documentId))
      return openLetterOf(tx, own.vault, { benefit, documentId });
  }
  throw new NotFound('letter');
}

/** For the person's own page: a line that says nothing of what it leads to. */
export async function ownPaperLinks(
  tx: Tx,
  caseId: string,
  vault: Vault,
): Promise<readonly { href: string; label: Text }[]> {
  const letters = await listOwnLetters(tx, { vault, caseId });
  if (letters.length === 0) return [];
  return [{ href: ownPaperPaths.list.to({}), label: { ja: words.ja.title, en: words.en.title } }];
}
