import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { desks } from '../../desks/tables.ts';

const ofSupervisor = sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`;

/** A desk's channel at LINE. Secret and token are written once and never shown again. */
export const lineChannels = pgTable(
  'line_channels',
  {
    deskId: uuid('desk_id')
      .primaryKey()
      .references(() => desks.id),
    /** The channel's data key, sealed by the vault: it seals what stands here, and the users and events of the channel. */
    sealedKey: text('sealed_key').notNull(),
    sealedSecret: text('sealed_secret').notNull(),
    sealedToken: text('sealed_token').notNull(),
    /** false: a channel of the demo world, whose messages leave the house for nowhere. */
    sends: boolean('sends').notNull().default(true),
    keysAt: moment('keys_at').notNull(),
    keysBy: uuid('keys_by').references(() => people.id),
    testedAt: moment('tested_at'),
    /** ok, or which step failed: token, unreachable, webhook-missing, webhook-off, webhook-elsewhere, webhook-failed */
    testResult: text('test_result'),
  },
  () => [rowsSeenBy(ofSupervisor), rowsWrittenBy(ofSupervisor)],
);
