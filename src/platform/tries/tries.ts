import { eq, isNull, lt, or, sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';
import type { Tx } from '../database/database.ts';

/** Wrong passphrases of a number, whether it exists or not: after some, the number rests for everybody. */
export function triesTable(name: string) {
  return pgTable(
    name,
    {
      number: text('number').primaryKey(),
      tries: integer('tries').notNull(),
      restsUntil: moment('rests_until'),
    },
    () => [rowsSeenBy(sql`app_is_system()`), rowsWrittenBy(sql`app_is_system()`)],
  );
}

export interface Tries {
  readonly tries: number;
  readonly restsUntil: Date | null;
}

/** What is done with such a table; how many wrong tries are too many is the slice's to say. */
export function triesOf(table: ReturnType<typeof triesTable>) {
  return {
    /** Two who try one number wait for each other. */
    async lock(tx: Tx, number: string): Promise<Tries> {
      await tx.insert(table).values({ number, tries: 0 }).onConflictDoNothing();
      const [row] = await tx.select().from(table).where(eq(table.number, number)).for('update');
      return row ?? { tries: 0, restsUntil: null };
    },
    async write(tx: Tx, number: string, state: Tries): Promise<void> {
      await tx.update(table).set(state).where(eq(table.number, number));
    },
    async remove(tx: Tx, number: string): Promise<void> {
      await tx.delete(table).where(eq(table.number, number));
    },
    /** What rests no more: each night the count begins anew. */
    async removeOld(tx: Tx, now: Date): Promise<void> {
      await tx.delete(table).where(or(isNull(table.restsUntil), lt(table.restsUntil, now)));
    },
  };
}
