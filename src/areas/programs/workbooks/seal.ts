import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Key, keyRows } from './layout/rules.ts';

/** HMAC over every id and version in a workbook, with the key of its round: nobody else makes or changes one. */
export function sealOf(key: Key, workbookKey: string): string {
  return createHmac('sha256', Buffer.from(workbookKey, 'base64'))
    .update(JSON.stringify(keyRows(key)))
    .digest('base64url');
}

export function isSealed(key: Key, seal: string, workbookKey: string): boolean {
  const right = Buffer.from(sealOf(key, workbookKey));
  const given = Buffer.from(seal);
  return right.length === given.length && timingSafeEqual(right, given);
}
