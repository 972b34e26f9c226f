import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { nameIn } from '../../members/shown.ts';
import { findNetwork, listNetworks } from '../store.ts';
import type { ShownDay } from './pages/public.tsx';
import { freeSlots } from './rules.ts';
import { countTaken, findLawyerDay, listBookings, listLawyerDays } from './store.ts';

/** Days from one on, with how many slots are free; read by the product, since bookings are seen by keepers alone. */
export async function readShownDays(
  tx: Tx,
  { lang, ...asked }: { lang: Lang; from: string; organisationId?: string },
): Promise<readonly ShownDay[]> {
  const days = await listLawyerDays(tx, asked);
  const taken = await countTaken(
    tx,
    days.map(({ id }) => id),
  );
  const names = new Map((await listNetworks(tx)).map((each) => [each.organisationId, nameIn(lang, each)]));
  return days.map((day) => ({
    day,
    network: names.get(day.organisationId) ?? '',
    free: day.slots - (taken.get(day.id) ?? 0),
  }));
}

export async function readShownDay(
  tx: Tx,
  { dayId, lang }: { dayId: string; lang: Lang },
): Promise<{ shown: ShownDay; freeSlots: readonly number[] }> {
  const day = await findLawyerDay(tx, dayId);
  const network = nameIn(lang, await findNetwork(tx, day.organisationId));
  const taken = (await listBookings(tx, dayId)).flatMap(({ slot }) => (slot === null ? [] : [slot]));
  const free = freeSlots(day, taken);
  return { shown: { day, network, free: free.length }, freeSlots: free };
}
