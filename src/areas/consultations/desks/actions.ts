import { administrator, hasRole, type PersonWho, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can, supervises } from '../access.ts';
import { keepPromises } from '../contacts/store.ts';
import { deskTopic } from '../messages/keys.ts';
import { changedPromises, decideDesk, decideSettings, type DeskRefusal } from './rules.ts';
import type { DeskSettings } from './settings.ts';
import { findDesk, hasCode, hasDesk, insertDesk, lockDesk, updateDesk } from './store.ts';

interface NewDesk {
  readonly organisationId: string;
  /** In addresses: /talk/women. */
  readonly code: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly serviceId?: string | null;
  readonly settings: DeskSettings;
}

/** Gives an organisation its desk. */
export async function openDesk(
  db: Db,
  who: Who,
  desk: NewDesk,
  now = new Date(),
): Promise<Result<'open', DeskRefusal>> {
  const { organisationId: id, ...rest } = desk;
  if (who.kind !== 'system' && !hasRole(who, administrator) && !supervises(who, id))
    throw new Forbidden(can.openDesk.name);
  return inTransaction(db, who, async (tx) => {
    const decision = decideDesk({
      code: desk.code,
      hasDesk: await hasDesk(tx, id),
      codeTaken: await hasCode(tx, desk.code),
    });
    if (!decision.ok) return decision;
    await insertDesk(tx, { id, ...rest, createdAt: now });
    const facts = { code: desk.code, settings: desk.settings };
    await record(tx, { event: 'desk.open', subject: { kind: 'desk', id }, facts }, now);
    return decision;
  });
}

interface Settling {
  readonly deskId: string;
  /** The version that the form was made from. */
  readonly version: number;
  readonly nameJa?: string;
  readonly nameEn?: string;
  readonly change: (settings: DeskSettings) => DeskSettings;
}

/**
 * Settles how a desk works from now on; the ledger keeps each version whole. Whoever came before keeps the days that they were
 * promised: their contacts are marked with them first.
 */
export async function settleDesk(
  db: Db,
  who: PersonWho,
  { deskId, version, change, ...names }: Settling,
  now = new Date(),
): Promise<Result<{ promises: ReturnType<typeof changedPromises> }, DeskRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  return inTransaction(db, who, async (tx) => {
    await lockDesk(tx, deskId);
    const desk = await findDesk(tx, deskId);
    if (desk.version !== version) return refuse('desk-changed');
    const settings = change(desk.settings);
    const decision = decideSettings(settings);
    if (!decision.ok) return decision;
    const promises = changedPromises(desk.settings, settings);
    for (const { door, from } of promises) await keepPromises(tx, { deskId, door, days: from });
    await updateDesk(tx, deskId, { ...names, settings, version: version + 1 });
    const facts = { version: version + 1, ...names, settings };
    await record(tx, { event: 'desk.settle', subject: { kind: 'desk', id: deskId }, facts }, now);
    await announce(tx, deskTopic(deskId));
    return ok({ promises });
  });
}
