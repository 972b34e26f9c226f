import type { Who } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { supervises } from '../access.ts';
import { mustWrite } from '../case-files/read.ts';
import { findCaseFile } from '../case-files/store.ts';
import { findLastPlan, listCasesWithProgram, listItems } from './store.ts';

/** Of the plan's codes: 認定就労訓練事業. */
const program = 'work-training';

/** A case as another area needs it to find a workplace: nothing of who it is. */
export interface TrainingCase {
  readonly caseId: string;
  readonly number: string;
  readonly planId: string | null;
  /** The plan of now has a row for work training. */
  readonly planned: boolean;
  readonly closed: boolean;
  readonly isProtected: boolean;
  readonly municipality: string | null;
  /** The asker answers for the cases of the organisation. */
  readonly supervised: boolean;
}

/** For whoever writes on the case, and nobody else. */
export async function findTrainingCase(
  tx: Tx,
  { who, caseId }: { who: Who; caseId: string },
  now: Date,
): Promise<TrainingCase> {
  const caseFile = await findCaseFile(tx, caseId);
  await mustWrite(tx, { who, caseFile, fieldClass: 'basic' }, now);
  const plan = await findLastPlan(tx, caseId);
  const items = plan ? await listItems(tx, plan.id) : [];
  return {
    caseId,
    number: caseFile.number,
    planId: plan?.id ?? null,
    planned: items.some((item) => item.program === program && item.doneOn === null),
    closed: caseFile.closedOn !== null,
    isProtected: caseFile.isProtected,
    municipality: caseFile.municipality,
    supervised: supervises(who, caseFile.organisationId),
  };
}

/** Open cases whose plan has a row for work training, as far as the asker sees them. */
export function listTrainingCases(tx: Tx): Promise<{ caseId: string; number: string }[]> {
  return listCasesWithProgram(tx, program);
}
