import type { Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { givenHow } from '../bases/rules.ts';
import { changeCase } from '../case-files/actions.ts';
import { isCode } from '../case-files/codes.ts';
import { settleNext } from '../case-files/next.ts';
import { mustWrite } from '../case-files/read.ts';
import { decideStep } from '../case-files/rules.ts';
import { type CaseFile, lockCaseFile, type NewCaseFile } from '../case-files/store.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { actor, type AnyPlanRefusal, lapsed, ledger, reopened } from './actions.ts';
import { decidedIn } from './codes.ts';
import { missingOf, noTexts, openPlan, type OpenPlan, sealFor, textOwner } from './read.ts';
import { decidePlanMove, decisionOf, type PlanMove, type PlanRefusal } from './rules.ts';
import { type CasePlan, findPlanCase, lockPlan, type NewCasePlan, updatePlan, writeText } from './store.ts';

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
    decidedIn(lists.programs),
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
