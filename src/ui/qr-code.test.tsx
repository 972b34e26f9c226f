import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { qrFile, qrPath } from './qr-code.tsx';

/** The modules of the path as pixels, a few for each. */
function pixelsOf({ size, path }: { size: number; path: string }) {
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(run) * scale; column += 1)
        pixels.fill(
          0,
          4 * ((Number(y) * scale + row) * width + Number(x) * scale + column),
          4 * ((Number(y) * scale + row) * width + Number(x) * scale + column) + 3,
        );
  }
  return { pixels, width };
}

const read = jsqr as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

test.each([
  'http://localhost:3000/services/0b5c1d1e-9f1a-4a53-8a2e-0d3b6a9f1c22',
  'https://a-rather-long-name-of-a-prefecture.example.lg.jp/services/0b5c1d1e-9f1a-4a53-8a2e-0d3b6a9f1c22?lang=en',
])('another program reads %s from the picture', (text) => {
  const { pixels, width } = pixelsOf(qrPath(text));
  expect(read(pixels, width, width)?.data).toBe(text);
});

test('as a file it says where it is from and carries no script', () => {
  expect(qrFile('https://example.jp/')).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/,
  );
});
