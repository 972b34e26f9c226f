import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Lang } from '#platform/i18n.ts';
import { type Format, formats, type Output } from './formats.ts';
import { editionOutputs } from './tables.ts';

export interface OutputLine {
  readonly lang: Lang;
  readonly format: Format;
  readonly size: number;
}

/** Keeps the files of an edition that is about to be published. */
export async function insertOutputs(tx: Tx, editionId: string, outputs: readonly Output[]): Promise<void> {
  for (const { lang, format, bytes } of outputs)
    await tx.insert(editionOutputs).values({
      editionId,
      lang,
      format,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      content: Buffer.from(bytes),
    });
}

/** What there is to read of an edition in a language, data included; nothing for editions of before there were files. */
export async function listOutputs(
  tx: Tx,
  { editionId, lang }: { editionId: string; lang: Lang },
): Promise<readonly OutputLine[]> {
  const rows = await tx
    .select({ lang: editionOutputs.lang, format: editionOutputs.format, size: editionOutputs.size })
    .from(editionOutputs)
    .where(and(eq(editionOutputs.editionId, editionId), inArray(editionOutputs.lang, [lang, 'ja'])));
  const lines = rows as OutputLine[];
  return formats.flatMap((format) => {
    const own = lines.filter((line) => line.format === format);
    const data = format === 'csv' || format === 'json';
    return own.find((line) => line.lang === (data ? 'ja' : lang)) ?? [];
  });
}

/** Editions whose numbers are kept as data. */
export async function listWithData(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: editionOutputs.editionId })
    .from(editionOutputs)
    .where(eq(editionOutputs.format, 'csv'));
  return new Set(rows.map(({ id }) => id));
}

/** The bytes of a file, which are proved to be those that were published. */
export async function readOutput(
  tx: Tx,
  { editionId, lang, format }: { editionId: string; lang: Lang; format: Format },
): Promise<{ readonly content: Buffer; readonly sha256: string }> {
  const [row] = await tx
    .select({ content: editionOutputs.content, sha256: editionOutputs.sha256 })
    .from(editionOutputs)
    .where(
      and(
        eq(editionOutputs.editionId, editionId),
        eq(editionOutputs.lang, lang),
        eq(editionOutputs.format, format),
      ),
    );
  if (!row) throw new NotFound('file');
  if (createHash('sha256').update(row.content).digest('hex') !== row.sha256)
    throw new Error(`the ${format} of edition ${editionId} is not what was published`);
  return row;
}
