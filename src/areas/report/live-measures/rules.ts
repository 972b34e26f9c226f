import { ok, refuse, type Result } from '#platform/result.ts';
import type { LiveMeasure } from './registry/measure.ts';

export type BindRefusal = 'live-unknown' | 'desk-missing' | 'domain-missing' | 'desk-unknown';

/** A measure is counted by one that is in the registry, with all that it has to be told. */
export function decideBind(facts: {
  readonly measure: Pick<LiveMeasure, 'parameters'> | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** False: there is no desk of that code. */
  readonly found: boolean;
}): Result<'bind', BindRefusal> {
  const { measure, parameters } = facts;
  if (!measure) return refuse('live-unknown');
  if (measure.parameters.includes('desk') && !parameters['desk']) return refuse('desk-missing');
  if (measure.parameters.includes('domain') && !parameters['domain']) return refuse('domain-missing');
  return facts.found ? ok('bind') : refuse('desk-unknown');
}

export type TakeRefusal = 'nothing-counted' | 'changed-meanwhile';

/** One press takes over what was shown in place of what was shown: neither may have changed since. */
export function decideTake(facts: {
  readonly counted: number | null;
  readonly standing: number | null;
  readonly seen: { readonly counted: number | null; readonly standing: number | null };
}): Result<number, TakeRefusal> {
  if (facts.counted === null) return refuse('nothing-counted');
  const same = facts.counted === facts.seen.counted && facts.standing === facts.seen.standing;
  return same ? ok(facts.counted) : refuse('changed-meanwhile');
}
