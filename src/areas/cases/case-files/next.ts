import type { Tx } from '#platform/database/database.ts';
import { findLastPlan } from '../plans/store.ts';
import { lastPromise } from '../records/store.ts';
import { firstDue } from '../tasks/store.ts';
import { nextPromise } from './rules.ts';
import { type CaseFile, updateCaseFile } from './store.ts';

/** Writes the day of what is promised next: a task, the monitoring of a plan that was decided, what the last record says. */
export async function settleNext(tx: Tx, { id, closedOn, nextOn }: CaseFile): Promise<void> {
  if (closedOn) return;
  const plan = await findLastPlan(tx, id);
  const monitorOn = plan?.decidedOn && !plan.reviewedOn ? plan.monitorOn : null;
  const next = nextPromise([await firstDue(tx, id), monitorOn, await lastPromise(tx, id)]);
  if (next !== nextOn) await updateCaseFile(tx, id, { nextOn: next });
}
