import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { standingOf } from '../case-files/read.ts';
import { findCaseFile } from '../case-files/store.ts';
import { moveHousehold } from '../households/store.ts';
import { personKey } from '../persons/actions.ts';
import { findPerson, listCasesOfPersons, type Person } from '../persons/store.ts';
import { mayDo } from '../relations/rules.ts';
import { decideJoin, decideUndo, type JoinRefusal } from './rules.ts';
import {
  insertJoin,
  listJoinedInto,
  lockJoin,
  lockPersons,
  moveCases,
  setJoinedInto,
  updateJoin,
} from './store.ts';

interface Judged {
  readonly vault: Vault;
  readonly caseId: string;
  readonly otherId: string;
  readonly evidence: readonly string[];
  readonly reason: string;
}

/** Two rows are one person: the cases and the household of one stand with the other, and every row is kept. */
export async function joinPersons(
  db: Db,
  who: PersonWho,
  { vault, caseId, otherId, keep, evidence, reason }: Judged & { keep: 'this' | 'other' },
  now = new Date(),
): Promise<Result<{ cases: number }, JoinRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { one, two } = await bothOf(tx, { caseId, otherId });
    const [kept, other] = keep === 'this' ? [one, two] : [two, one];
    const ids = [kept.id, other.id];
    const decision = decideJoin({
      kept: await sideOf(tx, kept),
      other: await sideOf(tx, other),
      carriesAll: await carriesAll(tx, who, ids, now),
      reason,
    });
    if (!decision.ok) return decision;
    // The household first: who has no case any more is written by nobody.
    await moveHousehold(tx, { writtenFor: other.id, from: other.id, to: kept.id });
    const caseIds = await moveCases(tx, { from: other.id, to: kept.id, at: now });
    await setJoinedInto(tx, other.id, kept.id);
    await writeDecision(tx, { vault, who, kept, other, decision: 'joined', caseIds, evidence, reason }, now);
    return ok({ cases: caseIds.length });
  });
}

/** The two are different persons: not proposed again until somebody takes that back. */
export async function tellApart(
  db: Db,
  who: PersonWho,
  { vault, caseId, otherId, evidence, reason }: Judged,
  now = new Date(),
): Promise<Result<'apart', JoinRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { one, two } = await bothOf(tx, { caseId, otherId });
    const decision = decideJoin({
      kept: await sideOf(tx, one),
      other: { ...(await sideOf(tx, two)), holdsOthers: false },
      carriesAll: await carriesAll(tx, who, [one.id], now),
      reason,
    });
    // Who was noticed at another organisation can be told apart, though never joined.
    if (!decision.ok && decision.refusal !== 'join-elsewhere') return decision;
    await writeDecision(
      tx,
      { vault, who, kept: one, other: two, decision: 'different', caseIds: [], evidence, reason },
      now,
    );
    return ok('apart');
  });
}

/** Undone in whole: what went over goes back, what came later stays where it was written. */
export async function undoJoin(
  db: Db,
  who: PersonWho,
  { vault, joinId, reason }: { vault: Vault; joinId: string; reason: string },
  now = new Date(),
): Promise<Result<'undone', JoinRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const join = await lockJoin(tx, joinId);
    const { keptId, otherId, caseIds } = join;
    const decision = decideUndo({
      undone: join.undoneAt !== null,
      erased: (await lockPersons(tx, [keptId, otherId])).some(({ erasedAt }) => erasedAt !== null),
      carriesAll: await carriesAll(tx, who, [keptId], now),
      reason,
    });
    if (!decision.ok) return decision;
    if (join.decision === 'joined') {
      await moveCases(tx, { from: keptId, to: otherId, only: caseIds, at: now });
      await moveHousehold(tx, { writtenFor: otherId, from: keptId, to: otherId });
      await setJoinedInto(tx, otherId, null);
    }
    const key = personKey(vault, await findPerson(tx, keptId));
    const sealedUndoReason = seal(key, { text: reason.trim(), owner: `join-undone:${joinId}` });
    await updateJoin(tx, joinId, { undoneAt: now, undoneBy: who.personId, sealedUndoReason });
    const facts = { decision: join.decision, kept: keptId, other: otherId, cases: caseIds.length };
    await record(tx, { event: 'person.undo-join', subject: { kind: 'join', id: joinId }, facts }, now);
    return ok('undone');
  });
}

async function bothOf(tx: Tx, { caseId, otherId }: { caseId: string; otherId: string }) {
  const { personId } = await findCaseFile(tx, caseId);
  if (!personId) throw new NotFound('person');
  const rows = await lockPersons(tx, [personId, otherId]);
  const one = rows.find(({ id }) => id === personId);
  const two = rows.find(({ id }) => id === otherId);
  if (!one || !two) throw new NotFound('person');
  return { one, two };
}

async function sideOf(tx: Tx, { id, organisationId, joinedInto, sealedKey }: Person) {
  const cases = await listCasesOfPersons(tx, [id]);
  return {
    personId: id,
    organisationId,
    joinedInto,
    erased: sealedKey === null,
    holdsOthers: (await listJoinedInto(tx, id)).length > 0,
    isProtected: cases.some((each) => each.isProtected),
  };
}

/** Whether somebody may write who these persons are, in every case of theirs that there is for them. */
export async function carriesAll(
  tx: Tx,
  who: PersonWho,
  personIds: readonly string[],
  now: Date,
): Promise<boolean> {
  const cases = await listCasesOfPersons(tx, personIds);
  if (personIds.some((id) => cases.every(({ personId }) => personId !== id))) return false;
  for (const caseFile of cases)
    if (!mayDo(await standingOf(tx, { who, caseFile, now }), 'write', 'identity')) return false;
  return true;
}

async function writeDecision(
  tx: Tx,
  {
    vault,
    who,
    kept,
    other,
    decision,
    caseIds,
    evidence,
    reason,
  }: {
    vault: Vault;
    who: PersonWho;
    kept: Person;
    other: Person;
    decision: 'joined' | 'different';
    caseIds: readonly string[];
    evidence: readonly string[];
    reason: string;
  },
  now: Date,
): Promise<void> {
  const id = crypto.randomUUID();
  await insertJoin(tx, {
    id,
    organisationId: kept.organisationId,
    decision,
    keptId: kept.id,
    otherId: other.id,
    caseIds: [...caseIds],
    evidence: [...evidence],
    sealedReason: seal(personKey(vault, kept), { text: reason.trim(), owner: `join:${id}` }),
    decidedBy: who.personId,
    decidedAt: now,
  });
  const event = decision === 'joined' ? 'person.join' : 'person.tell-apart';
  const facts = { kept: kept.id, other: other.id, cases: caseIds.length, evidence };
  await record(tx, { event, subject: { kind: 'join', id }, facts }, now);
}
