import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { countCasesOfProgram, readFlowsOfYear } from '#areas/cases/index.ts';
import { countContactsOfYear } from '#areas/consultations/index.ts';
import { countGrantsOfProgram } from '#areas/grants/index.ts';
import { countMembers, countWorkTraining } from '#areas/partnerships/index.ts';
import { readYear } from '#areas/programs/index.ts';
import { countTrainings } from '#areas/training/index.ts';
import { registered } from './registry.ts';
import { type Binding, listBindings, replaceLiveValues } from './store.ts';

interface Counted {
  readonly total: number;
  /** April first; absent where months are not counted. */
  readonly months?: readonly number[];
}

interface Asked extends Pick<Binding, 'live' | 'parameters'> {
  readonly programId: string;
}

/**
 * Counts every bound measure of a year anew, from what the areas keep added up: one question for each desk, program and register, however
 * many measures ask it. Needs a transaction of the product itself. Gives how many measures were counted.
 */
export async function countLive(tx: Tx, fiscalYear: number, now: Date): Promise<number> {
  const year = await readYear(tx, fiscalYear);
  const bindings = await listBindings(tx, fiscalYear);
  const answers = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    if (!answers.has(key)) answers.set(key, ask());
    return answers.get(key) as Promise<T>;
  };
  const rows: Parameters<typeof replaceLiveValues>[2][number][] = [];
  let counted = 0;
  for (const { id: programId, measures } of year.programs)
    for (const measure of measures) {
      const binding = bindings.get(measure.thread);
      if (!binding) continue;
      const found = await countOne(tx, { ...binding, programId }, { fiscalYear, now, once });
      counted += 1;
      const known = {
        measureId: measure.id,
        live: binding.live,
        parameters: binding.parameters,
        version: registered(binding.live)?.version ?? 0,
        computedAt: now,
      };
      rows.push({ ...known, period: String(fiscalYear), value: found?.total || null });
      if (measure.rhythm !== 'month' || !found?.total || !found.months) continue;
      for (const [at, period] of monthsOfFiscalYear(fiscalYear).entries())
        rows.push({ ...known, period, value: found.months[at] ?? null });
    }
  await replaceLiveValues(tx, fiscalYear, rows);
  return counted;
}

interface Round {
  readonly fiscalYear: number;
  readonly now: Date;
  readonly once: <T>(key: string, ask: () => Promise<T>) => Promise<T>;
}

/** Undefined also where its desk is gone: what cannot be counted is no zero. */
async function countOne(tx: Tx, asked: Asked, round: Round): Promise<Counted | undefined> {
  return count(tx, asked, round).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
}

/** Whether what is asked for is there to be counted. */
export async function isCountable(
  tx: Tx,
  asked: Asked,
  { fiscalYear, now }: { fiscalYear: number; now: Date },
): Promise<boolean> {
  return count(tx, asked, { fiscalYear, now, once: (_, ask) => ask() }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
}

/** Undefined: nothing of that name can be counted. */
async function count(
  tx: Tx,
  { live, parameters, programId }: Asked,
  round: Round,
): Promise<Counted | undefined> {
  const { fiscalYear, now, once } = round;
  const [desk = '', today] = [parameters['desk'], tokyoDay(now)];
  const last = `${fiscalYear + 1}-03-31`;
  const on = today < last ? today : last;
  const ofCases = (figure: 'consultation' | 'accompaniment' | 'protection' | 'independence') =>
    once(`cases ${desk}`, () => countCasesOfProgram(tx, { desk, fiscalYear })).then((all) => all[figure]);
  const ofGrants = (figure: 'recipients' | 'people' | 'decidedYen' | 'paidYen') =>
    once(`grants ${programId}`, () => countGrantsOfProgram(tx, { programId, fiscalYear })).then(
      (all) => all[figure],
    );
  switch (live) {
    case 'contacts':
      return doorsTogether(
        await once(`contacts ${desk}`, () => countContactsOfYear(tx, { desk, fiscalYear })),
        parameters['door'] ?? '',
      );
    case 'consultations':
      return ofCases('consultation');
    case 'accompaniments':
      return ofCases('accompaniment');
    case 'protection':
    case 'independence':
      return ofCases(live);
    case 'benefit-recipients':
      return ofGrants('recipients');
    case 'benefit-people':
      return ofGrants('people');
    case 'decided-yen':
      return ofGrants('decidedYen');
    case 'paid-yen':
      return ofGrants('paidYen');
    case 'members':
      return { total: await once('members', () => countMembers(tx, { on })) };
    case 'training-sessions':
    case 'training-total':
    case 'training-distinct':
      return countTraining(live, round, tx);
    case 'work-training-employed':
      return { total: (await once('work', () => countWorkTraining(tx, { fiscalYear, on }))).employed };
    case 'improved':
      return improvedIn(await once('flows', () => readFlowsOfYear(tx, fiscalYear)), parameters['domain']);
    default:
      return undefined;
  }
}

const ofTraining = {
  'training-sessions': 'sessions',
  'training-total': 'total',
  'training-distinct': 'distinct',
} as const;

async function countTraining(
  live: keyof typeof ofTraining,
  { fiscalYear, now, once }: Round,
  tx: Tx,
): Promise<Counted> {
  const all = await once('training', () => countTrainings(tx, { fiscalYear, now }));
  return { total: all[ofTraining[live]] };
}

/** One way of contact, or all of them. */
function doorsTogether(doors: Readonly<Record<string, Counted>>, door: string): Counted | undefined {
  if (door) return doors[door];
  const all = Object.values(doors);
  return {
    total: all.reduce((sum, { total }) => sum + total, 0),
    months: Array.from({ length: 12 }, (_, at) =>
      all.reduce((sum, { months }) => sum + (months?.[at] ?? 0), 0),
    ),
  };
}

function improvedIn(
  flows: Awaited<ReturnType<typeof readFlowsOfYear>>,
  domain: string | undefined,
): Counted | undefined {
  const better = (flows as Readonly<Record<string, { better: number | null }>>)[domain ?? '']?.better;
  return better === null || better === undefined ? undefined : { total: better };
}
