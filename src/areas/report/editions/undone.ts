import type { Tx } from '#platform/database/database.ts';
import { undoneCorrections, withCorrections } from '../errata/rules.ts';
import { listCorrections, type PublishedErratum } from '../errata/store.ts';
import type { ProgramContent } from './content.ts';
import { type Edition, findFormer, listEditionPrograms } from './store.ts';

/** Corrections of the former edition that this one takes back, with the program as it would be printed. */
export async function listUndone(
  tx: Tx,
  edition: Edition,
): Promise<{ program: ProgramContent; correction: PublishedErratum }[]> {
  const former = await findFormer(tx, edition);
  const corrections = former ? await listCorrections(tx, { editionId: former.id }) : [];
  if (corrections.length === 0) return [];
  return (await listEditionPrograms(tx, edition.id)).flatMap((program) =>
    undoneCorrections(
      program,
      corrections.filter(({ programId }) => programId === program.id),
    ).map((correction) => ({ program, correction })),
  );
}

/** The programs of an edition as the public reads them, errata in their places. */
export async function listAsCorrected(tx: Tx, editionId: string): Promise<ProgramContent[]> {
  const corrections = await listCorrections(tx, { editionId });
  return (await listEditionPrograms(tx, editionId)).map((program) =>
    withCorrections(
      program,
      corrections.filter(({ slug }) => slug === program.slug),
    ),
  );
}
