import { sql } from 'drizzle-orm';
import { boolean, check, date, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';

/** The platform's own office, and the product itself. */
const office = sql`app_is_system() or app_has_role('concierge')`;
const reader = sql`${office} or app_has_role('secretariat')`;
/** The row's own member. */
const own = sql`app_has_role_at('member-agent', organisation_id)`;

/** 構成員: an organisation that was vetted. What it says of itself is public; its name is the organisation's. */
export const members = pgTable(
  'members',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** welfare-corporation, npo, company, government, university, other */
    kind: text('kind').notNull(),
    /** active, lapsed, left, removed */
    state: text('state').notNull().default('active'),
    aboutJa: text('about_ja').notNull().default(''),
    aboutEn: text('about_en').notNull().default(''),
    website: text('website').notNull().default(''),
    /** Worries of the directory that it works on. */
    topics: text('topics').array().notNull().default(sql`'{}'`),
    /** Five digits each; none means everywhere in the prefecture. */
    municipalities: text('municipalities').array().notNull().default(sql`'{}'`),
    joinedOn: date('joined_on', { mode: 'string' }).notNull(),
    /** The last day of the membership, unless it is renewed. */
    until: date('until', { mode: 'string' }).notNull(),
    /** For which last day the reminder went out. */
    remindedFor: date('reminded_for', { mode: 'string' }),
    endedAt: moment('ended_at'),
    /** Read by the member and the office alone. */
    endReason: text('end_reason').notNull().default(''),
    illustrative: boolean('illustrative').notNull().default(false),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    unique('members_once').on(table.organisationId),
    index('members_by_state').on(table.state, table.until),
    check('members_state', sql`state in ('active', 'lapsed', 'left', 'removed')`),
    rowsSeenBy(sql`state = 'active' or ${reader} or ${own}`),
    rowsWrittenBy(sql`${office} or ${own}`),
  ],
);

/** 入会の申込: who asks stands sealed; what the organisation is and does becomes its page. */
export const memberApplications = pgTable(
  'member_applications',
  {
    id: id(),
    /** unconfirmed → asked ⇄ returned → accepted, refused; withdrawn */
    state: text('state').notNull().default('unconfirmed'),
    organisationName: text('organisation_name').notNull(),
    kind: text('kind').notNull(),
    about: text('about').notNull(),
    website: text('website').notNull().default(''),
    topics: text('topics').array().notNull().default(sql`'{}'`),
    municipalities: text('municipalities').array().notNull().default(sql`'{}'`),
    /** Working groups that it wants to be part of. */
    groupIds: uuid('group_ids').array().notNull().default(sql`'{}'`),
    /** Behind the mailed link. */
    tokenHash: text('token_hash').notNull(),
    /** The address, blind: nobody is mailed again and again. */
    addressMark: text('address_mark').notNull(),
    /** Null once the person who asked is forgotten. */
    sealedKey: text('sealed_key'),
    /** { name, mail, phone } */
    sealed: text('sealed'),
    lang: text('lang').notNull().default('ja'),
    /** Questions of the office and answers, in order. */
    talk: jsonb('talk').$type<readonly ApplicationWord[]>().notNull().default([]),
    reason: text('reason').notNull().default(''),
    /** The organisation that it became, or was. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** False between the decision and its effect. */
    admitted: boolean('admitted').notNull().default(false),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('member_applications_token').on(table.tokenHash),
    index('member_applications_by_state').on(table.state, table.createdAt),
    index('member_applications_by_address').on(table.addressMark),
    rowsSeenBy(office),
    rowsWrittenBy(office),
  ],
);

export interface ApplicationWord {
  readonly by: 'office' | 'applicant';
  readonly at: string;
  readonly words: string;
}

/** 部会: members who work on one subject. */
export const workingGroups = pgTable(
  'working_groups',
  {
    id: id(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
    purposeJa: text('purpose_ja').notNull(),
    purposeEn: text('purpose_en').notNull().default(''),
    /** 部会長: the member that leads it. */
    chairId: uuid('chair_id').references(() => organisations.id),
    illustrative: boolean('illustrative').notNull().default(false),
    closedAt: moment('closed_at'),
    createdAt: moment('created_at').notNull(),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(office)],
);

export const workingGroupMembers = pgTable(
  'working_group_members',
  {
    id: id(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => workingGroups.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    joinedAt: moment('joined_at').notNull(),
  },
  (table) => [
    unique('working_group_members_once').on(table.groupId, table.organisationId),
    index('working_group_members_by_organisation').on(table.organisationId),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`${office} or ${own}`),
  ],
);

/** 会議の記録: of each meeting of a working group; for its members, or for everybody. Never rewritten. */
export const workingGroupNotes = pgTable(
  'working_group_notes',
  {
    id: id(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => workingGroups.id),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
    open: boolean('open').notNull(),
    /** Who wrote it down: the office, or the chair. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('working_group_notes_by_group').on(table.groupId, table.heldOn),
    rowsSeenBy(sql`open or ${reader} or exists (select from working_group_members m
      where m.group_id = working_group_notes.group_id and app_has_role_at('member-agent', m.organisation_id))`),
    rowsWrittenBy(sql`${office} or exists (select from working_groups g
      where g.id = working_group_notes.group_id and g.chair_id = working_group_notes.organisation_id
        and app_has_role_at('member-agent', g.chair_id))`),
  ],
);
