import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../../cases/case-files/tables.ts';
import { casePlans } from '../../cases/plans/tables.ts';
import { voices } from '../../programs/voices/tables.ts';
import { workplaces } from '../workplaces/tables.ts';

const carries = sql.raw(`(app_has_role('case-worker') or app_has_role('case-supervisor'))`);
/** Those of the case, as row-level security of the sides lets them. */
const caseSide = (training: string) =>
  sql.raw(`exists (select from work_training_sides s where s.training_id = ${training})`);
/** The workplace, while the person's consent stands; in the moment in which it is withdrawn there is nothing to see any more. */
const workplaceSide = sql.raw(
  `(app_has_role_at('workplace-agent', organisation_id) and state <> 'draft' and withdrawn_at is null)`,
);

/** 就労訓練: one person at one workplace, in days and codes. Who it is, and of which case, stands nowhere in it. */
export const workTrainings = pgTable(
  'work_trainings',
  {
    id: id(),
    workplaceId: uuid('workplace_id')
      .notNull()
      .references(() => workplaces.id),
    /** The workplace's organisation. */
    organisationId: uuid('organisation_id').notNull(),
    /** draft, proposed, accepted, declined, agreed, ended, withdrawn, dropped: rules.ts */
    state: text('state').notNull(),
    /** employed (雇用型), unemployed (非雇用型) */
    kind: text('kind').notNull(),
    days: text('days').array().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    minutesADay: integer('minutes_a_day').notNull(),
    allowanceYen: integer('allowance_yen').notNull().default(0),
    /** hour, day */
    allowanceFor: text('allowance_for').notNull().default('day'),
    travelPaid: boolean('travel_paid').notNull().default(false),
    /** labour (労働保険), accident (傷害保険), none */
    insurance: text('insurance').notNull().default('none'),
    consentOn: date('consent_on', { mode: 'string' }),
    /** signed, spoken */
    consentHow: text('consent_how'),
    withdrawnAt: moment('withdrawn_at'),
    proposedAt: moment('proposed_at'),
    answeredAt: moment('answered_at'),
    /** A code: full, tasks, days, later, other */
    declineReason: text('decline_reason'),
    /** The three sides of the agreement, each for itself; any change of its terms takes all three back. */
    personAgreedAt: moment('person_agreed_at'),
    /** own-page, paper */
    personAgreedHow: text('person_agreed_how'),
    workplaceAgreedAt: moment('workplace_agreed_at'),
    workerAgreedAt: moment('worker_agreed_at'),
    endedOn: date('ended_on', { mode: 'string' }),
    /** employed, continues, other-work, ended */
    outcome: text('outcome'),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('work_trainings_of_workplace').on(table.workplaceId, table.state),
    index('work_trainings_of_organisation').on(table.organisationId, table.state),
    index('work_trainings_by_start').on(table.startsOn),
    rowsSeenBy(sql`app_is_system() or app_has_role('work-officer') or ${workplaceSide} or ${caseSide('id')}`),
    rowsAddedBy(sql`app_is_system() or ${carries}`),
    rowsChangedBy(
      sql`app_is_system() or app_has_role_at('workplace-agent', organisation_id) or ${caseSide('id')}`,
    ),
  ],
);

/** Which case it belongs to: for those of the case alone. */
export const workTrainingSides = pgTable(
  'work_training_sides',
  {
    trainingId: uuid('training_id')
      .primaryKey()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    planId: uuid('plan_id').references(() => casePlans.id, { onDelete: 'set null' }),
    workerId: uuid('worker_id').references(() => people.id),
    /** The record that tells the case of its beginning; ended with it. */
    recordId: uuid('record_id'),
  },
  (table) => [
    index('work_training_sides_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, 'basic')`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);

const shown = sql.raw(`exists (select from work_trainings t where t.id = training_id)`);
/** What is sealed is for the two sides; the officer, who counts, sees none of it. */
const told = sql`app_is_system() or (${shown} and (app_has_role_at('workplace-agent', organisation_id) or ${caseSide('work_training_told.training_id')}))`;
const between = (table: string) =>
  sql`app_is_system() or (${shown} and (app_has_role_at('workplace-agent', organisation_id) or ${caseSide(`${table}.training_id`)}))`;

/** What the workplace is told of the person, word for word as the person agreed to it. */
export const workTrainingTold = pgTable(
  'work_training_told',
  {
    trainingId: uuid('training_id')
      .primaryKey()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** The training's data key, sealed by the vault: opens this row, incidents, reviews and voices. */
    sealedKey: text('sealed_key').notNull(),
    sealed: text('sealed').notNull(),
  },
  () => [rowsSeenBy(told), rowsWrittenBy(sql`app_is_system() or ${carries}`)],
);

/** Hours of a day, as the workplace and as the person kept them. */
export const workTrainingDays = pgTable(
  'work_training_days',
  {
    trainingId: uuid('training_id')
      .notNull()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
    /** workplace, person */
    side: text('side').notNull(),
    /** 0: did not come. */
    minutes: integer('minutes').notNull(),
    keptAt: moment('kept_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trainingId, table.on, table.side] }),
    rowsSeenBy(sql`app_is_system() or ${shown}`),
    rowsWrittenBy(between('work_training_days')),
  ],
);

/** Something happened. What, by a code; the words are sealed. */
export const workTrainingIncidents = pgTable(
  'work_training_incidents',
  {
    id: id(),
    trainingId: uuid('training_id')
      .notNull()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
    /** injury, unwell, commute, trouble, other */
    kind: text('kind').notNull(),
    side: text('side').notNull(),
    sealed: text('sealed').notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('work_training_incidents_of').on(table.trainingId),
    rowsSeenBy(between('work_training_incidents')),
    rowsWrittenBy(between('work_training_incidents')),
  ],
);

/** How it goes, by each of the three sides, in the middle and at the end. */
export const workTrainingReviews = pgTable(
  'work_training_reviews',
  {
    id: id(),
    trainingId: uuid('training_id')
      .notNull()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** midpoint, end */
    at: text('at').notNull(),
    /** person, workplace, worker */
    side: text('side').notNull(),
    /** By question: 1 to 4. */
    marks: jsonb('marks').$type<Readonly<Record<string, number>>>().notNull(),
    sealed: text('sealed').notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    unique('work_training_reviews_once').on(table.trainingId, table.at, table.side),
    rowsSeenBy(between('work_training_reviews')),
    rowsWrittenBy(between('work_training_reviews')),
  ],
);

/** What somebody said for others to read: with consent, told by role. */
export const workTrainingVoices = pgTable(
  'work_training_voices',
  {
    id: id(),
    trainingId: uuid('training_id')
      .notNull()
      .references(() => workTrainings.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** person, workplace */
    side: text('side').notNull(),
    /** Given to be published; no names: the writer is told so, and the officer reads it before it goes on. */
    words: text('words').notNull(),
    consentOn: date('consent_on', { mode: 'string' }).notNull(),
    /** own-page, staff-page, paper */
    consentHow: text('consent_how').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    /** Where it was passed on to. */
    programVoiceId: uuid('program_voice_id').references(() => voices.id, { onDelete: 'set null' }),
    passedAt: moment('passed_at'),
  },
  (table) => [
    unique('work_training_voices_once').on(table.trainingId, table.side),
    rowsSeenBy(sql`app_is_system() or ${shown}`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('work-officer') or ${shown}`),
  ],
);
