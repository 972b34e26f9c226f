import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { ok, type Result } from '#platform/result.ts';
import { isPassword } from '#platform/sign-in/passwords/hash.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { afterWrongTry, readNumber, readPassphrase, restMinutes } from '#areas/consultations/index.ts';
import { caseSupervisor } from '../access.ts';
import { withdrawConsent } from '../bases/actions.ts';
import type { BasisRefusal } from '../bases/rules.ts';
import { findBasis } from '../bases/store.ts';
import { caseKey } from '../case-files/read.ts';
import { type CaseFile, findCaseFile } from '../case-files/store.ts';
import { addTask } from '../tasks/actions.ts';
import {
  answerDays,
  decideEnter,
  decideRequest,
  keptDays,
  openHours,
  type OwnPageRefusal,
  pageStands,
} from './rules.ts';
import {
  countOpenRequests,
  findDevice,
  findKeyByNumber,
  insertDevice,
  insertRequest,
  type OwnPageDevice,
  type OwnPageKey,
  removeDevice,
  removeExpiredDevices,
  removeKeptDevices,
  tries,
  updateDevice,
  updateKey,
} from './store.ts';
import { taskWords } from './staff/words.ts';

/** Acts for the person on their own page, who has no account. What they reach is their own case and no other. */
export const owner = system('own-page');

/** The page as it is open on a device. */
export interface OpenPage {
  readonly caseFile: CaseFile;
  readonly safe: boolean;
}

/** In with number and passphrase; wrong ones let the number rest, whether it exists or not. */
export async function enterPage(
  db: Db,
  typed: { number: string; passphrase: string; safe: boolean },
  now = new Date(),
): Promise<Result<{ token: string }, OwnPageRefusal>> {
  const number = readNumber(typed.number);
  return inTransaction(db, owner, async (tx) => {
    const { tries: wrong, restsUntil } = await tries.lock(tx, number);
    const key = await findKeyByNumber(tx, number);
    const matches = await isPassword(readPassphrase(typed.passphrase), key?.passphraseHash);
    const caseFile = key && (await findCaseFile(tx, key.caseId));
    const stands = Boolean(key && caseFile && pageStands({ ...key, ...caseFile }, now));
    const decision = decideEnter({ matches, stands, restsUntil, restMinutes, now });
    if (!decision.ok || !key) {
      if (!decision.ok && decision.refusal === 'page-unknown')
        await tries.write(tx, number, afterWrongTry({ tries: wrong, now }));
      return decision.ok ? { ok: false, refusal: 'page-unknown' } : decision;
    }
    await tries.remove(tx, number);
    await removeExpiredDevices(tx, now);
    return ok({ token: await open(tx, key, { safe: typed.safe }, now) });
  });
}

async function open(tx: Tx, key: OwnPageKey, { safe }: { safe: boolean }, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + openHours * 3_600_000);
  await insertDevice(tx, deviceOf(key, { token, safe, kept: false, expiresAt }, now));
  await updateKey(tx, key.caseId, { lastUsedOn: tokyoDay(now) });
  await record(tx, { event: 'own-page.enter', subject: { kind: 'case', id: key.caseId } }, now);
  return token;
}

function deviceOf(
  { caseId, issue }: OwnPageKey,
  { token, ...facts }: { token: string; safe: boolean; kept: boolean; expiresAt: Date },
  now: Date,
): OwnPageDevice {
  return { tokenHash: hashToken(token), caseId, issue, createdAt: now, ...facts };
}

/** A device that the person keeps: one press, no number. */
export async function enterFromDevice(
  db: Db,
  token: string | undefined,
  now = new Date(),
): Promise<{ token: string } | undefined> {
  if (!token) return undefined;
  return inTransaction(db, owner, async (tx) => {
    const found = await findDevice(tx, { tokenHash: hashToken(token), kept: true, now });
    if (!found || !pageStands({ ...found.key, ...found.caseFile }, now)) return undefined;
    return { token: await open(tx, found.key, found.device, now) };
  });
}

/** The page that is open on a device; undefined when it is not, or no longer. */
export async function findPage(
  db: Db,
  token: string | undefined,
  now = new Date(),
): Promise<OpenPage | undefined> {
  if (!token) return undefined;
  return inTransaction(db, owner, async (tx) => {
    const found = await findDevice(tx, { tokenHash: hashToken(token), kept: false, now });
    if (!found || !pageStands({ ...found.key, ...found.caseFile }, now)) return undefined;
    return { caseFile: found.caseFile, safe: found.device.safe };
  });
}

/** This device shows the page no more. */
export async function leavePage(db: Db, token: string): Promise<void> {
  await inTransaction(db, owner, (tx) => removeDevice(tx, hashToken(token)));
}

export async function setSafe(db: Db, token: string, safe: boolean): Promise<void> {
  await inTransaction(db, owner, (tx) => updateDevice(tx, hashToken(token), { safe }));
}

/** From now on this device lets the person in without number: the token for its cookie. */
export async function keepDevice(db: Db, token: string, now = new Date()): Promise<string> {
  return inTransaction(db, owner, async (tx) => {
    const found = await findDevice(tx, { tokenHash: hashToken(token), kept: false, now });
    if (!found) throw new NotFound('page');
    const kept = newToken();
    const expiresAt = new Date(now.getTime() + keptDays * 86_400_000);
    const { safe } = found.device;
    await insertDevice(tx, deviceOf(found.key, { token: kept, safe, kept: true, expiresAt }, now));
    return kept;
  });
}

export async function forgetDevices(db: Db, caseId: string): Promise<void> {
  await inTransaction(db, owner, (tx) => removeKeptDevices(tx, caseId));
}

/** Something is wrong: the person's words go to who carries the case, and are answered by a day. */
export async function askCorrection(
  db: Db,
  { vault, caseFile, words }: { vault: Vault; caseFile: CaseFile; words: string },
  now = new Date(),
): Promise<Result<'asked', OwnPageRefusal>> {
  return inTransaction(db, owner, async (tx) => {
    const decision = decideRequest(words, await countOpenRequests(tx, caseFile.id));
    if (!decision.ok) return decision;
    await tell(tx, { vault, caseFile, kind: 'correction', words: words.trim() }, now);
    return ok('asked');
  });
}

/** A consent is taken back: what stood on it stops in the same moment, and who carries the case is told. */
export async function withdrawOwn(
  db: Db,
  { vault, caseFile, basisId }: { vault: Vault; caseFile: CaseFile; basisId: string },
  now = new Date(),
): Promise<Result<{ stopped: number }, BasisRefusal>> {
  return inTransaction(db, owner, async (tx) => {
    const basis = await findBasis(tx, basisId);
    if (basis.caseId !== caseFile.id) throw new NotFound('basis');
    const withdrawn = await withdrawConsent(tx, owner, { basisId, how: 'own-page' }, now);
    if (withdrawn.ok) await tell(tx, { vault, caseFile, kind: 'withdrawal', words: '' }, now);
    return withdrawn;
  });
}

async function tell(
  tx: Tx,
  {
    vault,
    caseFile,
    kind,
    words,
  }: { vault: Vault; caseFile: CaseFile; kind: 'correction' | 'withdrawal'; words: string },
  now: Date,
): Promise<void> {
  const id = crypto.randomUUID();
  const dueOn = addDays(tokyoDay(now), answerDays[kind]);
  const sealed = words ? seal(caseKey(vault, caseFile), { text: words, owner: `own-request:${id}` }) : null;
  const taskId = await taskFor(tx, { vault, caseFile, what: taskWords.ja[kind], dueOn }, now);
  await insertRequest(tx, { id, caseId: caseFile.id, kind, sealed, askedAt: now, dueOn, taskId });
  const facts = { caseId: caseFile.id, kind };
  await record(tx, { event: 'own-page.ask', subject: { kind: 'request', id }, facts }, now);
}

/** A task of who carries the case, or of a supervisor while nobody does; a closed case has none, its request stands all the same. */
async function taskFor(
  tx: Tx,
  { caseFile, ...task }: { vault: Vault; caseFile: CaseFile; what: string; dueOn: string },
  now: Date,
): Promise<string | null> {
  const organisationIds = [caseFile.organisationId];
  const [supervisor] = await listHolders(tx, { organisationIds, roles: [caseSupervisor.name] });
  const ownerId = caseFile.assignedTo ?? supervisor?.personId;
  if (!ownerId) return null;
  const added = await addTask(tx, owner, { ...task, caseId: caseFile.id, ownerId }, now);
  return added.ok ? added.value.id : null;
}
