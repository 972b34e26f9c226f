import { inTransaction } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { findTrainingCase } from '#areas/cases/index.ts';
import { listPrograms } from '#areas/programs/index.ts';
import { actsFor, can, workplaceAgent } from '../access.ts';
import { TrainingPage, type TrainingProps } from './pages/training.tsx';
import { readTraining } from './read.ts';
import { findSide } from './store.ts';
import type { words } from './words.ts';

export type TrainingVisit = Visit<{ trainingId: string }>;

export async function readProps(visit: TrainingVisit, state: FormState): Promise<TrainingProps> {
  const { db, who, view, now } = visit;
  const today = tokyoDay(now);
  return inTransaction(db, who, async (tx) => {
    const open = await readTraining(tx, visit.tools.vault, visit.params.trainingId);
    const of = await findSide(tx, open.training.id);
    if (of) await findTrainingCase(tx, { who, caseId: of.caseId }, now);
    const isAgent = actsFor(who, workplaceAgent, open.training.organisationId);
    const programs =
      can.passVoice.allows(who) && open.voices.length > 0 ? await listPrograms(tx, fiscalYearOf(today)) : [];
    return {
      ...open,
      view,
      state,
      today,
      side: of ? 'worker' : isAgent ? 'workplace' : 'office',
      caseId: of?.caseId,
      programs: programs.map(({ id, nameJa }) => ({ value: id, label: nameJa })),
    };
  });
}

export async function trainingPage(visit: TrainingVisit, state: FormState): Promise<Response> {
  const props = await readProps(visit, state);
  return visit.page(<TrainingPage {...props} />, state.problems.length > 0 ? 422 : 200);
}

export type TrainingSaid = {
  [K in keyof (typeof words)['ja']]: (typeof words)['ja'][K] extends string ? K : never;
}[keyof (typeof words)['ja']];
