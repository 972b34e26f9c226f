import type { Who } from '#platform/access.ts';
import { type Database, inOneStatement } from '#platform/database/database.ts';
import type { Service } from '../services/store.ts';
import { countUnmet } from '../unmet/store.ts';
import { type Found, searchServices } from './actions.ts';
import { type Asked, queryOf } from './asked.ts';
import { readFound } from './entries-found.ts';

/** What a page of the search shows. */
export interface Help {
  readonly found: Found;
  /** In the order of `found.rows`. */
  readonly services: readonly Service[];
  /** Where nothing was found: the desk for every kind of worry. */
  readonly general: Service | undefined;
}

/** Looks for help; what is not found is counted, without its words. */
export async function findHelp(db: Database, who: Who, asked: Asked, now: Date): Promise<Help> {
  const found = await searchServices(db, who, queryOf(asked), now);
  if (found.total > 0) {
    if (asked.open && found.open === 0)
      await inOneStatement(db, who, (tx) =>
        countUnmet(tx, { ...missed(asked, found), why: 'none-open' }, now),
      );
    return { found, services: await readFound(db, who, found.rows), general: undefined };
  }
  await inOneStatement(db, who, (tx) =>
    countUnmet(tx, { ...missed(asked, found), why: 'nothing-found' }, now),
  );
  return { found, services: [], general: await findGeneralDesk(db, who, found.municipalities[0], now) };
}

function missed({ topic }: Asked, { understood, municipalities }: Found) {
  return { topic: topic ?? understood.topics[0], municipality: municipalities[0] };
}

/** 自立相談支援 of the law, which hears every worry: that of the municipality, or of whoever is there for it. */
async function findGeneralDesk(
  db: Database,
  who: Who,
  municipality: string | undefined,
  now: Date,
): Promise<Service | undefined> {
  const desks = await searchServices(
    db,
    who,
    { q: '自立相談支援', kind: 'desk', municipality, pageSize: 1 },
    now,
  );
  const [first] = await readFound(db, who, desks.rows);
  return first;
}
