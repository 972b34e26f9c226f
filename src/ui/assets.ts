import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build, stop, transform } from 'esbuild';
import type { AssetFile, Assets } from '#platform/web/view.ts';

export interface BuiltAssets {
  readonly assets: Assets;
  /** By URL. The URL holds a hash of the content, so a file may be cached for ever. */
  readonly files: ReadonlyMap<string, AssetFile>;
}

const stylesFolder = join(import.meta.dirname, 'styles');
const islandsFolder = join(import.meta.dirname, '../islands');

let built: Promise<BuiltAssets> | undefined;

/** Style sheet and islands, minified and compressed, in memory. Made once per process: they are the code's own files. */
export function buildAssets(): Promise<BuiltAssets> {
  built ??= make();
  return built;
}

async function make(): Promise<BuiltAssets> {
  const [css, staff, paperCss, scripts] = await Promise.all([
    buildCss(stylesFolder),
    buildCss(join(stylesFolder, 'staff')),
    buildCss(join(stylesFolder, 'paper')),
    buildIslands(),
  ]);
  // Its service would stay beside this process for as long as that lives, and take memory.
  await stop();
  const files = new Map<string, AssetFile>();
  const urls = new Map<string, string>();
  // Whoever works here prints all the time; everybody else fetches the styles of paper with a paper.
  const sheets = [
    ['site.css', css],
    ['staff.css', staff + paperCss],
    ['paper.css', paperCss],
  ] as const;
  const made = [...sheets, ...scripts].map(async ([name, text]) => {
    const bytes = Buffer.from(text);
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
    const [stem, ending] = name.split('.') as [string, string];
    const url = `/assets/${stem}.${hash}.${ending}`;
    const type = ending === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
    urls.set(name, url);
    files.set(url, {
      type,
      bytes,
      brotli: await promisify(brotliCompress)(bytes),
      gzip: await promisify(gzip)(bytes),
    });
  });
  await Promise.all(made);
  const urlOf = (name: string): string => {
    const url = urls.get(name);
    if (!url) throw new Error(`no asset ${name}`);
    return url;
  };
  return {
    assets: {
      css: urlOf('site.css'),
      staffCss: urlOf('staff.css'),
      paperCss: urlOf('paper.css'),
      script: (island) => urlOf(`${island}.js`),
      sheet: (island) => urls.get(`${island}.css`),
    },
    files,
  };
}

/** Files in the order of their names, which begin with a number; design tokens replaced by their values. */
async function buildCss(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const parts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const { code } = await transform(withTokens(parts.join('\n'), await designTokens()), {
    loader: 'css',
    minify: true,
    target: ['chrome109', 'firefox115', 'safari15.6'],
  });
  return code;
}

/** Names and values of the Digital Agency Design System: `--color-primitive-blue-900` → `#0017c1`. */
export async function designTokens(): Promise<ReadonlyMap<string, string>> {
  const require = createRequire(import.meta.url);
  const text = await readFile(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'), 'utf8');
  return new Map(
    [...text.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name as string, value as string]),
  );
}

/** Puts values for `token(color-primitive-blue-900)`. An unknown name stops the start: better than a page without colour. */
export function withTokens(css: string, tokens: ReadonlyMap<string, string>): string {
  return css.replace(/token\(([\w-]+)\)/g, (_, name: string) => {
    const value = tokens.get(`--${name}`);
    if (!value) throw new Error(`no design token ${name}`);
    return value;
  });
}

async function buildIslands(): Promise<(readonly [string, string])[]> {
  const names = (await readdir(islandsFolder)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(islandsFolder, name)),
    outdir: islandsFolder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    // Pictures of a style sheet that an island brings along: `img-src data:` allows them.
    loader: { '.png': 'dataurl' },
  });
  return outputFiles.map((file) => [basename(file.path), file.text] as const);
}
