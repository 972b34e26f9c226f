import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { desks } from '../desks/tables.ts';

/** Those who work at the desk of the row, and the product acting for the person at the other end: `worksAt`. */
export const ofOwnDesk = sql`app_is_system() or app_has_role_at('counsellor', desk_id)
  or app_has_role_at('desk-supervisor', desk_id)`;

/**
 * One record for five doors. What people say is sealed with the contact's data key (`messages`, `contact_texts`); what is
 * counted and searched stands in columns. Erased: the data key and the texts are gone, the columns that count remain.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    /** What the person is given to come back with, together with a passphrase: eight digits. */
    number: text('number').notNull(),
    /** SHA-256 of the passphrase with the number; null where there is none to come back with. */
    passphraseHash: text('passphrase_hash'),
    /** phone, line, mail, chat, visit; notice */
    door: text('door').notNull(),
    /** bot → waiting → open → ended; phone and visit begin open. */
    state: text('state').notNull(),
    /** The contact's data key, sealed by the vault; null when erased. */
    sealedKey: text('sealed_key'),
    lang: text('lang').notNull().default('ja'),
    arrivedAt: moment('arrived_at').notNull(),
    /** When the person asked for a human. */
    queuedAt: moment('queued_at'),
    takenAt: moment('taken_at'),
    takenBy: uuid('taken_by').references(() => people.id),
    firstAnswerAt: moment('first_answer_at'),
    endedAt: moment('ended_at'),
    /** done, no-answer, quiet, closed-hours, transferred, prank, withdrawn */
    endReason: text('end_reason'),
    inHours: boolean('in_hours').notNull(),
    /** The person's and the desk's last words, for the tempo. */
    lastPersonAt: moment('last_person_at'),
    lastDeskAt: moment('last_desk_at'),
    /** When the counsellor said that they stay beyond closing time. */
    staysAt: moment('stays_at'),
    /** Record fields: codes of `contacts/codes.ts`; what the person did not say stays null. */
    about: text('about'),
    worries: text('worries').array().notNull().default(sql`'{}'`),
    mainWorry: text('main_worry'),
    ageBand: text('age_band'),
    sex: text('sex'),
    municipality: text('municipality'),
    route: text('route'),
    actions: text('actions').array().notNull().default(sql`'{}'`),
    outcome: text('outcome'),
    minutes: integer('minutes'),
    followUpOn: date('follow_up_on', { mode: 'string' }),
    interpreter: boolean('interpreter').notNull().default(false),
    /** 0 none … 4 now: as a person judged; null: not judged. */
    risk: integer('risk'),
    /** Kinds of crisis words that arrived: raises a flag for a person, judges nothing. */
    flags: text('flags').array().notNull().default(sql`'{}'`),
    /** Passed on from another desk's contact. */
    transferredFrom: uuid('transferred_from'),
    /** Counts up with each change of record fields; a form says which one it was made from. */
    version: integer('version').notNull().default(1),
    /** Of the last message: numbers its messages. */
    lastSeq: integer('last_seq').notNull().default(0),
    /** Of the last message that the person's page has shown; kept where somebody has to be called to the page (LINE). */
    seenSeq: integer('seen_seq').notNull().default(0),
    /** Days after its end until its words are erased, as the person was promised at the beginning. */
    retentionDays: integer('retention_days'),
    /** That the person answered the three questions; what they answered stands in the counts alone. */
    surveyedAt: moment('surveyed_at'),
    /** It became a case, with which organisation. */
    becameCaseAt: moment('became_case_at'),
    caseOrganisationId: uuid('case_organisation_id'),
    erasedAt: moment('erased_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('contacts_number').on(table.number),
    index('contacts_queue').on(table.deskId, table.state, table.queuedAt),
    index('contacts_by_arrival').on(table.deskId, table.arrivedAt),
    index('contacts_to_follow_up').on(table.deskId, table.followUpOn).where(sql`follow_up_on is not null`),
    index('contacts_to_erase').on(table.endedAt).where(sql`erased_at is null`),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** Sealed texts of the record: `content` 相談内容, `response` 対応, `next` 次の一歩, `accompanied` 付き添いの人, `handoff` for the next desk. */
export const contactTexts = pgTable(
  'contact_texts',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    kind: text('kind').notNull(),
    sealed: text('sealed').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    unique('contact_texts_once').on(table.contactId, table.kind),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** Who looked at a conversation, and when: each look, for the supervisor. */
export const contactReads = pgTable(
  'contact_reads',
  {
    id: id(),
    contactId: uuid('contact_id').notNull(),
    deskId: uuid('desk_id').notNull(),
    personId: uuid('person_id').notNull(),
    at: moment('at').notNull(),
    /** The reader had taken it, supervises, or only looked. */
    as: text('as').notNull(),
  },
  (table) => [
    index('contact_reads_by_desk').on(table.deskId, table.at),
    rowsSeenBy(sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`),
    rowsAddedBy(ofOwnDesk),
  ],
);
