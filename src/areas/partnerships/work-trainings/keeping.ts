import { randomUUID } from 'node:crypto';
import { type PersonWho, system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { addVoice, removeVoice } from '#areas/programs/index.ts';
import { type Done, note } from './actions.ts';
import { type Entrance, enter, sealWords, tellLater, trainingKey } from './enter.ts';
import { decideDay, decideReview, incidentKinds, type Side } from './rules.ts';
import { findVoice, insertIncident, updateVoice, writeDay, writeReview, writeVoice } from './store.ts';

/** 時間の記録: the workplace's and the person's, side by side; a later word of the same side is its correction. */
export async function keepDay(
  db: Db,
  entrance: Entrance,
  { trainingId, on, minutes }: { trainingId: string; on: string; minutes: number },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    entrance,
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      const decided = decideDay(training, { on, minutes, today: tokyoDay(now) });
      if (!decided.ok) return decided;
      // The worker writes down what the person tells them.
      const kept = side === 'workplace' ? side : 'person';
      const { organisationId } = training;
      await writeDay(tx, { trainingId, organisationId, on, side: kept, minutes, keptAt: now });
      await note(tx, { trainingId, did: 'keep', facts: { on, side: kept, minutes } }, now);
      return ok({ trainingId });
    },
    now,
  );
}

export async function writeIncident(
  db: Db,
  who: PersonWho,
  {
    trainingId,
    on,
    kind,
    words,
    vault,
  }: { trainingId: string; on: string; kind: string; words: string; vault: Vault },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      const { organisationId } = training;
      const decided = decideDay(training, { on, minutes: 0, today: tokyoDay(now) });
      if (!decided.ok) return decided;
      if (!(incidentKinds as readonly string[]).includes(kind)) return refuse('reason-missing');
      if (!words.trim()) return refuse('words-missing');
      const id = randomUUID();
      const sealed = sealWords(await trainingKey(tx, vault, trainingId), { id, words: words.trim() });
      await insertIncident(tx, { id, trainingId, organisationId, on, kind, side, sealed, writtenAt: now });
      await note(tx, { trainingId, did: 'incident', facts: { kind } }, now);
      await tellLater(tx, {
        trainingId,
        letter: 'incident',
        to: side === 'workplace' ? 'worker' : 'workplace',
      });
      return ok({ trainingId });
    },
    now,
  );
}

/** 振り返り: each of the three for itself, in the middle and at the end; written again, it is the newer one that counts. */
export async function reviewTraining(
  db: Db,
  entrance: Entrance,
  review: {
    trainingId: string;
    at: 'midpoint' | 'end';
    marks: Readonly<Record<string, number>>;
    words: string;
    vault: Vault;
  },
  now = new Date(),
): Promise<Done> {
  const { trainingId, at, marks, words, vault } = review;
  return enter(
    db,
    entrance,
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      const decided = decideReview(training, { at, side, marks, today: tokyoDay(now) });
      if (!decided.ok) return decided;
      const id = randomUUID();
      const sealed = sealWords(await trainingKey(tx, vault, trainingId), { id, words });
      const { organisationId } = training;
      await writeReview(tx, { id, trainingId, organisationId, at, side, marks, sealed, writtenAt: now });
      await note(tx, { trainingId, did: 'review', facts: { at, side } }, now);
      return ok({ trainingId });
    },
    now,
  );
}

/** 声: given to be published, by role and without a name. The worker writes down what the person said on paper. */
export async function giveVoice(
  db: Db,
  entrance: Entrance,
  { trainingId, words, consent }: { trainingId: string; words: string; consent: boolean },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    entrance,
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      if (training.state !== 'agreed' && training.state !== 'ended') return refuse('not-running');
      if (!words.trim()) return refuse('words-missing');
      if (!consent) return refuse('consent-missing');
      const of: Exclude<Side, 'worker'> = side === 'workplace' ? side : 'person';
      if ((await findVoice(tx, { trainingId, side: of }))?.passedAt) return refuse('voice-passed');
      const how = { person: 'own-page', workplace: 'staff-page', worker: 'paper' } as const;
      const said = { words: words.trim(), consentOn: tokyoDay(now), consentHow: how[side] };
      await writeVoice(tx, { trainingId, organisationId: training.organisationId, side: of, ...said });
      await note(tx, { trainingId, did: 'voice', facts: { side: of } }, now);
      return ok({ trainingId });
    },
    now,
  );
}

const asVoices = system('work-training-voice');

/** The officer has read it, and it goes to a program of the year: told by role, with the day and the way of its consent. */
export async function passVoice(
  db: Db,
  who: PersonWho,
  {
    trainingId,
    side,
    programId,
    speaker,
    consentWords,
  }: {
    trainingId: string;
    side: string;
    programId: string;
    speaker: string;
    consentWords: Readonly<Record<string, string>>;
  },
  now = new Date(),
): Promise<Done> {
  return inTransaction(db, who, async (tx) => {
    const voice = await findVoice(tx, { trainingId, side });
    if (!voice) return refuse('words-missing');
    if (voice.passedAt) return refuse('voice-passed');
    await note(tx, { trainingId, did: 'pass-voice', facts: { side, program: programId } }, now);
    // What is written to a program is written by the product: the officer of work training reports for no bureau.
    const { words, consentOn } = voice;
    const said = { programId, speaker, words, consentOn, consentHow: consentWords[voice.consentHow] ?? '' };
    const added = await inTransaction(asDatabase(db), asVoices, (own) => addVoice(own, asVoices, said, now));
    if (!added.ok) return refuse('program-closed');
    await updateVoice(tx, voice.id, { programVoiceId: added.value.voiceId, passedAt: now });
    return ok({ trainingId });
  });
}

function asDatabase(db: Db) {
  if ('who' in db) throw new Error('a voice is passed on by itself');
  return db;
}

/** Taken back: gone here at once, and from the program while its year is open. What is printed stays printed; the page says so. */
export async function takeVoiceBack(
  db: Db,
  entrance: Entrance,
  { trainingId }: { trainingId: string },
  now = new Date(),
): Promise<Done> {
  const taken = await enter(
    db,
    entrance,
    trainingId,
    async (tx, { side }) => {
      const of = side === 'workplace' ? side : 'person';
      const voice = await findVoice(tx, { trainingId, side: of });
      if (!voice) return undefined;
      await updateVoice(tx, voice.id, { withdrawnAt: now, words: '' });
      await note(tx, { trainingId, did: 'voice-back', facts: { side: of } }, now);
      return voice.programVoiceId;
    },
    now,
  );
  if (taken) await removeVoice(db, asVoices, { voiceId: taken }, now);
  return ok({ trainingId });
}
