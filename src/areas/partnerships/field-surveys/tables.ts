import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import type { SurveyQuestion, Values } from './questions.ts';

const keeps = sql`app_is_system() or app_has_role('concierge') or app_has_role('secretariat')`;

/** 実態調査. `questions` is what the keeper works on; what is asked outside is the newest row of `fieldSurveyVersions`. */
export const fieldSurveys = pgTable(
  'field_surveys',
  {
    id: id(),
    title: text('title').notNull(),
    purpose: text('purpose').notNull(),
    /** First and last day on which it is asked. */
    opensOn: date('opens_on', { mode: 'string' }).notNull(),
    closesOn: date('closes_on', { mode: 'string' }).notNull(),
    /** draft, open, closed: rules.ts */
    state: text('state').notNull().default('draft'),
    questions: jsonb('questions').$type<readonly SurveyQuestion[]>().notNull(),
    /** Of the questions as they are asked; 0: never asked yet. */
    version: integer('version').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [
    index('field_surveys_by_day').on(table.opensOn),
    rowsSeenBy(sql`${keeps} or (state <> 'draft' and exists (select from field_survey_teams t
      where t.survey_id = field_surveys.id and app_has_role_at('surveyor', t.organisation_id)))`),
    rowsWrittenBy(keeps),
  ],
);

/** Questions as they were asked: an answer keeps the version that it was given to. */
export const fieldSurveyVersions = pgTable(
  'field_survey_versions',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => fieldSurveys.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    questions: jsonb('questions').$type<readonly SurveyQuestion[]>().notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.version] }),
    rowsSeenBy(sql`${keeps} or app_has_role('surveyor')`),
    rowsAddedBy(keeps),
  ],
);

/** Who goes out for a survey, and where. */
export const fieldSurveyTeams = pgTable(
  'field_survey_teams',
  {
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => fieldSurveys.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Codes of municipalities; empty: all. */
    municipalities: text('municipalities').array().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({ columns: [table.surveyId, table.organisationId] }),
    rowsSeenBy(sql`${keeps} or app_has_role_at('surveyor', organisation_id)`),
    rowsWrittenBy(keeps),
  ],
);

/**
 * What a telephone sent: every state of every answer, none of them ever rewritten. Id, answer and sequence are made on the telephone,
 * so that sending twice changes nothing; of an answer the highest sequence holds. No name, no point: a municipality and an hour.
 */
export const fieldSurveyEdits = pgTable(
  'field_survey_edits',
  {
    id: uuid('id').primaryKey(),
    answerId: uuid('answer_id').notNull(),
    surveyId: uuid('survey_id')
      .notNull()
      .references(() => fieldSurveys.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    /** How often the answer was written, this time included. */
    sequence: integer('sequence').notNull(),
    municipality: text('municipality').notNull(),
    /** People who were seen. */
    seen: integer('seen').notNull(),
    values: jsonb('values').$type<Values>().notNull(),
    /** Taken back by whoever wrote it. */
    removed: boolean('removed').notNull().default(false),
    /** The hour, after the telephone's clock was set right by the server's. */
    seenAt: moment('seen_at').notNull(),
    /** How far the telephone's clock was behind when it sent (seconds). */
    clockBehind: integer('clock_behind').notNull(),
    /** Its clock cannot be right: the hour is the best that could be made of it. */
    clockDoubtful: boolean('clock_doubtful').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [
    index('field_survey_edits_by_answer').on(table.surveyId, table.answerId, table.sequence),
    rowsSeenBy(sql`${keeps} or app_has_role_at('surveyor', organisation_id)`),
    rowsAddedBy(sql`app_is_system() or app_has_role_at('surveyor', organisation_id)`),
  ],
);
