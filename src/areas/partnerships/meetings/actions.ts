import { randomUUID } from 'node:crypto';
import { hasRole, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoMinute } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import { postAll } from '#platform/mail/outbox.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { newToken } from '#platform/sign-in/sessions.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, concierge } from '../access.ts';
import { nameIn } from '../members/shown.ts';
import { meetingPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import { decideEntry, decideMeeting, decideResult, type MeetingRefusal, suggestSeats } from './rules.ts';
import {
  countEntries,
  findEntryByMark,
  findEntryByToken,
  findMeeting,
  insertMeeting,
  insertResult,
  listEntries,
  listTables,
  lockMeeting,
  type Meeting,
  type MeetingEntry,
  updateEntry,
  updateMeeting,
  upsertEntry,
} from './store.ts';

/** Whoever enters is nobody we know. */
const asEntrant = system('partner-meeting-entry');
const ownerOf = (id: string) => `partner-meeting-entry:${id}`;

export interface NewMeeting {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly aboutJa: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly url: string;
  readonly quota: number;
  readonly topics: readonly string[];
  readonly seats: number;
  readonly illustrative?: boolean;
}

interface Outside {
  readonly vault: Vault;
  readonly publicUrl: string;
}

export async function holdMeeting(
  db: Db,
  who: Who,
  meeting: NewMeeting,
  now = new Date(),
): Promise<Result<{ meetingId: string }, MeetingRefusal>> {
  mustHold(who);
  const decision = decideMeeting(meeting);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    const row = { ...meeting, online: meeting.url !== '', changedAt: now };
    const meetingId = await insertMeeting(tx, row);
    await note(tx, 'partner-meeting.hold', meetingId, now);
    return ok({ meetingId });
  });
}

/** Whoever entered is told. */
export async function cancelMeeting(
  db: Db,
  who: Who,
  { meetingId, vault }: { meetingId: string; vault: Vault },
  now = new Date(),
): Promise<void> {
  mustHold(who);
  await inTransaction(db, who, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting.cancelledAt) return;
    const sequence = meeting.sequence + 1;
    await updateMeeting(tx, meetingId, { cancelledAt: now, sequence, changedAt: now });
    const entrants = (await listEntries(tx, meetingId))
      .map((entry) => entrantOf(vault, entry))
      .filter((entrant) => entrant !== null);
    await tell(tx, { meeting, entrants, letter: 'cancelled', url: '' });
    await note(tx, 'partner-meeting.cancel', meetingId, now);
  });
}

interface Entrant {
  readonly name: string;
  readonly mail: string;
  readonly lang: Lang;
}

/** Null once they were forgotten. */
export function entrantOf(
  vault: Vault,
  { id, sealedKey, sealed }: Pick<MeetingEntry, 'id' | 'sealedKey' | 'sealed'>,
): Entrant | null {
  if (!sealedKey || !sealed) return null;
  const owner = ownerOf(id);
  return JSON.parse(unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed, owner })) as Entrant;
}

export interface Entering {
  readonly meetingId: string;
  readonly organisationName: string;
  readonly kind: string;
  readonly attends: 'site' | 'online';
  /** Tables, the most wanted first. */
  readonly wishes: readonly string[];
  readonly entrant: Entrant;
}

/** The same address twice is one entry, and the answer is the same. */
export async function enterMeeting(
  db: Db,
  { vault, publicUrl }: Outside,
  { meetingId, entrant, wishes, ...entering }: Entering,
  now = new Date(),
): Promise<Result<'entered', MeetingRefusal>> {
  return inTransaction(db, asEntrant, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    const addressMark = blindIndex(vault, { purpose: 'partner-meeting-entry', value: entrant.mail });
    const known = await findEntryByMark(tx, { meetingId, addressMark });
    if (known && !known.cancelledAt) return ok('entered');
    const entered = await countEntries(tx, meetingId);
    const decision = decideEntry(meeting, { attends: entering.attends, entered, now });
    if (!decision.ok) return decision;
    const tables = (await listTables(tx, meetingId)).map(({ id }) => id);
    const [id, token] = [randomUUID(), newToken()];
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const sealed = seal(key, { text: JSON.stringify(entrant), owner: ownerOf(id) });
    await upsertEntry(tx, {
      ...entering,
      id,
      meetingId,
      wishes: [...new Set(wishes)].filter((wish) => tables.includes(wish)),
      token,
      addressMark,
      sealedKey,
      sealed,
      createdAt: now,
    });
    const url = publicUrl + meetingPaths.entry.to({ token });
    await tell(tx, { meeting, entrants: [entrant], letter: 'entered', url });
    await record(
      tx,
      { event: 'partner-meeting.enter', subject: { kind: 'partner-meeting', id: meetingId } },
      now,
    );
    return ok('entered');
  });
}

async function tell(
  tx: Tx,
  {
    meeting,
    entrants,
    letter,
    url,
  }: { meeting: Meeting; entrants: readonly Entrant[]; letter: 'entered' | 'cancelled'; url: string },
): Promise<void> {
  const mails = entrants.map(({ lang, mail }) => {
    const { subject, body } = mailWords[lang][letter];
    const online = lang === 'ja' ? 'オンライン' : 'Online';
    const where = [meeting.place, meeting.online ? online : ''].filter(Boolean).join(' / ');
    const told = { name: nameIn(lang, meeting), when: tokyoMinute(meeting.startsAt), where, url };
    return { to: mail, subject, body: body(told) };
  });
  await postAll(tx, mails);
}

/** By whoever holds the mailed link; the place is free again. */
export async function cancelEntry(db: Db, { token }: { token: string }, now = new Date()): Promise<void> {
  await inTransaction(db, asEntrant, async (tx) => {
    const entry = await findEntryByToken(tx, token);
    if (!entry.cancelledAt) await updateEntry(tx, entry.id, { cancelledAt: now, tableId: null });
  });
}

/** Takes the suggestion over, for everybody who entered. */
export async function seatAll(
  db: Db,
  who: Who,
  { meetingId }: { meetingId: string },
  now = new Date(),
): Promise<void> {
  mustHold(who);
  await inTransaction(db, who, async (tx) => {
    await lockMeeting(tx, meetingId);
    const entries = await listEntries(tx, meetingId);
    const seats = suggestSeats(entries, await listTables(tx, meetingId));
    for (const { id } of entries) await updateEntry(tx, id, { tableId: seats.get(id) ?? null });
    await note(tx, 'partner-meeting.seat', meetingId, now);
  });
}

export async function moveSeat(
  db: Db,
  who: Who,
  { meetingId, entryId, tableId }: { meetingId: string; entryId: string; tableId: string | null },
  now = new Date(),
): Promise<void> {
  mustHold(who);
  await inTransaction(db, who, async (tx) => {
    const tables = (await listTables(tx, meetingId)).map(({ id }) => id);
    const entry = (await listEntries(tx, meetingId)).find(({ id }) => id === entryId);
    if (!entry || (tableId && !tables.includes(tableId))) return;
    await updateEntry(tx, entryId, { tableId });
    await note(tx, 'partner-meeting.seat', meetingId, now);
  });
}

export async function writeResult(
  db: Db,
  who: Who,
  input: {
    meetingId: string;
    words: string;
    agreed: boolean;
    organisationId: string | null;
    partnerId: string | null;
  },
  now = new Date(),
): Promise<Result<'result', MeetingRefusal>> {
  mustHold(who);
  return inTransaction(db, who, async (tx) => {
    const meeting = await findMeeting(tx, input.meetingId);
    const sides = [input.organisationId, input.partnerId];
    const decision = decideResult(meeting, { agreed: input.agreed, sides, now });
    if (!decision.ok) return decision;
    await insertResult(tx, { ...input, writtenAt: now });
    await note(tx, 'partner-meeting.result', input.meetingId, now);
    return decision;
  });
}

/** What a mailed link shows. */
export async function openEntry(db: Db, token: string): Promise<{ entry: MeetingEntry; meeting: Meeting }> {
  return inTransaction(db, asEntrant, async (tx) => {
    const entry = await findEntryByToken(tx, token);
    return { entry, meeting: await findMeeting(tx, entry.meetingId) };
  });
}

async function note(tx: Tx, event: `${string}.${string}`, meetingId: string, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'partner-meeting', id: meetingId } }, now);
  await publicPagesChanged(tx);
}

function mustHold(who: Who): void {
  if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(can.holdMeeting.name);
}
