import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

/** Bureaus, municipalities, desks, NPOs, companies, and the prefecture itself. Names are public. */
export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** A short name in Latin letters, used by seeds and imports; stable. */
    code: text('code').notNull(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en'),
    /** Six digits with check digit, for the prefecture and municipalities. */
    localGovernmentCode: text('local_government_code'),
    closedAt: moment('closed_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('organisations_code').on(table.code),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('administrator')`),
  ],
);

/** Everybody with a sign-in. */
export const people = pgTable(
  'people',
  {
    id: id(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    lang: text('lang').notNull().default('ja'),
    /** argon2id; null until one was chosen, or with passkeys and single sign-on only. */
    passwordHash: text('password_hash'),
    failedTries: integer('failed_tries').notNull().default(0),
    lockedUntil: moment('locked_until'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('people_email').on(table.email),
    rowsSeenBy(sql`app_is_system() or id = app_person() or app_has_role('administrator')
      or exists (select from memberships m where m.person_id = people.id and app_is_member_of(m.organisation_id))`),
    rowsWrittenBy(sql`app_is_system() or id = app_person() or app_has_role('administrator')`),
  ],
);

/** A role of a person at an organisation. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').notNull(),
    endedAt: moment('ended_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('memberships_once').on(table.personId, table.organisationId, table.role),
    index('memberships_by_organisation').on(table.organisationId),
    rowsSeenBy(
      sql`app_is_system() or person_id = app_person() or app_is_member_of(organisation_id) or app_has_role('administrator')`,
    ),
    rowsWrittenBy(sql`app_is_system() or app_has_role('administrator')`),
  ],
);

/** What a role asks of its holders beyond the membership: from a moment on it gives nothing without a proof of this kind. */
export const roleConditions = pgTable(
  'role_conditions',
  {
    role: text('role').notNull(),
    /** The id of what is asked for, as the area that asks calls it. */
    kind: uuid('kind').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.role, table.kind] }),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** That somebody has what conditions of this kind ask for, and how long. The id is that of what it comes of. */
export const proofs = pgTable(
  'proofs',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: uuid('kind').notNull(),
    validFrom: moment('valid_from').notNull(),
    /** Exclusive; null: it does not end. */
    validUntil: moment('valid_until'),
  },
  (table) => [
    index('proofs_by_person').on(table.personId, table.kind),
    rowsSeenBy(sql`app_is_system() or person_id = app_person() or app_has_role('administrator')
      or exists (select from memberships m where m.person_id = proofs.person_id and app_is_member_of(m.organisation_id))`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** The link of an invitation holds a token; only its SHA-256 is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** [{ organisationId, role }] */
    memberships: jsonb('memberships').$type<{ organisationId: string; role: string }[]>().notNull(),
    /** Null for the first administrator of an empty database. */
    invitedBy: uuid('invited_by').references(() => people.id),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('invitations_token').on(table.tokenHash),
    rowsSeenBy(sql`app_is_system() or app_has_role('administrator')`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('administrator')`),
  ],
);

/** One row: whose site this is. */
export const site = pgTable(
  'site',
  {
    id: integer('id').primaryKey().default(1),
    operatorJa: text('operator_ja').notNull(),
    operatorEn: text('operator_en').notNull(),
    titleJa: text('title_ja').notNull(),
    titleEn: text('title_en').notNull(),
    /** 生活困窮者対策推進本部, or what the body is called here. */
    headquartersJa: text('headquarters_ja').notNull(),
    headquartersEn: text('headquarters_en').notNull(),
    demo: integer('demo').notNull().default(0),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(sql`app_is_system() or app_has_role('administrator')`)],
);
