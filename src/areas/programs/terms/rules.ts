import { ok, type Result, refuse } from '#platform/result.ts';

/** The vocabularies that every fiscal year has of its own. */
export const schemes = ['bureau', 'category', 'pillar', 'line', 'domain', 'rating', 'unit'] as const;
export type Scheme = (typeof schemes)[number];

export function isScheme(text: string): text is Scheme {
  return (schemes as readonly string[]).includes(text);
}

export type TermRefusal =
  | 'code-form'
  | 'code-taken'
  | 'bureau-without-organisation'
  | 'organisation-taken'
  | 'term-in-use';

export interface TermFacts {
  readonly scheme: Scheme;
  readonly code: string;
  readonly organisationId: string | null;
  /** The scheme's other terms of the year. */
  readonly others: readonly { readonly code: string; readonly organisationId: string | null }[];
}

/** Codes are short and unique in their scheme and year; a bureau names the organisation that answers, each at most once. */
export function decideTerm({ scheme, code, organisationId, others }: TermFacts): Result<'save', TermRefusal> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(code)) return refuse('code-form');
  if (others.some((other) => other.code === code)) return refuse('code-taken', { code });
  if (scheme === 'bureau' && organisationId === null) return refuse('bureau-without-organisation');
  if (organisationId !== null && others.some((other) => other.organisationId === organisationId))
    return refuse('organisation-taken');
  return ok('save');
}

/** A term that programs, problems or the year itself use stays: old years keep their words. */
export function decideRemoveTerm(facts: { name: string; uses: number }): Result<'remove', TermRefusal> {
  return facts.uses > 0 ? refuse('term-in-use', { name: facts.name, uses: facts.uses }) : ok('remove');
}

/** A code for a name that was typed without one: its Latin letters, else the first free number. */
export function codeFor(nameEn: string, taken: readonly string[]): string {
  const base = nameEn
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 36)
    .replace(/-$/, '');
  if (base && !taken.includes(base)) return base;
  for (let number = 1; ; number += 1) {
    const candidate = base ? `${base}-${number + 1}` : String(number);
    if (!taken.includes(candidate)) return candidate;
  }
}

/** The list with one thing a place further up (-1) or down (+1); at the ends nothing changes. */
export function moved<Id>(order: readonly Id[], id: Id, by: -1 | 1): readonly Id[] {
  const at = order.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return order;
  const next = [...order];
  [next[at], next[to]] = [next[to] as Id, next[at] as Id];
  return next;
}
