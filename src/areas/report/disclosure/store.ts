import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { defaultFewest } from '#platform/disclosure/cells.ts';
import { NotFound } from '#platform/errors.ts';
import { listCorrectionsOf } from '../errata/store.ts';
import { editionPrograms, editions } from '../editions/tables.ts';
import type { StatesContent } from '../states/content/rules.ts';
import type { Verdict } from './decisions/rules.ts';
import type { EarlierEdition, WithheldCell } from './rules.ts';
import { disclosureExceptions, disclosureThresholds, withheldCells } from './tables.ts';

export type ThresholdRow = typeof disclosureThresholds.$inferSelect;
export type ExceptionRow = typeof disclosureExceptions.$inferSelect;

/** Every threshold that was ever proposed, the newest first. */
export async function listThresholds(tx: Tx): Promise<ThresholdRow[]> {
  return tx.select().from(disclosureThresholds).orderBy(desc(disclosureThresholds.proposedAt));
}

/** The threshold that holds. */
export async function readFewest(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ fewest: disclosureThresholds.fewest })
    .from(disclosureThresholds)
    .where(eq(disclosureThresholds.status, 'approved'))
    .orderBy(desc(disclosureThresholds.decidedAt))
    .limit(1);
  return row?.fewest ?? defaultFewest;
}

/** Years of which some value is few or may tell few, the newest first: whether it does, its program says. */
export async function listYearsOfFew(tx: Tx, fewest: number): Promise<number[]> {
  const { rows } = await tx.execute<{ year: number }>(sql`
    select distinct p.fiscal_year as year from measure_values v join measures m on m.id = v.measure_id join programs p on p.id = m.program_id
    where (v.value > 0 and v.value < ${fewest}) or m.kind = 'rate' order by 1 desc`);
  return rows.map(({ year }) => year);
}

/** Exceptions of all years, the newest first. */
export async function listExceptions(tx: Tx): Promise<ExceptionRow[]> {
  return tx.select().from(disclosureExceptions).orderBy(desc(disclosureExceptions.proposedAt));
}

/** A number of a figure in a period. */
export interface FigureValue {
  readonly measureId: string;
  readonly period: string;
  readonly value: number;
}

/** Exceptions of a year that hold. */
export async function listApproved(tx: Tx, fiscalYear: number): Promise<FigureValue[]> {
  const { measureId, period, value } = disclosureExceptions;
  return tx
    .select({ measureId, period, value })
    .from(disclosureExceptions)
    .where(and(eq(disclosureExceptions.fiscalYear, fiscalYear), eq(disclosureExceptions.status, 'approved')));
}

type Proposal<Row> = Omit<Row, 'id' | 'status' | 'decidedBy' | 'decidedByName' | 'decidedAt'>;

export async function insertThreshold(tx: Tx, row: Proposal<ThresholdRow>): Promise<string> {
  const [made] = await tx
    .insert(disclosureThresholds)
    .values({ ...row, status: 'proposed' })
    .returning({ id: disclosureThresholds.id });
  if (!made) throw new Error('threshold was not written');
  return made.id;
}

export async function insertException(tx: Tx, row: Proposal<ExceptionRow>): Promise<string> {
  const [made] = await tx
    .insert(disclosureExceptions)
    .values({ ...row, status: 'proposed' })
    .returning({ id: disclosureExceptions.id });
  if (!made) throw new Error('exception was not written');
  return made.id;
}

const proposals = { threshold: disclosureThresholds, exception: disclosureExceptions } as const;
export type ProposalKind = keyof typeof proposals;

export async function lockProposal(
  tx: Tx,
  { kind, id }: { kind: ProposalKind; id: string },
): Promise<{ status: string; proposedBy: string }> {
  const table = proposals[kind];
  const [row] = await tx
    .select({ status: table.status, proposedBy: table.proposedBy })
    .from(table)
    .where(eq(table.id, id))
    .for('update');
  if (!row) throw new NotFound('proposal');
  return row;
}

export async function updateProposal(
  tx: Tx,
  { kind, id }: { kind: ProposalKind; id: string },
  change: { status: Verdict; decidedBy: string; decidedByName: string; decidedAt: Date },
): Promise<void> {
  const table = proposals[kind];
  await tx.update(table).set(change).where(eq(table.id, id));
}

/** How many proposals wait for a second person. */
export async function countProposals(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select (select count(*) from ${disclosureThresholds} where status = 'proposed')::int
      + (select count(*) from ${disclosureExceptions} where status = 'proposed')::int as n`);
  return rows[0]?.n ?? 0;
}

export async function listWithheld(tx: Tx, editionId: string): Promise<WithheldCell[]> {
  const rows = await tx.select().from(withheldCells).where(eq(withheldCells.editionId, editionId));
  return rows.map(asWithheld);
}

function asWithheld({ cell, value, why }: typeof withheldCells.$inferSelect): WithheldCell {
  return { cell, value, why: why as WithheldCell['why'] };
}

/** In the place of what the draft withheld before. */
export async function replaceWithheld(
  tx: Tx,
  editionId: string,
  cells: readonly WithheldCell[],
): Promise<void> {
  await tx.delete(withheldCells).where(eq(withheldCells.editionId, editionId));
  for (const part of inParts(cells.map((cell) => ({ editionId, ...cell }))))
    await tx.insert(withheldCells).values(part);
}

/** What the year's newest report says of each measure, errata included, by thread: the truth also where it withheld it. */
export async function readYearTold(
  tx: Tx,
  fiscalYear: number,
): Promise<ReadonlyMap<string, { readonly value: number; readonly told: boolean }>> {
  const { rows } = await tx.execute<{ thread: string; told: string | null; kept: string | null }>(sql`
    select f.thread, coalesce(f.corrected_value, f.value)::text as told, w.value::text as kept
    from figures f left join withheld_cells w on w.edition_id = f.edition_id and w.cell = f.measure_id || ' ' || f.period
    where f.period = ${String(fiscalYear)} and f.edition_id = (
      select id from editions where fiscal_year = ${fiscalYear} and kind = 'results' and status = 'published' order by number desc limit 1)`);
  return new Map(
    rows.flatMap(({ thread, told, kept }) => {
      const value = told ?? kept;
      return value === null ? [] : [[thread, { value: Number(value), told: told !== null }]];
    }),
  );
}

type Printed = Pick<EarlierEdition, 'number' | 'programs' | 'states'> & {
  readonly corrected: readonly FigureValue[];
  readonly withheld: readonly WithheldCell[];
};

/** The published results of a year with what they withheld, the oldest first. */
export async function listEarlier(tx: Tx, fiscalYear: number): Promise<Printed[]> {
  const rows = await tx
    .select({
      id: editions.id,
      number: editions.number,
      states: sql<StatesContent | null>`${editions.content} -> 'states'`,
    })
    .from(editions)
    .where(
      and(
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, 'results'),
        eq(editions.status, 'published'),
      ),
    )
    .orderBy(editions.number);
  const ids = rows.map(({ id }) => id);
  const { editionId, content } = editionPrograms;
  const programs = await tx
    .select({ editionId, content })
    .from(editionPrograms)
    .where(inArray(editionId, ids));
  const corrections = await listCorrectionsOf(tx, ids);
  const withheld = await tx.select().from(withheldCells).where(inArray(withheldCells.editionId, ids));
  return rows.map(({ id, number, states }) => {
    const own = <Row extends { editionId: string }>(all: readonly Row[]) =>
      all.filter((each) => each.editionId === id);
    return {
      number,
      states: states ?? undefined,
      programs: own(programs).map((program) => program.content),
      corrected: own(corrections).flatMap(({ target, newValue }) =>
        target.kind === 'figure' ? [{ ...target, value: Number(newValue) }] : [],
      ),
      withheld: own(withheld).map(asWithheld),
    };
  });
}
