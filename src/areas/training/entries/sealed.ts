import { createHash } from 'node:crypto';
import { contentIn, isLang, type Lang } from '#platform/i18n.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Mail, postAll } from '#platform/mail/outbox.ts';
import { withQuery } from '#platform/path.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { mailWords } from '../mails/words.ts';
import { staffTrainingPaths, trainingPaths } from '../paths.ts';
import { sayWhen } from '../sessions/say.ts';
import type { Entry, EntryOf } from './store.ts';

/** What the product has to know and do to write to people about their entries. */
export interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

export interface Entrant {
  readonly name: string;
  readonly mail: string;
  /** The group or office they come from, as they say it. */
  readonly from: string;
}

const ownerOf = (id: string) => `training-entry:${id}`;

/** The same for an entry each time, so that every mail can carry it: nobody without the vault makes one. */
export function tokenOf(vault: Vault, entryId: string): string {
  return blindIndex(vault, { purpose: 'training-entry', value: entryId });
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** One person is one, whichever way they come. */
export function markOf(vault: Vault, mail: string): string {
  return blindIndex(vault, { purpose: 'training-person', value: mail.toLowerCase() });
}

export function sealEntrant(vault: Vault, id: string, entrant: Entrant) {
  const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
  return { sealedKey, sealed: seal(key, { text: JSON.stringify(entrant), owner: ownerOf(id) }) };
}

/** Undefined once it was erased. */
export function openEntrant(vault: Vault, { id, sealedKey, sealed }: Entry): Entrant | undefined {
  if (!sealedKey || !sealed) return undefined;
  const key = openDataKey(vault, { sealed: sealedKey, owner: ownerOf(id) });
  return JSON.parse(unseal(key, { sealed, owner: ownerOf(id) })) as Entrant;
}

type Letter = keyof (typeof mailWords)['ja']['entry'];

/** Tells an entrant, in their language, with the page on which everything else happens. */
export async function tellEntrant(
  tx: Tx,
  outside: Outside,
  told: EntryOf & { letter: Letter },
): Promise<void> {
  await tellEntrants(tx, outside, [told]);
}

/** Many of them, in one statement. */
export async function tellEntrants(
  tx: Tx,
  outside: Outside,
  told: readonly (EntryOf & { letter: Letter })[],
): Promise<void> {
  await postAll(
    tx,
    told.map((each) => letterTo(outside, each)).filter((mail) => mail !== undefined),
  );
}

function letterTo(
  { vault, publicUrl }: Outside,
  { letter, entry, session, course }: EntryOf & { letter: Letter },
): Mail | undefined {
  const entrant = openEntrant(vault, entry);
  if (!entrant) return undefined;
  const lang: Lang = isLang(entry.lang) ? entry.lang : 'ja';
  const { subject, body } = mailWords[lang].entry[letter];
  const page =
    letter === 'cancelled'
      ? trainingPaths.course.to({ courseId: course.id })
      : entry.personId
        ? staffTrainingPaths.entry.to({ entryId: entry.id })
        : trainingPaths.entry.to({ token: tokenOf(vault, entry.id) });
  const url = withQuery(publicUrl + page, { lang: lang === 'ja' ? undefined : lang });
  const title = contentIn(lang, { ja: course.titleJa, en: course.titleEn });
  const told = { course: title, when: sayWhen(lang, session), url };
  return { to: entrant.mail, subject, body: body(told) };
}
