import { system, type Who } from '#platform/access.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findApplication } from '../applications/store.ts';
import { termsOf } from '../calls/store.ts';
import type { CallTerms } from '../calls/terms.ts';
import { contactOf, factsOf, yenFact } from '../letters/facts.ts';
import { openLetter, writeLetters } from '../letters/issue.ts';
import type { LetterFacts, LetterKind } from '../letters/kinds/rules.ts';
import { findLetter } from '../letters/store.ts';
import { numberOf } from './rules.ts';
import { type Benefit, findBenefit } from './store.ts';
import { openTold } from './told.ts';

export interface NewBenefitLetter {
  readonly benefit: Benefit;
  readonly document: { readonly documentId: string; readonly number: string };
  readonly application: { readonly id: string; readonly sealedKey: string };
  /** Besides what every letter about a benefit names. */
  readonly facts?: LetterFacts;
}

interface Issue {
  readonly bureauId: string;
  readonly issuedOn: string;
  readonly kind: Extract<LetterKind, 'benefit' | 'benefit-refusal' | 'benefit-cancellation'>;
  readonly reason?: string;
  readonly letters: readonly NewBenefitLetter[];
}

/** 支給・不支給の決定 and its 取消し to each person, in the words that hold on the day: through the group or desk that asked with them. */
export async function writeToPersons(
  tx: Tx,
  vault: Vault,
  { bureauId, issuedOn, kind, reason = '', letters }: Issue,
  now: Date,
): Promise<void> {
  const versions = new Map<string, CallTerms>();
  for (const { benefit } of letters)
    if (!versions.has(benefit.versionId))
      versions.set(benefit.versionId, await termsOf(tx, benefit.versionId));
  const written = letters.flatMap(({ benefit, document, application, facts }) => {
    const terms = versions.get(benefit.versionId);
    if (!terms) return [];
    const asked = { number: numberOf(benefit), submittedAt: benefit.createdAt };
    return [
      {
        documentId: document.documentId,
        number: document.number,
        application,
        kind,
        addressee: [openTold(vault, benefit)?.name ?? ''].filter(Boolean),
        facts: {
          ...factsOf({ terms, application: asked, reason }),
          ...(kind === 'benefit' && { yen: yenFact(benefit.yen) }),
          ...facts,
        },
        conditions: kind === 'benefit' ? terms.conditions : [],
        contact: contactOf(terms),
      },
    ];
  });
  await writeLetters(tx, vault, { bureauId, issuedOn, letters: written }, now);
}

/** Whoever sees a benefit with its person sees a letter about it, also where the register of letters is closed to them. */
export async function readBenefitLetter(
  db: Database,
  who: Who,
  { vault, benefitId, documentId }: { vault: Vault; benefitId: string; documentId: string },
) {
  const benefit = await inTransaction(db, who, (tx) => findBenefit(tx, benefitId));
  return inTransaction(db, system('benefit.letter'), async (tx) => ({
    benefit,
    ...(await openLetterOf(tx, vault, { benefit, documentId })),
  }));
}

/** A letter about a benefit, and about no other one. */
export async function openLetterOf(
  tx: Tx,
  vault: Vault,
  { benefit, documentId }: { benefit: Benefit; documentId: string },
) {
  // Erased with the person's words.
  if (benefit.applicationId === null || benefit.sealedKey === null) throw new NotFound('letter');
  const { document, letter } = await findLetter(tx, documentId);
  if (document.applicationId !== benefit.applicationId || !letter) throw new NotFound('letter');
  const content = openLetter(vault, await findApplication(tx, benefit.applicationId), letter);
  return { document, letter: { ...letter, content } };
}
