import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import type { Text } from '#platform/i18n.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantMoney, grantStaff } from '../calls/tables.ts';
import type { LetterTemplate } from './kinds/rules.ts';

/** What an office's letters carry: its sign before the number (文書記号) and in whose name they go out. */
export const grantLetterOffices = pgTable(
  'grant_letter_offices',
  {
    bureauId: uuid('bureau_id')
      .primaryKey()
      .references(() => organisations.id),
    symbol: text('symbol').notNull(),
    /** 見本県知事: an office, never a person's name. */
    issuer: jsonb('issuer').$type<Text>().notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
    updatedAt: moment('updated_at').notNull(),
  },
  () => [rowsSeenBy(grantMoney), rowsWrittenBy(grantStaff)],
);

/** The last number of an office and fiscal year; locked until the letter stands, so that no number is ever skipped. */
export const grantDocumentCounters = pgTable(
  'grant_document_counters',
  {
    bureauId: uuid('bureau_id').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bureauId, table.fiscalYear] }),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);

/** 文書番号簿: every number that was given, added only. */
export const grantDocuments = pgTable(
  'grant_documents',
  {
    id: id(),
    bureauId: uuid('bureau_id').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    serial: integer('serial').notNull(),
    /** As it stands on the letter: 令7生援第12号 */
    number: text('number').notNull(),
    /** award, refusal, change, fixing, return: template.ts */
    kind: text('kind').notNull(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id),
    issuedOn: date('issued_on').notNull(),
    personId: uuid('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('grant_documents_once').on(table.bureauId, table.fiscalYear, table.serial),
    index('grant_documents_by_application').on(table.applicationId),
    rowsSeenBy(grantMoney),
    rowsAddedBy(grantStaff),
  ],
);

/** The words of an office's letters, kind by kind, in versions; an office without its own uses the standard ones. */
export const grantLetterTemplates = pgTable(
  'grant_letter_templates',
  {
    id: id(),
    bureauId: uuid('bureau_id')
      .notNull()
      .references(() => organisations.id),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<LetterTemplate>().notNull(),
    /** draft, published, replaced */
    state: text('state').notNull(),
    editedBy: uuid('edited_by').references(() => people.id),
    editedAt: moment('edited_at').notNull(),
    publishedBy: uuid('published_by').references(() => people.id),
    publishedAt: moment('published_at'),
  },
  (table) => [
    unique('grant_letter_templates_version').on(table.bureauId, table.kind, table.version),
    uniqueIndex('grant_letter_templates_draft').on(table.bureauId, table.kind).where(sql`state = 'draft'`),
    uniqueIndex('grant_letter_templates_published')
      .on(table.bureauId, table.kind)
      .where(sql`state = 'published'`),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);

/** A letter as it was issued: sealed with its application's key, added once, changed never; only the job of retention (its name) removes it. */
export const grantLetters = pgTable(
  'grant_letters',
  {
    documentId: uuid('document_id')
      .primaryKey()
      .references(() => grantDocuments.id),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id),
    bureauId: uuid('bureau_id').notNull(),
    kind: text('kind').notNull(),
    /** 0: the standard words of the product. */
    templateVersion: integer('template_version').notNull(),
    sealed: text('sealed').notNull(),
    /** SHA-256 of what was sealed. */
    sha256: text('sha256').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('grant_letters_by_application').on(table.applicationId),
    rowsSeenBy(grantStaff),
    rowsAddedBy(grantStaff),
    rowsRemovedBy(sql`current_setting('app.system', true) = 'grants.erase'`),
  ],
);
