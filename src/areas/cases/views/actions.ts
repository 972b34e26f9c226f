import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can } from '../access.ts';
import { alertResults } from './rules.ts';
import {
  countByReader,
  countByStanding,
  countOpenAlerts,
  findAlert,
  listAlerts,
  listCaseNumbers,
  listGlass,
  listViews,
  updateAlert,
  type ViewAlert,
  type ViewFilter,
} from './store.ts';

/** Names of readers and numbers of cases: the officer sees neither people elsewhere nor cases, but needs to know whom to ask about what. */
const namer = system('views.name');

interface Named {
  readonly nameOf: (personId: string | null) => string;
  readonly numberOf: (caseId: string | null) => string;
}

async function named(
  db: Db,
  rows: readonly { personIds: readonly (string | null)[]; caseId: string | null }[],
): Promise<Named> {
  const people = rows.flatMap(({ personIds }) => personIds.filter((each) => each !== null));
  const cases = rows.flatMap(({ caseId }) => caseId ?? []);
  const [names, numbers] = await inTransaction(db, namer, async (tx) => [
    await listPersonNames(tx, [...new Set(people)]),
    await listCaseNumbers(tx, [...new Set(cases)]),
  ]);
  return {
    nameOf: (id) => names.get(id ?? '') ?? '',
    numberOf: (id) => numbers.get(id ?? '') ?? '',
  };
}

/** Who looked, as far as the reader's role shows it: everywhere for the officer, their own organisations for a supervisor. */
export async function readViews(db: Db, who: PersonWho, filter: ViewFilter, page: number) {
  const shown = await inTransaction(db, who, async (tx) => ({
    ...(await listViews(tx, filter, page)),
    standings: await countByStanding(tx, filter),
    readers: await countByReader(tx, filter),
    open: await countOpenAlerts(tx),
  }));
  const names = await named(db, [
    ...shown.rows.map(({ personId, caseId }) => ({ personIds: [personId], caseId })),
    ...shown.readers.map(({ personId }) => ({ personIds: [personId], caseId: null })),
  ]);
  return { ...shown, ...names };
}

export async function readAlerts(db: Db, who: PersonWho, { open }: { open: boolean }) {
  const alerts = await inTransaction(db, who, (tx) => listAlerts(tx, { open }));
  const names = await named(
    db,
    alerts.map(({ personId, answeredBy, caseId }) => ({ personIds: [personId, answeredBy], caseId })),
  );
  return { alerts, ...names };
}

export async function readGlass(db: Db, who: PersonWho) {
  const glass = await inTransaction(db, who, (tx) => listGlass(tx));
  const names = await named(
    db,
    glass.map(({ personId, toldPersonId, caseId }) => ({ personIds: [personId, toldPersonId], caseId })),
  );
  return { glass, ...names };
}

/** One alert with what was found out. */
export async function readAlert(
  db: Db,
  who: PersonWho,
  { vault, alertId }: { vault: Vault; alertId: string },
) {
  const alert = await inTransaction(db, who, (tx: Tx) => findAlert(tx, alertId));
  const { personId, answeredBy, caseId } = alert;
  const names = await named(db, [{ personIds: [personId, answeredBy], caseId }]);
  return { alert, answer: answerOf(vault, alert), ...names };
}

function answerOf(vault: Vault, { id, sealedAnswer, sealedKey }: ViewAlert): string {
  if (!sealedAnswer || !sealedKey) return '';
  const owner = `view-alert:${id}`;
  return unseal(openDataKey(vault, { sealed: sealedKey, owner }), { sealed: sealedAnswer, owner });
}

export type AlertRefusal = 'result-missing' | 'answer-missing' | 'answered-before' | 'own-reading';

/** The officer has looked into it, and says what they found. Nobody answers for their own reading. */
export async function answerAlert(
  db: Db,
  who: PersonWho,
  { vault, alertId, result, answer }: { vault: Vault; alertId: string; result: string; answer: string },
  now = new Date(),
): Promise<Result<'answered', AlertRefusal>> {
  if (!can.answerAlerts.allows(who)) throw new Forbidden(can.answerAlerts.name);
  return inTransaction(db, who, async (tx) => {
    const alert = await findAlert(tx, alertId);
    if (alert.answeredAt) return refuse('answered-before');
    if (alert.personId === who.personId) return refuse('own-reading');
    if (!(alertResults as readonly string[]).includes(result)) return refuse('result-missing');
    if (answer.trim().length < 10) return refuse('answer-missing');
    const owner = `view-alert:${alertId}`;
    const { key, sealed: sealedKey } = newDataKey(vault, owner);
    const sealedAnswer = seal(key, { text: answer.trim(), owner });
    const change = { result, sealedAnswer, sealedKey, answeredBy: who.personId, answeredAt: now };
    if (!(await updateAlert(tx, alertId, change))) throw new Forbidden(can.answerAlerts.name);
    const subject = { kind: 'view-alert', id: alertId };
    await record(tx, { event: 'view-alert.answer', subject, facts: { result, rule: alert.rule } }, now);
    return ok('answered');
  });
}
