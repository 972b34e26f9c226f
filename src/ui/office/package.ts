import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an office file by their names: `ppt/slides/slide1.xml`. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/**
 * The same parts give the same bytes, whenever and wherever they are packed: entries in one order, the day of a zip that knows
 * none. Zip keeps local time without a zone, hence a local date.
 */
export function packParts(parts: Parts): Uint8Array {
  const never = new Date(1980, 0, 1);
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries = names.map((name) => {
    const part = parts.get(name) ?? '';
    const bytes = typeof part === 'string' ? strToU8(part) : part;
    // Pictures are compressed already.
    const level = /\.(png|jpg|xlsx)$/.test(name) ? 0 : 6;
    return [name, [bytes, { level, mtime: never }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}

/** What a package is begins it. */
function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

/** A package of a library that writes the present into it, as one of this day. `on`: YYYY-MM-DD */
export function steadyPackage(bytes: Uint8Array, on: string): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  const core = parts.get('docProps/core.xml');
  if (core instanceof Uint8Array)
    parts.set(
      'docProps/core.xml',
      strFromU8(core).replace(
        /(<dcterms:(?:created|modified) [^>]*>)[^<]*/g,
        (_, tag: string) => `${tag}${on}T00:00:00Z`,
      ),
    );
  return packParts(parts);
}
