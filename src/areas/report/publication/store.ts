import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Text } from '#platform/i18n.ts';
import type { EditionHead, EditionKind, Rating } from '../editions/content.ts';
import { editionPrograms, editions } from '../editions/tables.ts';

export interface EditionLine {
  readonly id: string;
  readonly fiscalYear: number;
  readonly kind: EditionKind;
  readonly number: number;
  readonly publishedOn: string;
  readonly contentHash: string;
}

export type PublishedEdition = EditionLine & { readonly content: EditionHead };

/** A published edition with its own pages' content: the newest, or the one of this number. */
export async function findPublished(
  tx: Tx,
  { fiscalYear, kind, number }: { fiscalYear: number; kind: EditionKind; number?: number | undefined },
): Promise<PublishedEdition | undefined> {
  const [row] = await tx
    .select({ ...line, content: editions.content })
    .from(editions)
    .where(
      and(
        eq(editions.status, 'published'),
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, kind),
        number === undefined ? undefined : eq(editions.number, number),
      ),
    )
    .orderBy(desc(editions.number))
    .limit(1);
  return row && { ...asLine(row), content: row.content };
}

/** The published editions of a year, the newest of each kind first. */
export async function listPublishedOf(tx: Tx, fiscalYear: number): Promise<EditionLine[]> {
  const rows = await tx
    .select(line)
    .from(editions)
    .where(and(eq(editions.status, 'published'), eq(editions.fiscalYear, fiscalYear)))
    .orderBy(desc(editions.kind), desc(editions.number));
  return rows.map(asLine);
}

export type NewestEdition = EditionLine & {
  readonly summary: Text;
  readonly overallRating: Rating | null;
  readonly programs: number;
  /** Yen. */
  readonly planTotal: number;
};

/** The newest edition of every year and kind, with the little that a list shows of it. */
export async function listNewest(tx: Tx): Promise<NewestEdition[]> {
  const rows = await tx
    .selectDistinctOn([editions.fiscalYear, editions.kind], {
      ...line,
      summary: sql<Text>`${editions.content} -> 'summary'`,
      overallRating: sql<Rating | null>`nullif(${editions.content} -> 'overallRating', 'null'::jsonb)`,
      programs: sql<number>`jsonb_array_length(${editions.content} -> 'programs')`,
      planTotal: sql<number>`(select coalesce(sum((row ->> 'amount')::bigint), 0) from jsonb_array_elements(${editions.content} -> 'plan') row)`,
    })
    .from(editions)
    .where(eq(editions.status, 'published'))
    .orderBy(desc(editions.fiscalYear), desc(editions.kind), desc(editions.number));
  return rows.map((row) => ({ ...asLine(row), planTotal: Number(row.planTotal) }));
}

export interface ProgramInYear {
  readonly fiscalYear: number;
  readonly slug: string;
  readonly name: Text;
}

/** A program in the newest published edition of each year, the oldest first. */
export async function listYearsOfProgram(tx: Tx, thread: string): Promise<ProgramInYear[]> {
  return tx
    .selectDistinctOn([editions.fiscalYear], {
      fiscalYear: editions.fiscalYear,
      slug: editionPrograms.slug,
      name: sql<Text>`${editionPrograms.content} -> 'name'`,
    })
    .from(editionPrograms)
    .innerJoin(editions, eq(editions.id, editionPrograms.editionId))
    .where(and(eq(editionPrograms.thread, thread), eq(editions.status, 'published')))
    .orderBy(asc(editions.fiscalYear), desc(editions.number));
}

/** A published edition, or nothing there at all: a draft does not exist for the public. */
export function mustExist<T>(edition: T | undefined): T {
  if (!edition) throw new NotFound('edition');
  return edition;
}

const line = {
  id: editions.id,
  fiscalYear: editions.fiscalYear,
  kind: editions.kind,
  number: editions.number,
  publishedOn: editions.publishedOn,
  contentHash: editions.contentHash,
};

function asLine<Row extends { kind: string; publishedOn: string | null }>(row: Row) {
  return { ...row, kind: row.kind as EditionKind, publishedOn: row.publishedOn ?? '' };
}
