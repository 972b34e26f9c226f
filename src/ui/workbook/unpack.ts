import { unzipSync, zipSync } from 'fflate';
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
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? 'encrypted'
    : 'old-format';
}

/**
 * Inflates the parts of a package within limits and packs them again, stored: whatever reads the answer meets no compression,
 * no doubled name and no lying size. Throws `Refused`.
 */
export function repack(bytes: Uint8Array): Uint8Array {
  const names = new Set<string>();
  let inflated = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size, compression }) => {
        inflated += Math.max(originalSize, compression === 0 ? size : 0);
        if (names.size >= maxParts || inflated > maxInflated) throw new Refused('too-large');
        if (names.has(name) || !isSafeName(name)) throw new Refused('unsafe-package');
        names.add(name);
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged');
  }
  if (!parts['[Content_Types].xml'] || !parts['xl/workbook.xml']) throw new Refused('not-a-workbook');
  return zipSync(parts, { level: 0 });
}

/** Part names stay inside the package: no way up, no drive, no other separator. */
function isSafeName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length < 300 &&
    !/^[/\\]|\\|:|\u0000/.test(name) &&
    !name.split('/').some((part) => part === '..' || part === '.')
  );
}
