import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { beginApplication, listOpenCalls, type OpenCall } from '#areas/grants/index.ts';
import { can, mustActFor, workplaceAgent } from '../access.ts';
import { personOf } from './actions.ts';
import { isCertified, type WorkplaceRefusal } from './rules.ts';
import { findWorkplace, insertMoney, listMoneyOf, listNamedCalls, replaceNamedCalls } from './store.ts';

/** Which open calls are 協力金 for workplaces: the officer says so, once a year. */
export async function nameCalls(
  db: Db,
  who: Who,
  { callIds }: { callIds: readonly string[] },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const open = (await listOpenCalls(tx, tokyoDay(now))).map(({ callId }) => callId);
    const named = callIds.filter((each) => open.includes(each));
    await replaceNamedCalls(tx, { callIds: named, namedBy: personOf(who) }, now);
    const subject = { kind: 'workplace', id: 'calls' };
    await record(tx, { event: 'workplace.name-calls', subject, facts: { calls: named } }, now);
  });
}

/** Calls for cooperation money that a certified workplace may still ask at. */
export async function readMoney(tx: Tx, workplaceId: string, day: string) {
  const [named, begun] = [await listNamedCalls(tx), await listMoneyOf(tx, workplaceId)];
  if (named.length === 0) return { calls: [], begun: begun.length };
  const calls = (await listOpenCalls(tx, day)).filter(
    ({ callId }) => named.includes(callId) && !begun.includes(callId),
  );
  return { calls, begun: begun.length };
}

export async function readCalls(tx: Tx, day: string): Promise<readonly (OpenCall & { named: boolean })[]> {
  const named = await listNamedCalls(tx);
  return (await listOpenCalls(tx, day)).map((call) => ({ ...call, named: named.includes(call.callId) }));
}

/** One press begins the application; the certification goes along as its evidence, and the rest is written behind the link. */
export async function beginMoney(
  db: Db,
  who: PersonWho,
  {
    workplaceId,
    callId,
    ...rest
  }: { workplaceId: string; callId: string; mail: string; lang: Lang; vault: Vault; publicUrl: string },
  now = new Date(),
): Promise<Result<{ token: string }, WorkplaceRefusal>> {
  const today = tokyoDay(now);
  const found = await inTransaction(db, who, async (tx) => {
    const workplace = await findWorkplace(tx, workplaceId);
    const { organisationId } = workplace;
    mustActFor(who, workplaceAgent, { organisationId, permission: can.editWorkplace });
    if (!isCertified(workplace, today)) return refuse('not-certified');
    if ((await listMoneyOf(tx, workplaceId)).includes(callId)) return refuse('money-begun');
    return (await listNamedCalls(tx)).includes(callId) ? ok(workplace) : refuse('call-closed');
  });
  if (!found.ok) return found;
  const { name, number, certifiedOn, validUntil, organisationId } = found.value;
  const known = { certification: `${name}（認定番号 ${number}、${certifiedOn}から${validUntil}まで）` };
  const begun = await beginApplication(db, { callId, name: who.name, known, ...rest }, now);
  if (!begun.ok) return refuse('call-closed');
  const { applicationId, token } = begun.value;
  await inTransaction(db, who, async (tx) => {
    await insertMoney(tx, { workplaceId, callId, organisationId, applicationId, begunAt: now });
    const subject = { kind: 'workplace', id: workplaceId };
    await record(
      tx,
      { event: 'workplace.money', subject, facts: { call: callId, application: applicationId } },
      now,
    );
  });
  return ok({ token });
}
