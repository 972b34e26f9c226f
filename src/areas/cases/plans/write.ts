import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { changeCase } from '../case-files/actions.ts';
import { isCode } from '../case-files/codes.ts';
import { mustWrite } from '../case-files/read.ts';
import { type CaseFile, lockCaseFile } from '../case-files/store.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import type { FieldClass } from '../relations/rules.ts';
import { carefulClasses, itemOwner, noTexts, sealFor, textOwner } from './read.ts';
import { decideAddition, decideItem, decidePeriod, type PlanRefusal } from './rules.ts';
import {
  type CasePlan,
  deleteItem,
  deleteText,
  findLastPlan,
  insertItem,
  listItems,
  lockPlan,
  updateItem,
  updatePlan,
  writeText,
} from './store.ts';

/** A row of the form; `removed`: taken out. One without id is new. */
export interface PlanRow {
  readonly id: string;
  readonly what: string;
  readonly note: string;
  readonly bearer: string;
  readonly related: string;
  readonly program: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly class: string;
  readonly removed: boolean;
}

export const emptyRow: PlanRow = {
  id: '',
  what: '',
  note: '',
  bearer: '',
  related: '',
  program: '',
  startsOn: null,
  endsOn: null,
  class: 'basic',
  removed: false,
};

const itemClasses: readonly string[] = ['basic', ...carefulClasses];

export function decideRows(
  rows: readonly PlanRow[],
  { bearers, related, programs }: CaseLists,
): Result<'fit', PlanRefusal> {
  for (const row of rows.filter(({ removed }) => !removed)) {
    const known =
      isCode(bearers, row.bearer) &&
      (row.related === '' || isCode(related, row.related)) &&
      (row.program === '' || isCode(programs, row.program)) &&
      itemClasses.includes(row.class);
    if (!known) return refuse('code-unknown');
    const item = decideItem(row);
    if (!item.ok) return item;
    const period = decidePeriod({ ...row, monitorOn: null });
    if (!period.ok) return period;
  }
  return ok('fit');
}

interface PlanOf {
  readonly caseFile: CaseFile;
  readonly plan: CasePlan;
}

/** Goals and issues, a sealed row for each class; an emptied one goes. The supervisor's words are over once the plan is written again. */
export async function writeTexts(
  tx: Tx,
  {
    caseFile,
    plan,
    input,
  }: PlanOf & {
    input: {
      vault: Vault;
      issues: string;
      longGoal: string;
      goal: string;
      remark: string;
      careful: Readonly<Record<string, string>>;
    };
  },
): Promise<void> {
  const { vault, issues, longGoal, goal, remark, careful } = input;
  const write = async (fieldClass: FieldClass, value: unknown) => {
    const sealed = sealFor(vault, caseFile, { owner: textOwner(plan.id, fieldClass), value });
    await writeText(tx, { planId: plan.id, caseId: caseFile.id, class: fieldClass, sealed });
  };
  await write('basic', { ...noTexts, issues, longGoal, goal, remark });
  for (const fieldClass of carefulClasses) {
    const text = careful[fieldClass] ?? '';
    if (text === '') await deleteText(tx, { planId: plan.id, fieldClass });
    else await write(fieldClass, { issues: text });
  }
}

/** Rows by their id: what the form does not name stays, because somebody may have added it meanwhile. */
export async function writeRows(
  tx: Tx,
  { caseFile, plan, vault, rows, who }: PlanOf & { vault: Vault; rows: readonly PlanRow[]; who: Who },
  now: Date,
): Promise<void> {
  const stored = new Set((await listItems(tx, plan.id)).map(({ id }) => id));
  for (const [position, row] of rows.entries()) {
    const isStored = stored.has(row.id);
    if (row.removed) {
      if (isStored) await deleteItem(tx, row.id);
      continue;
    }
    const id = isStored ? row.id : crypto.randomUUID();
    const fields = { ...fieldsOf(vault, caseFile, { id, row }), position };
    if (isStored) await updateItem(tx, id, fields);
    else await insertItem(tx, { ...fields, id, ...madeBy(who, now), planId: plan.id, caseId: caseFile.id });
  }
}

function fieldsOf(vault: Vault, caseFile: CaseFile, { id, row }: { id: string; row: PlanRow }) {
  const { what, note, bearer, related: other, program, startsOn, endsOn } = row;
  const sealed = sealFor(vault, caseFile, { owner: itemOwner(id), value: { what, note } });
  return {
    bearer,
    related: other || null,
    program: program || null,
    startsOn,
    endsOn,
    class: row.class,
    sealed,
  };
}

function madeBy(who: Who, now: Date) {
  return { createdBy: who.kind === 'person' ? who.personId : null, createdAt: now };
}

export interface AddedItem {
  readonly vault: Vault;
  readonly caseId: string;
  readonly what: string;
  readonly note?: string;
  readonly bearer: string;
  readonly related?: string;
  readonly program?: string;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  /** The meeting that decided it. */
  readonly meetingId?: string | null;
}

/**
 * One row more at the end of the plan on which somebody works: a decision of a meeting. What the person agreed to before is
 * asked again; the meeting's own day stands.
 */
export async function addPlanItem(
  db: Db,
  who: Who,
  { vault, caseId, meetingId = null, ...item }: AddedItem,
  now = new Date(),
): Promise<Result<{ itemId: string; planId: string }, PlanRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const caseFile = await lockCaseFile(tx, caseId);
    await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
    const last = await findLastPlan(tx, caseId);
    const addition = decideAddition(last, { program: item.program ?? '' });
    if (!addition.ok) return addition;
    if (!last) return refuse('plan-missing');
    const row: PlanRow = { ...emptyRow, ...item };
    const fits = decideRows([row], await listsFor(tx, caseFile));
    if (!fits.ok) return fits;
    const plan = await lockPlan(tx, last.id);
    const position = (await listItems(tx, plan.id)).length;
    const id = crypto.randomUUID();
    const fields = fieldsOf(vault, caseFile, { id, row });
    await insertItem(tx, {
      ...fields,
      id,
      planId: plan.id,
      caseId,
      position,
      meetingId,
      ...madeBy(who, now),
    });
    const { lapses } = addition.value;
    await updatePlan(tx, plan.id, { updatedAt: now, ...(lapses ? { agreedOn: null, agreedHow: null } : {}) });
    if (lapses)
      await changeCase(tx, caseFile, { event: 'case.reopen-plan', change: { plannedOn: null } }, now);
    const facts = { caseId, itemId: id, meetingId };
    await record(tx, { event: 'plan.add-item', subject: { kind: 'plan', id: plan.id }, facts }, now);
    return ok({ itemId: id, planId: plan.id });
  });
}
