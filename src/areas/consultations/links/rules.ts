import { ok, type Result, refuse } from '#platform/result.ts';

export type LinkRefusal =
  | 'link-number-unknown'
  | 'link-number-own'
  | 'link-phone-wrong'
  | 'link-nothing'
  | 'link-decided'
  | 'link-erased';

/** By what somebody is known again. Words that somebody wrote are never compared. */
export type MarkKind = 'number' | 'phone' | 'mail' | 'line';

export interface Match {
  readonly earlierId: string;
  readonly kind: string;
}
interface Decided {
  readonly contactId: string;
  readonly earlierId: string;
}

/** Contacts that share a mark and on which nobody has decided yet, each once with all its evidence. */
export function proposals(
  matches: readonly Match[],
  decided: readonly Decided[],
): readonly { readonly earlierId: string; readonly evidence: readonly string[] }[] {
  const known = new Set(decided.flatMap(({ contactId, earlierId }) => [contactId, earlierId]));
  const open = matches.filter(({ earlierId }) => !known.has(earlierId));
  return [...Map.groupBy(open, ({ earlierId }) => earlierId)].map(([earlierId, found]) => ({
    earlierId,
    evidence: [...new Set(found.map(({ kind }) => kind))],
  }));
}

/** A telephone number as it is compared: digits of ten or eleven, however it was typed. */
export function comparedPhone(typed: string): Result<string, LinkRefusal> {
  const digits = typed
    .normalize('NFKC')
    .replace(/^\s*\+81/, '0')
    .replace(/\D/g, '');
  return digits.length === 10 || digits.length === 11 ? ok(digits) : refuse('link-phone-wrong');
}

/** Only what was proposed is decided, once; taking it back opens it again. */
export function decideLink(facts: { shared: boolean; decided: boolean }): Result<'decide', LinkRefusal> {
  if (facts.decided) return refuse('link-decided');
  return facts.shared ? ok('decide') : refuse('link-nothing');
}
