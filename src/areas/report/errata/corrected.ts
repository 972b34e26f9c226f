import type { Tx } from '#platform/database/database.ts';
import { listProgramsBySlug } from '../editions/store.ts';
import { listCorrections } from './store.ts';

/** What was corrected in an edition, each with the program that it stands in; only the corrected programs are read. */
export async function listCorrected(tx: Tx, editionId: string) {
  const corrections = await listCorrections(tx, { editionId });
  const slugs = [...new Set(corrections.map(({ slug }) => slug))];
  const programs = await listProgramsBySlug(tx, { editionId, slugs });
  return corrections.flatMap((correction) => {
    const program = programs.get(correction.slug);
    return program ? [{ correction, program }] : [];
  });
}
