import { and, desc, eq, lte, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import { editions } from '../editions/tables.ts';
import { type ManuscriptEdits, noEdits } from './edits.ts';
import type { Manuscript } from './manuscript.ts';
import { editionManuscripts, manuscriptVersions } from './tables.ts';

export type VersionKind =
  | 'carried'
  | 'arranged'
  | 'added'
  | 'written'
  | 'chosen'
  | 'marked'
  | 'linked'
  | 'restored';

export interface ManuscriptVersion {
  readonly version: number;
  readonly what: VersionKind;
  readonly about: string;
  readonly personName: string;
  readonly at: Date;
}

export interface CurrentEdits {
  /** 0: nothing was changed yet. */
  readonly version: number;
  readonly edits: ManuscriptEdits;
}

export async function findEdits(tx: Tx, editionId: string): Promise<CurrentEdits> {
  const [row] = await tx
    .select({ version: manuscriptVersions.version, edits: manuscriptVersions.edits })
    .from(manuscriptVersions)
    .where(eq(manuscriptVersions.editionId, editionId))
    .orderBy(desc(manuscriptVersions.version))
    .limit(1);
  return row ?? { version: 0, edits: noEdits };
}

export async function findVersion(
  tx: Tx,
  { editionId, version }: { editionId: string; version: number },
): Promise<ManuscriptEdits> {
  if (version === 0) return noEdits;
  const [row] = await tx
    .select({ edits: manuscriptVersions.edits })
    .from(manuscriptVersions)
    .where(and(eq(manuscriptVersions.editionId, editionId), eq(manuscriptVersions.version, version)));
  if (!row) throw new NotFound('manuscript version');
  return row.edits;
}

/** The newest first, without what they say. */
export async function listVersions(tx: Tx, editionId: string): Promise<ManuscriptVersion[]> {
  const { version, what, about, personName, at } = manuscriptVersions;
  const rows = await tx
    .select({ version, what, about, personName, at })
    .from(manuscriptVersions)
    .where(eq(manuscriptVersions.editionId, editionId))
    .orderBy(desc(version));
  return rows as ManuscriptVersion[];
}

export async function insertVersion(
  tx: Tx,
  row: ManuscriptVersion & { readonly editionId: string; readonly edits: ManuscriptEdits },
): Promise<void> {
  await tx.insert(manuscriptVersions).values(row);
}

/** What was last said in an earlier edition of the kind, dropped drafts too, and of which year it was. */
export async function findEarlierEdits(
  tx: Tx,
  { id, fiscalYear, kind }: { id: string; fiscalYear: number; kind: string },
): Promise<{ edits: ManuscriptEdits; fiscalYear: number } | undefined> {
  const [row] = await tx
    .select({ edits: manuscriptVersions.edits, fiscalYear: editions.fiscalYear })
    .from(manuscriptVersions)
    .innerJoin(editions, eq(editions.id, manuscriptVersions.editionId))
    .where(and(lte(editions.fiscalYear, fiscalYear), eq(editions.kind, kind), ne(editions.id, id)))
    .orderBy(desc(editions.fiscalYear), desc(manuscriptVersions.at), desc(manuscriptVersions.version))
    .limit(1);
  return row;
}

export async function insertManuscript(
  tx: Tx,
  { editionId, manuscript, sha256 }: { editionId: string; manuscript: Manuscript; sha256: string },
): Promise<void> {
  await tx
    .insert(editionManuscripts)
    .values({ editionId, lang: manuscript.lang, content: manuscript, sha256 });
}

/** The frozen document; none for what was published before there were documents. */
export async function findManuscript(
  tx: Tx,
  { editionId, lang }: { editionId: string; lang: Lang },
): Promise<{ manuscript: Manuscript; sha256: string } | undefined> {
  const [row] = await tx
    .select({ manuscript: editionManuscripts.content, sha256: editionManuscripts.sha256 })
    .from(editionManuscripts)
    .where(and(eq(editionManuscripts.editionId, editionId), eq(editionManuscripts.lang, lang)));
  return row;
}

export async function hasManuscript(tx: Tx, editionId: string): Promise<boolean> {
  const [row] = await tx
    .select({ lang: editionManuscripts.lang })
    .from(editionManuscripts)
    .where(eq(editionManuscripts.editionId, editionId))
    .limit(1);
  return row !== undefined;
}
