import { organisationsWith, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { readYear, reporter, saveValues, secretariat } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { countLive, isCountable } from './compute.ts';
import { registered } from './registry.ts';
import { type BindRefusal, decideBind, decideTake, type TakeRefusal } from './rules.ts';
import { findLiveValue, upsertBinding, upsertStatement } from './store.ts';

const product = system('live-measures');

export interface MeasureOf {
  readonly fiscalYear: number;
  readonly measureId: string;
}

/** A measure with its program, of the bureau that somebody reports for (the secretariat: of all); otherwise it is not there. */
export async function findOwnMeasure(tx: Tx, who: Who, { fiscalYear, measureId }: MeasureOf) {
  const found = (await readYear(tx, fiscalYear)).programs.flatMap((program) =>
    program.measures.filter(({ id }) => id === measureId).map((measure) => ({ program, measure })),
  )[0];
  if (!found || !isOwn(who, found.program.bureau.organisationId)) throw new NotFound('measure');
  return found;
}

export function isOwn(who: Who, organisationId: string): boolean {
  if (who.kind !== 'person') return false;
  if (who.memberships.some(({ role }) => role === secretariat.name)) return true;
  return organisationsWith(who, reporter).includes(organisationId);
}

/** From this year on, a live measure (or none) counts for a measure; it is counted at once. */
export async function bindMeasure(
  db: Database,
  who: Who,
  input: MeasureOf & { live: string; parameters: Readonly<Record<string, string>> },
  now = new Date(),
): Promise<Result<'bind', BindRefusal>> {
  const person = mustHold(who, can.bindMeasure);
  const { fiscalYear, measureId, live } = input;
  const { measure, program } = await inTransaction(db, who, (tx) => findOwnMeasure(tx, who, input));
  const known = registered(live);
  const parameters = Object.fromEntries(
    Object.entries(input.parameters).filter(
      ([name, value]) => value !== '' && known?.parameters.some((each) => each === name),
    ),
  );
  if (live !== '') {
    const asked = { live, parameters, programId: program.id };
    const found = await inTransaction(db, product, (tx) => isCountable(tx, asked, { fiscalYear, now }));
    const decision = decideBind({ measure: known, parameters, found });
    if (!decision.ok) return decision;
  }
  await inTransaction(db, who, async (tx) => {
    await upsertBinding(tx, {
      thread: measure.thread,
      fromYear: fiscalYear,
      live: live || null,
      parameters,
      boundBy: person.personId,
      boundAt: now,
    });
    const subject = { kind: 'program', id: program.id };
    await record(tx, { event: 'measure.bind', subject, facts: { measureId, live, parameters } }, now);
  });
  await countYear(db, fiscalYear, now);
  return ok('bind');
}

/** Counts the bound measures of a year anew, in one transaction of the product itself. */
export function countYear(db: Database, fiscalYear: number, now = new Date()): Promise<number> {
  return inTransaction(db, product, (tx) => countLive(tx, fiscalYear, now));
}

/** One press: what was counted is the year's value, in the place of what was seen there. */
export async function takeLive(
  db: Database,
  who: Who,
  input: MeasureOf & { seen: { counted: number | null; standing: number | null } },
  now = new Date(),
): Promise<Result<number, TakeRefusal | 'not-taken'>> {
  mustHold(who, can.bindMeasure);
  return inTransaction(db, who, async (tx) => {
    const { program, measure } = await findOwnMeasure(tx, who, input);
    const period = String(input.fiscalYear);
    const counted = (await findLiveValue(tx, { measureId: measure.id, period }))?.value ?? null;
    const decision = decideTake({ counted, standing: measure.values[period] ?? null, seen: input.seen });
    if (!decision.ok) return decision;
    const value = { measureId: measure.id, period, value: decision.value, from: { via: 'live' } as const };
    const saved = await saveValues(tx, who, { programId: program.id, values: [value] }, now);
    return saved.ok ? decision : refuse('not-taken');
  });
}

/** The document outside the product in which the number stands. */
export async function stateSource(
  db: Database,
  who: Who,
  input: MeasureOf & { title: string; issuer: string; place: string },
  now = new Date(),
): Promise<void> {
  const person = mustHold(who, can.bindMeasure);
  await inTransaction(db, who, async (tx) => {
    const { program, measure } = await findOwnMeasure(tx, who, input);
    const { title, issuer, place } = input;
    const row = { measureId: measure.id, title, issuer, place, statedBy: person.personId, statedAt: now };
    await upsertStatement(tx, row);
    const subject = { kind: 'program', id: program.id };
    await record(tx, { event: 'measure.state', subject, facts: { measureId: measure.id } }, now);
  });
}
