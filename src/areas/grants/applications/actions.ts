import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { mustWorkAt } from '../access.ts';
import { standingOf } from '../calls/rules.ts';
import { type Call, findCall, findMoney, findPublishedTerms } from '../calls/store.ts';
import { addEditor } from './editors/actions.ts';
import {
  type DeadLink,
  type Entrance,
  enter,
  asLink,
  mayWrite,
  type Opened,
  openRow,
  readWritten,
  sealPart,
  standingPart,
} from './open.ts';
import { type Answer, sameAnswer } from './rules.ts';
import { findApplication, insertApplication, updateApplication, writeAnswer, writeChange } from './store.ts';

export type StartRefusal = 'call-not-open';

/** Somebody begins on the web: a draft, and a link that is theirs. It goes to their mail as well, so that they find back. */
export async function startApplication(
  db: Db,
  input: { callId: string; name: string; mail: string; lang: Lang; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<Result<{ applicationId: string; token: string }, StartRefusal>> {
  return inTransaction(db, asLink, async (tx) => {
    const call = await findCall(tx, input.callId);
    // For a person a partner group or a case worker asks: nobody applies for a benefit alone here.
    if (call.audience !== 'groups' || !(await isOpen(tx, call, tokyoDay(now))))
      return refuse('call-not-open');
    const { vault } = input;
    const opened = await makeDraft(tx, vault, { callId: call.id, door: 'web' }, now);
    const token = await addEditor(tx, opened, { ...input, invitedBy: null, letter: 'started' }, now);
    return ok({ applicationId: opened.application.id, token });
  });
}

/** Whether the web takes an application on this day. */
export async function isOpen(tx: Tx, call: Call, day: string): Promise<boolean> {
  const { terms } = await findPublishedTerms(tx, call.id);
  const { freeYen } = await findMoney(tx, call.id);
  return standingOf({ ...call, ...terms, freeYen }, day).is === 'open';
}

/** A draft under the terms that hold, with a data key of its own. The caller has asked whether somebody may. */
export async function makeDraft(
  tx: Tx,
  vault: Vault,
  { callId, door, receivedOn }: { callId: string; door: 'web' | 'paper' | 'telephone'; receivedOn?: string },
  now: Date,
): Promise<Omit<Opened, 'by'>> {
  const { bureauId } = await findCall(tx, callId);
  const { versionId } = await findPublishedTerms(tx, callId);
  const id = randomUUID();
  const { sealed } = newDataKey(vault, `grant-application:${id}`);
  await insertApplication(tx, {
    id,
    callId,
    versionId,
    bureauId,
    door,
    receivedOn: receivedOn ?? null,
    sealedKey: sealed,
    createdAt: now,
  });
  const facts = { call: callId, door };
  await record(
    tx,
    { event: 'grant-application.start', subject: { kind: 'grant-application', id }, facts },
    now,
  );
  return openRow(tx, vault, await findApplication(tx, id));
}

export interface PartInput {
  /** A question, or a part beside them: who asks, where the money goes. */
  readonly code: string;
  readonly said: unknown;
  /** The version that the writer saw; 0: nothing stood there. */
  readonly base: number;
}

/** A part that somebody else changed since the writer saw it. Nothing of it was overwritten. */
export interface Difference {
  readonly code: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly by: string | null;
  readonly version: number;
}

export type WriteRefusal = 'not-writable';

/** Saves parts as they were typed. Where two wrote at once the second is shown both, and the other parts are saved. */
export async function saveParts(
  db: Db,
  entrance: Entrance,
  { vault, parts }: { vault: Vault; parts: readonly PartInput[] },
  now = new Date(),
): Promise<
  Result<
    { differences: readonly Difference[]; versions: ReadonlyMap<string, number> },
    WriteRefusal | DeadLink
  >
> {
  return enter(db, { entrance, vault, lock: true }, async (tx, opened) => {
    if (!mayWrite(opened, entrance)) return refuse('not-writable');
    const written = await readWritten(tx, opened);
    const differences: Difference[] = [];
    const changed: PartInput[] = [];
    for (const part of parts) {
      const mark = written.marks.get(part.code);
      const theirs = standingPart(written, part.code);
      if (sameAnswer(part.said as Answer, theirs as Answer)) continue;
      const another = mark && mark.version !== part.base && mark.by !== opened.by;
      if (another) differences.push({ ...part, mine: part.said, theirs, by: mark.by, version: mark.version });
      else changed.push({ ...part, base: mark?.version ?? 0 });
    }
    await putParts(tx, opened, changed, now);
    await recordWriting(
      tx,
      opened,
      changed.filter(({ code }) => isNew(written.marks.get(code), opened.by, now)),
      now,
    );
    const versions = new Map([...written.marks].map(([code, { version }]) => [code, version]));
    for (const { code, base } of changed) versions.set(code, base + 1);
    return ok({ differences, versions });
  });
}

/** One line in the ledger for a part that one hand writes on, however often it is saved while they type. */
function isNew(mark: { by: string | null; at: Date } | undefined, by: string, now: Date): boolean {
  return mark?.by !== by || now.getTime() - mark.at.getTime() > 600_000;
}

async function recordWriting(
  tx: Tx,
  { application, by }: Opened,
  parts: readonly PartInput[],
  now: Date,
): Promise<void> {
  if (parts.length === 0) return;
  const subject = { kind: 'grant-application', id: application.id };
  const facts = { parts: parts.map(({ code }) => code), ...(tx.who.kind === 'system' && { link: by }) };
  await record(tx, { event: 'grant-application.write', subject, facts }, now);
}

/** Writes parts over what stands there; `base` is the version that they follow. `by` null: taken over from last year, by nobody. */
export async function putParts(
  tx: Tx,
  opened: Omit<Opened, 'by'> & { readonly by: string | null },
  parts: readonly PartInput[],
  now: Date,
): Promise<void> {
  const { application, by } = opened;
  const of = { applicationId: application.id, bureauId: application.bureauId };
  for (const { code, said, base } of parts) {
    await writeAnswer(tx, {
      ...of,
      code,
      sealed: sealPart(opened, { code, said }),
      version: base + 1,
      changedBy: by,
      changedAt: now,
    });
    if (by !== null) await writeChange(tx, { ...of, code, changedBy: by, at: now });
  }
  if (parts.length > 0) await updateApplication(tx, application.id, { version: application.version + 1 });
}

/** Paper and telephone: the office writes it down into the same record. The day is that of the postmark or the call. */
export async function enterApplication(
  db: Db,
  who: Who,
  input: { callId: string; door: 'paper' | 'telephone'; receivedOn: string; vault: Vault },
  now = new Date(),
): Promise<Result<{ applicationId: string }, 'received-later' | 'call-not-open'>> {
  return inTransaction(db, who, async (tx) => {
    const call = await findCall(tx, input.callId);
    mustWorkAt(who, call.bureauId);
    if (input.receivedOn > tokyoDay(now)) return refuse('received-later');
    if (!(await isOpen(tx, call, input.receivedOn))) return refuse('call-not-open');
    const { application } = await makeDraft(tx, input.vault, input, now);
    return ok({ applicationId: application.id });
  });
}
