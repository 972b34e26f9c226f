import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises, worksAt } from '../access.ts';
import { insertView } from '../views/store.ts';
import { host, meetingKey } from './actions.ts';
import { type PaperText, readPaper } from './papers.ts';
import {
  findMeeting,
  listMembers,
  listPapers,
  type Meeting,
  type MeetingMember,
  type MeetingPaper,
} from './store.ts';
import type { Codes } from '../case-files/codes.ts';
import { findCaseFile } from '../case-files/store.ts';
import { listsFor } from '../forms/read.ts';

export interface ShownMember extends MeetingMember {
  readonly label: string;
}
export interface ShownPaper extends Omit<MeetingPaper, 'sealed'>, PaperText {}

export interface ShownMeeting {
  readonly meeting: Meeting;
  readonly own: MeetingMember | undefined;
  /** The calling organisation's people who carry the case. */
  readonly isHost: boolean;
  /** Papers, members and the case: only when it is open to the reader. */
  readonly open: boolean;
  readonly number: string | undefined;
  readonly isProtected: boolean;
  /** Who may carry a decision, as the year's forms say it. */
  readonly bearers: Codes;
  readonly members: readonly ShownMember[];
  readonly papers: readonly ShownPaper[];
}

interface Reading {
  readonly vault: Vault;
  readonly meetingId: string;
  readonly lang: Lang;
  readonly what: 'meeting' | 'agenda';
}

/** A meeting as far as it is open to the reader; what they read goes on record, before anything is shown. */
export async function readMeeting(
  db: Db,
  who: PersonWho,
  { vault, meetingId, lang, what }: Reading,
  now = new Date(),
): Promise<ShownMeeting> {
  const { meeting, papers, isHost, caseFile, bearers } = await inTransaction(db, who, (tx) =>
    look(tx, { who, meetingId, what }, now),
  );
  const open = papers.length > 0 || (isHost && meeting.lane === 'consent');
  const listed = await inTransaction(db, host, (tx) => listMembers(tx, meetingId));
  return {
    meeting,
    own: listed.find(({ personId }) => personId === who.personId),
    isHost,
    open,
    number: caseFile?.number,
    isProtected: caseFile?.isProtected ?? false,
    bearers,
    members: open
      ? listed.map((member) => ({ ...member, label: labelOf(vault, meeting, member, lang) }))
      : [],
    papers: papers.map((paper) => ({ ...paper, ...readPaper(vault, meeting, paper) })),
  };
}

async function look(
  tx: Tx,
  { who, meetingId, what }: { who: PersonWho; meetingId: string; what: string },
  now: Date,
) {
  const meeting = await findMeeting(tx, meetingId);
  const papers = await listPapers(tx, meetingId);
  const isHome = worksAt(who, meeting.homeId);
  const caseFile = isHome || papers.length > 0 ? await findCaseFile(tx, meeting.caseId) : undefined;
  const isHost = isHome && caseFile !== undefined && carries(who, meeting, caseFile.assignedTo);
  const { caseId, homeId: organisationId } = meeting;
  const as = !isHome
    ? 'member'
    : supervises(who, organisationId)
      ? 'supervisor'
      : isHost
        ? 'assigned'
        : 'worker';
  if (papers.length > 0)
    await insertView(tx, { caseId, organisationId, personId: who.personId, at: now, what, as });
  const { bearers } = await listsFor(tx, { receivedOn: caseFile?.receivedOn ?? tokyoDay(now) });
  return { meeting, papers, isHost, caseFile, bearers };
}

function carries(who: PersonWho, { homeId }: Meeting, assignedTo: string | null): boolean {
  return supervises(who, homeId) || assignedTo === who.personId;
}

function labelOf(
  vault: Vault,
  meeting: Meeting,
  member: Awaited<ReturnType<typeof listMembers>>[number],
  lang: Lang,
): string {
  if (member.sealedName)
    return unseal(meetingKey(vault, meeting), { sealed: member.sealedName, owner: `meeting:${meeting.id}` });
  const { organisation, name } = member;
  const at = organisation ? contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn }) : '';
  return `${at} ${name ?? ''}`.trim();
}
