import { boundaries } from './boundaries.ts';
import { cyclesOf } from './cycles.ts';
import { importsOf, type Aliases, type Import } from './imports.ts';
import { areaOf } from './places.ts';
import { impuritiesOf } from './purity.ts';
import type { Source } from './sources.ts';

/** One breach, where it is and the rule it breaks. */
export interface Finding {
  readonly rule: string;
  readonly at: string;
  readonly says: string;
}

export function findingsIn(
  sources: readonly Source[],
  aliases: Aliases,
  otherFiles: (path: string) => boolean,
): Finding[] {
  const imports = sources.flatMap((source) => importsOf(source, aliases));
  const paths = new Set(sources.map((source) => source.path));
  const isThere = (step: Import) => !isOurs(step.to) || paths.has(step.to) || otherFiles(step.to);
  return [
    ...sources.filter((source) => inUnknownArea(source.path)).map(unknownArea),
    ...imports.filter((step) => !isThere(step)).map(leadsNowhere),
    ...imports.flatMap((step) =>
      boundaries
        .filter((boundary) => boundary.breaks(step))
        .map((boundary) => ({
          rule: boundary.name,
          at: `${step.from}:${step.line} → ${step.to}`,
          says: boundary.says,
        })),
    ),
    ...cyclesOf(imports).map((ring) => ({
      rule: 'no-cycles',
      at: ring.join(' → '),
      says: 'No file imports itself, by whatever way round.',
    })),
    ...sources.flatMap(impuritiesOf).map((found) => ({
      rule: 'rules-know-no-clock',
      at: `${found.path}:${found.line} ${found.what}`,
      says: 'A rule is given the time, the dice and the world as arguments, and never waits.',
    })),
  ];
}

/** A path of the product rather than a package; a `#…` that no alias knows counts, so that it is found missing. */
function isOurs(to: string): boolean {
  return to.startsWith('#') || /^(src|seeds|bench|e2e|scripts|\.\.)\//.test(to);
}

function inUnknownArea(path: string): boolean {
  return path.startsWith('src/areas/') && areaOf(path) === undefined;
}

function unknownArea(source: Source): Finding {
  return {
    rule: 'areas-are-listed',
    at: source.path,
    says: 'Every area stands in the list of scripts/lint/places.ts, in its order.',
  };
}

function leadsNowhere(step: Import): Finding {
  return {
    rule: 'imports-lead-somewhere',
    at: `${step.from}:${step.line} → ${step.to}`,
    says: 'An import names a file that exists, with its extension.',
  };
}
