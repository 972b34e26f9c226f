import { ok, type Result, refuse } from '#platform/result.ts';

/** By what two persons may be one: blind indexes that are equal, and the municipality beside them. Words are never compared. */
export const evidenceKinds = ['name-birth', 'phone', 'email', 'name', 'kana', 'municipality'] as const;
export type Evidence = (typeof evidenceKinds)[number];

export const strengths = ['strong', 'likely', 'weak'] as const;
export type Strength = (typeof strengths)[number];

/** A person with whom something is shared. */
export interface Match {
  readonly personId: string;
  readonly kind: string;
}

export interface Proposal {
  readonly personId: string;
  readonly evidence: readonly Evidence[];
  readonly strength: Strength;
}

/** Persons that share enough to be looked at, the likeliest first; on whom somebody decided is not proposed again. */
export function proposalsOf({
  matches,
  municipalityOf,
  municipality,
  decided,
}: {
  matches: readonly Match[];
  /** Of the newest case of a person. */
  municipalityOf: (personId: string) => string | null;
  municipality: string | null;
  decided: readonly string[];
}): readonly Proposal[] {
  const open = matches.filter(({ personId }) => !decided.includes(personId));
  return [...Map.groupBy(open, ({ personId }) => personId)]
    .flatMap(([personId, found]) => {
      const near = municipality !== null && municipalityOf(personId) === municipality;
      const kinds = new Set<string>([...found.map(({ kind }) => kind), ...(near ? ['municipality'] : [])]);
      const strength = strengthOf(kinds);
      const evidence = evidenceKinds.filter((kind) => kinds.has(kind));
      return strength ? [{ personId, evidence, strength }] : [];
    })
    .toSorted((one, other) => strengths.indexOf(one.strength) - strengths.indexOf(other.strength));
}

/** 同姓同名 alone is weak: it is shown, with what tells the two apart. A reading alone is nothing. */
export function strengthOf(kinds: ReadonlySet<string>): Strength | undefined {
  const named = kinds.has('name') || kinds.has('kana');
  const reached = kinds.has('phone') || kinds.has('email');
  if (kinds.has('name-birth') || (reached && named)) return 'strong';
  if (reached || (named && kinds.has('municipality'))) return 'likely';
  return kinds.has('name') ? 'weak' : undefined;
}

export type JoinRefusal =
  | 'join-self'
  | 'join-elsewhere'
  | 'join-not-yours'
  | 'join-protected'
  | 'join-decided'
  | 'join-undo-first'
  | 'reason-missing'
  | 'person-erased';

/** A person as the decision asks for them. */
export interface JoinSide {
  readonly personId: string;
  readonly organisationId: string;
  readonly joinedInto: string | null;
  readonly erased: boolean;
  /** Others were joined into this one. */
  readonly holdsOthers: boolean;
  readonly isProtected: boolean;
}

/**
 * Two rows become one person by somebody who carries every case of both, with a reason. Never across organisations: that would
 * tell one what the other knows, without a basis. Never somebody whom another person looks for.
 */
export function decideJoin({
  kept,
  other,
  carriesAll,
  reason,
}: {
  kept: JoinSide;
  other: JoinSide;
  carriesAll: boolean;
  reason: string;
}): Result<'join', JoinRefusal> {
  if (kept.personId === other.personId) return refuse('join-self');
  if (kept.erased || other.erased) return refuse('person-erased');
  if (kept.organisationId !== other.organisationId) return refuse('join-elsewhere');
  if (kept.isProtected || other.isProtected) return refuse('join-protected');
  if (kept.joinedInto || other.joinedInto) return refuse('join-decided');
  // One step deep, so that each join can be undone by itself.
  if (other.holdsOthers) return refuse('join-undo-first');
  if (!carriesAll) return refuse('join-not-yours');
  return reason.trim().length < 5 ? refuse('reason-missing') : ok('join');
}

export function decideUndo({
  undone,
  erased,
  carriesAll,
  reason,
}: {
  undone: boolean;
  /** One of the two is: there is nobody to whom anything could go back. */
  erased: boolean;
  carriesAll: boolean;
  reason: string;
}): Result<'undo', JoinRefusal> {
  if (undone) return refuse('join-decided');
  if (erased) return refuse('person-erased');
  if (!carriesAll) return refuse('join-not-yours');
  return reason.trim().length < 5 ? refuse('reason-missing') : ok('undo');
}
