import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { isSecretariat } from '../access.ts';
import type { ValueFrom, ValueOrigin } from './origin.ts';
import { openProgram, openPrograms } from '../programs/actions.ts';
import { listTerms } from '../terms/store.ts';
import {
  type Counting,
  decideMeasure,
  decideRemoveMeasure,
  decideValue,
  type Kind,
  type MeasureRefusal,
  type RemoveMeasureRefusal,
  type Rhythm,
  type ValueRefusal,
} from './rules.ts';
import {
  countSuccessors,
  deleteMeasure,
  deleteValue,
  findMeasure,
  insertMeasure,
  listMeasures,
  listMeasuresOf,
  updateMeasure,
  upsertValues,
  valuesOf,
} from './store.ts';

export interface MeasureFields {
  readonly labelJa: string;
  readonly labelEn: string;
  /** Code of the year's units. */
  readonly unit: string;
  readonly kind: Kind;
  /** For people only. */
  readonly counting: Counting | null;
  readonly rhythm: Rhythm;
  readonly target: number | null;
  /** What last year's report said, where last year is not in the product. */
  readonly previousValue: number | null;
  readonly definition: string;
  readonly sourceNote: string;
}
export type NewMeasure = Pick<MeasureFields, 'labelJa' | 'unit' | 'kind'> &
  Partial<MeasureFields> & { readonly programId: string; readonly predecessorId?: string | null };

const blank = {
  labelEn: '',
  counting: null,
  rhythm: 'year',
  target: null,
  previousValue: null,
  definition: '',
  sourceNote: '',
} as const;

export async function addMeasure(
  db: Db,
  who: Who,
  { programId, predecessorId = null, ...given }: NewMeasure,
  now = new Date(),
): Promise<Result<{ measureId: string }, MeasureRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const fields: MeasureFields = {
      ...blank,
      ...given,
      counting: given.kind === 'people' ? (given.counting ?? null) : null,
    };
    const units = (await listTerms(tx, open.value.fiscalYear, 'unit')).map((term) => term.code);
    const decision = decideMeasure({ ...fields, units, values: {} });
    if (!decision.ok) return decision;
    const measureId = await insertMeasure(tx, { programId, predecessorId, ...fields });
    await record(
      tx,
      { event: 'measure.add', subject: { kind: 'program', id: programId }, facts: { measureId } },
      now,
    );
    return ok({ measureId });
  });
}

/** Changes the fields that are given. */
export async function changeMeasure(
  db: Db,
  who: Who,
  { measureId, ...given }: Partial<MeasureFields> & { measureId: string },
  now = new Date(),
): Promise<Result<{ measureId: string }, MeasureRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const stored = await findMeasure(tx, measureId);
    const open = await openProgram(tx, who, stored.programId);
    if (!open.ok) return open;
    const merged = { ...stored, ...given };
    const counting = merged.kind === 'people' ? merged.counting : null;
    const units = (await listTerms(tx, open.value.fiscalYear, 'unit')).map((term) => term.code);
    const values = (await valuesOf(tx, [measureId])).get(measureId) ?? {};
    const decision = decideMeasure({ ...merged, counting, units, values });
    if (!decision.ok) return decision;
    await updateMeasure(tx, measureId, { ...given, counting });
    await record(
      tx,
      {
        event: 'measure.change',
        subject: { kind: 'program', id: stored.programId },
        facts: { measureId, fields: Object.keys(given) },
      },
      now,
    );
    return ok({ measureId });
  });
}

export async function removeMeasure(
  db: Db,
  who: Who,
  { measureId }: { measureId: string },
  now = new Date(),
): Promise<Result<{ measureId: string }, RemoveMeasureRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { programId } = await findMeasure(tx, measureId);
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const values = (await valuesOf(tx, [measureId])).get(measureId) ?? {};
    const decision = decideRemoveMeasure({
      values: Object.keys(values).length,
      successors: await countSuccessors(tx, measureId),
    });
    if (!decision.ok) return decision;
    await deleteMeasure(tx, measureId);
    await record(
      tx,
      { event: 'measure.remove', subject: { kind: 'program', id: programId }, facts: { measureId } },
      now,
    );
    return ok({ measureId });
  });
}

/** The order of a program's measures; ids that are not its own are passed over, missing ones come last as they were. */
export async function orderMeasures(
  db: Db,
  who: Who,
  { programId, measureIds }: { programId: string; measureIds: readonly string[] },
  now = new Date(),
): Promise<Result<{ programId: string }, MeasureRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const own = (await listMeasures(tx, programId)).map((measure) => measure.id);
    const asked = [...new Set(measureIds)].filter((id) => own.includes(id));
    const order = [...asked, ...own.filter((id) => !asked.includes(id))];
    for (const [position, id] of order.entries()) await updateMeasure(tx, id, { position });
    await record(tx, { event: 'measure.order', subject: { kind: 'program', id: programId } }, now);
    return ok({ programId });
  });
}

/** One value of one period; null takes it away (not reported). */
export interface ValueInput {
  readonly measureId: string;
  readonly period: string;
  readonly value: number | null;
  /** Which way it comes; absent: typed on the program's own page. */
  readonly from?: ValueFrom;
}
export interface ValueChange {
  readonly measureId: string;
  readonly period: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Saves values of one program, all or none; says what really changed. */
export async function saveValues(
  db: Db,
  who: Who,
  { programId, values }: { programId: string; values: readonly ValueInput[] },
  now = new Date(),
): Promise<Result<{ changes: readonly ValueChange[] }, ValueRefusal>> {
  return inTransaction(db, who, (tx) => saveValuesOf(tx, who, [{ programId, values }], now));
}

/** The same for many programs, all or none, with the same few queries however many there are. */
export async function saveValuesOf(
  db: Db,
  who: Who,
  given: readonly { programId: string; values: readonly ValueInput[] }[],
  now = new Date(),
): Promise<Result<{ changes: readonly ValueChange[] }, ValueRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const programIds = given.map(({ programId }) => programId);
    const open = await openPrograms(tx, who, programIds);
    if (!open.ok) return open;
    const known = new Map((await listMeasuresOf(tx, programIds)).map((measure) => [measure.id, measure]));
    const changes: CameBy[] = [];
    const changed = new Map<string, number>();
    for (const { programId, values } of given)
      for (const { measureId, period, value, from = { via: 'program' } as const } of values) {
        const found = known.get(measureId);
        const measure = found?.programId === programId ? found : undefined;
        const year = open.value.get(programId)?.fiscalYear ?? 0;
        const decision = decideValue({ measure, year, period, value });
        if (!decision.ok) return decision;
        const before = measure?.values[period] ?? null;
        if (before === value) continue;
        changes.push({ measureId, period, before, after: value, from });
        changed.set(programId, (changed.get(programId) ?? 0) + 1);
      }
    await upsertValues(tx, rowsOf(who, changes, now));
    for (const change of changes) if (change.after === null) await deleteValue(tx, change);
    for (const [id, count] of changed)
      await record(
        tx,
        { event: 'value.save', subject: { kind: 'program', id }, facts: { changes: count } },
        now,
      );
    return ok({
      changes: changes.map(({ measureId, period, before, after }) => ({ measureId, period, before, after })),
    });
  });
}

type CameBy = ValueChange & { readonly from: ValueFrom };

/** What stands there from now on, with the way it came. */
function rowsOf(who: Who, changes: readonly CameBy[], now: Date) {
  const named = who.kind === 'person' ? { name: who.name } : {};
  const enteredBy = who.kind === 'person' ? who.personId : null;
  return changes.flatMap(({ measureId, period, after, from }) => {
    const origin: ValueOrigin = { ...from, by: roleOf(who), ...named };
    return after === null ? [] : [{ measureId, period, value: after, origin, enteredAt: now, enteredBy }];
  });
}

function roleOf(who: Who): ValueOrigin['by'] {
  if (who.kind !== 'person') return 'product';
  return isSecretariat(who) ? 'secretariat' : 'reporter';
}
