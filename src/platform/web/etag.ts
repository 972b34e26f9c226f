import { createHash } from 'node:crypto';

/** The mark of exactly these bytes. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether a client that sent `If-None-Match` has this answer already; a proxy may have weakened the mark. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch
    .split(',')
    .some((mark) => mark.trim() === '*' || mark.trim().replace(/^W\//, '') === etag);
}
