import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, directoryEditor, directoryKeeper } from '../access.ts';
import { readReviewDays } from '../review-intervals/actions.ts';
import type { CapacityState, ServiceContent } from './content.ts';
import { verification } from './creating/row.ts';
import {
  decideEdit,
  decidePublish,
  decidePublished,
  decideSeal,
  decideWithdraw,
  type ServiceRefusal,
} from './rules.ts';
import { type ServiceRow, updateService } from './store.ts';
import { findVersion } from '../versions/store.ts';
import { checkContent, type How, holdService, showToPublic, writeChange, type WriteResult } from './write.ts';

/** Writes a changed content. `version` is the one from which the change was made. */
export async function editService(
  db: Db,
  who: Who,
  input: {
    serviceId: string;
    version: number;
    content: ServiceContent;
    how?: Extract<How, 'edit' | 'import' | 'proposal'>;
    note?: string;
  },
  now = new Date(),
): Promise<WriteResult> {
  const { serviceId, version: seen, content, how = 'edit', note = '' } = input;
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const merged = await checkMended(tx, held, { version: seen, content });
    return merged.ok ? writeChange(tx, held, { content: merged.value, how, note }, now) : merged;
  });
}

/** A changed content, joined with what others changed meanwhile, that is right and stays fit for the public. */
async function checkMended(
  tx: Tx,
  held: ServiceRow,
  { version: seen, content }: { version: number; content: ServiceContent },
): Promise<Result<ServiceContent, ServiceRefusal>> {
  const { id: serviceId, version } = held;
  const base = version === seen ? undefined : (await findVersion(tx, { serviceId, version: seen }))?.content;
  const merged = decideEdit({ version, seen, base, current: held.content, content });
  if (!merged.ok) return merged;
  const fits = await checkFit(tx, { ...held, content: merged.value });
  return fits.ok ? merged : fits;
}

/** Undo: an earlier version becomes the next one. Nothing of what was in between is lost. */
export async function restoreVersion(
  db: Db,
  who: Who,
  { serviceId, version }: { serviceId: string; version: number },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const earlier = await findVersion(tx, { serviceId, version });
    if (!earlier) return refuse('version-unknown');
    const { content } = earlier;
    const fits = await checkFit(tx, { ...held, content });
    return fits.ok ? writeChange(tx, held, { content, how: 'restore', note: String(version) }, now) : fits;
  });
}

async function checkFit(tx: Tx, entry: ServiceRow): Promise<Result<unknown, ServiceRefusal>> {
  const fits = await checkContent(tx, entry.content);
  return fits.ok ? decidePublished(entry) : fits;
}

export async function publishService(
  db: Db,
  who: Who,
  { serviceId }: { serviceId: string },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const decision = decidePublish(held);
    if (!decision.ok) return decision;
    return writeChange(tx, held, { how: 'publish', fields: { publishedAt: now } }, now);
  });
}

/** Takes it off every output; it stays with its history. */
export async function withdrawService(
  db: Db,
  who: Who,
  { serviceId, reason }: { serviceId: string; reason: string },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const decision = decideWithdraw({ ...held, reason });
    if (!decision.ok) return decision;
    return writeChange(tx, held, { how: 'withdraw', note: reason, fields: { publishedAt: null } }, now);
  });
}

/** Seals a place that must not be known, or opens it again: then it is a draft. */
export async function sealService(
  db: Db,
  who: Who,
  { serviceId, reason, seal = true }: { serviceId: string; reason: string; seal?: boolean },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const decision = decideSeal({ ...held, seal, reason });
    if (!decision.ok) return decision;
    const fields = { sealed: seal, publishedAt: null };
    return writeChange(tx, held, { how: decision.value, note: reason, fields }, now);
  });
}

/** Somebody of an organisation says that all of it is right today, perhaps after having mended something in it. */
export async function verifyService(
  db: Db,
  who: Who,
  input: {
    serviceId: string;
    organisationId: string;
    mended?: { version: number; content: ServiceContent };
    note?: string;
  },
  now = new Date(),
): Promise<WriteResult> {
  const { serviceId, organisationId, mended, note = '' } = input;
  mustSpeakFor(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const fits = mended ? await checkMended(tx, held, mended) : ok(undefined);
    if (!fits.ok) return fits;
    const said = { by: organisationId, on: tokyoDay(now) };
    const fields = verification(held.content.kind, await readReviewDays(tx), said);
    const change = { how: 'confirm', note, speaker: organisationId, fields } as const;
    return writeChange(tx, held, { ...change, ...(fits.value && { content: fits.value }) }, now);
  });
}

/** Nobody confirms in the name of an organisation that they do not belong to. */
function mustSpeakFor(who: Who, organisationId: string): void {
  const own = [...organisationsWith(who, directoryEditor), ...organisationsWith(who, directoryKeeper)];
  if (who.kind !== 'system' && !own.includes(organisationId)) throw new Forbidden(can.writeEntry.name);
}

/** Accepting, a waiting list or full; null: not said. It is no part of the content, so it makes no version. */
export async function setCapacity(
  db: Db,
  who: Who,
  { serviceId, capacity, note = '' }: { serviceId: string; capacity: CapacityState | null; note?: string },
  now = new Date(),
): Promise<WriteResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdService(tx, serviceId);
    const change = { capacity, capacityNote: note, capacityAt: now, updatedAt: now };
    await updateService(tx, serviceId, change);
    await showToPublic(tx, { before: held, after: { ...held, ...change } }, now);
    await record(
      tx,
      { event: 'service.set-capacity', subject: { kind: 'service', id: serviceId }, facts: { capacity } },
      now,
    );
    return ok({ serviceId, version: held.version });
  });
}
