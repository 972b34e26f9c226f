import { ok, type Result, refuse } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';

export const pictureKinds = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const largestPicture = 8 * 1_048_576;

export type PictureTextRefusal = EntryRefusal | 'alternative-missing';

/** Who does not see a picture reads what it shows. */
export function decidePictureText({
  alternative,
}: {
  alternative: string;
}): Result<'save', PictureTextRefusal> {
  return alternative.trim() ? ok('save') : refuse('alternative-missing');
}
