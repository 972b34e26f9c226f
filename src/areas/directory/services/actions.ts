import { randomUUID } from 'node:crypto';
import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, directoryEditor, directoryKeeper, isKeeper, mustWriteService } from '../access.ts';
import { readReviewDays } from '../review-intervals/actions.ts';
import type { CapacityState, ServiceContent } from './content.ts';
import { type NewService, newRow, verification } from './new-row.ts';
import {
  decideEdit,
  decidePublish,
  decidePublished,
  decideSeal,
  decideWithdraw,
  reviewDays,
  type ServiceRefusal,
} from './rules.ts';
import {
  findGroundOfPublic,
  insertService,
  insertServices,
  listMunicipalities,
  listOpenOwners,
  listTakenCodes,
  type ServiceRow,
  updateService,
} from './store.ts';
import { findVersion } from '../versions/store.ts';
import {
  checkContent,
  type How,
  holdService,
  leaveTrails,
  municipalitiesIn,
  showToPublic,
  tellTrails,
  type Trail,
  writeChange,
  writeTrails,
  type WriteResult,
  type Written,
} from './write.ts';

/** A new entry, a draft unless it is published at once. */
export async function createService(
  db: Db,
  who: Who,
  input: NewService,
  now = new Date(),
): Promise<WriteResult> {
  const { organisationId, content, publish = false, how = 'create', note = '' } = input;
  mustWriteService(who, { organisationId });
  if (input.verified && !isKeeper(who)) throw new Forbidden(can.writeEntry.name);
  return inTransaction(db, who, async (tx) => {
    const mentioned = municipalitiesIn(content);
    const around = publish
      ? await findGroundOfPublic(tx, { organisationId, municipalities: mentioned })
      : undefined;
    const ground = {
      municipalities: around?.municipalities ?? (await listMunicipalities(tx, mentioned)),
      reviewDays: input.verified ? await readReviewDays(tx) : reviewDays,
    };
    const row = newRow(input, ground, { id: randomUUID(), now });
    if (!row.ok) return row;
    const trails = [{ after: row.value, how, note }];
    // Sent together: where the entry is not written, there is none to which rows could be.
    const [came] = await Promise.all([
      insertService(tx, row.value),
      writeTrails(tx, trails, { now, around }),
    ]);
    if (came !== 'written') return refuse(came, { code: row.value.code });
    await tellTrails(tx, trails, now);
    return ok({ serviceId: row.value.id, version: 1 });
  });
}

/** Entries that the keeper brings along from elsewhere: all of them or none, in few statements. What is refused is named. */
export async function createServices(
  db: Db,
  who: Who,
  inputs: readonly NewService[],
  now = new Date(),
): Promise<Result<readonly Written[], ServiceRefusal>> {
  if (!isKeeper(who)) throw new Forbidden(can.writeEntry.name);
  return inTransaction(db, who, async (tx) => {
    const owners = await listOpenOwners(tx, [...new Set(inputs.map((input) => input.organisationId))]);
    const municipalities = [...new Set(inputs.flatMap(({ content }) => municipalitiesIn(content)))];
    const ground = {
      municipalities: await listMunicipalities(tx, municipalities),
      reviewDays: await readReviewDays(tx),
    };
    const trails: Trail[] = [];
    for (const input of inputs) {
      const code = input.code ?? input.content.name.ja;
      if (!owners.includes(input.organisationId)) return refuse('owner-unknown', { code });
      const row = newRow(input, ground, { id: randomUUID(), now });
      if (!row.ok) return refuse(row.refusal, { ...row.facts, code });
      trails.push({ after: row.value, how: input.how ?? 'create', note: input.note ?? '' });
    }
    const rows = trails.map(({ after }) => after);
    const codes = rows.map(({ code }) => code);
    const taken = [
      ...(await listTakenCodes(tx, codes)),
      ...codes.filter((code, at) => codes.indexOf(code) < at),
    ];
    if (taken[0]) return refuse('code-taken', { code: taken[0] });
    await insertServices(tx, rows);
    await leaveTrails(tx, trails, now);
    return ok(trails.map(({ after }) => ({ serviceId: after.id, version: 1 })));
  });
}

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
