import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { measures } from '../measures/tables.ts';
import { programPartners, programPillars, programs } from '../programs/tables.ts';
import { terms } from '../terms/tables.ts';

/** Ids of the programs of the year before that already go on in this one. */
export async function listCarried(tx: Tx, to: number): Promise<string[]> {
  const rows = await tx
    .select({ predecessorId: programs.predecessorId })
    .from(programs)
    .where(eq(programs.fiscalYear, to));
  return rows.flatMap((row) => (row.predecessorId ? [row.predecessorId] : []));
}

export interface Successor {
  readonly id: string;
  readonly predecessorId: string;
  readonly slug: string;
}

/**
 * Writes the successors in `to`: words, bureau and partners go on; money starts empty; a code goes on where the new year has it.
 * Programs that already lie in the new year keep their places before.
 */
export async function insertSuccessors(tx: Tx, to: number, successors: readonly Successor[]): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(successors)}::json) as s(id uuid, "predecessorId" uuid, slug text)`;
  const known = (scheme: string, code: ReturnType<typeof sql>) =>
    sql`(select t.code from ${terms} t where t.fiscal_year = ${to} and t.scheme = ${scheme} and t.code = ${code})`;
  await tx.execute(sql`insert into ${programs} (id, fiscal_year, slug, name_ja, name_en, continuity, category, line,
      organisation_id, division, target_people, purpose, logic, predecessor_id, illustrative, position)
    select s.id, ${to}::int, s.slug, p.name_ja, p.name_en, 'continued', ${known('category', sql`p.category`)}, ${known('line', sql`p.line`)},
      p.organisation_id, p.division, p.target_people, p.purpose, p.logic, p.id, p.illustrative,
      (select coalesce(max(o.position), -1) + 1 from ${programs} o where o.fiscal_year = ${to}) + p.position
    from ${given} join ${programs} p on p.id = s."predecessorId"`);
  await tx.execute(sql`insert into ${programPillars} (program_id, pillar)
    select s.id, l.pillar from ${given} join ${programPillars} l on l.program_id = s."predecessorId"
    where ${known('pillar', sql`l.pillar`)} is not null`);
  await tx.execute(sql`insert into ${programPartners} (program_id, organisation_id)
    select s.id, l.organisation_id from ${given} join ${programPartners} l on l.program_id = s."predecessorId"`);
  await insertMeasureSuccessors(tx, given);
}

/** Measures go on with what they count; targets and values are the new year's own. */
async function insertMeasureSuccessors(tx: Tx, given: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`insert into ${measures} (program_id, label_ja, label_en, unit, kind, counting, rhythm,
      definition, source_note, predecessor_id, position)
    select s.id, m.label_ja, m.label_en, m.unit, m.kind, m.counting, m.rhythm, m.definition, m.source_note, m.id, m.position
    from ${given} join ${measures} m on m.program_id = s."predecessorId"`);
}

/** Bureaus and units that what was carried needs and the new year has not named yet come with their words. */
export async function copyNeededTerms(tx: Tx, { from, to }: { from: number; to: number }): Promise<void> {
  const place = sql`(select coalesce(max(o.position), -1) + 1 from ${terms} o where o.fiscal_year = ${to} and o.scheme = t.scheme) + t.position`;
  const has = (condition: ReturnType<typeof sql>) =>
    sql`exists (select from ${terms} h where h.fiscal_year = ${to} and h.scheme = t.scheme and ${condition})`;
  await tx.execute(sql`insert into ${terms} (fiscal_year, scheme, code, name_ja, name_en, position, organisation_id, details)
    select ${to}::int, t.scheme, t.code, t.name_ja, t.name_en, ${place}, null, t.details
    from ${terms} t where t.fiscal_year = ${from} and t.scheme = 'unit' and not ${has(sql`h.code = t.code`)}
      and exists (select from ${measures} m join ${programs} p on p.id = m.program_id
        where p.fiscal_year = ${to} and m.unit = t.code)`);
  // The new year may use the code for another bureau: then this one gets a code of its own.
  await tx.execute(sql`insert into ${terms} (fiscal_year, scheme, code, name_ja, name_en, position, organisation_id, details)
    select ${to}::int, t.scheme, case when ${has(sql`h.code = t.code`)} then t.code || '-' || ${from}::text else t.code end,
      t.name_ja, t.name_en, ${place}, t.organisation_id, t.details
    from ${terms} t where t.fiscal_year = ${from} and t.scheme = 'bureau'
      and not ${has(sql`h.organisation_id = t.organisation_id`)}
      and (exists (select from ${programs} p where p.fiscal_year = ${to} and p.organisation_id = t.organisation_id)
        or exists (select from ${programPartners} l join ${programs} p on p.id = l.program_id
          where p.fiscal_year = ${to} and l.organisation_id = t.organisation_id))`);
}
