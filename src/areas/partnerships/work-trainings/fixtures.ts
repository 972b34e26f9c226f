import { randomUUID } from 'node:crypto';
import { system } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { ownerOf, sealWords } from './enter.ts';
import { reviewQuestions, type Side, type Told } from './rules.ts';
import { insertTraining, writeDay, writeReview, writeTold, writeVoice } from './store.ts';

export const exampleTold: Told = {
  alias: 'みなとさん',
  considerations: '大きな音が苦手です。座ってできる作業から始めたいです（例示）',
  contact: '支援員 見本（例示）',
};

interface Made {
  readonly caseId: string;
  readonly workerId: string | null;
  readonly workplaceId: string;
  readonly organisationId: string;
  readonly vault: Vault;
  readonly state: 'proposed' | 'accepted' | 'declined' | 'agreed' | 'ended';
  readonly kind?: 'employed' | 'unemployed';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly outcome?: string;
  readonly told?: Told;
  /** What was said for others to read, on the first day of consent. */
  readonly voices?: Readonly<Partial<Record<'person' | 'workplace', string>>>;
  /** What each side said at the end, with the second best mark for everything. */
  readonly reviews?: Readonly<Partial<Record<Side, string>>>;
  /** Days on which they came, and for how many minutes. */
  readonly days?: readonly { readonly on: string; readonly minutes: number }[];
}

/** A training as it stands after what people did, at once: for the demo world and for tests of what comes later. */
export async function makeTraining(db: Db, made: Made, now = new Date()): Promise<{ trainingId: string }> {
  const { caseId, workerId, workplaceId, organisationId, vault, state, startsOn, endsOn } = made;
  const id = randomUUID();
  const agreed = state === 'agreed' || state === 'ended' ? now : null;
  await inTransaction(db, system('test'), async (tx) => {
    await insertTraining(
      tx,
      {
        id,
        workplaceId,
        organisationId,
        state,
        kind: made.kind ?? 'unemployed',
        days: ['mon', 'thu'],
        startsOn,
        endsOn,
        minutesADay: 180,
        allowanceYen: 1_000,
        insurance: made.kind === 'employed' ? 'labour' : 'accident',
        travelPaid: true,
        consentOn: startsOn,
        consentHow: 'signed',
        proposedAt: now,
        answeredAt: state === 'proposed' ? null : now,
        personAgreedAt: agreed,
        personAgreedHow: agreed && 'paper',
        workplaceAgreedAt: agreed,
        workerAgreedAt: agreed,
        endedOn: state === 'ended' ? endsOn : null,
        outcome: made.outcome ?? null,
        declineReason: state === 'declined' ? 'days' : null,
        createdAt: now,
      },
      { caseId, workerId },
    );
    const key = newDataKey(vault, ownerOf(id));
    const sealed = sealWords(key.key, { id, words: JSON.stringify(made.told ?? exampleTold) });
    await writeTold(tx, { trainingId: id, organisationId, sealedKey: key.sealed, sealed });
    await sayAll(tx, made, { id, key: key.key, now });
    for (const { on, minutes } of made.days ?? [])
      for (const side of ['workplace', 'person'])
        await writeDay(tx, { trainingId: id, organisationId, on, side, minutes, keptAt: now });
  });
  return { trainingId: id };
}

async function sayAll(
  tx: Tx,
  { organisationId, startsOn, voices = {}, reviews = {} }: Made,
  { id: trainingId, key, now }: { id: string; key: Buffer; now: Date },
): Promise<void> {
  const of = { trainingId, organisationId };
  for (const [side, words] of Object.entries(voices))
    await writeVoice(tx, { ...of, side, words, consentOn: startsOn, consentHow: 'paper' });
  for (const [side, words] of Object.entries(reviews)) {
    const marks = Object.fromEntries(reviewQuestions[side as Side].map((question) => [question, 3]));
    const id = randomUUID();
    const sealed = sealWords(key, { id, words });
    await writeReview(tx, { ...of, id, at: 'end', side, marks, sealed, writtenAt: now });
  }
}
