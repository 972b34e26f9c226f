import { readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** The product's own sources as one file. Packages stay outside, where they are installed. */
export const bundled = join(root, '.cache/server.mjs');

/** Makes it anew: Node takes six seconds of CPU to find and load two thousand files one by one, and less than one for this. */
export async function bundle(): Promise<void> {
  const making = `${bundled}.${process.pid}`;
  await build({
    entryPoints: [join(root, 'src/server.ts')],
    outfile: making,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    keepNames: true,
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    plugins: [placesOfSources],
  });
  // Somebody else may start at this moment: they find the old file or the new one, never half of one.
  await rename(making, bundled);
}

/** What a source says of its own place stays true when it runs from elsewhere. */
const placesOfSources: Plugin = {
  name: 'places of sources',
  setup(making) {
    making.onLoad({ filter: /[\\/](src|seeds)[\\/].*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      return {
        contents: text
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: path.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};
