import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { readHolidays } from '#areas/directory/index.ts';
import type { Contact } from '../contacts/store.ts';
import { isDoorOpen } from '../desks/opening.ts';
import { takes } from '../desks/rules.ts';
import type { Door, Way } from '../desks/settings.ts';
import { listDesks } from '../desks/store.ts';
import { readHandoff } from './actions.ts';
import { findLastAnswer, listOffersTo, type Transfer } from './store.ts';

export interface OtherDesk {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
}

/** Where a conversation can go, and what became of the last asking. */
export interface Passing {
  readonly desks: readonly OtherDesk[];
  readonly last: Transfer | undefined;
}

export async function readPassing(
  tx: Tx,
  { contact, lang, now }: { contact: Contact; lang: Lang; now: Date },
): Promise<Passing> {
  const door = contact.door as Way;
  const desks = (await listDesks(tx)).filter(
    ({ id, settings }) => id !== contact.deskId && takes(settings, door),
  );
  const moment = { now, holidays: await readHolidays(tx) };
  return {
    desks: desks.map(({ id, nameJa, nameEn, settings }) => ({
      id,
      name: contentIn(lang, { ja: nameJa, en: nameEn }),
      open: isDoorOpen(settings, door as Door, moment),
    })),
    last: await findLastAnswer(tx, contact.id),
  };
}

/** What is asked of a desk, as its people decide on it: codes, and the handoff text. */
export interface ShownOffer {
  readonly id: string;
  readonly from: string;
  readonly door: string;
  readonly risk: number | null;
  readonly worries: readonly string[];
  readonly dueAt: Date;
  readonly handoff: string;
}

export async function readOffers(
  tx: Tx,
  { vault, deskId, lang, now }: { vault: Vault; deskId: string; lang: Lang; now: Date },
): Promise<readonly ShownOffer[]> {
  return (await listOffersTo(tx, { deskId, now })).map((offer) => ({
    id: offer.id,
    from: contentIn(lang, { ja: offer.nameJa, en: offer.nameEn }),
    door: offer.door,
    risk: offer.risk,
    worries: offer.worries,
    dueAt: offer.dueAt,
    handoff: readHandoff(vault, offer),
  }));
}
