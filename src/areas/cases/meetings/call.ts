import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { decideShare } from '../bases/rules.ts';
import { listBases } from '../bases/store.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import { type Carrier, listCarriers } from '../relations/carriers.ts';
import { type FieldClass, fieldClasses, isBarredFrom } from '../relations/rules.ts';
import { listRelations } from '../relations/store.ts';
import { host, ledger, meetingMail, type Times } from './actions.ts';
import {
  decideCall,
  decideLane,
  type MeetingLane,
  type MeetingRefusal,
  type Window,
  windowOf,
} from './rules.ts';
import { insertMeeting, insertMembers, insertPaper, type Meeting } from './store.ts';

export interface NewMeeting extends Times {
  readonly caseId: string;
  readonly kind: string;
  readonly act: string;
  readonly consented: boolean;
  readonly purpose: string;
  readonly agenda: string;
  readonly link: string;
  /** People with an account. */
  readonly memberIds: readonly string[];
  readonly classes: readonly string[];
  /** Without an account: organisation and name, on paper only. */
  readonly outsiders: readonly string[];
  readonly sworn: boolean;
  readonly wordsShown: string;
}

/** Who can be asked to a meeting: those who carry cases, anywhere; whoever is shut out of the case is not offered. */
export async function listAskable(db: Db, caseId: string, now = new Date()): Promise<readonly Carrier[]> {
  const relations = await inTransaction(db, host, (tx) => listRelations(tx, caseId));
  return (await listCarriers(db)).filter(({ personId }) => !isBarredFrom(relations, personId, now));
}

/** Calls a meeting about one case: name and Act, a window that closes by itself, members, an agenda. Nobody sees anything yet. */
export async function callMeeting(
  db: Db,
  who: PersonWho,
  { vault, askable, ...input }: { vault: Vault; askable: readonly Carrier[] } & NewMeeting,
  now = new Date(),
): Promise<Result<Meeting, MeetingRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const checked = checkCall(caseFile, input);
    if (!checked.ok) return checked;
    const { lane, window } = checked.value;
    const members = await memberRows(tx, { who, caseFile, lane, askable, input }, now);
    if (!members.ok) return members;
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, `meeting:${id}`);
    const { kind, act, purpose } = input;
    const { organisationId: homeId } = caseFile;
    const row = { id, caseId: caseFile.id, homeId, kind, act, purpose, lane, ...window, sealedKey };
    const meeting = await insertMeeting(tx, { ...row, calledBy: who.personId, createdAt: now });
    await insertMembers(tx, [
      ...known(meeting, members.value, now),
      ...onPaper(meeting, key, input.outsiders),
    ]);
    await writeFirstPapers(tx, { meeting, key, input, who }, now);
    await enqueue(tx, meetingMail, { meetingId: id, letter: 'asked', id: crypto.randomUUID() });
    await ledger(tx, 'meeting.call', meeting, { lane, members: members.value.length }, now);
    return ok(meeting);
  });
}

function commonOf({ id, caseId, homeId, opensAt, closesAt }: Meeting) {
  return { meetingId: id, caseId, homeId, readsFrom: opensAt, readsUntil: closesAt };
}

/** Of the calling organisation from now on and for good, since it keeps the minutes; others for the window. */
function known(meeting: Meeting, members: readonly MemberRow[], now: Date) {
  return members.map((member) => ({
    ...commonOf(meeting),
    ...member,
    ...(member.organisationId === meeting.homeId ? { readsFrom: now, readsUntil: null } : {}),
  }));
}

function onPaper(meeting: Meeting, key: Buffer, names: readonly string[]) {
  return names.map((name) => ({
    ...commonOf(meeting),
    sealedName: seal(key, { text: name, owner: `meeting:${meeting.id}` }),
  }));
}

async function writeFirstPapers(
  tx: Tx,
  { meeting, key, input, who }: { meeting: Meeting; key: Buffer; input: NewMeeting; who: PersonWho },
  now: Date,
): Promise<void> {
  const { id: meetingId, caseId, homeId, lane } = meeting;
  for (const kind of ['agenda', 'link'] as const) {
    const text = input[kind].trim();
    if (!text) continue;
    const sealed = seal(key, { text: JSON.stringify({ text }), owner: `meeting:${meetingId}` });
    const written = { writtenAt: now, writtenBy: who.personId };
    await insertPaper(tx, { meetingId, caseId, homeId, lane, kind, sealed, ...written });
  }
}

interface MemberRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly isChair: boolean;
  readonly classes: string[];
  readonly basisId: string | null;
  readonly swornAt?: Date;
  readonly wordsShown?: string;
}

function checkCall(
  caseFile: CaseFile,
  input: NewMeeting,
): Result<{ lane: MeetingLane; window: Window }, MeetingRefusal> {
  const lane = decideLane(input);
  if (!lane.ok) return lane;
  const window = windowOf(input);
  if (!window.ok) return window;
  const { agenda, outsiders, memberIds, sworn, classes } = input;
  const members = memberIds.length + outsiders.length;
  const call = decideCall({ agenda, members, sworn, closedOn: caseFile.closedOn });
  if (!call.ok) return call;
  if (classes.includes('protected')) return refuse('protected-never');
  if (classes.some((each) => !(fieldClasses as readonly string[]).includes(each)))
    return refuse('class-unknown');
  return ok({ lane: lane.value, window: window.value });
}

interface Asking {
  readonly who: PersonWho;
  readonly caseFile: CaseFile;
  readonly lane: MeetingLane;
  readonly askable: readonly Carrier[];
  readonly input: NewMeeting;
}

/** On the lane of consent, an organisation is asked only if the person's consent names it and what it will see. */
async function memberRows(tx: Tx, { who, caseFile, lane, askable, input }: Asking, now: Date) {
  const consents = (await listBases(tx, caseFile.id)).filter((each) => each.lane === 'consent');
  const classes = input.classes as readonly FieldClass[];
  const self = { personId: who.personId, organisationId: caseFile.organisationId, isChair: true };
  const rows: MemberRow[] = [
    { ...self, classes: [], basisId: null, swornAt: now, wordsShown: input.wordsShown },
  ];
  for (const personId of new Set(input.memberIds)) {
    if (personId === who.personId) continue;
    const found = askable.filter((each) => each.personId === personId);
    const member = found.find(({ organisationId }) => organisationId === caseFile.organisationId) ?? found[0];
    if (!member) return refuse('member-unknown');
    const { organisationId, organisation } = member;
    const isHome = organisationId === caseFile.organisationId;
    const to = organisationId;
    const consent = consents.find(
      (each) => decideShare({ consent: each, to, classes, on: tokyoDay(now) }).ok,
    );
    if (lane === 'consent' && !isHome && !consent)
      return refuse('member-without-consent', { organisation: organisation.nameJa });
    const basisId = lane === 'consent' && !isHome ? (consent?.id ?? null) : null;
    rows.push({
      personId,
      organisationId,
      isChair: false,
      classes: isHome ? [] : [...classes],
      basisId,
    });
  }
  return ok(rows);
}
