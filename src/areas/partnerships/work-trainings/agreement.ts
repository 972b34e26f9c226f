import type { PersonWho } from '#platform/access.ts';
import type { Db } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { endService, writeRecord } from '#areas/cases/index.ts';
import { findWorkplace } from '../workplaces/store.ts';
import { type Done, note } from './actions.ts';
import { type Entrance, enter, tellLater } from './enter.ts';
import { agreedBy, decideAgree, decideEnd, decideMove, decideTerms, type Terms } from './rules.ts';
import { findSide, updateSide, updateTraining } from './store.ts';
import { recordWords } from './record-words.ts';

export interface AgreedTerms extends Terms {
  readonly allowanceFor: string;
  readonly travelPaid: boolean;
}

/** 合意の内容: by either side while it is talked about; whoever had agreed is asked again. */
export async function saveTerms(
  db: Db,
  who: PersonWho,
  { trainingId, version, ...terms }: AgreedTerms & { trainingId: string; version: number },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training }): Promise<Done> => {
      const state = decideMove(training.state, 'change');
      if (!state.ok) return state;
      if (training.version !== version) return refuse('changed-meanwhile');
      const fits = decideTerms(terms, await findWorkplace(tx, training.workplaceId));
      if (!fits.ok) return fits;
      const again = {
        personAgreedAt: null,
        personAgreedHow: null,
        workplaceAgreedAt: null,
        workerAgreedAt: null,
      };
      await updateTraining(tx, trainingId, { ...terms, days: [...terms.days], ...again });
      await note(tx, { trainingId, did: 'terms' }, now);
      return ok({ trainingId });
    },
    now,
  );
}

/** One of the three agrees to what stands there; the person by their page, or on the paper that the worker holds. The worker is the last. */
export async function agreeTo(
  db: Db,
  entrance: Entrance,
  {
    trainingId,
    version,
    paper,
    vault,
  }: { trainingId: string; version: number; paper: boolean; vault: Vault },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    entrance,
    trainingId,
    async (tx, { training, side: own, who }): Promise<Done> => {
      const side = paper && own === 'worker' ? 'person' : own;
      if (training.version !== version) return refuse('changed-meanwhile');
      const decided = decideAgree(
        { state: training.state, agreed: agreedBy(training), terms: training },
        side,
      );
      if (!decided.ok) return decided;
      const said = {
        person: { personAgreedAt: now, personAgreedHow: paper ? 'paper' : 'own-page' },
        workplace: { workplaceAgreedAt: now },
        worker: { workerAgreedAt: now },
      }[side];
      const state = decided.value.complete ? 'agreed' : training.state;
      await updateTraining(tx, trainingId, { ...said, state });
      await note(tx, { trainingId, did: 'agree', facts: { side } }, now);
      if (side !== 'worker') await tellLater(tx, { trainingId, letter: 'agree', to: 'worker' });
      const of = await findSide(tx, trainingId);
      if (!decided.value.complete || !of) return ok({ trainingId });
      await tellLater(tx, { trainingId, letter: 'agree', to: 'workplace' });
      const { startsOn: fromOn, workplaceId } = training;
      const { name } = await findWorkplace(tx, workplaceId);
      const body = recordWords.begun(name);
      const written = await writeRecord(
        tx,
        who,
        { ...recordOf({ vault, caseId: of.caseId, body }, now), service: 'work-training', fromOn },
        now,
      );
      if (written.ok) await updateSide(tx, trainingId, written.value.id);
      return written.ok ? ok({ trainingId }) : refuse('case-closed');
    },
    now,
  );
}

function recordOf({ vault, caseId, body }: { vault: Vault; caseId: string; body: string }, now: Date) {
  return {
    vault,
    caseId,
    body,
    kind: 'other',
    service: '',
    withWhom: ['person', 'organisation'],
    related: ['training-place'],
    startedAt: now,
    minutes: null,
    place: '',
    fromOn: null,
    untilOn: null,
    nextOn: null,
    isMonitoring: false,
    class: 'record',
    placeText: '',
    names: '',
    next: '',
  };
}

/** The training ends, and what came of it stands in the record of the case. */
export async function endTraining(
  db: Db,
  who: PersonWho,
  { trainingId, outcome, on, vault }: { trainingId: string; outcome: string; on: string; vault: Vault },
  now = new Date(),
): Promise<Done> {
  return enter(
    db,
    { by: 'staff', who },
    trainingId,
    async (tx, { training }): Promise<Done> => {
      const of = await findSide(tx, trainingId);
      if (!of) return refuse('worker-ends');
      const state = decideEnd(training, { outcome, on, today: tokyoDay(now) });
      if (!state.ok) return state;
      await updateTraining(tx, trainingId, { state: state.value, endedOn: on, outcome });
      await note(tx, { trainingId, did: 'end', facts: { outcome } }, now);
      if (of.recordId) await endService(tx, who, { recordId: of.recordId, on }, now);
      const { name } = await findWorkplace(tx, training.workplaceId);
      const body = recordWords.ended(name, outcome);
      const written = await writeRecord(tx, who, recordOf({ vault, caseId: of.caseId, body }, now), now);
      return written.ok ? ok({ trainingId }) : refuse('case-closed');
    },
    now,
  );
}
