import { createHash } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, type Result } from '#platform/result.ts';
import { saveValues } from '../measures/actions.ts';
import type { ValueRefusal } from '../measures/rules.ts';
import { listMeasures, valuesOf } from '../measures/store.ts';
import { openProgram } from '../programs/actions.ts';
import { findProgram } from '../programs/store.ts';
import { decideTake, isNewOffer, type OfferRefusal } from './rules.ts';
import { deleteOffers, insertOffer, lockOffer, lockOffers, updateOffer } from './store.ts';

export interface NewOffer {
  readonly measureId: string;
  readonly value: number;
  /** From how many answers. */
  readonly sources: number;
  readonly label: Text;
  /** CSV: the same answers always make the same file. */
  readonly file: string;
}

/**
 * All that a later area counted for a program's year: each is shown beside what was typed, and taken over by a person or not. What was
 * offered before and is not any more is withdrawn; what was taken stays. Offers for measures of other programs are passed over.
 */
export async function offerValues(
  tx: Tx,
  { programId, offers }: { programId: string; offers: readonly NewOffer[] },
  now: Date,
): Promise<void> {
  const { fiscalYear } = await findProgram(tx, programId);
  const period = String(fiscalYear);
  const own = (await listMeasures(tx, programId)).map(({ id }) => id);
  const known = await lockOffers(tx, own);
  const fitting = offers.filter(({ measureId }) => own.includes(measureId));
  const gone = known.filter(
    ({ state, measureId }) => state === 'offered' && !fitting.some((each) => each.measureId === measureId),
  );
  await deleteOffers(tx, idsOf(gone));
  for (const { label, ...offer } of fitting) {
    const sha256 = createHash('sha256').update(offer.file).digest('hex');
    const before = known.filter(({ measureId }) => measureId === offer.measureId);
    const open = before.find(({ state }) => state === 'offered');
    const taken = before.find(({ state }) => state === 'taken');
    if (!isNewOffer(sha256, taken)) {
      await deleteOffers(tx, open ? [open.id] : []);
      continue;
    }
    if (!isNewOffer(sha256, open)) continue;
    const row = { ...offer, period, labelJa: label.ja, labelEn: label.en, sha256, offeredAt: now };
    await (open ? updateOffer(tx, open.id, row) : insertOffer(tx, row));
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** One press: the value is the measure's, and its file stays as the evidence. */
export async function takeOffer(
  db: Db,
  who: Who,
  {
    programId,
    offerId,
    seen,
  }: { programId: string; offerId: string; seen: { sha256: string; value: number | null } },
  now = new Date(),
): Promise<Result<{ value: number }, OfferRefusal | ValueRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const { measureId, period, value, state, sha256 } = await lockOffer(tx, { programId, offerId });
    const standing = (await valuesOf(tx, [measureId])).get(measureId)?.[period] ?? null;
    const decision = decideTake({ state, sha256, seen, standing });
    if (!decision.ok) return decision;
    const saved = await saveValues(
      tx,
      who,
      { programId, values: [{ measureId, period, value, from: { via: 'offer', offerId, sha256 } }] },
      now,
    );
    if (!saved.ok) return saved;
    const takenBy = who.kind === 'person' ? who.personId : null;
    await updateOffer(tx, offerId, { state: 'taken', takenAt: now, takenBy, replaced: standing });
    const subject = { kind: 'program', id: programId };
    await record(
      tx,
      { event: 'value.take', subject, facts: { measureId, before: standing, after: value, sha256 } },
      now,
    );
    return ok({ value });
  });
}
