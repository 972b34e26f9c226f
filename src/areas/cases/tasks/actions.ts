import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { listHolders } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { settleNext } from '../case-files/next.ts';
import { caseKey, mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import { decideTask, type TaskRefusal } from './rules.ts';
import { type CaseTask, insertTask, lockTask, updateTask } from './store.ts';

export interface TaskInput {
  readonly caseId: string;
  readonly what: string;
  readonly dueOn: string;
  readonly ownerId: string;
  readonly planItemId?: string | null;
  readonly meetingId?: string | null;
}

/** Something is promised on a case, by a day, and somebody of the organisation answers for it. */
export async function addTask(
  db: Db,
  who: Who,
  { vault, ...input }: { vault: Vault } & TaskInput,
  now = new Date(),
): Promise<Result<CaseTask, TaskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'record' }, now);
    if (caseFile.closedOn) return refuse('case-closed');
    const { what, ...facts } = input;
    const decision = decideTask({
      ...input,
      workers: await workersOf(tx, caseFile),
      today: tokyoDay(now),
    });
    if (!decision.ok) return decision;
    const id = crypto.randomUUID();
    const task = await insertTask(tx, {
      ...facts,
      id,
      homeId: caseFile.organisationId,
      sealed: seal(caseKey(vault, caseFile), { text: what, owner: ownerOf(id) }),
      createdBy: who.kind === 'person' ? who.personId : null,
      createdAt: now,
    });
    await settleNext(tx, caseFile);
    await ledger(tx, 'task.add', task, now);
    return ok(task);
  });
}

const ownerOf = (id: string) => `task:${id}`;

export function taskText(
  vault: Vault,
  caseFile: CaseFile,
  { id, sealed }: Pick<CaseTask, 'id' | 'sealed'>,
): string {
  return unseal(caseKey(vault, caseFile), { sealed, owner: ownerOf(id) });
}

/** Who carries cases at the organisation of a case (ids). */
async function workersOf(tx: Tx, { organisationId }: CaseFile): Promise<readonly string[]> {
  const roles = [caseWorker.name, caseSupervisor.name];
  const found = await listHolders(tx, { organisationIds: [organisationId], roles });
  return found.map(({ personId }) => personId);
}

/** Done, by whoever did it. */
export async function finishTask(
  db: Db,
  who: Who,
  { taskId }: { taskId: string },
  now = new Date(),
): Promise<Result<CaseTask, TaskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const task = await lockTask(tx, taskId);
    const caseFile = await lockCaseFile(tx, task.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'record' }, now);
    if (task.doneAt) return refuse('done-before');
    await updateTask(tx, taskId, { doneAt: now, doneBy: who.kind === 'person' ? who.personId : null });
    await settleNext(tx, caseFile);
    await ledger(tx, 'task.finish', task, now);
    return ok(task);
  });
}

/** Another day or another owner: from then on it is overdue anew. */
export async function moveTask(
  db: Db,
  who: Who,
  { taskId, dueOn, ownerId, version }: { taskId: string; dueOn: string; ownerId: string; version: number },
  now = new Date(),
): Promise<Result<CaseTask, TaskRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const task = await lockTask(tx, taskId);
    const caseFile = await lockCaseFile(tx, task.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'record' }, now);
    if (task.doneAt) return refuse('done-before');
    if (task.version !== version) return refuse('changed-meanwhile');
    const decision = decideTask({
      what: task.sealed,
      dueOn,
      ownerId,
      workers: await workersOf(tx, caseFile),
      today: tokyoDay(now),
    });
    if (!decision.ok) return decision;
    await updateTask(tx, taskId, { dueOn, ownerId, remindedAt: null, escalatedAt: null });
    await settleNext(tx, caseFile);
    await ledger(tx, 'task.move', task, now);
    return ok(task);
  });
}

async function ledger(tx: Tx, event: `task.${string}`, { id, caseId }: CaseTask, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'task', id }, facts: { caseId } }, now);
}
