import type { Tx } from '#platform/database/database.ts';
import { type Discipline, usualDiscipline } from './rules.ts';
import { findDiscipline } from './store.ts';

/** What holds today: what the concierge has set, or the usual. */
export async function readDiscipline(tx: Tx): Promise<Discipline> {
  return (await findDiscipline(tx)) ?? usualDiscipline;
}
