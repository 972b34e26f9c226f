import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listServicesByIds, searchServices } from '#areas/directory/index.ts';
import type { Contact } from '../contacts/store.ts';
import { listReferrals } from './store.ts';

/** Entries that are shown to choose from. */
const shownAtOnce = 8;

export interface NamedReferral {
  readonly id: string;
  readonly serviceId: string;
  /** '' for an entry that is no longer public. */
  readonly name: string;
  readonly how: string;
  readonly at: Date;
}

export interface Referrals {
  readonly made: readonly NamedReferral[];
  /** What the directory has for the words that were typed; undefined: nothing was looked for. */
  readonly found:
    | readonly { readonly id: string; readonly name: string; readonly owner: string }[]
    | undefined;
}

/** To whom a contact was referred, and what the directory finds for `words`: first what is near, for their worries. */
export async function readReferrals(
  tx: Tx,
  { contact, words, lang, now }: { contact: Contact; words: string | undefined; lang: Lang; now: Date },
): Promise<Referrals> {
  const rows = await listReferrals(tx, contact.id);
  const names = new Map(
    (
      await listServicesByIds(
        tx,
        rows.map(({ serviceId }) => serviceId),
      )
    ).map(({ id, content }) => [id, contentIn(lang, content.name)]),
  );
  const made = rows.map(({ id, serviceId, how, at }) => ({
    id,
    serviceId,
    how,
    at,
    name: names.get(serviceId) ?? '',
  }));
  return { made, found: words === undefined ? undefined : await find(tx, { contact, words, lang, now }) };
}

async function find(
  tx: Tx,
  { contact, words, lang, now }: { contact: Contact; words: string; lang: Lang; now: Date },
) {
  const { municipality, mainWorry } = contact;
  const query = {
    ...(words ? { q: words } : mainWorry ? { topic: mainWorry } : {}),
    ...(municipality && { municipality }),
    pageSize: shownAtOnce,
  };
  const ids = (await searchServices(tx, tx.who, query, now)).rows.map(({ id }) => id);
  return (await listServicesByIds(tx, ids)).map(({ id, content, owner }) => ({
    id,
    name: contentIn(lang, content.name),
    owner: contentIn(lang, { ja: owner.nameJa, en: owner.nameEn }),
  }));
}
