import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import type { Source } from './sources.ts';

/** One file names another, in any way that TypeScript has: import, re-export, `import()`, `import('…')` as a type. */
export interface Import {
  readonly from: string;
  /** A path of the product, or the name of a package (`drizzle-orm`, `node:fs`). */
  readonly to: string;
  readonly line: number;
  /** Erased before it runs: `import type`, or only `type` names. */
  readonly typeOnly: boolean;
}

/** `#platform/*` → `src/platform/*`, as package.json says. */
export type Aliases = Readonly<Record<string, string>>;

export function importsOf(source: Source, aliases: Aliases): Import[] {
  const parsed = parseSync(source.path, source.text);
  const [problem] = parsed.errors;
  if (problem) throw new Error(`${source.path} cannot be read: ${problem.message}`);
  const found: Import[] = [];
  const add = (specifier: string, start: number, typeOnly: boolean) => {
    const line = source.text.slice(0, start).split('\n').length;
    found.push({ from: source.path, to: resolve(specifier, source.path, aliases), line, typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) =>
      add(node.source.value, node.start, isTypeOnly(node.importKind, node.specifiers)),
    ExportNamedDeclaration: (node) =>
      node.source && add(node.source.value, node.start, isTypeOnly(node.exportKind, node.specifiers)),
    ExportAllDeclaration: (node) => add(node.source.value, node.start, node.exportKind === 'type'),
    TSImportType: (node) => add(node.source.value, node.start, true),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(String(node.source.value), node.start, false);
    },
  }).visit(parsed.program);
  return found;
}

type Named = { readonly type: string; readonly importKind?: unknown; readonly exportKind?: unknown };

function isTypeOnly(kind: string | undefined, names: readonly Named[]): boolean {
  if (kind === 'type') return true;
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

function resolve(specifier: string, from: string, aliases: Aliases): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  for (const [alias, target] of Object.entries(aliases)) {
    const prefix = alias.replace('*', '');
    if (specifier.startsWith(prefix))
      return posix.join(target.replace('*', ''), specifier.slice(prefix.length));
  }
  if (specifier.startsWith('#')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
