import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export type TaskRefusal =
  | 'what-missing'
  | 'due-past'
  | 'owner-elsewhere'
  | 'done-before'
  | 'case-closed'
  | 'changed-meanwhile';

export function decideTask({
  what,
  dueOn,
  ownerId,
  workers,
  today,
}: {
  what: string;
  dueOn: string;
  ownerId: string;
  /** Who carries cases at the organisation. */
  workers: readonly string[];
  today: string;
}): Result<'write', TaskRefusal> {
  if (what === '') return refuse('what-missing');
  if (dueOn < today) return refuse('due-past', { day: today });
  return workers.includes(ownerId) ? ok('write') : refuse('owner-elsewhere');
}

export const taskStates = ['overdue', 'today', 'later', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export function taskState(
  { dueOn, doneAt }: { dueOn: string; doneAt: Date | null },
  today: string,
): TaskState {
  if (doneAt) return 'done';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'today' : 'later';
}

/** Days after which the supervisors are told what its owner was told before. */
const escalationDays = 7;

/** Overdue work finds its owner the day after, and those who answer for the organisation a week later. Each is told once. */
export function dueNotice(
  task: {
    readonly dueOn: string;
    readonly doneAt: Date | null;
    readonly remindedAt: Date | null;
    readonly escalatedAt: Date | null;
  },
  today: string,
): 'owner' | 'supervisors' | undefined {
  if (taskState(task, today) !== 'overdue') return undefined;
  if (!task.remindedAt) return 'owner';
  return !task.escalatedAt && addDays(task.dueOn, escalationDays) < today ? 'supervisors' : undefined;
}
