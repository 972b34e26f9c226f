import { ok, type Result, refuse } from '#platform/result.ts';

export type BarRefusal =
  | 'person-unknown'
  | 'oneself'
  | 'carries-it'
  | 'barred-before'
  | 'reason-missing'
  | 'supervisor-decides'
  | 'lifted-before';

/**
 * Shut out by name, whatever roles they hold: by those named on the case and by its supervisors, with a reason. Nobody shuts
 * themselves out, and whoever carries the case hands it on first.
 */
export function decideBar({
  personId,
  self,
  assignedTo,
  mayBeBarred,
  barred,
  reason,
}: {
  personId: string;
  self: string;
  assignedTo: string | null;
  /** Whoever carries cases anywhere: here, where it is referred to, or in a meeting about it. */
  mayBeBarred: readonly string[];
  barred: readonly string[];
  reason: string;
}): Result<'bar', BarRefusal> {
  if (!mayBeBarred.includes(personId)) return refuse('person-unknown');
  if (personId === self) return refuse('oneself');
  if (personId === assignedTo) return refuse('carries-it');
  if (barred.includes(personId)) return refuse('barred-before');
  return reason.trim().length < 5 ? refuse('reason-missing') : ok('bar');
}

/** Let in again by a supervisor only: whoever named somebody may have been afraid of them. */
export function decideLift({
  supervisor,
  endedAt,
}: {
  supervisor: boolean;
  endedAt: Date | null;
}): Result<'lift', BarRefusal> {
  if (!supervisor) return refuse('supervisor-decides');
  return endedAt ? refuse('lifted-before') : ok('lift');
}
