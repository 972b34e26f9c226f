import type { Db } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, refuse } from '#platform/result.ts';
import { changing, type Done, factsOf, go } from '../actions.ts';
import { type Entrance, enter } from '../enter.ts';
import { maskContacts } from '../masks/rules.ts';
import { decideFinish, decideReceive, decideStep } from '../rules.ts';
import { countDeliveries, insertDelivery, insertThanks, updateThanks } from '../store.ts';

interface Received {
  readonly on: string;
  readonly quantity: number;
  readonly unit: string;
  readonly yen: number | null;
  /** There is no more to come. */
  readonly last: boolean;
}

/** Said by who received it, as often as something arrives; the last time makes the match delivered. */
export async function receive(
  db: Db,
  entrance: Entrance,
  received: Received,
  now = new Date(),
): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const { match, personId } = entered;
    const { on, quantity, unit, yen, last } = received;
    const agreedOn = tokyoDay(match.agreedAt ?? now);
    const decision = decideReceive({ ...factsOf(entered), on, quantity, today: tokyoDay(now), agreedOn });
    if (!decision.ok) return decision;
    const worth = match.kind === 'money' ? quantity : yen;
    await insertDelivery(tx, {
      matchId: match.id,
      deliveredOn: on,
      quantity,
      unit,
      yen: worth,
      confirmedBy: personId,
      confirmedAt: now,
    });
    await go(
      tx,
      entered,
      { step: last ? 'finish' : 'receive', to: last ? 'delivered' : decision.value },
      now,
    );
    return ok({ matchId: match.id });
  });
}

/** All of it has come, though the last time did not say so. */
export async function finish(db: Db, entrance: Entrance, now = new Date()): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const deliveries = await countDeliveries(tx, entered.match.id);
    const decision = decideFinish({ ...factsOf(entered), deliveries });
    if (!decision.ok) return decision;
    await go(tx, entered, { step: 'finish', to: decision.value }, now);
    return ok({ matchId: entered.match.id });
  });
}

export async function thank(
  db: Db,
  entrance: Entrance,
  { words, offered }: { words: string; offered: boolean },
  now = new Date(),
): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const decision = decideStep('thank', factsOf(entered));
    if (!decision.ok) return decision;
    if (!words.trim()) return refuse('words-missing');
    const { id: matchId, giverId, receiverId, kind, title, illustrative } = entered.match;
    const { text } = maskContacts(words);
    const row = {
      matchId,
      giverId,
      receiverId,
      kind,
      title,
      words: text,
      offered,
      saidAt: now,
      illustrative,
    };
    await insertThanks(tx, row);
    await go(tx, entered, { step: 'thank', to: decision.value, words }, now);
    return ok({ matchId });
  });
}

/** The giver lets the thanks be public, or takes them back from there; the receiver has offered it before. */
export async function showThanks(
  db: Db,
  entrance: Entrance,
  { shown }: { shown: boolean },
  now = new Date(),
): Promise<Done> {
  return enter(db, entrance, changing(now), async (tx, entered) => {
    const decision = decideStep('show', factsOf(entered));
    if (!decision.ok) return decision;
    const { id: matchId } = entered.match;
    await updateThanks(tx, matchId, shown ? now : null);
    await go(tx, entered, { step: 'show', kind: shown ? 'shown' : 'hidden', to: decision.value }, now);
    await publicPagesChanged(tx);
    return ok({ matchId });
  });
}
