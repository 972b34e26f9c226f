import { NotFound } from '#platform/errors.ts';
import { withoutMetadata } from '#platform/files/metadata.ts';
import type { StoredFile } from '#platform/files/store.ts';

const shownInPlace = ['image/jpeg', 'image/png', 'image/webp'];

/**
 * A stored file as an answer: it can run nothing, whatever is in it, and only pictures are shown in place. What a camera knew of time
 * and place does not go out, also of pictures that were taken in before that was taken out of them.
 */
export function fileResponse(
  file: StoredFile & { readonly content: Buffer },
  { cacheControl }: { cacheControl: string },
): Response {
  const content = withoutMetadata(file.content, file.mediaType);
  if (!content) throw new NotFound('file');
  const place = shownInPlace.includes(file.mediaType) ? 'inline' : 'attachment';
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': cacheControl,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
