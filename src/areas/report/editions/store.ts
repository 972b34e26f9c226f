import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { NotFound } from '#platform/errors.ts';
import type { EditionContent, EditionKind, ProgramContent } from './content.ts';
import type { EditionStatus } from './rules.ts';
import { editionPrograms, editions, editionSteps } from './tables.ts';

type Row = typeof editions.$inferSelect;
export type Edition = Omit<Row, 'kind' | 'status'> & {
  readonly kind: EditionKind;
  readonly status: EditionStatus;
};
export type EditionBrief = Omit<Edition, 'content'>;

const { content: _, ...brief } = {
  id: editions.id,
  fiscalYear: editions.fiscalYear,
  kind: editions.kind,
  number: editions.number,
  status: editions.status,
  content: editions.content,
  contentHash: editions.contentHash,
  preparedBy: editions.preparedBy,
  preparedAt: editions.preparedAt,
  proposedBy: editions.proposedBy,
  proposedAt: editions.proposedAt,
  approvedBy: editions.approvedBy,
  publishedAt: editions.publishedAt,
  publishedOn: editions.publishedOn,
};

/** All editions without their contents, the newest first. */
export async function listEditions(tx: Tx): Promise<EditionBrief[]> {
  const rows = await tx
    .select(brief)
    .from(editions)
    .orderBy(
      desc(editions.fiscalYear),
      desc(editions.kind),
      desc(editions.number),
      desc(editions.preparedAt),
    );
  return rows as EditionBrief[];
}

export async function findEdition(tx: Tx, id: string): Promise<Edition> {
  const [row] = await tx.select().from(editions).where(eq(editions.id, id));
  if (!row) throw new NotFound('edition');
  return row as Edition;
}

/** Locks the edition until the transaction ends: of two deciders, the second sees what the first did. */
export async function lockEdition(tx: Tx, id: string): Promise<Edition> {
  const [row] = await tx.select().from(editions).where(eq(editions.id, id)).for('update');
  if (!row) throw new NotFound('edition');
  return row as Edition;
}

/** Editions of a year and kind that were not dropped, the newest first. */
export async function listEditionsOf(
  tx: Tx,
  { fiscalYear, kind }: { fiscalYear: number; kind: EditionKind },
): Promise<EditionBrief[]> {
  const rows = await tx
    .select(brief)
    .from(editions)
    .where(
      and(
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, kind),
        sql`${editions.status} <> 'withdrawn'`,
      ),
    )
    .orderBy(desc(editions.number));
  return rows as EditionBrief[];
}

/** The newest published edition of the same year and kind before this one. */
export async function findFormer(
  tx: Tx,
  { fiscalYear, kind, number }: Pick<Edition, 'fiscalYear' | 'kind' | 'number'>,
): Promise<Edition | undefined> {
  const [row] = await tx
    .select()
    .from(editions)
    .where(
      and(
        eq(editions.fiscalYear, fiscalYear),
        eq(editions.kind, kind),
        eq(editions.status, 'published'),
        lt(editions.number, number),
      ),
    )
    .orderBy(desc(editions.number))
    .limit(1);
  return row as Edition | undefined;
}

export async function listEditionPrograms(tx: Tx, editionId: string): Promise<ProgramContent[]> {
  const rows = await tx
    .select({ content: editionPrograms.content })
    .from(editionPrograms)
    .where(eq(editionPrograms.editionId, editionId))
    .orderBy(asc(editionPrograms.position));
  return rows.map((row) => row.content);
}

export async function findEditionProgram(
  tx: Tx,
  { editionId, slug }: { editionId: string; slug: string },
): Promise<ProgramContent> {
  const [row] = await tx
    .select({ content: editionPrograms.content })
    .from(editionPrograms)
    .where(and(eq(editionPrograms.editionId, editionId), eq(editionPrograms.slug, slug)));
  if (!row) throw new NotFound('program');
  return row.content;
}

/** Some programs of an edition, by their slugs. */
export async function listProgramsBySlug(
  tx: Tx,
  { editionId, slugs }: { editionId: string; slugs: readonly string[] },
): Promise<ReadonlyMap<string, ProgramContent>> {
  const rows = await tx
    .select({ slug: editionPrograms.slug, content: editionPrograms.content })
    .from(editionPrograms)
    .where(and(eq(editionPrograms.editionId, editionId), inArray(editionPrograms.slug, [...slugs])));
  return new Map(rows.map(({ slug, content }) => [slug, content]));
}

export async function insertEdition(
  tx: Tx,
  edition: {
    number: number;
    content: EditionContent;
    contentHash: string;
    preparedBy: string;
    now: Date;
  },
): Promise<string> {
  const { number, content, contentHash, preparedBy, now } = edition;
  const { fiscalYear, kind } = content.head;
  const [row] = await tx
    .insert(editions)
    .values({
      fiscalYear,
      kind,
      number,
      status: 'draft',
      content: content.head,
      contentHash,
      preparedBy,
      preparedAt: now,
    })
    .returning({ id: editions.id });
  if (!row) throw new Error('edition was not written');
  await insertPrograms(tx, row.id, content.programs);
  return row.id;
}

/** Puts new content into a draft. */
export async function updateContent(
  tx: Tx,
  id: string,
  edition: { content: EditionContent; contentHash: string; preparedBy: string; now: Date },
): Promise<void> {
  await tx.delete(editionPrograms).where(eq(editionPrograms.editionId, id));
  await insertPrograms(tx, id, edition.content.programs);
  await tx
    .update(editions)
    .set({
      content: edition.content.head,
      contentHash: edition.contentHash,
      preparedBy: edition.preparedBy,
      preparedAt: edition.now,
    })
    .where(eq(editions.id, id));
}

async function insertPrograms(tx: Tx, editionId: string, programs: readonly ProgramContent[]): Promise<void> {
  const rows = programs.map((content, position) => ({
    editionId,
    slug: content.slug,
    programId: content.id,
    thread: content.thread,
    position,
    content,
  }));
  for (const part of inParts(rows)) await tx.insert(editionPrograms).values(part);
}

export async function updateStatus(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      Row,
      'status' | 'proposedBy' | 'proposedAt' | 'approvedBy' | 'publishedAt' | 'publishedOn' | 'contentHash'
    >
  > & { status: EditionStatus },
): Promise<void> {
  await tx.update(editions).set(change).where(eq(editions.id, id));
}

export type StepKind =
  | 'prepare'
  | 'refresh'
  | 'propose'
  | 'approve'
  | 'withdraw'
  | 'erratum-propose'
  | 'erratum-publish'
  | 'erratum-refuse';

export interface Step {
  readonly editionId: string;
  readonly at: Date;
  readonly kind: StepKind;
  readonly personName: string;
  readonly words: string;
}

export async function insertStep(tx: Tx, step: Step): Promise<void> {
  await tx.insert(editionSteps).values(step);
}

/** Who did what, the newest first. */
export async function listSteps(tx: Tx, editionId: string): Promise<Step[]> {
  const rows = await tx
    .select()
    .from(editionSteps)
    .where(eq(editionSteps.editionId, editionId))
    .orderBy(desc(editionSteps.at));
  return rows as (Step & { id: string })[];
}
