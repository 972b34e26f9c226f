import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { changeCase } from '../case-files/actions.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseRefusal, decideStep } from '../case-files/rules.ts';
import { type CaseFile, lockCaseFile, type NewCaseFile } from '../case-files/store.ts';
import { listsFor } from '../forms/read.ts';
import { decideEdit, decidePeriod, type PlanRefusal } from './rules.ts';
import {
  type CasePlan,
  findItem,
  findLastPlan,
  insertPlan,
  lockPlan,
  updateItem,
  updatePlan,
} from './store.ts';
import { decideRows, type PlanRow, writeRows, writeTexts } from './write.ts';

export { addPlanItem } from './write.ts';

export interface PlanInput {
  readonly vault: Vault;
  readonly caseId: string;
  /** The version from which the form was made; 0: there was no plan of this round. */
  readonly version: number;
  readonly issues: string;
  readonly longGoal: string;
  readonly goal: string;
  readonly remark: string;
  /** Issues of the classes that want care. */
  readonly careful: Readonly<Record<string, string>>;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly monitorOn: string | null;
  readonly isEmploymentTarget: boolean;
  readonly rows: readonly PlanRow[];
}

export type AnyPlanRefusal = PlanRefusal | CaseRefusal;

/** Begins a plan (the first, or the next round after a review), or goes on writing at one that is not decided. */
export async function savePlan(
  db: Db,
  who: Who,
  input: PlanInput,
  now = new Date(),
): Promise<Result<CasePlan, AnyPlanRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, input.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const last = await findLastPlan(tx, caseFile.id);
    const today = tokyoDay(now);
    const step = decideStep({ step: 'planned', facts: caseFile, on: today, supervisor: false });
    if (!step.ok) return step;
    const edit = decideEdit(last);
    if (!edit.ok) return edit;
    const { lapses, starts } = edit.value;
    if ((starts ? 0 : last?.version) !== input.version) return refuse('changed-meanwhile');
    const fits = decidePeriod(input);
    if (!fits.ok) return fits;
    const rows = decideRows(input.rows, await listsFor(tx, caseFile));
    if (!rows.ok) return rows;
    const days = { ...daysOf(input), updatedAt: now, updatedBy: actor(who) };
    const plan =
      starts || !last
        ? await beginPlan(tx, { caseFile, round: (last?.round ?? 0) + 1, days, who }, now)
        : await updatePlan(tx, last.id, { ...days, ...(lapses ? lapsed : {}) });
    await writeTexts(tx, { caseFile, plan, input });
    await writeRows(tx, { caseFile, plan, vault: input.vault, rows: input.rows, who }, now);
    if (starts) await said(tx, { event: 'case.begin-plan', caseFile, change: beginning(plan) }, now);
    else if (lapses) await said(tx, { event: 'case.reopen-plan', caseFile, change: reopened }, now);
    await ledger(tx, 'plan.write', plan, { lapsed: lapses }, now);
    return ok(plan);
  });
}

function daysOf({ startsOn, endsOn, monitorOn, isEmploymentTarget }: PlanInput) {
  return { startsOn, endsOn, monitorOn, isEmploymentTarget };
}

/** What was agreed to is no longer what stands there. */
export const lapsed = { agreedOn: null, agreedHow: null, metOn: null, metResult: null } as const;
export const reopened = { plannedOn: null, metOn: null } as const;

async function beginPlan(
  tx: Tx,
  {
    caseFile,
    round,
    days,
    who,
  }: { caseFile: CaseFile; round: number; days: ReturnType<typeof daysOf>; who: Who },
  now: Date,
): Promise<CasePlan> {
  return insertPlan(tx, {
    ...days,
    caseId: caseFile.id,
    homeId: caseFile.organisationId,
    round,
    madeOn: tokyoDay(now),
    madeBy: actor(who),
    createdAt: now,
    updatedAt: now,
    updatedBy: actor(who),
  });
}

/** A new round takes the case's days of the plan anew; those of the round before stand in its own row. */
function beginning({ round }: CasePlan): Partial<NewCaseFile> {
  return { planRound: round, plannedOn: null, metOn: null, decidedOn: null, reviewedOn: null };
}

async function said(
  tx: Tx,
  { event, caseFile, change }: { event: `case.${string}`; caseFile: CaseFile; change: Partial<NewCaseFile> },
  now: Date,
): Promise<void> {
  await changeCase(tx, caseFile, { event, change }, now);
}

/** A row of a plan that runs is done; or, told by mistake, is not. */
export async function tickItem(
  db: Db,
  who: Who,
  { itemId, done }: { itemId: string; done: boolean },
  now = new Date(),
): Promise<Result<string, PlanRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const item = await findItem(tx, itemId);
    const caseFile = await lockCaseFile(tx, item.caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const plan = await lockPlan(tx, item.planId);
    if (plan.reviewedOn) return refuse('plan-reviewed');
    await updateItem(tx, itemId, { doneOn: done ? tokyoDay(now) : null });
    await ledger(tx, 'plan.tick', await updatePlan(tx, plan.id, {}), { itemId, done }, now);
    return ok(caseFile.id);
  });
}

export function actor(who: Who): string | null {
  return who.kind === 'person' ? who.personId : null;
}

export async function ledger(
  tx: Tx,
  event: `plan.${string}`,
  { id, caseId, round }: CasePlan,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'plan', id }, facts: { caseId, round, ...facts } }, now);
}
