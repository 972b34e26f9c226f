import { system, type Who } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findApplication } from '../applications/store.ts';
import { findAward } from '../awards/store.ts';
import { termsOf } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { contactOf, factsOf, yenFact } from '../letters/facts.ts';
import { openLetter, writeLetters } from '../letters/issue.ts';
import { findLetter, listLettersOf } from '../letters/store.ts';
import { numberOf } from './rules.ts';
import { type Benefit, findBenefit } from './store.ts';
import { openTold } from './told.ts';

interface Decided {
  readonly benefit: Benefit;
  readonly document: { readonly documentId: string; readonly number: string };
  readonly application: { readonly id: string; readonly sealedKey: string };
}

/** 支給決定通知書 to each person, in the words that hold on the day: through the group or desk that asked with them. */
export async function writeDecisions(
  tx: Tx,
  vault: Vault,
  { bureauId, issuedOn, letters }: { bureauId: string; issuedOn: string; letters: readonly Decided[] },
  now: Date,
): Promise<void> {
  const versions = new Map<string, CallTerms>();
  for (const { benefit } of letters)
    if (!versions.has(benefit.versionId))
      versions.set(benefit.versionId, await termsOf(tx, benefit.versionId));
  const written = letters.flatMap(({ benefit, document, application }) => {
    const terms = versions.get(benefit.versionId);
    if (!terms) return [];
    const { documentId, number } = document;
    const asked = { number: numberOf(benefit), submittedAt: benefit.createdAt };
    return [
      {
        documentId,
        number,
        application,
        kind: 'benefit' as const,
        addressee: [openTold(vault, benefit)?.name ?? ''].filter(Boolean),
        facts: { ...factsOf({ terms, application: asked }), yen: yenFact(benefit.yen) },
        conditions: terms.conditions,
        contact: contactOf(terms),
      },
    ];
  });
  await writeLetters(tx, vault, { bureauId, issuedOn, letters: written }, now);
}

/** Whoever sees a benefit with its person sees the letter about it, also where the register of letters is closed to them. */
export async function readDecision(
  db: Database,
  who: Who,
  { vault, benefitId }: { vault: Vault; benefitId: string },
) {
  const benefit = await inTransaction(db, who, (tx) => findBenefit(tx, benefitId));
  // Erased with the person's words.
  if (benefit.awardId === null || benefit.sealedKey === null) throw new NotFound('letter');
  const { awardId } = benefit;
  return inTransaction(db, system('benefit.letter'), async (tx) => {
    const { applicationId } = await findAward(tx, awardId);
    const [first] = await listLettersOf(tx, applicationId);
    if (!first) throw new NotFound('letter');
    const { document, letter } = await findLetter(tx, first.id);
    if (!letter) return { benefit, document, letter };
    const content = openLetter(vault, await findApplication(tx, applicationId), letter);
    return { benefit, document, letter: { ...letter, content } };
  });
}
