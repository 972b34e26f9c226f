import { system } from '#platform/access.ts';
import type { Database } from '#platform/database/database.ts';
import { addMeasure, changeMeasure, type NewMeasure, saveValues } from '../measures/actions.ts';
import { saveResult } from '../results/actions.ts';
import { granted } from '../years/fixtures.ts';
import { addProgram, type NewProgram } from './actions.ts';

const it = system('test');

/** A program of a bureau in a year of `makeYear`. */
export async function makeProgram(
  db: Database,
  program: Partial<NewProgram> & Pick<NewProgram, 'organisationId'>,
): Promise<string> {
  const given = {
    year: 2024,
    nameJa: '夜の相談',
    nameEn: 'Night desk',
    continuity: 'new',
    ...program,
  } as const;
  return granted(await addProgram(db, it, given)).programId;
}

/** A measure with its values by period. */
export async function makeMeasure(
  db: Database,
  {
    values = {},
    ...measure
  }: Partial<NewMeasure> & { programId: string; values?: Readonly<Record<string, number>> },
): Promise<string> {
  const given = {
    labelJa: '相談の件数',
    labelEn: 'Consultations',
    unit: 'cases',
    kind: 'count',
    ...measure,
  } as const;
  const { measureId } = granted(await addMeasure(db, it, given));
  const periods = Object.entries(values).map(([period, value]) => ({ measureId, period, value }));
  granted(await saveValues(db, it, { programId: measure.programId, values: periods }));
  return measureId;
}

export async function setTarget(db: Database, measureId: string, target: number): Promise<void> {
  granted(await changeMeasure(db, it, { measureId, target }));
}

/** The words on a program's year. */
export async function makeResult(
  db: Database,
  programId: string,
  rating: string | null = 'good',
  said: { version?: number; summary?: string; evaluation?: string; nextStep?: string } = {},
): Promise<void> {
  const words = { summary: '夜も開いた', evaluation: '続けて来る人が増えた', nextStep: '土曜も開く' };
  granted(await saveResult(db, it, { programId, version: 0, rating, ...words, ...said }));
}
