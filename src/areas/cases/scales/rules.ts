import { ok, type Result, refuse } from '#platform/result.ts';

/** Stages by domain; what was not asked is missing. */
export type Stages = Readonly<Partial<Record<string, number>>>;

export type ScaleRefusal = 'nothing-asked' | 'stage-unknown' | 'day-order';

export function decideScale({
  stages,
  askedOn,
  today,
}: {
  stages: Stages;
  askedOn: string;
  today: string;
}): Result<'write', ScaleRefusal> {
  const told = Object.values(stages).filter((stage) => stage !== undefined);
  if (told.length === 0) return refuse('nothing-asked');
  if (told.some((stage) => !Number.isInteger(stage) || stage < 1 || stage > 5))
    return refuse('stage-unknown');
  return askedOn > today ? refuse('day-order', { day: today }) : ok('write');
}

export type Change = 'better' | 'same' | 'worse' | 'unknown';

/** Domain by domain, never added up: a home won does not outweigh a friend lost. */
export function changeOf(before: number | undefined, after: number | undefined): Change {
  if (before === undefined || after === undefined) return 'unknown';
  return after > before ? 'better' : after < before ? 'worse' : 'same';
}

/** The first time something was asked and the last, domain by domain. */
export function firstAndLast(
  scales: readonly { readonly askedOn: string; readonly stages: Stages }[],
  domain: string,
): { before: number | undefined; after: number | undefined } {
  const told = [...scales]
    .sort((a, b) => a.askedOn.localeCompare(b.askedOn))
    .flatMap(({ stages }) => stages[domain] ?? []);
  return { before: told[0], after: told.length > 1 ? told.at(-1) : undefined };
}
