import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { worksAt } from '../access.ts';
import { decideShare } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import { mustWrite } from '../case-files/read.ts';
import { lockCaseFile } from '../case-files/store.ts';
import { type FieldClass, isBarredFrom } from '../relations/rules.ts';
import { endRelations, insertRelation, listRelations } from '../relations/store.ts';
import { type MeetingRefusal, stateOf, windowOf } from './rules.ts';
import {
  findMember,
  listMembers,
  lockMeeting,
  type Meeting,
  moveRelations,
  updateMeeting,
  updateMember,
} from './store.ts';

/** Members elsewhere are written down, and let in, by the product: they see nothing of the case before. */
export const host = system('meeting.host');

/** The letter to the members: that there is a meeting, and where to promise secrecy. */
export const meetingMail = { name: 'meeting.tell' } as Job<{
  meetingId: string;
  letter: 'asked' | 'moved' | 'cancelled';
  /** Of this letter: a job that runs again after it was killed writes it once. */
  id: string;
}>;

export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Hours before and after for which it is open. */
  readonly before: number;
  readonly after: number;
}

export async function ledger(
  tx: Tx,
  event: `meeting.${string}`,
  { id, caseId, kind, act }: Meeting,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const subject = { kind: 'meeting', id };
  await record(tx, { event, subject, facts: { caseId, kind, act, ...facts } }, now);
}

/** The promise of secrecy comes before everything; with it, and for the window only, a member sees the case in the classes given. */
export async function swear(
  db: Db,
  who: PersonWho,
  { meetingId, wordsShown }: { meetingId: string; wordsShown: string },
  now = new Date(),
): Promise<Result<'sworn', MeetingRefusal>> {
  return inTransaction(db, host, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    const member = await findMember(tx, { meetingId, personId: who.personId });
    const relations = await listRelations(tx, meeting.caseId);
    const barred = isBarredFrom(relations, who.personId, now);
    if (!member?.organisationId || !worksAt(who, member.organisationId) || barred)
      return refuse('not-a-member');
    if (meeting.cancelledAt) return refuse('cancelled');
    if (member.swornAt) return refuse('sworn-before');
    const classes = member.classes as readonly FieldClass[];
    const consent = member.basisId ? await findBasis(tx, member.basisId) : undefined;
    const to = member.organisationId;
    if (consent && !decideShare({ consent, to, classes, on: tokyoDay(now) }).ok)
      return refuse('consent-missing');
    const until = consent?.untilOn ? endOfTokyoDay(consent.untilOn) : meeting.closesAt;
    const relationId =
      to === meeting.homeId
        ? null
        : await insertRelation(tx, {
            caseId: meeting.caseId,
            homeId: meeting.homeId,
            kind: 'member',
            personId: who.personId,
            organisationId: to,
            classes: [...classes],
            basisId: member.basisId ?? meetingId,
            beginsAt: meeting.opensAt,
            endsAt: until < meeting.closesAt ? until : meeting.closesAt,
          });
    await updateMember(tx, member.id, { swornAt: now, wordsShown, relationId });
    await ledger(tx, 'meeting.swear', meeting, { by: who.personId }, now);
    return ok('sworn');
  });
}

/** Another time: the window moves, and with it everything that stands on it. */
export async function moveMeeting(
  db: Db,
  who: PersonWho,
  { meetingId, ...times }: { meetingId: string } & Times,
  now = new Date(),
): Promise<Result<'moved', MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    await mustWrite(tx, { who, caseFile: await lockCaseFile(tx, meeting.caseId), fieldClass: 'basic' }, now);
    if (meeting.cancelledAt) return refuse('cancelled');
    if (meeting.heldAt || stateOf(meeting, now) === 'closed') return refuse('held-before');
    const window = windowOf(times);
    if (!window.ok) return window;
    const { opensAt, closesAt } = window.value;
    await updateMeeting(tx, meetingId, window.value);
    const members = await listMembers(tx, meetingId);
    for (const member of members)
      if (member.readsUntil) await updateMember(tx, member.id, { readsFrom: opensAt, readsUntil: closesAt });
    const relations = members.flatMap(({ relationId }) => relationId ?? []);
    await moveRelations(tx, relations, { beginsAt: opensAt, endsAt: closesAt, now });
    await enqueue(tx, meetingMail, { meetingId, letter: 'moved', id: crypto.randomUUID() });
    await ledger(tx, 'meeting.move', meeting, {}, now);
    return ok('moved');
  });
}

/** It does not take place: what members could see, they no longer see. */
export async function cancelMeeting(
  db: Db,
  who: PersonWho,
  { meetingId }: { meetingId: string },
  now = new Date(),
): Promise<Result<'cancelled', MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    await mustWrite(tx, { who, caseFile: await lockCaseFile(tx, meeting.caseId), fieldClass: 'basic' }, now);
    if (meeting.cancelledAt) return refuse('cancelled');
    if (meeting.heldAt) return refuse('held-before');
    await updateMeeting(tx, meetingId, { cancelledAt: now });
    const members = await listMembers(tx, meetingId);
    await endRelations(tx, [meetingId], now);
    const relations = members.flatMap(({ relationId }) => relationId ?? []);
    await moveRelations(tx, relations, { beginsAt: meeting.opensAt, endsAt: now, now });
    for (const member of members)
      if (member.readsUntil) await updateMember(tx, member.id, { readsUntil: now });
    await enqueue(tx, meetingMail, { meetingId, letter: 'cancelled', id: crypto.randomUUID() });
    await ledger(tx, 'meeting.cancel', meeting, {}, now);
    return ok('cancelled');
  });
}

export function meetingKey(vault: Vault, { id, sealedKey }: Meeting): Buffer {
  if (!sealedKey) throw new Error(`meeting ${id} is erased`);
  return openDataKey(vault, { sealed: sealedKey, owner: `meeting:${id}` });
}
