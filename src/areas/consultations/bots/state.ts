import { z } from 'zod';
import type { Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Standing } from '#areas/directory/index.ts';
import { type Contact, listTexts, writeText } from '../contacts/store.ts';
import { keyOf } from '../messages/keys.ts';

/** Sealed with the contact, among its texts: erased with them. */
const kind = 'guide';
const ownerOf = (contactId: string) => `text:${contactId}:${kind}`;
const shape = z.object({
  answers: z.record(z.string(), z.array(z.string())),
  on: z.string().optional(),
});

/** Where the person stands with the guide; undefined: it has not begun. */
export async function readStanding(
  tx: Tx,
  { vault, contact }: { vault: Vault; contact: Contact },
): Promise<Standing | undefined> {
  const row = (await listTexts(tx, contact.id)).find((text) => text.kind === kind);
  if (!row || !contact.sealedKey) return undefined;
  const owner = ownerOf(contact.id);
  return standingIn(unseal(keyOf(vault, contact), { sealed: row.sealed, owner }));
}

/** From the texts of a contact that were opened already. */
export function standingIn(text: string | undefined): Standing | undefined {
  if (text === undefined) return undefined;
  const { answers, on } = shape.parse(JSON.parse(text));
  return on === undefined ? { answers } : { answers, on };
}

export async function writeStanding(
  tx: Tx,
  { vault, contact, standing }: { vault: Vault; contact: Contact; standing: Standing },
  now: Date,
): Promise<void> {
  const sealed = seal(keyOf(vault, contact), { text: JSON.stringify(standing), owner: ownerOf(contact.id) });
  await writeText(tx, { contactId: contact.id, deskId: contact.deskId, kind, sealed, updatedAt: now });
}

/** What somebody wrote to the guide and then changed or took back is changed or gone here, too. */
export async function rewriteTold(
  tx: Tx,
  { vault, contact, before, after }: { vault: Vault; contact: Contact; before: string; after: string },
  now: Date,
): Promise<void> {
  const standing = await readStanding(tx, { vault, contact });
  const written = standing?.answers['words']?.[0];
  if (!standing || !written || !before) return;
  // The beginning may have been cut off; what is left of these words then stands first.
  const [first = ''] = written.split('\n');
  const found = written.includes(before) ? before : before.endsWith(first) ? first : undefined;
  if (found === undefined) return;
  const left = written
    .replace(found, () => after)
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
  const { words: _, ...others } = standing.answers;
  const answers = left ? { ...others, words: [left] } : others;
  await writeStanding(tx, { vault, contact, standing: { ...standing, answers } }, now);
}
