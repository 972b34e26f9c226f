import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { trainingCourses } from '../courses/tables.ts';
import { trainingEntries } from '../entries/tables.ts';

/** That somebody took a course. Whoever has a sign-in proves it by this to the conditions of their roles: see guards.sql. */
export const trainingCertificates = pgTable(
  'training_certificates',
  {
    id: id(),
    /** On the paper, and in the public check: cannot be guessed. */
    number: text('number').notNull(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => trainingCourses.id),
    organisationId: uuid('organisation_id').notNull(),
    personId: uuid('person_id').references(() => people.id),
    /** Null: given by hand, for what was taken elsewhere. */
    entryId: uuid('entry_id').references(() => trainingEntries.id),
    /** The first sign of the family name: all that the public check tells of the holder; '' once it was erased. */
    initial: text('initial').notNull(),
    sealedKey: text('sealed_key'),
    /** The name; null once it was erased. */
    sealed: text('sealed'),
    issuedAt: moment('issued_at').notNull(),
    /** Exclusive; null: it does not end. */
    validUntil: moment('valid_until'),
    revokedAt: moment('revoked_at'),
    revokeReason: text('revoke_reason'),
  },
  (table) => [
    unique('training_certificates_number').on(table.number),
    unique('training_certificates_entry').on(table.entryId),
    index('training_certificates_by_person').on(table.personId),
    index('training_certificates_by_course').on(table.courseId, table.issuedAt),
    rowsSeenBy(sql`person_id = app_person()`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('training-keeper', organisation_id)`),
  ],
);
