import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { toldCount } from '#platform/disclosure/parts.ts';
import { listUnmet, type UnmetCount } from './store.ts';

/** What was looked for and not found, for reports: counts of less than ten are null, since they may stand for somebody. */
export async function listUnmetNeeds(
  db: Database,
  from: string,
): Promise<readonly (Omit<UnmetCount, 'times'> & { readonly times: number | null })[]> {
  const counts = await inTransaction(db, system('unmet.report'), (tx) => listUnmet(tx, from));
  return counts.map((count) => ({ ...count, times: toldCount(count.times) }));
}

/** For the unmet-need map, months inclusive: exact, so what is shown of it is protected by who shows it. Unit 回, 延べ. */
export async function countUnmetNeeds(
  db: Database,
  { from, to }: { from: string; to: string },
): Promise<readonly UnmetCount[]> {
  const counts = await inTransaction(db, system('unmet.report'), (tx) => listUnmet(tx, from));
  return counts.filter(({ month }) => month <= to);
}
