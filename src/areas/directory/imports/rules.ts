import { ok, type Result, refuse } from '#platform/result.ts';

export const maxImportBytes = 10 * 1_048_576;

export type ImportStatus = 'waiting' | 'refused' | 'applied' | 'dropped';
export type ApplyRefusal =
  | 'rows-wrong'
  | 'nothing-to-do'
  | 'already-decided'
  | 'changed-meanwhile'
  | 'row-refused';

/** Nothing is half imported: while one row is wrong, the file is mended and comes again. */
export function statusOf(counts: { readonly wrong: number }): ImportStatus {
  return counts.wrong > 0 ? 'refused' : 'waiting';
}

export function decideApply(run: {
  readonly status: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Every row is to be confirmed as right today, also those that change nothing. */
  readonly verify: boolean;
}): Result<'apply', ApplyRefusal> {
  if (run.status === 'refused') return refuse('rows-wrong');
  if (run.status !== 'waiting') return refuse('already-decided');
  const work = run.created + run.changed + (run.verify ? run.unchanged : 0);
  return work > 0 ? ok('apply') : refuse('nothing-to-do');
}
