import { type PersonWho, system, type Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import { findTrainingCase } from '#areas/cases/index.ts';
import { actsFor, workplaceAgent } from '../access.ts';
import type { Side, Told } from './rules.ts';
import { findSide, findTold, lockTraining, type WorkTraining } from './store.ts';

/** Acts for the person, who has no account: on trainings of the case whose page is open, and on no other. */
export const asPerson = system('own-page');

/** From where somebody comes to a training: signed in, or from their own page. */
export type Entrance =
  | { readonly by: 'staff'; readonly who: PersonWho }
  | { readonly by: 'person'; readonly caseId: string };

export interface Entered {
  readonly training: WorkTraining;
  readonly side: Side;
  readonly who: Who;
}

/** Whom row-level security lets in, by which of the three sides; whoever only counts stays outside. */
export async function enter<T>(
  db: Db,
  entrance: Entrance,
  trainingId: string,
  work: (tx: Tx, entered: Entered) => Promise<T>,
  now: Date,
): Promise<T> {
  const who = entrance.by === 'staff' ? entrance.who : asPerson;
  return inTransaction(db, who, async (tx) => {
    const training = await lockTraining(tx, trainingId);
    const side = await sideOf(tx, { entrance, training }, now);
    return work(tx, { training, side, who });
  });
}

async function sideOf(
  tx: Tx,
  { entrance, training }: { entrance: Entrance; training: WorkTraining },
  now: Date,
): Promise<Side> {
  const side = await findSide(tx, training.id);
  if (entrance.by === 'person') {
    if (side?.caseId !== entrance.caseId || training.state === 'draft' || training.withdrawnAt)
      throw new NotFound('work training');
    return 'person';
  }
  if (side) {
    await findTrainingCase(tx, { who: entrance.who, caseId: side.caseId }, now);
    return 'worker';
  }
  if (!actsFor(entrance.who, workplaceAgent, training.organisationId)) throw new NotFound('work training');
  return 'workplace';
}

export const ownerOf = (trainingId: string) => `work-training:${trainingId}`;

/** The training's key; gone with the case that it belonged to. */
export async function trainingKey(tx: Tx, vault: Vault, trainingId: string): Promise<Buffer> {
  const told = await findTold(tx, trainingId);
  if (!told) throw new NotFound('work training');
  return openDataKey(vault, { sealed: told.sealedKey, owner: ownerOf(trainingId) });
}

export function sealWords(key: Buffer, { id, words }: { id: string; words: string }): string {
  return seal(key, { text: words, owner: `work-training-words:${id}` });
}

export function openWords(key: Buffer, { id, sealed }: { id: string; sealed: string }): string {
  return unseal(key, { sealed, owner: `work-training-words:${id}` });
}

export async function readTold(tx: Tx, vault: Vault, trainingId: string): Promise<Told | undefined> {
  const told = await findTold(tx, trainingId);
  if (!told) return undefined;
  const key = openDataKey(vault, { sealed: told.sealedKey, owner: ownerOf(trainingId) });
  return JSON.parse(openWords(key, { id: trainingId, sealed: told.sealed })) as Told;
}

export type Letter = 'proposed' | 'answered' | 'withdrawn' | 'agree' | 'incident';
export const tellName = 'work-training.tell';

/** To the other side, by a job: neither side sees the other's addresses. */
export async function tellLater(
  tx: Tx,
  told: { trainingId: string; letter: Letter; to: 'workplace' | 'worker' },
): Promise<void> {
  await enqueue(tx, { name: tellName } as Job<typeof told>, told);
}
