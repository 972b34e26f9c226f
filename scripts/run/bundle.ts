import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { bundled, supervisor } from './bundled.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Makes one file of the sources: Node takes six seconds of CPU to find and load two thousand files one by one, and less than one for
 * this. Every process holds it for as long as it runs, so it is made small.
 */
async function bundle(source: string, outfile: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    write: false,
    minifyWhitespace: true,
    // Lines remain short enough for a place in them to be told by the map.
    lineLimit: 160,
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
    plugins: [placesOfSources, smallModulesInside],
  });
  await mkdir(dirname(outfile), { recursive: true });
  for (const { path, text } of outputFiles) {
    // Somebody else may start at this moment: they find the old file or the new one, never half of one.
    await writeFile(`${path}.${process.pid}`, path === outfile ? plain(text) : text);
    await rename(`${path}.${process.pid}`, path);
  }
}

/** esbuild leaves letters in patterns as they are; a single one, and Node holds two bytes for each of eight million. */
function plain(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Hundreds of small modules, each of which Node would find and load by itself: a second of CPU and 90 MB of memory. */
const smallModulesInside: Plugin = {
  name: 'small modules inside',
  setup(making) {
    making.onResolve({ filter: /^(drizzle-orm|zod)(\/|$)/ }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
  },
};

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

/** Has Node compile the file and all that it imports; that something before it throws keeps every one of them from running. */
async function compile(file: string): Promise<void> {
  const imported = ['data:text/javascript,throw 0', pathToFileURL(file).href];
  const code = imported.map((each) => `import ${JSON.stringify(each)};`).join('');
  await import(`data:text/javascript,${encodeURIComponent(code)}`).catch(() => {});
}

await Promise.all([bundle('src/server.ts', bundled), bundle('scripts/run/supervisor.ts', supervisor)]);
await compile(bundled);
