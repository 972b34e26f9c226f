import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can } from '../access.ts';
import { listBases } from '../bases/store.ts';
import { mustWrite } from '../case-files/read.ts';
import { findCaseFile, lockCaseFile } from '../case-files/store.ts';
import { addPlanItem } from '../plans/actions.ts';
import { movePlan } from '../plans/moving.ts';
import { findLastPlan } from '../plans/store.ts';
import { meetingKey } from './actions.ts';
import { decideHold, decideToPlan, type MeetingRefusal } from './rules.ts';
import {
  findMeeting,
  findMember,
  findPaper,
  insertPaper,
  listMembers,
  listPapers,
  lockMeeting,
  type Meeting,
  type MeetingPaper,
  updateMeeting,
  updateMember,
  updatePaper,
} from './store.ts';

export interface PaperText {
  readonly text: string;
  /** Of a decision: person, family, own, related. */
  readonly bearer?: string;
}

export interface NewPaper extends PaperText {
  readonly meetingId: string;
  readonly kind: 'minutes' | 'request' | 'answer' | 'decision';
  /** Of the minutes: the version that was read, 0 for none. */
  readonly version?: number;
  readonly toMemberId?: string;
  readonly answersId?: string;
}

/** Writes a paper of the meeting, sealed with its own key. The database holds who may: the calling organisation, and of answers the sworn members. */
export async function writePaper(
  db: Db,
  who: PersonWho,
  { vault, meetingId, kind, text, bearer, version = 0, toMemberId, answersId }: { vault: Vault } & NewPaper,
  now = new Date(),
): Promise<Result<'written', MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    if (meeting.cancelledAt) return refuse('cancelled');
    if (!text.trim()) return refuse('text-missing');
    await mayWrite(tx, { who, meeting, kind }, now);
    const sealed = seal(meetingKey(vault, meeting), {
      text: JSON.stringify({ text: text.trim(), ...(bearer ? { bearer } : {}) }),
      owner: `meeting:${meetingId}`,
    });
    const written = { sealed, writtenBy: who.personId, writtenAt: now };
    const papers = await listPapers(tx, meetingId);
    const minutes = kind === 'minutes' ? papers.find((paper) => paper.kind === 'minutes') : undefined;
    if ((minutes?.version ?? 0) !== version && kind === 'minutes') return refuse('changed-meanwhile');
    if (answersId && !papers.some(({ id }) => id === answersId)) return refuse('not-a-member');
    if (minutes) {
      if (!(await updatePaper(tx, minutes, written))) return refuse('changed-meanwhile');
    } else {
      const { caseId, homeId, lane } = meeting;
      const about = { toMemberId: toMemberId ?? null, answersId: answersId ?? null };
      await insertPaper(tx, { meetingId, caseId, homeId, lane, kind, ...about, ...written });
    }
    const subject = { kind: 'meeting', id: meetingId };
    await record(tx, { event: 'meeting.write', subject, facts: { caseId: meeting.caseId, kind } }, now);
    return ok('written');
  });
}

async function mayWrite(
  tx: Tx,
  { who, meeting, kind }: { who: PersonWho; meeting: Meeting; kind: string },
  now: Date,
): Promise<void> {
  const member = await findMember(tx, { meetingId: meeting.id, personId: who.personId });
  if (kind === 'answer' && member?.swornAt) return;
  if (meeting.lane === 'sealed' && !member?.swornAt) throw new Forbidden(can.writeCase.name);
  await mustWrite(tx, { who, caseFile: await findCaseFile(tx, meeting.caseId), fieldClass: 'basic' }, now);
}

export function readPaper(vault: Vault, meeting: Meeting, paper: MeetingPaper): PaperText {
  const owner = `meeting:${meeting.id}`;
  return JSON.parse(unseal(meetingKey(vault, meeting), { sealed: paper.sealed, owner })) as PaperText;
}

/** What was decided becomes a row of the plan: with the person's consent only, whichever lane it was decided on. */
export async function decisionToPlan(
  db: Db,
  who: PersonWho,
  { vault, meetingId, paperId }: { vault: Vault; meetingId: string; paperId: string },
  now = new Date(),
): Promise<Result<'planned', MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    const paper = await findPaper(tx, paperId);
    if (paper.meetingId !== meetingId || paper.kind !== 'decision') return refuse('not-a-member');
    const consents = (await listBases(tx, meeting.caseId)).filter(({ lane }) => lane === 'consent');
    const today = tokyoDay(now);
    const decision = decideToPlan({ consents, today, planItemId: paper.planItemId });
    if (!decision.ok) return decision;
    const { text: what, bearer = 'own' } = readPaper(vault, meeting, paper);
    const { caseId } = meeting;
    const added = await addPlanItem(tx, who, { vault, caseId, what, bearer, meetingId }, now);
    if (!added.ok) return refuse(added.refusal === 'plan-missing' ? 'plan-missing' : 'plan-not-ready');
    if (!(await updatePaper(tx, paper, { planItemId: added.value.itemId })))
      return refuse('changed-meanwhile');
    return ok('planned');
  });
}

/** It took place: who was there, and of a meeting about the plan whether it fits. The case's day of the meeting follows. */
export async function holdMeeting(
  db: Db,
  who: PersonWho,
  {
    vault,
    meetingId,
    attended,
    result,
  }: { vault: Vault; meetingId: string; attended: readonly string[]; result: string },
  now = new Date(),
): Promise<Result<'held', MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    const caseFile = await lockCaseFile(tx, meeting.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const decision = decideHold({ ...meeting, result, now });
    if (!decision.ok) return decision;
    if (meeting.purpose === 'plan') {
      const plan = await findLastPlan(tx, caseFile.id);
      if (!plan) return refuse('plan-missing');
      const on = tokyoDay(meeting.startsAt);
      const met = await movePlan(tx, who, { vault, planId: plan.id, move: 'meet', on, result }, now);
      if (!met.ok) return refuse('plan-not-ready');
    }
    await updateMeeting(tx, meetingId, { heldAt: now, result: meeting.purpose === 'plan' ? result : null });
    for (const { id } of await listMembers(tx, meetingId))
      await updateMember(tx, id, { attended: attended.includes(id) });
    const subject = { kind: 'meeting', id: meetingId };
    const facts = { caseId: meeting.caseId, attended: attended.length, result: result || null };
    await record(tx, { event: 'meeting.hold', subject, facts }, now);
    return ok('held');
  });
}
