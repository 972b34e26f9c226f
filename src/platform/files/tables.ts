import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

/** Uploaded files: the bytes lie in the data folder under their SHA-256, this row says what they are. */
export const files = pgTable(
  'files',
  {
    id: id(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** As found in the content, not as claimed. */
    mediaType: text('media_type').notNull(),
    name: text('name').notNull(),
    /** Whose members may read it while it is not public. */
    organisationId: uuid('organisation_id'),
    uploadedBy: uuid('uploaded_by'),
    /** Set when a public page shows it. */
    publicAt: moment('public_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('files_by_sha256').on(table.sha256),
    rowsSeenBy(
      sql`app_is_system() or public_at is not null or uploaded_by = app_person() or app_is_member_of(organisation_id)`,
    ),
    rowsWrittenBy(sql`app_is_system() or uploaded_by = app_person()`),
  ],
);
