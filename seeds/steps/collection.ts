import { addDays, monthsOfFiscalYear, tokyoDay } from '#platform/dates.ts';
import {
  acceptEntry,
  readEntry,
  returnEntry,
  saveEntry,
  submitEntry,
} from '#areas/programs/entries/actions.ts';
import { listEntriesOfProgram } from '#areas/programs/entries/store.ts';
import { listPrograms } from '#areas/programs/programs/store.ts';
import { openRound } from '#areas/programs/rounds/actions.ts';
import { granted } from '../cast.ts';
import type { Collection } from '../world.ts';
import type { Stage } from './programs.ts';

type Return = Collection['returns'][number];

/** The secretariat asks for this year's results. */
export async function openCollection({ tx, who, world, now }: Stage): Promise<void> {
  const { title, message, days } = world.plan.collection;
  const deadlineOn = addDays(tokyoDay(now), days);
  granted(await openRound(tx, who, { fiscalYear: world.plan.year, title, message, deadlineOn }, now), title);
}

/** A bureau writes, and hands in unless it is still a draft. */
export async function writeReturn(stage: Stage, given: Return): Promise<void> {
  const { tx, who, world, now } = stage;
  const entryId = await entryOf(stage, given);
  const { stamp, measures } = await readEntry(tx, who, entryId);
  const { year } = world.plan;
  const values = measures.flatMap(({ id: measureId, labelJa }) => {
    const monthly = given.months[labelJa];
    if (monthly)
      return monthsOfFiscalYear(year).map((period, at) => ({
        measureId,
        period,
        value: monthly[at] ?? null,
      }));
    const value = given.values[labelJa];
    return value === undefined ? [] : [{ measureId, period: String(year), value }];
  });
  const { evaluation, rating, nextStep } = given;
  const input = { entryId, stamp, values, words: { evaluation, rating, nextStep } };
  const saved = granted(await saveEntry(tx, who, input, now), given.program);
  if (given.state !== 'draft')
    granted(await submitEntry(tx, who, { entryId, stamp: saved.stamp }, now), given.program);
}

/** The secretariat sends back or accepts. */
export async function decideReturn(stage: Stage, given: Return): Promise<void> {
  const { tx, who, now } = stage;
  const entryId = await entryOf(stage, given);
  const { stamp } = await readEntry(tx, who, entryId);
  const words = given.comment ?? '';
  if (given.state === 'returned') granted(await returnEntry(tx, who, { entryId, stamp, words }, now), words);
  if (given.state === 'accepted') granted(await acceptEntry(tx, who, { entryId, stamp, words }, now), words);
}

async function entryOf({ tx, world }: Stage, { program }: Return): Promise<string> {
  const found = (await listPrograms(tx, world.plan.year)).find((each) => each.slug === program);
  const [entry] = found ? await listEntriesOfProgram(tx, found.id) : [];
  if (!entry) throw new Error(`nobody asks for ${program}`);
  return entry.entry.id;
}
