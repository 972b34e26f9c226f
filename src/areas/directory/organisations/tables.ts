import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

/** Keepers all, editors their own organisation's. */
const writesProfile = sql`app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)`;

/** What the public sees of an organisation that answers for entries; name and kind are the platform's. */
export const organisationProfiles = pgTable(
  'organisation_profiles',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    nameKana: text('name_kana').notNull().default(''),
    descriptionJa: text('description_ja').notNull().default(''),
    descriptionEn: text('description_en').notNull().default(''),
    website: text('website').notNull().default(''),
    /** 法人番号, 13 digits. */
    legalNumber: text('legal_number').notNull().default(''),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(writesProfile)],
);

/** Where the mailed links that keep an organisation's entries true go. Never public. */
export const confirmationAddresses = pgTable(
  'confirmation_addresses',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    email: text('email').notNull(),
  },
  () => [rowsSeenBy(writesProfile), rowsWrittenBy(writesProfile)],
);
