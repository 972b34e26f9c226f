import { randomUUID } from 'node:crypto';
import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { findTrainingCase } from '#areas/cases/index.ts';
import { isCertified } from '../workplaces/rules.ts';
import { findWorkplace } from '../workplaces/store.ts';
import { type Entrance, enter, ownerOf, readTold, sealWords, tellLater } from './enter.ts';
import {
  decideMove,
  decideProposal,
  decideTerms,
  type Terms,
  type Told,
  type TrainingRefusal,
} from './rules.ts';
import {
  countHeld,
  findSide,
  findTold,
  hasOpenTraining,
  insertTraining,
  updateTraining,
  writeTold,
} from './store.ts';

export type Done = Result<{ trainingId: string }, TrainingRefusal>;

export function note(
  tx: Tx,
  {
    trainingId,
    did,
    facts = {},
  }: { trainingId: string; did: string; facts?: Record<string, string | number> },
  now: Date,
): Promise<void> {
  const subject = { kind: 'work-training', id: trainingId };
  return record(tx, { event: `work-training.${did}`, subject, facts }, now);
}

/** A draft for somebody's plan at a workplace; the workplace sees nothing of it. */
export async function beginTraining(
  db: Db,
  who: PersonWho,
  {
    caseId,
    workplaceId,
    vault,
    told,
    ...terms
  }: Terms & { caseId: string; workplaceId: string; vault: Vault; told: Told },
  now = new Date(),
): Promise<Done> {
  return inTransaction(db, who, async (tx) => {
    const of = await findTrainingCase(tx, { who, caseId }, now);
    if (of.closed) return refuse('case-closed');
    if (!of.planned) return refuse('not-planned');
    if (await hasOpenTraining(tx, caseId)) return refuse('open-already');
    const workplace = await findWorkplace(tx, workplaceId);
    if (!isCertified(workplace, tokyoDay(now))) return refuse('workplace-not-certified');
    const fits = decideTerms(terms, workplace);
    if (!fits.ok) return fits;
    const id = randomUUID();
    const { organisationId } = workplace;
    await insertTraining(
      tx,
      { ...terms, days: [...terms.days], id, workplaceId, organisationId, state: 'draft', createdAt: now },
      { caseId, planId: of.planId, workerId: who.personId },
    );
    const key = newDataKey(vault, ownerOf(id));
    const sealed = sealWords(key.key, { id, words: JSON.stringify(told) });
    await writeTold(tx, { trainingId: id, organisationId, sealedKey: key.sealed, sealed });
    await note(tx, { trainingId: id, did: 'ask', facts: { workplace: workplaceId } }, now);
    return ok({ trainingId: id });
  });
}

/** What will be told, while nothing has been told yet. */
export async function saveTold(
  db: Db,
  who: PersonWho,
  { trainingId, vault, told, ...terms }: Terms & { trainingId: string; vault: Vault; told: Told },
  now = new Date(),
): Promise<Done> {
  const entrance = { by: 'staff', who } as const;
  const save = async (
    tx: Tx,
    { training }: { training: { state: string; workplaceId: string } },
  ): Promise<Done> => {
    if (training.state !== 'draft') return refuse('move-not-now');
    const fits = decideTerms(terms, await findWorkplace(tx, training.workplaceId));
    if (!fits.ok) return fits;
    await updateTraining(tx, trainingId, { ...terms, days: [...terms.days] });
    const row = await findTold(tx, trainingId);
    if (!row) return refuse('move-not-now');
    const key = openDataKey(vault, { sealed: row.sealedKey, owner: ownerOf(trainingId) });
    await writeTold(tx, { ...row, sealed: sealWords(key, { id: trainingId, words: JSON.stringify(told) }) });
    await note(tx, { trainingId, did: 'edit' }, now);
    return ok({ trainingId });
  };
  return enter(db, entrance, trainingId, save, now);
}

export interface Consent {
  readonly consentOn: string | null;
  readonly consentHow: string | null;
}

/** With the person's yes to these very words they go to the workplace, and no other word. */
export async function proposeTraining(
  db: Db,
  who: PersonWho,
  { trainingId, vault, ...consent }: Consent & { trainingId: string; vault: Vault },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training }): Promise<Done> => {
      const side = await findSide(tx, trainingId);
      const told = await readTold(tx, vault, trainingId);
      if (!side || !told) return refuse('move-not-now');
      const of = await findTrainingCase(tx, { who, caseId: side.caseId }, now);
      const workplace = await findWorkplace(tx, training.workplaceId);
      const held = (await countHeld(tx, [workplace.id])).get(workplace.id) ?? 0;
      const today = tokyoDay(now);
      const decided = decideProposal({
        state: training.state,
        told,
        ...consent,
        isProtected: of.isProtected,
        supervisor: of.supervised,
        certified: isCertified(workplace, today),
        freePlaces: workplace.places - held,
        today,
      });
      if (!decided.ok) return decided;
      await updateTraining(tx, trainingId, { ...consent, state: decided.value, proposedAt: now });
      await note(tx, { trainingId, did: 'propose', facts: { how: consent.consentHow ?? '' } }, now);
      await tellLater(tx, { trainingId, letter: 'proposed', to: 'workplace' });
      return ok({ trainingId });
    },
    now,
  );
}

export async function dropTraining(
  db: Db,
  who: PersonWho,
  { trainingId }: { trainingId: string },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training }): Promise<Done> => {
      const state = decideMove(training.state, 'drop');
      if (!state.ok) return state;
      await updateTraining(tx, trainingId, { state: state.value });
      await note(tx, { trainingId, did: 'drop' }, now);
      return ok({ trainingId });
    },
    now,
  );
}

/** The workplace says yes, or no with a reason in one press. */
export async function answerTraining(
  db: Db,
  who: PersonWho,
  { trainingId, declineReason }: { trainingId: string; declineReason: string | null },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      if (side !== 'workplace') return refuse('move-not-now');
      const move = declineReason === null ? 'accept' : 'decline';
      const state = decideMove(training.state, move);
      if (!state.ok) return state;
      await updateTraining(tx, trainingId, { state: state.value, answeredAt: now, declineReason });
      await note(
        tx,
        { trainingId, did: move, ...(declineReason && { facts: { reason: declineReason } }) },
        now,
      );
      await tellLater(tx, { trainingId, letter: 'answered', to: 'worker' });
      return ok({ trainingId });
    },
    now,
  );
}

/** 同意の撤回: in the same moment the workplace sees nothing any more. */
export async function withdrawConsent(
  db: Db,
  entrance: Entrance,
  { trainingId }: { trainingId: string },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    entrance,
    trainingId,
    async (tx, { training, side }): Promise<Done> => {
      if (side === 'workplace') return refuse('move-not-now');
      const state = decideMove(training.state, 'withdraw');
      if (!state.ok) return state;
      await updateTraining(tx, trainingId, { state: state.value, withdrawnAt: now });
      await note(tx, { trainingId, did: 'withdraw', facts: { by: side } }, now);
      await tellLater(tx, { trainingId, letter: 'withdrawn', to: 'workplace' });
      if (side === 'person') await tellLater(tx, { trainingId, letter: 'withdrawn', to: 'worker' });
      return ok({ trainingId });
    },
    now,
  );
}
