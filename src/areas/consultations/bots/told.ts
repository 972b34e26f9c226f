import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { answerLines, readGuide, recordOf } from '#areas/directory/index.ts';
import type { Contact } from '../contacts/store.ts';
import { standingIn } from './state.ts';

/** What a person told the guide before a human came, as the desk reads it. */
export interface Told {
  readonly lines: readonly { readonly ask: string; readonly said: readonly string[] }[];
  /** What the record would hold after it: proposed, never written by itself. */
  readonly record: {
    readonly worries: readonly string[];
    readonly mainWorry: string;
    readonly municipality: string;
  };
}

/** From the opened texts of a contact; undefined where nobody talked with the guide. */
export async function readTold(
  tx: Tx,
  { contact, texts, lang }: { contact: Contact; texts: Readonly<Record<string, string>>; lang: Lang },
): Promise<Told | undefined> {
  const standing = contact.sealedKey ? standingIn(texts['guide']) : undefined;
  const guide = standing && (await readGuide(tx));
  if (!guide) return undefined;
  const { answers } = standing;
  const lines = answerLines(guide, answers, lang).filter(({ said }) => said.length > 0);
  return lines.length > 0 ? { lines, record: recordOf(guide, answers) } : undefined;
}

/** The record with what the guide was told where it holds nothing yet. */
export function proposedRecord(contact: Contact, told: Told | undefined) {
  const { record } = told ?? {};
  return {
    worries: contact.worries.length > 0 ? contact.worries : (record?.worries ?? []),
    mainWorry: contact.mainWorry ?? record?.mainWorry ?? null,
    municipality: contact.municipality ?? (record?.municipality || null),
  };
}
