import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { WorkbookRefusal } from './book.ts';

/** An .xlsx of ours has about twenty parts; a large one of an office a few dozen. */
const maxParts = 500;
const maxInflated = 64 * 1_048_576;

export class Refused extends Error {
  readonly refusal: WorkbookRefusal;
  constructor(refusal: WorkbookRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** What the first bytes say: a zip, or one of the things people take for a workbook. */
export function packageKind(bytes: Uint8Array): 'zip' | 'encrypted' | 'old-format' | 'other' {
  const starts = (...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (!starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'other';
  // Names in the container are UTF-16: a password-protected .xlsx lies in a stream of this name.
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return asBuffer(bytes).includes(name) ? 'encrypted' : 'old-format';
}

/**
 * Checks a package by its directory, inflates its parts within what that says, and packs them again, stored: whatever reads the
 * answer meets no compression, no doubled name and no lying size. Throws `Refused`.
 */
export function repack(bytes: Uint8Array): Uint8Array {
  const buffer = asBuffer(bytes);
  const listed = listParts(buffer);
  const names = new Set(listed.map(({ name }) => name));
  if (names.size < listed.length || !listed.every(({ name }) => isSafeName(name)))
    throw new Refused('unsafe-package');
  if (listed.reduce((sum, { size }) => sum + size, 0) > maxInflated) throw new Refused('too-large');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw new Refused('not-a-workbook');
  const files = listed.filter(({ name }) => !name.endsWith('/'));
  return zipSync(Object.fromEntries(files.map((part) => [part.name, inflate(buffer, part)])), { level: 0 });
}

interface Part {
  readonly name: string;
  readonly stored: boolean;
  readonly crc: number;
  /** Bytes in the package, and inflated. */
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** The directory at the end of the package (APPNOTE 4.3.12 and 4.3.16); nothing but it is believed. */
function listParts(buffer: Buffer): Part[] {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > buffer.length) throw new Refused('damaged');
  const count = buffer.readUInt16LE(end + 10);
  if (count > maxParts) throw new Refused('too-large');
  let at = buffer.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (at + 46 > end || buffer.readUInt32LE(at) !== 0x02014b50) throw new Refused('damaged');
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    const method = buffer.readUInt16LE(at + 10);
    const locked = (buffer.readUInt16LE(at + 8) & 1) === 1;
    if (locked || (method !== 0 && method !== 8)) throw new Refused('damaged');
    const part = {
      name: buffer.toString('utf8', at + 46, nameEnd),
      stored: method === 0,
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      at: buffer.readUInt32LE(at + 42),
    };
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    return part;
  });
}

/** The bytes of a part, which are as many and sum up as the directory says. */
function inflate(buffer: Buffer, part: Part): Uint8Array {
  if (part.at + 30 > buffer.length) throw new Refused('damaged');
  const start = part.at + 30 + buffer.readUInt16LE(part.at + 26) + buffer.readUInt16LE(part.at + 28);
  const packed = buffer.subarray(start, start + part.packed);
  let bytes: Buffer;
  try {
    bytes = part.stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) });
  } catch {
    throw new Refused('damaged');
  }
  if (bytes.length !== part.size || crc32(bytes) !== part.crc) throw new Refused('damaged');
  return bytes;
}

/** Part names stay inside the package: no way up, no drive, no other separator. */
function isSafeName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length < 300 &&
    !/^[/\\]|\\|:|\u0000/.test(name) &&
    !name.split('/').some((step) => step === '..' || step === '.')
  );
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
