import { ok, type Result, refuse } from '#platform/result.ts';

export type ReadRefusal = 'read-own' | 'read-answer-missing' | 'read-not-asked';

export const unusualReasons = ['not-taken', 'off-duty', 'many', 'long-ended', 'neighbour'] as const;
/** Why a reading stands in the supervisor's list; the page says each as a sentence. */
export type UnusualReason = (typeof unusualReasons)[number];
export const answers = ['asked-by-colleague', 'handover', 'training', 'mistake', 'other'] as const;

/** More than so many conversations of others within so many minutes are many. */
export const many = { conversations: 20, minutes: 10 };
/** Days after its end from which on a conversation is seldom looked at. */
export const longEndedDays = 30;

export interface Reading {
  readonly contactId: string;
  readonly personId: string;
  readonly at: Date;
  /** holder, supervisor, colleague: as what they read. */
  readonly as: string;
  readonly takenBy: string | null;
  readonly takenAt: Date | null;
  readonly endedAt: Date | null;
  readonly municipality: string | null;
}

interface Around {
  /** When readers are on duty; a desk that plans nobody judges nobody. */
  readonly shifts: readonly { readonly personId: string; readonly from: number; readonly to: number }[];
  readonly homes: Readonly<Record<string, string>>;
}

/** Readings of a desk with why each is unusual; who has a conversation is never unusual, and a waiting one is everybody's. */
export function findUnusual(
  readings: readonly Reading[],
  around: Around,
): readonly (Reading & { readonly why: readonly UnusualReason[] })[] {
  const byReader = Map.groupBy(
    readings.filter(({ as }) => as !== 'holder'),
    ({ personId }) => personId,
  );
  return readings.flatMap((reading) => {
    if (reading.as === 'holder') return [];
    const why = unusualReasons.filter((reason) =>
      holds[reason](reading, around, byReader.get(reading.personId) ?? []),
    );
    return why.length > 0 ? [{ ...reading, why }] : [];
  });
}

const holds: Record<UnusualReason, (reading: Reading, around: Around, own: readonly Reading[]) => boolean> = {
  'not-taken': ({ as, takenBy, takenAt, endedAt, at, personId }) =>
    as === 'colleague' &&
    takenBy !== null &&
    takenBy !== personId &&
    takenAt !== null &&
    at >= takenAt &&
    (endedAt === null || at <= endedAt),
  'off-duty': ({ as, at, personId }, { shifts }) => {
    const planned = shifts.some(({ from, to }) => from <= at.getTime() && at.getTime() < to);
    const there = shifts.some(
      (shift) => shift.personId === personId && shift.from <= at.getTime() && at.getTime() < shift.to,
    );
    return as === 'colleague' && planned && !there;
  },
  many: ({ at }, _, own) => {
    const since = at.getTime() - many.minutes * 60_000;
    const near = own.filter((each) => each.at.getTime() > since && each.at <= at);
    return new Set(near.map(({ contactId }) => contactId)).size > many.conversations;
  },
  'long-ended': ({ endedAt, at }) =>
    endedAt !== null && at.getTime() - endedAt.getTime() > longEndedDays * 86_400_000,
  neighbour: ({ municipality, personId }, { homes }) =>
    municipality !== null && homes[personId] === municipality,
};

/** A supervisor explains or asks; nobody judges their own looking. */
export function decideReview(facts: {
  reader: string;
  supervisor: string;
  state: 'explained' | 'asked';
  answer: string;
}): Result<'review', ReadRefusal> {
  if (facts.reader === facts.supervisor) return refuse('read-own');
  const known = answers.some((answer) => answer === facts.answer);
  return facts.state === 'explained' && !known ? refuse('read-answer-missing') : ok('review');
}

/** The reader says why, while they are asked. */
export function decideReadAnswer(facts: {
  state: string | undefined;
  answer: string;
}): Result<'answer', ReadRefusal> {
  if (facts.state !== 'asked') return refuse('read-not-asked');
  return answers.some((answer) => answer === facts.answer) ? ok('answer') : refuse('read-answer-missing');
}
