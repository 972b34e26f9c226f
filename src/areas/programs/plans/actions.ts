import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeSecretariat } from '../access.ts';
import { findProgram } from '../programs/store.ts';
import { moved } from '../terms/rules.ts';
import { listTerms, lockYear } from '../terms/store.ts';
import { decidePlanRow, type PlanRefusal } from './rules.ts';
import {
  deletePlanRow,
  findPlanRow,
  insertPlanRow,
  listPlanRows,
  updatePlanPositions,
  updatePlanRow,
} from './store.ts';

export interface PlanRowInput {
  readonly year: number;
  /** An existing row; a new one when left out. */
  readonly planRowId?: string;
  /** Code of the year's pillars; null for what stands in none. */
  readonly pillar: string | null;
  readonly nameJa: string;
  readonly nameEn?: string;
  readonly descriptionJa?: string;
  readonly descriptionEn?: string;
  readonly isNew: boolean;
  /** Whole yen. */
  readonly amount: number;
  readonly programId?: string | null;
}

export async function savePlanRow(
  db: Db,
  who: Who,
  { year, planRowId, ...input }: PlanRowInput,
  now = new Date(),
): Promise<Result<{ planRowId: string }, PlanRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    await lockYear(tx, year);
    if (planRowId && (await findPlanRow(tx, planRowId)).fiscalYear !== year) throw new NotFound('plan row');
    const programId = input.programId || null;
    const decision = decidePlanRow({
      year,
      pillar: input.pillar,
      pillars: (await listTerms(tx, year, 'pillar')).map((term) => term.code),
      amount: input.amount,
      programYear: programId === null ? null : (await findProgram(tx, programId)).fiscalYear,
    });
    if (!decision.ok) return decision;
    const { nameEn = '', descriptionJa = '', descriptionEn = '' } = input;
    const fields = { ...input, nameEn, descriptionJa, descriptionEn, programId };
    const id = planRowId ?? (await insertPlanRow(tx, year, fields));
    if (planRowId) await updatePlanRow(tx, id, fields);
    await record(
      tx,
      { event: 'plan.save', subject: { kind: 'plan-row', id }, facts: { year, amount: input.amount } },
      now,
    );
    return ok({ planRowId: id });
  });
}

export async function removePlanRow(
  db: Db,
  who: Who,
  { planRowId }: { planRowId: string },
  now = new Date(),
): Promise<void> {
  mustBeSecretariat(who, can.runYear);
  await inTransaction(db, who, async (tx) => {
    const row = await findPlanRow(tx, planRowId);
    await deletePlanRow(tx, planRowId);
    await record(
      tx,
      {
        event: 'plan.remove',
        subject: { kind: 'plan-row', id: planRowId },
        facts: { year: row.fiscalYear, amount: row.amount },
      },
      now,
    );
  });
}

/** One place up (-1) or down (+1). */
export async function movePlanRow(
  db: Db,
  who: Who,
  { planRowId, by }: { planRowId: string; by: -1 | 1 },
  now = new Date(),
): Promise<void> {
  mustBeSecretariat(who, can.runYear);
  await inTransaction(db, who, async (tx) => {
    const row = await findPlanRow(tx, planRowId);
    await lockYear(tx, row.fiscalYear);
    const order = (await listPlanRows(tx, row.fiscalYear)).map((each) => each.id);
    await updatePlanPositions(tx, moved(order, planRowId, by));
    await record(
      tx,
      { event: 'plan.move', subject: { kind: 'plan-row', id: planRowId }, facts: { by } },
      now,
    );
  });
}
