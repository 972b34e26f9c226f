import { date, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { benefitReaders, grantBenefits } from '../tables.ts';

/** 利子補給: what the person pays each month for what was bought on credit, and what the call pays of it. */
export const grantInstalments = pgTable(
  'grant_instalments',
  {
    id: id(),
    benefitId: uuid('benefit_id')
      .notNull()
      .references(() => grantBenefits.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    number: integer('number').notNull(),
    dueOn: date('due_on').notNull(),
    principalYen: yen('principal_yen').notNull(),
    interestYen: yen('interest_yen').notNull(),
    subsidyYen: yen('subsidy_yen').notNull(),
    /** Whoever accompanies the person has seen that they paid. */
    seenOn: date('seen_on'),
    seenBy: uuid('seen_by').references(() => people.id),
    /** The payment of the subsidy was ordered. */
    orderedAt: moment('ordered_at'),
    orderedBy: uuid('ordered_by').references(() => people.id),
  },
  (table) => [
    unique('grant_instalments_once').on(table.benefitId, table.number),
    rowsSeenBy(benefitReaders),
    rowsWrittenBy(benefitReaders),
  ],
);
