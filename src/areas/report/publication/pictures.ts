import type { StoredFile } from '#platform/files/store.ts';

const shownInPlace = ['image/jpeg', 'image/png', 'image/webp'];

/** A stored file as an answer: it can run nothing, whatever is in it, and only pictures are shown in place. */
export function fileResponse(
  file: StoredFile & { readonly content: Buffer },
  { cacheControl }: { cacheControl: string },
): Response {
  const place = shownInPlace.includes(file.mediaType) ? 'inline' : 'attachment';
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': cacheControl,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
