import type { ServiceContent } from '../services/content.ts';

/** An entry that stands, as far as a row may be held against it. */
export interface Standing {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly sealed: boolean;
  readonly content: ServiceContent;
}

export type Match =
  | { readonly kind: 'known'; readonly entry: Standing }
  | { readonly kind: 'new'; readonly code: string | undefined }
  /** Touched by a file it could become known: it is edited by hand only. */
  | { readonly kind: 'sealed' }
  /** Several entries have this name, and no number tells which is meant. */
  | { readonly kind: 'several' };

/** The entries of an owner, found by code and by name. */
export interface StandingIndex {
  /** Code of the organisation. */
  readonly owner: string;
  readonly byCode: ReadonlyMap<string, Standing>;
  readonly byName: ReadonlyMap<string, readonly Standing[]>;
}

export function indexEntries(owner: string, entries: readonly Standing[]): StandingIndex {
  return {
    owner,
    byCode: new Map(entries.map((entry) => [entry.code, entry])),
    byName: Map.groupBy(entries, ({ content }) => foldName(content.name.ja)),
  };
}

/**
 * Which entry a row is about: the one with its number as code; or with the code that its number gets in this organisation;
 * or, in a row without a number, the only one of the same name. A row never makes a public twin of a sealed entry.
 */
export function matchRow(
  row: { readonly code: string; readonly name: string },
  { owner, byCode, byName }: StandingIndex,
): Match {
  const code = row.code === '' ? undefined : codeFor(owner, row.code);
  const numbered = byCode.get(foldCode(row.code)) ?? (code === undefined ? undefined : byCode.get(code));
  const sameName = byName.get(foldName(row.name)) ?? [];
  if (numbered?.sealed || sameName.some(({ sealed }) => sealed)) return { kind: 'sealed' };
  if (numbered) return { kind: 'known', entry: numbered };
  const [only, more] = sameName;
  if (more && code === undefined) return { kind: 'several' };
  return only && code === undefined ? { kind: 'known', entry: only } : { kind: 'new', code };
}

/** The code of an entry whose number is another's: unique over all owners, the same each time the file comes again. */
function codeFor(owner: string, number: string): string {
  return foldCode(`${owner}-${number}`).slice(0, 80);
}

function foldCode(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
