import { ok, type Result, refuse } from '#platform/result.ts';

/** Classes in which a record may be written: the everyday one, or one that wants care. */
export const recordClasses = ['record', 'health', 'violence', 'immigration', 'debts', 'offence'] as const;

export interface RecordFacts {
  readonly kind: string;
  readonly service: string;
  /** The service goes on from a day until another: codes.ts */
  readonly lasts: boolean;
  readonly startedAt: Date;
  readonly minutes: number | null;
  readonly place: string;
  readonly body: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly nextOn: string | null;
  readonly isMonitoring: boolean;
}

export type RecordRefusal =
  | 'body-missing'
  | 'later-than-now'
  | 'place-missing'
  | 'minutes-missing'
  | 'from-missing'
  | 'until-before'
  | 'next-past'
  | 'next-missing'
  | 'not-yours'
  | 'replaced-before'
  | 'not-going-on'
  | 'code-unknown'
  | 'case-closed';

/** 同行 is told by where and how long; a service that lasts by its first day; モニタリング by the day of the next one. */
export function decideRecord(
  record: RecordFacts,
  { now, today }: { now: Date; today: string },
): Result<'write', RecordRefusal> {
  if (record.body === '') return refuse('body-missing');
  if (record.startedAt > now) return refuse('later-than-now');
  if (record.kind === 'accompaniment' || record.service === 'accompaniment') {
    if (record.place === '') return refuse('place-missing');
    if (!record.minutes) return refuse('minutes-missing');
  }
  if (record.lasts && !record.fromOn) return refuse('from-missing');
  if (record.fromOn && record.untilOn && record.untilOn < record.fromOn) return refuse('until-before');
  if (record.nextOn && record.nextOn < today) return refuse('next-past');
  return record.isMonitoring && !record.nextOn ? refuse('next-missing') : ok('write');
}

/** A record is corrected by who wrote it or by a supervisor, once; what it said stays. */
export function decideCorrection({
  writtenBy,
  replacedAt,
  self,
  supervisor,
}: {
  writtenBy: string | null;
  replacedAt: Date | null;
  self: string | null;
  supervisor: boolean;
}): Result<'write', RecordRefusal> {
  if (replacedAt) return refuse('replaced-before');
  return supervisor || (self !== null && writtenBy === self) ? ok('write') : refuse('not-yours');
}

/** A service that lasts ends on a day that is not before its first, and not in the future. */
export function decideEnd(
  { lasts, fromOn, untilOn }: { lasts: boolean; fromOn: string | null; untilOn: string | null },
  { on, today }: { on: string; today: string },
): Result<'end', RecordRefusal> {
  if (!lasts || (untilOn && untilOn <= today)) return refuse('not-going-on');
  return on > today || (fromOn && on < fromOn) ? refuse('until-before') : ok('end');
}

/** Whether a service of a record goes on at a day. */
export function goesOn(
  {
    lasts,
    fromOn,
    untilOn,
    replacedAt,
  }: { lasts: boolean; fromOn: string | null; untilOn: string | null; replacedAt: Date | null },
  day: string,
): boolean {
  return lasts && !replacedAt && fromOn !== null && fromOn <= day && (untilOn === null || untilOn >= day);
}
