import type { Tx } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findWorkplace, type Workplace } from '../workplaces/store.ts';
import { openWords, readTold, trainingKey } from './enter.ts';
import type { Told } from './rules.ts';
import {
  findTold,
  findTraining,
  listDays,
  listIncidents,
  listReviews,
  listVoices,
  type TrainingDay,
  type Voice,
  type WorkTraining,
} from './store.ts';

export interface OpenTraining {
  readonly training: WorkTraining;
  readonly workplace: Workplace;
  /** Undefined for whoever only counts. */
  readonly told: Told | undefined;
  readonly days: readonly TrainingDay[];
  readonly incidents: readonly { readonly on: string; readonly kind: string; readonly words: string }[];
  readonly reviews: readonly {
    readonly at: string;
    readonly side: string;
    readonly marks: Readonly<Record<string, number>>;
    readonly words: string;
  }[];
  readonly voices: readonly Voice[];
}

/** A training as far as row-level security shows it to the reader. */
export async function readTraining(tx: Tx, vault: Vault, trainingId: string): Promise<OpenTraining> {
  const training = await findTraining(tx, trainingId);
  const workplace = await findWorkplace(tx, training.workplaceId);
  const [days, voices] = [await listDays(tx, trainingId), await listVoices(tx, trainingId)];
  if (!(await findTold(tx, trainingId)))
    return { training, workplace, told: undefined, days, voices, incidents: [], reviews: [] };
  const key = await trainingKey(tx, vault, trainingId);
  const open = (row: { id: string; sealed: string }) => openWords(key, row);
  return {
    training,
    workplace,
    told: await readTold(tx, vault, trainingId),
    days,
    voices,
    incidents: (await listIncidents(tx, trainingId)).map((row) => ({
      on: row.on,
      kind: row.kind,
      words: open(row),
    })),
    reviews: (await listReviews(tx, trainingId)).map((row) => ({
      at: row.at,
      side: row.side,
      marks: row.marks,
      words: open(row),
    })),
  };
}
