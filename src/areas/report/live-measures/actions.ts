import { organisationsWith, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { readYear, reporter, saveValues, secretariat, type YearContent } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { countLive, isCountable } from './compute.ts';
import { registered } from './registry.ts';
import type { LiveMeasure } from './registry/measure.ts';
import { type BindRefusal, decideBind, decideTake, type TakeRefusal } from './rules.ts';
import { findLiveValue, upsertBinding } from './store.ts';

const product = system('live-measures');

export interface MeasureOf {
  readonly fiscalYear: number;
  readonly measureId: string;
}

/** A measure with its program, of the bureau that somebody reports for (the secretariat: of all); otherwise it is not there. */
export async function findOwnMeasure(tx: Tx, who: Who, { fiscalYear, measureId }: MeasureOf) {
  return ownMeasure(await readYear(tx, fiscalYear), who, measureId);
}

function ownMeasure({ programs }: YearContent, who: Who, measureId: string) {
  for (const program of programs) {
    const measure = program.measures.find(({ id }) => id === measureId);
    if (measure && isOwn(who, program.bureau.organisationId)) return { program, measure };
  }
  throw new NotFound('measure');
}

export function isOwn(who: Who, organisationId: string): boolean {
  if (who.kind !== 'person') return false;
  if (who.memberships.some(({ role }) => role === secretariat.name)) return true;
  return organisationsWith(who, reporter).includes(organisationId);
}

export interface Bound {
  readonly measureId: string;
  /** Empty: counted by none. */
  readonly live: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** From this year on, live measures (or none) count for measures, all of them or none; `countYear` then counts them. */
export async function bindMeasures(
  db: Database,
  who: Who,
  { fiscalYear, bindings }: { fiscalYear: number; bindings: readonly Bound[] },
  now = new Date(),
): Promise<Result<'bind', BindRefusal>> {
  const person = mustHold(who, can.bindMeasure);
  const year = await inTransaction(db, who, (tx) => readYear(tx, fiscalYear));
  const asked = bindings.map(({ measureId, live, parameters: given }) => {
    const { measure, program } = ownMeasure(year, who, measureId);
    const known = registered(live);
    const parameters = Object.fromEntries(
      Object.entries(given).filter(
        ([name, value]) => value !== '' && known?.parameters.some((each) => each === name),
      ),
    );
    return { measureId, live, parameters, known, thread: measure.thread, programId: program.id };
  });
  const decision = await inTransaction(db, product, (tx) => decideAll(tx, asked, { fiscalYear, now }));
  if (!decision.ok) return decision;
  await inTransaction(db, who, async (tx) => {
    for (const { measureId, live, parameters, thread, programId } of asked) {
      const row = { thread, fromYear: fiscalYear, live: live || null, parameters };
      await upsertBinding(tx, { ...row, boundBy: person.personId, boundAt: now });
      const subject = { kind: 'program', id: programId };
      await record(tx, { event: 'measure.bind', subject, facts: { measureId, live, parameters } }, now);
    }
  });
  return decision;
}

type AskedBinding = Omit<Bound, 'measureId'> & { known: LiveMeasure | undefined; programId: string };

async function decideAll(
  tx: Tx,
  asked: readonly AskedBinding[],
  { fiscalYear, now }: { fiscalYear: number; now: Date },
): Promise<Result<'bind', BindRefusal>> {
  for (const { known: measure, ...binding } of asked) {
    if (binding.live === '') continue;
    const found = await isCountable(tx, binding, { fiscalYear, now });
    const decision = decideBind({ measure, parameters: binding.parameters, found });
    if (!decision.ok) return decision;
  }
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
