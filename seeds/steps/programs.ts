import type { FileStore } from '#platform/files/store.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Who } from '#platform/access.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import { addMeasure, saveValues, type ValueInput } from '#areas/programs/measures/actions.ts';
import { addProgram } from '#areas/programs/programs/actions.ts';
import { saveResult } from '#areas/programs/results/actions.ts';
import { addVoice } from '#areas/programs/voices/actions.ts';
import { type Cast, granted } from '../cast.ts';
import type { Measure, Program, World } from '../world.ts';

export interface Stage {
  /** For what takes transactions of its own. */
  readonly db: Database;
  readonly tx: Tx;
  readonly who: Who;
  readonly cast: Cast;
  readonly world: World;
  readonly vault: Vault;
  readonly files: FileStore;
  /** Where the product is reached; undefined: its reports are published without files, as tests need none. */
  readonly publicUrl?: string | undefined;
  readonly now: Date;
}

/** A program with all that its file says of it. */
export async function loadProgram(stage: Stage, year: number, program: Program): Promise<void> {
  const { tx, who, cast, now } = stage;
  const { bureau, partners, budget, measures, result, voices, origin, category, line, logic, ...fields } =
    program;
  const added = await addProgram(
    tx,
    who,
    {
      ...fields,
      year,
      category: category ?? null,
      line: line ?? null,
      ...(logic ? { logic } : {}),
      organisationId: cast.organisation(bureau),
      partners: partners.map(cast.organisation),
      budgetInitial: budget.initial ?? null,
      budgetRevised: budget.revised ?? null,
      budgetSettled: budget.settled ?? null,
      illustrative: origin === 'illustrative',
    },
    now,
  );
  const { programId } = granted(added, program.slug);
  await loadMeasures(stage, { year, programId, measures });
  const words = result ?? (origin === 'named' ? unknown(stage.world) : undefined);
  if (words) {
    const { summary, evaluation, nextStep } = words;
    const rating = words.rating ?? null;
    const saved = await saveResult(
      tx,
      who,
      { programId, version: 0, summary, evaluation, nextStep, rating },
      now,
    );
    granted(saved, program.slug);
  }
  for (const { speaker, words: said } of voices) {
    const consent = { consentOn: tokyoDay(now), consentHow: stage.world.site.consent };
    granted(await addVoice(tx, who, { programId, speaker, words: said, ...consent }, now), program.slug);
  }
}

/** Of a program known by name the page says no more than that. */
function unknown(world: World): NonNullable<Program['result']> {
  return { summary: world.site.namedSummary, evaluation: '', nextStep: '' };
}

async function loadMeasures(
  { tx, who, world, now }: Stage,
  { year, programId, measures }: { year: number; programId: string; measures: readonly Measure[] },
): Promise<void> {
  const values: ValueInput[] = [];
  for (const { source, value, months, target, previousValue, live: _, ...fields } of measures) {
    const added = await addMeasure(
      tx,
      who,
      {
        ...fields,
        programId,
        target: target ?? null,
        previousValue: previousValue ?? null,
        sourceNote: world.site.sources[source],
      },
      now,
    );
    const { measureId } = granted(added, fields.labelJa);
    if (value !== undefined) values.push({ measureId, period: String(year), value });
    for (const [index, period] of monthsOfFiscalYear(year).entries()) {
      const monthly = months?.[index];
      if (monthly !== undefined) values.push({ measureId, period, value: monthly });
    }
  }
  if (values.length > 0) granted(await saveValues(tx, who, { programId, values }, now), programId);
}
