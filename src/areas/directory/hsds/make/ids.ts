import { createHash } from 'node:crypto';

/** The UUID of a part that has none of its own: the same as long as its whole and its name are (RFC 9562, version 5). */
export function partId(wholeId: string, name: string): string {
  const space = Buffer.from(wholeId.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
