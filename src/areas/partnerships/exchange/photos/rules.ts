import { ok, type Result, refuse } from '#platform/result.ts';

export const photoKinds = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const largestPhoto = 8 * 1_048_576;
export const mostPhotos = 4;

export type PhotoRefusal = 'step-not-now' | 'too-many-photos';

export function decidePhoto({
  count,
  isOpen,
}: {
  count: number;
  isOpen: boolean;
}): Result<'add', PhotoRefusal> {
  if (!isOpen) return refuse('step-not-now');
  return count >= mostPhotos ? refuse('too-many-photos', { most: mostPhotos }) : ok('add');
}
