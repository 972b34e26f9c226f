import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** What somebody found when they asked about danger, each time anew; the level is a person's judgement. Goes with the words. */
export const riskAssessments = pgTable(
  'risk_assessments',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
    /** Codes of `risks/codes.ts`; null: not asked. */
    thoughts: text('thoughts'),
    plan: text('plan'),
    means: text('means'),
    timing: text('timing'),
    alone: text('alone'),
    substance: text('substance'),
    past: text('past'),
    dangers: text('dangers').array().notNull().default(sql`'{}'`),
    protects: text('protects').array().notNull().default(sql`'{}'`),
    /** 0 none, 1 low, 2 middle, 3 high, 4 now. */
    level: integer('level').notNull(),
    sealed: text('sealed'),
  },
  (table) => [
    check('risk_assessments_level', sql`level between 0 and 4`),
    index('risk_assessments_by_contact').on(table.contactId, table.at),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** A supervisor is called to a conversation, with a clock. Codes and moments only: stays when the words are gone. */
export const escalations = pgTable(
  'escalations',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** risk, press, transfer */
    cause: text('cause').notNull(),
    level: integer('level'),
    raisedBy: uuid('raised_by').references(() => people.id),
    raisedAt: moment('raised_at').notNull(),
    /** By when a supervisor acknowledges; set on with each reminder. */
    dueAt: moment('due_at').notNull(),
    /** The supervisor whose turn it is; null: every one of the desk. */
    toPersonId: uuid('to_person_id').references(() => people.id),
    reminders: integer('reminders').notNull().default(0),
    acknowledgedBy: uuid('acknowledged_by').references(() => people.id),
    acknowledgedAt: moment('acknowledged_at'),
    joinedBy: uuid('joined_by').references(() => people.id),
    joinedAt: moment('joined_at'),
    /** Two people: one goes on talking, one reports. */
    talksId: uuid('talks_id').references(() => people.id),
    reportsId: uuid('reports_id').references(() => people.id),
    resolvedBy: uuid('resolved_by').references(() => people.id),
    resolvedAt: moment('resolved_at'),
    outcome: text('outcome'),
  },
  (table) => [
    uniqueIndex('escalations_open').on(table.contactId).where(sql`resolved_at is null`),
    index('escalations_by_desk').on(table.deskId, table.raisedAt),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** Who did what when in an emergency. Added to, never changed. */
export const emergencySteps = pgTable(
  'emergency_steps',
  {
    id: id(),
    escalationId: uuid('escalation_id')
      .notNull()
      .references(() => escalations.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id').notNull(),
    deskId: uuid('desk_id').notNull(),
    /** police, ambulance, child-guidance, prefecture */
    step: text('step').notNull(),
    /** calling, told, coming, not-reached, not-needed */
    result: text('result').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('emergency_steps_by_escalation').on(table.escalationId, table.at),
    rowsSeenBy(ofOwnDesk),
    rowsAddedBy(ofOwnDesk),
  ],
);
