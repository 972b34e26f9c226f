import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeOffice } from '../access.ts';
import { type ErasedKind, erasedKinds, erasers } from './erasers.ts';
import { daysOf, decideDays, erasedBefore, type RetentionRefusal } from './rules.ts';
import { insertErasure, listSettled, upsertSettled } from './store.ts';

/** How many days what people left here stays: all kinds at once, or none of them. */
export async function settleDays(
  db: Db,
  who: PersonWho,
  wanted: Readonly<Record<ErasedKind, number>>,
  now = new Date(),
): Promise<Result<'set', RetentionRefusal> & { readonly kind?: ErasedKind }> {
  mustBeOffice(who, can.setRetention);
  for (const kind of erasedKinds) {
    const decision = decideDays(wanted[kind], erasers[kind]);
    if (!decision.ok) return { ...decision, kind };
  }
  return inTransaction(db, who, async (tx) => {
    const settled = await listSettled(tx);
    for (const kind of erasedKinds) {
      const days = wanted[kind];
      if (daysOf(settled, { kind, most: erasers[kind].most }) === days) continue;
      await upsertSettled(tx, { kind, days, changedBy: who.personId, changedAt: now });
      const subject = { kind: 'partnership-retention', id: kind };
      await record(tx, { event: 'partnership.set-retention', subject, facts: { days } }, now);
    }
    return ok('set');
  });
}

/** Takes what has stayed its days, kind by kind, each in a transaction of its own. Safe to run twice, and to be killed. */
export async function eraseDueTogether(
  db: Db,
  who: Who,
  now = new Date(),
): Promise<Readonly<Partial<Record<ErasedKind, number>>>> {
  const gone: Partial<Record<ErasedKind, number>> = {};
  for (const kind of erasedKinds) {
    const { most, erase } = erasers[kind];
    const things = await inTransaction(db, who, async (tx) => {
      const days = daysOf(await listSettled(tx), { kind, most });
      const count = await erase(tx, erasedBefore(now, days));
      if (count === 0) return 0;
      await insertErasure(tx, { kind, ranOn: tokyoDay(now), days, things: count, at: now });
      const subject = { kind: 'partnership-retention', id: kind };
      await record(tx, { event: 'partnership.erase', subject, facts: { days, things: count } }, now);
      return count;
    });
    if (things > 0) gone[kind] = things;
  }
  return gone;
}
