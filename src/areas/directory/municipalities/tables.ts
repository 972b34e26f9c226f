import { sql } from 'drizzle-orm';
import { type AnyPgColumn, doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

/** Municipalities of the prefecture and the wards of its designated cities; the prefecture itself is the row without parent. */
export const municipalities = pgTable(
  'municipalities',
  {
    /** Five digits of 全国地方公共団体コード; `code6` adds the check digit. */
    code: text('code').primaryKey(),
    code6: text('code6').notNull(),
    parentCode: text('parent_code').references((): AnyPgColumn => municipalities.code),
    /** prefecture, designated-city, core-city, city, town, village, ward */
    kind: text('kind').notNull(),
    nameJa: text('name_ja').notNull(),
    nameKana: text('name_kana').notNull(),
    nameEn: text('name_en').notNull(),
    /** 足柄下郡, before the name of a town or village where names are long. */
    county: text('county'),
    /** 地域政策圏, the group in lists. */
    region: text('region'),
    population: integer('population'),
    /** The middle of it, WGS84, for what is near; rough. */
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    /** Position of its tile on the map of places. */
    tileColumn: integer('tile_column'),
    tileRow: integer('tile_row'),
    /** The authority that runs 自立相談支援 for its residents: itself, its city, or the prefecture. */
    supportAuthority: text('support_authority').notNull(),
    /** The organisation of the platform, where it has one. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
  },
  (table) => [
    index('municipalities_by_parent').on(table.parentCode),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('directory-keeper')`),
  ],
);
