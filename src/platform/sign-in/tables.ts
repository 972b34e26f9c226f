import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsRemovedBy, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';
import { people } from '../people/tables.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const ownOrSystem = sql`app_is_system() or person_id = app_person()`;
const administrators = sql`app_has_role('administrator')`;

/**
 * Factors of signing in: written by the person alone. Administrators see that there are some and may take them away when the
 * person has lost them, but never add one to somebody else's account.
 */
const ownFactors = () => [
  rowsSeenBy(administrators),
  rowsWrittenBy(ownOrSystem),
  rowsRemovedBy(administrators),
];

/** Signed-in browsers. Only the SHA-256 of the cookie's token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** How they signed in: password, passkey, sso; and whether a second factor was given. */
    method: text('method').notNull(),
    secondFactor: boolean('second_factor').notNull().default(false),
    /** Browser and system in words («Chrome, Windows»); never an address. */
    device: text('device').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    seenAt: moment('seen_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    unique('sessions_token').on(table.tokenHash),
    index('sessions_by_person').on(table.personId),
    rowsSeenBy(sql`app_is_system() or person_id = app_person() or app_has_role('administrator')`),
    rowsWrittenBy(sql`app_is_system() or person_id = app_person() or app_has_role('administrator')`),
  ],
);

/** Second factor by an authenticator app; secret encrypted with the key of the data folder. */
export const totpSecrets = pgTable(
  'totp_secrets',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id),
    secret: text('secret').notNull(),
    confirmedAt: moment('confirmed_at'),
    /** The last time step that was used: a code counts once. */
    lastStep: bigint('last_step', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  ownFactors,
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('recovery_codes_by_person').on(table.personId), ...ownFactors()],
);

export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Base64url, as browsers say it. */
    credentialId: text('credential_id').notNull(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull(),
    label: text('label').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    usedAt: moment('used_at'),
  },
  (table) => [
    unique('passkeys_credential').on(table.credentialId),
    index('passkeys_by_person').on(table.personId),
    ...ownFactors(),
  ],
);

/** Accounts at the single sign-on provider. */
export const ssoIdentities = pgTable(
  'sso_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), ...ownFactors()],
);

/** What a half-done sign-in has to remember (challenge, OIDC state, waiting second factor), for ten minutes. */
export const ceremonies = pgTable(
  'ceremonies',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    kind: text('kind').notNull(),
    personId: uuid('person_id').references(() => people.id),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    unique('ceremonies_token').on(table.tokenHash),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
