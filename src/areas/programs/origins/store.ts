import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import type { ValueOrigin } from '../measures/origin.ts';

/** How a reported value came to stand there. */
export interface EnteredValue {
  readonly measureId: string;
  readonly period: string;
  /** Null: entered before this was kept. */
  readonly origin: ValueOrigin | null;
  readonly enteredAt: Date | null;
  /** A name: for staff. Empty where it is not known. */
  readonly enteredBy: string;
  /** What an offer was counted from. */
  readonly offer: { readonly label: Text; readonly sources: number } | null;
}

/** Of every value of a year's measures: which way it came, when and from whom. */
export async function listEnteredValues(tx: Tx, fiscalYear: number): Promise<EnteredValue[]> {
  const { rows } = await tx.execute<{
    measure_id: string;
    period: string;
    origin: ValueOrigin | null;
    entered_at: string | null;
    entered_by: string | null;
    label_ja: string | null;
    label_en: string | null;
    sources: number | null;
  }>(sql`
    select v.measure_id, v.period, v.origin, v.entered_at::text, v.origin ->> 'name' as entered_by, o.label_ja, o.label_en, o.sources
    from measure_values v join measures m on m.id = v.measure_id join programs p on p.id = m.program_id
    left join measure_offers o on o.id = (v.origin ->> 'offerId')::uuid
    where p.fiscal_year = ${fiscalYear}`);
  return rows.map((row) => ({
    measureId: row.measure_id,
    period: row.period,
    origin: row.origin,
    enteredAt: row.entered_at === null ? null : new Date(row.entered_at),
    enteredBy: row.entered_by ?? '',
    offer:
      row.label_ja === null
        ? null
        : { label: { ja: row.label_ja, en: row.label_en ?? '' }, sources: row.sources ?? 0 },
  }));
}

/** A program's return that was accepted: which, in which round, when and by whom (a name: for staff). */
export interface Acceptance {
  readonly programId: string;
  readonly entryId: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly at: Date;
  readonly by: string;
}

/** The last acceptance of each program's return in a year. */
export async function listAcceptances(tx: Tx, fiscalYear: number): Promise<Acceptance[]> {
  const { rows } = await tx.execute<{
    program_id: string;
    entry_id: string;
    round_id: string;
    organisation_id: string;
    at: string;
    person_name: string;
  }>(sql`
    select distinct on (e.program_id) e.program_id, e.id as entry_id, e.round_id, e.organisation_id, n.at::text, n.person_name
    from entries e join rounds r on r.id = e.round_id join entry_notes n on n.entry_id = e.id and n.kind = 'accepted'
    where r.fiscal_year = ${fiscalYear} and e.status = 'accepted' order by e.program_id, n.at desc`);
  return rows.map((row) => ({
    programId: row.program_id,
    entryId: row.entry_id,
    roundId: row.round_id,
    organisationId: row.organisation_id,
    at: new Date(row.at),
    by: row.person_name,
  }));
}
