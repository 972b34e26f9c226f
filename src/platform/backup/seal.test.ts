import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPassphrase, cutOrAltered, seal, unseal } from './seal.ts';

const passphrase = 'correct horse battery';

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sealed = (bytes: Buffer) => whole(seal(inPieces(bytes, 100_000), passphrase));
const opened = (bytes: Buffer, words = passphrase) => whole(unseal(inPieces(bytes, 70_000), words));

/** Two whole frames and a bit, so that there is an inner border to cut at. */
const content = randomBytes(2 * 256 * 1024 + 500);
const file = await sealed(content);
const headerLength = 52;
const frameLength = 4 + 256 * 1024 + 16;

describe('a sealed stream', () => {
  test.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1])(
    'of %i bytes opens to the same bytes',
    async (length) => {
      const bytes = randomBytes(length);
      expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true);
    },
  );

  test('shows nothing of its content, and is another one each time', async () => {
    const text = Buffer.from('相談'.repeat(1000));
    const [first, second] = [await sealed(text), await sealed(text)];
    expect(first.includes(Buffer.from('相談相談'))).toBe(false);
    expect(first.subarray(headerLength).equals(second.subarray(headerLength))).toBe(false);
  });

  test('does not open when any one bit is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const flipped = Buffer.from(file);
          flipped[at] = (flipped[at] as number) ^ (1 << bit);
          await expect(opened(flipped)).rejects.toThrow(
            /cut off or was altered|is no backup|not the passphrase|newer version/,
          );
        },
      ),
      {
        numRuns: 8,
        examples: [
          [0, 0],
          [15, 1],
          [20, 3],
          [headerLength, 0],
          [file.length - 1, 7],
        ],
      },
    );
  });

  test.each([
    ['in the header', 30],
    ['after the header', headerLength],
    ['between two frames', headerLength + frameLength],
    ['one byte before the end', file.length - 1],
  ])('does not open when it is cut %s', async (_, length) => {
    await expect(opened(file.subarray(0, length))).rejects.toThrow(/cut off or was altered|is no backup/);
  });

  test('does not open when frames were exchanged, left out or added', async () => {
    const head = file.subarray(0, headerLength);
    const first = file.subarray(headerLength, headerLength + frameLength);
    const second = file.subarray(headerLength + frameLength, headerLength + 2 * frameLength);
    const last = file.subarray(headerLength + 2 * frameLength);
    for (const frames of [
      [second, first, last],
      [second, last],
      [first, second, last, last],
      [first, first, second, last],
    ]) {
      await expect(opened(Buffer.concat([head, ...frames]))).rejects.toThrow(cutOrAltered);
    }
  });

  test('does not open with another passphrase, and says so', async () => {
    await expect(opened(file, 'another horse battery')).rejects.toThrow(
      'BACKUP_PASSPHRASE is not the passphrase of this backup.',
    );
  });
});

describe('a passphrase', () => {
  test.each([undefined, '', 'elevenchars', 'ひみつのことばです'])(
    'is refused when missing or short: %j',
    (given) => {
      expect(() => checkPassphrase(given)).toThrow('at least 12 characters');
    },
  );

  test('is the same whichever way its characters were typed', () => {
    expect(checkPassphrase('ｃｏｒｒｅｃｔ horse ガギグ')).toBe(
      checkPassphrase('correct horse カ\u3099キ\u3099ク\u3099'),
    );
  });
});
