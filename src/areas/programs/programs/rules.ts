import { ok, type Result, refuse } from '#platform/result.ts';

export const continuities = ['new', 'continued', 'expanded', 'ended'] as const;
export type Continuity = (typeof continuities)[number];

/** How far a bureau's entry of the latest round is; null where no round asked for the program. */
export type EntryStatus = 'owed' | 'draft' | 'submitted' | 'returned' | 'accepted';
export type EntryRefusal = 'entry-closed';

/** What a bureau has handed in stays as handed in, until the secretariat returns it; the secretariat itself may mend it. */
export function decideChange(facts: {
  isSecretariat: boolean;
  entryStatus: EntryStatus | null;
}): Result<'change', EntryRefusal> {
  const closed = facts.entryStatus === 'submitted' || facts.entryStatus === 'accepted';
  return closed && !facts.isSecretariat ? refuse('entry-closed') : ok('change');
}

export type ProgramRefusal =
  | EntryRefusal
  | 'category-unknown'
  | 'line-unknown'
  | 'pillar-unknown'
  | 'bureau-unknown'
  | 'partner-is-itself'
  | 'slug-form'
  | 'slug-taken'
  | 'budget-not-yen';

export interface ProgramFacts {
  readonly category: string | null;
  readonly line: string | null;
  readonly pillars: readonly string[];
  readonly organisationId: string;
  readonly partners: readonly string[];
  readonly slug: string;
  readonly budgets: readonly (number | null)[];
  /** The year's own words. */
  readonly vocabulary: {
    readonly categories: readonly string[];
    readonly lines: readonly string[];
    readonly pillars: readonly string[];
    readonly bureaus: readonly string[];
  };
  /** Slugs of the year's other programs. */
  readonly slugsTaken: readonly string[];
}

/** A program speaks the vocabulary of its year, belongs to a bureau of that year, and has an address of its own. */
export function decideProgram(facts: ProgramFacts): Result<'save', ProgramRefusal> {
  const { vocabulary } = facts;
  if (facts.category !== null && !vocabulary.categories.includes(facts.category))
    return refuse('category-unknown');
  if (facts.line !== null && !vocabulary.lines.includes(facts.line)) return refuse('line-unknown');
  if (!facts.pillars.every((pillar) => vocabulary.pillars.includes(pillar))) return refuse('pillar-unknown');
  if (![facts.organisationId, ...facts.partners].every((id) => vocabulary.bureaus.includes(id)))
    return refuse('bureau-unknown');
  if (facts.partners.includes(facts.organisationId)) return refuse('partner-is-itself');
  if (!isSlug(facts.slug)) return refuse('slug-form');
  if (facts.slugsTaken.includes(facts.slug)) return refuse('slug-taken', { slug: facts.slug });
  if (!facts.budgets.every((yen) => yen === null || (Number.isSafeInteger(yen) && yen >= 0)))
    return refuse('budget-not-yen');
  return ok('save');
}

export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80;
}

/** The address of a program: its English name, else its id, with a number behind it where that is taken. */
export function slugFor({ nameEn, id }: { nameEn: string; id: string }, taken: readonly string[]): string {
  const words = nameEn
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  const base = words || `p-${id.slice(0, 8)}`;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}

export interface ProgramFilter {
  readonly text: string;
  readonly category: string;
  /** Organisation of the bureau that answers. */
  readonly bureau: string;
}

interface Findable {
  readonly nameJa: string;
  readonly nameEn: string;
  readonly division: string;
  readonly category: string | null;
  readonly organisationId: string;
}

/** Every word of the text stands somewhere in the names, whatever the width or case of its letters. */
export function isFound(program: Findable, { text, category, bureau }: ProgramFilter): boolean {
  const plain = (given: string) => given.normalize('NFKC').toLowerCase();
  const hay = plain(`${program.nameJa} ${program.nameEn} ${program.division}`);
  return (
    plain(text)
      .split(/\s+/)
      .every((word) => hay.includes(word)) &&
    (category === '' || program.category === category) &&
    (bureau === '' || program.organisationId === bureau)
  );
}
