import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildAssets, designTokens, withTokens } from './assets.ts';

test('the style sheet leaves room for the page in the first 14 kB', async () => {
  const { assets, files } = await buildAssets();
  const css = files.get(assets.css);
  const script = files.get(assets.script('frame'));
  expect(css?.brotli.length).toBeLessThanOrEqual(7000);
  expect((css?.brotli.length ?? 0) + (script?.brotli.length ?? 0)).toBeLessThanOrEqual(7500);
});

test('each file is there in three encodings of the same bytes, under a name with its hash', async () => {
  const { files } = await buildAssets();
  for (const [url, file] of files) {
    expect(url).toMatch(/^\/assets\/[\w-]+\.[\w-]{10}\.(?:css|js)$/);
    expect(Buffer.compare(brotliDecompressSync(file.brotli), Buffer.from(file.bytes))).toBe(0);
    expect(Buffer.compare(gunzipSync(file.gzip), Buffer.from(file.bytes))).toBe(0);
  }
});

test('no colour is made up: every one comes from the design system', async () => {
  const { assets, files } = await buildAssets();
  const textOf = (url: string) => Buffer.from(files.get(url)?.bytes ?? []).toString();
  const css = textOf(assets.css) + textOf(assets.staffCss);
  expect(css).not.toContain('token(');
  const known = new Set([...(await designTokens()).values()].map((value) => value.toLowerCase()));
  const short = (hex: string) => hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  const allowed = new Set([...known].map(short));
  const used = new Set(css.match(/#[0-9a-f]{3,8}\b/g));
  used.delete('#0000');
  expect([...used].filter((colour) => !allowed.has(short(colour)))).toEqual([]);
});

test('an unknown design token stops the start', () => {
  expect(() => withTokens('a{color:token(color-none)}', new Map())).toThrow('color-none');
});

test('asking for an island that does not exist is an error, not a broken page', async () => {
  const { assets } = await buildAssets();
  expect(() => assets.script('nowhere')).toThrow('nowhere');
});
