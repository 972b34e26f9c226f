import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { CaseLists } from '../forms/lists.ts';
import { listsFor } from '../forms/read.ts';
import { openPlan, type OpenPlan } from '../plans/read.ts';
import { planState, type PlanState } from '../plans/rules.ts';
import { findLastPlan } from '../plans/store.ts';
import { isLasting } from '../records/codes.ts';
import { type CaseRecord, listGoingOn } from '../records/store.ts';
import { mayDo, type Standing } from '../relations/rules.ts';
import { type CaseReview, findReviewOfPlan } from '../reviews/store.ts';
import { type AskedScale, listScales } from '../scales/store.ts';
import { taskText } from '../tasks/actions.ts';
import type { TaskLine } from '../tasks/pages/tasks.tsx';
import { listTasks } from '../tasks/store.ts';
import { type Asked, type Entry, readLately } from './read.ts';

/** What the page of a case shows of the work on it, as far as the reader may see. */
export interface Overview {
  readonly plan: { readonly opened: OpenPlan; readonly state: PlanState } | undefined;
  readonly review: CaseReview | undefined;
  readonly goingOn: readonly CaseRecord[];
  readonly tasks: readonly TaskLine[];
  readonly scales: readonly AskedScale[];
  readonly lately: readonly Entry[];
  /** Writes records: whoever carries cases at the organisation. */
  readonly mayRecord: boolean;
  readonly lists: CaseLists;
}

const mostTasks = 20;
const latelyLength = 5;

export async function readOverview(
  tx: Tx,
  { standing, ...asked }: Asked & { readonly standing: Standing },
  now: Date,
): Promise<Overview> {
  const { vault, caseFile } = asked;
  const today = tokyoDay(now);
  const lists = await listsFor(tx, caseFile);
  const plan = await findLastPlan(tx, caseFile.id);
  const tasks = await listTasks(tx, { caseId: caseFile.id, limit: mostTasks });
  const goingOn = await listGoingOn(tx, { caseId: caseFile.id, day: today });
  return {
    plan: plan && {
      opened: await openPlan(tx, { vault, caseFile, plan }),
      state: planState(plan, today),
    },
    review: plan && (await findReviewOfPlan(tx, plan.id)),
    goingOn: goingOn.filter(({ service }) => isLasting(lists.services, service)),
    tasks: tasks
      .filter(({ doneAt }) => !doneAt)
      .map((task) => ({ ...task, what: taskText(vault, caseFile, task) })),
    scales: await listScales(tx, caseFile.id),
    mayRecord: mayDo(standing, 'write', 'record') && !caseFile.closedOn,
    lately: await readLately(tx, { ...asked, lists, limit: latelyLength }),
    lists,
  };
}
