import { and, desc, eq, notExists, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import type { EditionHead, EditionKind, ProgramContent } from '../../editions/content.ts';
import { editionPrograms, editions } from '../../editions/tables.ts';
import type { FigurePath, FigureTrail } from '../path.ts';
import { figurePaths, figureTrails } from '../tables.ts';

/** The edition that a number stands in. */
export interface InEdition {
  readonly editionId: string;
  readonly fiscalYear: number;
  readonly kind: EditionKind;
  readonly number: number;
  readonly publishedOn: string;
}

export interface PublishedPath extends InEdition {
  readonly path: FigurePath;
}

const inEdition = {
  editionId: editions.id,
  fiscalYear: editions.fiscalYear,
  kind: editions.kind,
  number: editions.number,
  publishedOn: editions.publishedOn,
};

function asInEdition<Row extends { kind: string; publishedOn: string | null }>(row: Row) {
  return { ...row, kind: row.kind as EditionKind, publishedOn: row.publishedOn ?? '' };
}

/** A number in every published edition that says it, the newest first. */
export async function listPaths(tx: Tx, figureId: string): Promise<PublishedPath[]> {
  const rows = await tx
    .select({ ...inEdition, path: figurePaths.path })
    .from(figurePaths)
    .innerJoin(editions, eq(editions.id, figurePaths.editionId))
    .where(and(eq(figurePaths.figureId, figureId), eq(editions.status, 'published')))
    .orderBy(desc(editions.publishedAt), desc(editions.number));
  return rows.map(asInEdition);
}

/** Published editions of the time before paths were kept, with what they say. */
export async function listWithoutPaths(
  tx: Tx,
): Promise<(InEdition & { head: EditionHead; programs: ProgramContent[] })[]> {
  const rows = await tx
    .select({
      ...inEdition,
      head: editions.content,
      programs: sql<
        ProgramContent[]
      >`(select coalesce(jsonb_agg(p.content order by p.position), '[]') from ${editionPrograms} p where p.edition_id = ${editions.id})`,
    })
    .from(editions)
    .where(
      and(
        eq(editions.status, 'published'),
        notExists(tx.select({ one: sql`1` }).from(figurePaths).where(eq(figurePaths.editionId, editions.id))),
      ),
    )
    .orderBy(desc(editions.number));
  return rows.map(asInEdition);
}

/** Writes the paths of an edition that is about to be published, and what staff may know besides. */
export async function insertPaths(
  tx: Tx,
  editionId: string,
  { paths, trails }: { paths: readonly FigurePath[]; trails: ReadonlyMap<string, FigureTrail> },
): Promise<void> {
  const rows = paths.map((path) => ({ editionId, figureId: path.id, path }));
  for (const part of inParts(rows)) await tx.insert(figurePaths).values(part);
  const led = [...trails].map(([figureId, trail]) => ({ editionId, figureId, trail }));
  for (const part of inParts(led)) await tx.insert(figureTrails).values(part);
}

export async function findTrail(
  tx: Tx,
  { editionId, figureId }: { editionId: string; figureId: string },
): Promise<FigureTrail> {
  const [row] = await tx
    .select({ trail: figureTrails.trail })
    .from(figureTrails)
    .where(and(eq(figureTrails.editionId, editionId), eq(figureTrails.figureId, figureId)));
  return row?.trail ?? {};
}

/** The version of the live measure behind each measure of a year's newest edition, by thread. */
export async function listFormerVersions(
  tx: Tx,
  fiscalYear: number,
): Promise<ReadonlyMap<string, { code: string; version: number }>> {
  const { rows } = await tx.execute<{ thread: string; code: string; version: number }>(sql`
    select distinct on (1) p.path -> 'subject' ->> 'thread' as thread, p.path -> 'live' ->> 'code' as code,
      (p.path -> 'live' ->> 'version')::int as version
    from ${figurePaths} p join ${editions} e on e.id = p.edition_id
    where e.fiscal_year = ${fiscalYear} and e.kind = 'results' and e.status = 'published' and p.path ? 'live'
    order by 1, e.number desc`);
  return new Map(rows.map(({ thread, code, version }) => [thread, { code, version }]));
}

/** The names of all numbers that were published of a year. */
export async function listFigureIds(tx: Tx, fiscalYear: number): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ id: figurePaths.figureId })
    .from(figurePaths)
    .innerJoin(editions, eq(editions.id, figurePaths.editionId))
    .where(and(eq(editions.fiscalYear, fiscalYear), eq(editions.status, 'published')));
  return new Set(rows.map(({ id }) => id));
}
