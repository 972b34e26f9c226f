import type { Table } from '#platform/disclosure/cells.ts';
import { withhold } from '#platform/disclosure/withhold.ts';
import type { ProgramContent } from '../../editions/content.ts';
import { type MeasureFacts, programTable } from '../measures/rules.ts';

/** What keeps a correction from being told; undefined: nothing. */
export type Untellable = 'beside-withheld' | 'few-people';

/**
 * A correction changes one number beside those that are printed. Whatever hangs together with a withheld one is left to the next
 * edition: old and new value side by side say more than either. Otherwise it must not be, or make, a number that would be withheld.
 */
export function decideCorrected(
  {
    cell,
    before,
    after,
    withheld,
  }: {
    readonly cell: string;
    /** The true numbers as they are read now, and with the correction. */
    readonly before: ProgramContent;
    readonly after: ProgramContent;
    readonly withheld: ReadonlySet<string>;
  },
  facts: MeasureFacts,
): Untellable | undefined {
  const [old, corrected] = [programTable(before, facts), programTable(after, facts)];
  const near = new Set([...around(cell, old), ...around(cell, corrected)]);
  const [measure] = cell.split(' ');
  const isOwn = (each: string) => each.startsWith(`${measure} `) && !each.endsWith(' before');
  if ([...withheld].some((each) => near.has(each) || isOwn(each))) return 'beside-withheld';
  const keptAnyway = withhold(old, facts.fewest).cells;
  const kept = [...withhold(corrected, facts.fewest).cells.keys()].filter((each) => near.has(each));
  return kept.some((each) => each === cell || !keptAnyway.has(each)) ? 'few-people' : undefined;
}

/** Everything that hangs together with a cell, by whatever way round. */
function around(cell: string, { relations }: Table): ReadonlySet<string> {
  const names = relations.map(({ terms, by }) => [...terms.map((term) => term.cell), ...(by ? [by] : [])]);
  const reached = new Set([cell]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const all of names)
      if (all.some((each) => reached.has(each))) for (const each of all) reached.add(each);
  }
  return reached;
}
