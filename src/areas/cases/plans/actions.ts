import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { changeCase } from '../case-files/actions.ts';
import { isCode } from '../case-files/codes.ts';
import { settleNext } from '../case-files/next.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseRefusal, decideStep } from '../case-files/rules.ts';
import { type CaseFile, lockCaseFile, type NewCaseFile } from '../case-files/store.ts';
import { givenHow } from '../bases/rules.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { decidedPrograms } from './codes.ts';
import { missingOf, noTexts, openPlan, type OpenPlan, sealFor, textOwner } from './read.ts';
import {
  decideEdit,
  decidePeriod,
  decidePlanMove,
  decisionOf,
  type PlanMove,
  type PlanRefusal,
} from './rules.ts';
import {
  type CasePlan,
  findItem,
  findLastPlan,
  findPlanCase,
  insertPlan,
  lockPlan,
  type NewCasePlan,
  updateItem,
  updatePlan,
  writeText,
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
const lapsed = { agreedOn: null, agreedHow: null, metOn: null, metResult: null } as const;
const reopened = { plannedOn: null, metOn: null } as const;

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

export interface PlanStep {
  readonly vault: Vault;
  readonly planId: string;
  readonly move: PlanMove;
  readonly on: string;
  /** How the person agreed; what the meeting said; what the supervisor wants changed. */
  readonly how?: string;
  readonly result?: string;
  readonly why?: string;
}

/** 本人の同意・申込, 支援調整会議, 支援決定・確認, or back for a change. */
export async function movePlan(
  db: Db,
  who: Who,
  input: PlanStep,
  now = new Date(),
): Promise<Result<CasePlan, AnyPlanRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, await findPlanCase(tx, input.planId));
    const plan = await lockPlan(tx, input.planId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const opened = await openPlan(tx, { vault: input.vault, caseFile, plan });
    const { move, on, why } = input;
    const decision = decidePlanMove({
      move,
      plan,
      missing: missingOf(opened),
      supervisor: supervises(who, caseFile.organisationId),
      on,
      today: tokyoDay(now),
      ...(why === undefined ? {} : { why }),
    });
    if (!decision.ok) return decision;
    const onWay = decideStep({ step: wayStep[move], facts: caseFile, on, supervisor: true });
    if (!onWay.ok) return onWay;
    const lists = await listsFor(tx, caseFile);
    const step = stepTaken(input, { opened, who, lists });
    if (!step.ok) return step;
    const { planChange, caseChange, event } = step.value;
    if (why) await writeReturn(tx, { caseFile, opened, why, vault: input.vault });
    const changed = await updatePlan(tx, plan.id, { ...planChange, updatedAt: now, updatedBy: actor(who) });
    const after = await changeCase(tx, caseFile, { event, change: caseChange }, now);
    await ledger(tx, `plan.${move}`, changed, {}, now);
    if (move === 'decide') await settleNext(tx, after);
    return ok(changed);
  });
}

/** The step of the case's way that stands behind a move of the plan. */
const wayStep = { agree: 'planned', meet: 'met', decide: 'decided', return: 'met' } as const;

interface StepTaken {
  readonly planChange: Partial<NewCasePlan>;
  readonly caseChange: Partial<NewCaseFile>;
  readonly event: `case.${string}`;
}

function stepTaken(
  { move, on, how = '', result = '' }: PlanStep,
  { opened, who, lists }: { opened: OpenPlan; who: Who; lists: CaseLists },
): Result<StepTaken, PlanRefusal> {
  if (move === 'agree') {
    if (!(givenHow as readonly string[]).includes(how)) return refuse('code-unknown');
    const planChange = { agreedOn: on, agreedHow: how };
    return ok({ planChange, caseChange: { plannedOn: on }, event: 'case.plan' });
  }
  if (move === 'meet') {
    if (!isCode(lists.meetingResults, result)) return refuse('code-unknown');
    const met = { metOn: on, metResult: result };
    if (result === 'fits') return ok({ planChange: met, caseChange: { metOn: on }, event: 'case.meet' });
    const planChange = { ...met, agreedOn: null, agreedHow: null };
    return ok({ planChange, caseChange: reopened, event: 'case.reopen-plan' });
  }
  if (move === 'return')
    return ok({ planChange: { ...lapsed, returnedOn: on }, caseChange: reopened, event: 'case.reopen-plan' });
  const decision = decisionOf(
    opened.items.map(({ program }) => program),
    decidedPrograms,
  );
  const planChange = { decision, decidedOn: on, decidedBy: actor(who) };
  return ok({ planChange, caseChange: { decidedOn: on }, event: 'case.decide' });
}

async function writeReturn(
  tx: Tx,
  { caseFile, opened, why, vault }: { caseFile: CaseFile; opened: OpenPlan; why: string; vault: Vault },
): Promise<void> {
  const owner = textOwner(opened.plan.id, 'basic');
  const value = { ...noTexts, ...opened.texts, returned: why };
  const sealed = sealFor(vault, caseFile, { owner, value });
  await writeText(tx, { planId: opened.plan.id, caseId: caseFile.id, class: 'basic', sealed });
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

async function ledger(
  tx: Tx,
  event: `plan.${string}`,
  { id, caseId, round }: CasePlan,
  facts: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'plan', id }, facts: { caseId, round, ...facts } }, now);
}
