import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import type { ProgramContent } from '../editions/content.ts';
import { editionPrograms, editions, figures } from '../editions/tables.ts';
import type { CorrectedText, Correction, Target } from './rules.ts';
import { errata } from './tables.ts';

type Row = typeof errata.$inferSelect;
export interface Erratum
  extends Pick<
    Row,
    | 'id'
    | 'editionId'
    | 'slug'
    | 'programId'
    | 'oldValue'
    | 'newValue'
    | 'reason'
    | 'proposedBy'
    | 'proposedAt'
  > {
  readonly status: 'proposed' | 'published' | 'refused';
  readonly target: Target;
  readonly publishedAt: Date | null;
  readonly decidedBy: string | null;
}

export type PublishedErratum = Correction & { readonly slug: string; readonly programId: string };

/** The published errata of an edition, or of one of its programs, in the order in which they appeared. */
export async function listCorrections(
  tx: Tx,
  { editionId, slug }: { editionId: string; slug?: string },
): Promise<PublishedErratum[]> {
  const rows = await tx
    .select()
    .from(errata)
    .where(
      and(
        eq(errata.editionId, editionId),
        eq(errata.status, 'published'),
        slug === undefined ? undefined : eq(errata.slug, slug),
      ),
    )
    .orderBy(asc(errata.publishedAt), asc(errata.id));
  return rows.map(asPublished);
}

/** The published errata of several editions, each with the edition that it corrects, in the order in which they appeared. */
export async function listCorrectionsOf(
  tx: Tx,
  editionIds: readonly string[],
): Promise<(PublishedErratum & { editionId: string })[]> {
  const rows = await tx
    .select()
    .from(errata)
    .where(and(inArray(errata.editionId, [...editionIds]), eq(errata.status, 'published')))
    .orderBy(asc(errata.publishedAt), asc(errata.id));
  return rows.map((row) => ({ ...asPublished(row), editionId: row.editionId }));
}

function asPublished(row: Row): PublishedErratum {
  return {
    slug: row.slug,
    programId: row.programId,
    target: targetOf(row),
    oldValue: row.oldValue,
    newValue: row.newValue,
    reason: row.reason,
    on: tokyoDay(row.publishedAt ?? row.proposedAt),
  };
}

/** Errata that wait for a second person, and those decided of late, each with the program that it is of as it was printed. */
export async function listErrata(
  tx: Tx,
): Promise<(Erratum & { fiscalYear: number; editionNumber: number; program: ProgramContent })[]> {
  const rows = await tx
    .select({
      erratum: errata,
      fiscalYear: editions.fiscalYear,
      editionNumber: editions.number,
      program: editionPrograms.content,
    })
    .from(errata)
    .innerJoin(editions, eq(editions.id, errata.editionId))
    .innerJoin(
      editionPrograms,
      and(eq(editionPrograms.editionId, errata.editionId), eq(editionPrograms.slug, errata.slug)),
    )
    .orderBy(sql`${errata.status} = 'proposed' desc`, desc(errata.proposedAt))
    .limit(100);
  return rows.map(({ erratum, ...edition }) => ({ ...asErratum(erratum), ...edition }));
}

export async function listOpenTargets(
  tx: Tx,
  { editionId, slug }: { editionId: string; slug: string },
): Promise<Target[]> {
  const rows = await tx
    .select()
    .from(errata)
    .where(and(eq(errata.editionId, editionId), eq(errata.slug, slug), eq(errata.status, 'proposed')));
  return rows.map(targetOf);
}

export async function lockErratum(tx: Tx, id: string): Promise<Erratum> {
  const [row] = await tx.select().from(errata).where(eq(errata.id, id)).for('update');
  if (!row) throw new NotFound('erratum');
  return asErratum(row);
}

export async function insertErratum(
  tx: Tx,
  erratum: Pick<
    Erratum,
    'editionId' | 'slug' | 'programId' | 'target' | 'oldValue' | 'newValue' | 'reason' | 'proposedBy'
  > & { now: Date },
): Promise<string> {
  const { target, now, ...fields } = erratum;
  const [row] = await tx
    .insert(errata)
    .values({
      ...fields,
      kind: target.kind,
      measureId: target.kind === 'figure' ? target.measureId : null,
      period: target.kind === 'figure' ? target.period : null,
      field: target.kind === 'text' ? target.field : null,
      status: 'proposed',
      proposedAt: now,
    })
    .returning({ id: errata.id });
  if (!row) throw new Error('erratum was not written');
  return row.id;
}

export async function updateErratum(
  tx: Tx,
  id: string,
  change: { status: 'published' | 'refused'; decidedBy: string; publishedAt: Date | null },
): Promise<void> {
  await tx.update(errata).set(change).where(eq(errata.id, id));
}

/** The corrected number in search, comparison and CSV; the printed one stays in its column. */
export async function correctFigure(
  tx: Tx,
  {
    editionId,
    measureId,
    period,
    value,
  }: { editionId: string; measureId: string; period: string; value: number },
): Promise<void> {
  await tx
    .update(figures)
    .set({ correctedValue: value, corrections: sql`${figures.corrections} + 1` })
    .where(
      and(eq(figures.editionId, editionId), eq(figures.measureId, measureId), eq(figures.period, period)),
    );
}

function asErratum(row: Row): Erratum {
  return { ...row, status: row.status as Erratum['status'], target: targetOf(row) };
}

function targetOf({ kind, measureId, period, field }: Row): Target {
  if (kind === 'figure') return { kind, measureId: measureId ?? '', period: period ?? '' };
  return { kind: 'text', field: (field ?? 'summary') as CorrectedText };
}
