import { sql } from 'drizzle-orm';
import { bigint, customType, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The id of a row of ours: UUID, made by the database unless an action has to know it before. */
export const id = () => uuid('id').primaryKey().default(sql`gen_random_uuid()`);

/** A moment with time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What is no text. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Yen: an integer far below 2^53. */
export const yen = (name: string) => bigint(name, { mode: 'number' });

/**
 * Row-level security of a table, as sentences in SQL over the functions of roles.sql:
 * `app_person()`, `app_is_system()`, `app_has_role('secretariat')`, `app_has_role_at('reporter', organisation_id)`,
 * `app_is_member_of(organisation_id)`. A table without a policy shows nothing to the application.
 */
export function rowsSeenBy(rule: ReturnType<typeof sql>) {
  return pgPolicy('seen_by', { for: 'select', to: 'public', using: rule });
}

/** Who may insert, update and delete rows; `as`: which rows they may add or turn them into, where that is less. */
export function rowsWrittenBy(rule: ReturnType<typeof sql>, as = rule) {
  return pgPolicy('written_by', { for: 'all', to: 'public', using: rule, withCheck: as });
}

/** Rows that may only be added, never changed. */
export function rowsAddedBy(rule: ReturnType<typeof sql>) {
  return pgPolicy('added_by', { for: 'insert', to: 'public', withCheck: rule });
}

/** Who may change rows that others added, without adding or removing any. */
export function rowsChangedBy(rule: ReturnType<typeof sql>) {
  return pgPolicy('changed_by', { for: 'update', to: 'public', using: rule, withCheck: rule });
}

/** Who may remove rows that they do not write otherwise; they have to see them as well. */
export function rowsRemovedBy(rule: ReturnType<typeof sql>) {
  return pgPolicy('removed_by', { for: 'delete', to: 'public', using: rule });
}
