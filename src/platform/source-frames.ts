import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

const place = /(?:file:\/\/)?(\/[^()]+?\.mjs):(\d+):(\d+)/;
let lately: { readonly file: string; readonly map: WeakRef<SourceMap> } | undefined;

/**
 * A line of a stack, told by the place in the sources where a map of them lies beside the file that runs. Read only when a bug is
 * told: the map takes a hundred megabytes for as long as it is held.
 */
export function inSources(line: string): string {
  const [found, file = '', row, column] = place.exec(line) ?? [];
  const origin = found && mapOf(file)?.findOrigin(Number(row), Number(column));
  if (!origin || !('fileName' in origin)) return line;
  return line.replace(found, `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`);
}

function mapOf(file: string): SourceMap | undefined {
  const held = lately?.file === file ? lately.map.deref() : undefined;
  if (held) return held;
  try {
    const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
    lately = { file, map: new WeakRef(map) };
    return map;
  } catch {
    return undefined;
  }
}
