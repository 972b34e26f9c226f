import { ok, refuse, type Result } from '#platform/result.ts';

/** A file that was filed as the source of a number. */
export interface FiledDocument {
  readonly fileId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
  /** With the edition that prints the number, everybody may fetch it. */
  readonly isPublic: boolean;
}

export const documentKinds = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const;
export const largestDocument = 20 * 1_048_576;

export type DocumentRefusal = 'infected' | 'scanner-silent';

/** Infected is never kept; while a scanner that is set does not answer, nothing is kept either. */
export function decideDocument(
  scan: 'clean' | 'infected' | 'unscanned' | 'unreachable',
): Result<'keep', DocumentRefusal> {
  if (scan === 'infected') return refuse('infected');
  return scan === 'unreachable' ? refuse('scanner-silent') : ok('keep');
}

/** What stands after a change: the new file, or the one that was there unless it is taken away; for everybody only where it is said so. */
export function documentAfter({
  standing,
  filed,
  isRemoved,
  isPublic,
}: {
  readonly standing: FiledDocument | null;
  readonly filed: Omit<FiledDocument, 'isPublic'> | undefined;
  readonly isRemoved: boolean;
  readonly isPublic: boolean;
}): FiledDocument | null {
  if (filed) return { ...filed, isPublic };
  return standing && !isRemoved ? { ...standing, isPublic } : null;
}
