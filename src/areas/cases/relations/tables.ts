import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** Those who carry cases at the organisation of a row. */
export const carriesAt = (organisation: string) =>
  sql.raw(
    `(app_has_role_at('case-worker', ${organisation}) or app_has_role_at('case-supervisor', ${organisation}))`,
  );

/**
 * Who stands to a case other than by working at its organisation: given for a time, tied to its lawful basis. A row that ends
 * closes every access at once. The table knows the case's own organisation itself, so that its policy asks no other table.
 */
export const caseRelations = pgTable(
  'case_relations',
  {
    id: id(),
    caseId: uuid('case_id').notNull(),
    /** The case's own organisation. */
    homeId: uuid('home_id').notNull(),
    /** member, urgent, revealed, barred: see relations/rules.ts */
    kind: text('kind').notNull(),
    /** One person, or (null) those who carry cases at the organisation. */
    personId: uuid('person_id'),
    organisationId: uuid('organisation_id'),
    /** Classes of fields that were chosen. */
    classes: text('classes').array().notNull().default(sql`'{}'`),
    /** The lawful basis or the meeting it was given with; what ends, ends its rows. */
    basisId: uuid('basis_id'),
    beginsAt: moment('begins_at').notNull(),
    endsAt: moment('ends_at'),
    createdBy: uuid('created_by'),
  },
  (table) => [
    index('case_relations_by_case').on(table.caseId),
    index('case_relations_by_person').on(table.personId),
    index('case_relations_by_organisation').on(table.organisationId),
    index('case_relations_by_basis').on(table.basisId),
    rowsSeenBy(
      sql`app_is_system() or person_id = app_person() or ${carriesAt('home_id')} or ${carriesAt('organisation_id')}`,
    ),
    rowsWrittenBy(
      sql`app_is_system() or (${carriesAt('home_id')} and kind <> 'revealed'
        and not (kind = 'barred' and person_id = app_person()))`,
    ),
  ],
);
