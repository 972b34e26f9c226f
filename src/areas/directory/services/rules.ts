import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { ServiceContent, ServiceKind, ServiceLocation } from './content.ts';
import type { ContentProblem, Known } from './content-checks/problem.ts';
import { contentProblems } from './content-checks/rules.ts';

export type ServiceRefusal =
  | 'content-wrong'
  | 'changed-meanwhile'
  | 'code-taken'
  | 'code-malformed'
  | 'owner-unknown'
  | 'not-ready'
  | 'sealed'
  | 'already-so'
  | 'reason-missing'
  | 'version-unknown'
  | 'not-a-draft';

/** Days after which somebody should look at an entry again. */
export type ReviewDays = Readonly<Record<ServiceKind, number>>;

/** 90 days for every kind: what people rely on at night is no older than a season. */
export const reviewDays: ReviewDays = { scheme: 90, desk: 90, group: 90, place: 90 };

export function reviewOnOf(kind: ServiceKind, verifiedOn: string, days: ReviewDays = reviewDays): string {
  return addDays(verifiedOn, days[kind]);
}

/** The first thing that is wrong with a content; the form shows them all. */
export function decideContent(content: ServiceContent, known: Known): Result<'fits', ServiceRefusal> {
  const problems = contentProblems(content, known);
  const [first] = problems;
  return first
    ? refuse('content-wrong', { field: first.field, problem: first.problem, count: problems.length })
    : ok('fits');
}

/** Small Latin letters, digits and hyphens, as URLs and files bear them. */
export function decideCode(code: string): Result<'named', ServiceRefusal> {
  return /^[a-z0-9][a-z0-9-]{1,79}$/.test(code) ? ok('named') : refuse('code-malformed', { code });
}

/** What keeps an entry from being published: people need to know what it is, what it is about and how to reach it. */
export function missingForPublication(content: ServiceContent): readonly ContentProblem[] {
  const missing = (field: string) => ({ field, problem: 'missing' }) as const;
  const reachable =
    content.channels.length > 0 || content.locations.length > 0 || content.website || content.email;
  return [
    ...(content.summary.ja ? [] : [missing('summary.ja')]),
    ...(content.topics.length > 0 ? [] : [missing('topics')]),
    ...(reachable ? [] : [missing('channels')]),
  ];
}

export interface EntryFacts {
  readonly content: ServiceContent;
  readonly publishedAt: Date | null;
  readonly sealed: boolean;
}

/** What is published stays fit to be: an edit cannot take away its summary, topic or way of contact. */
export function decidePublished(facts: EntryFacts): Result<'fits', ServiceRefusal> {
  return facts.publishedAt === null || facts.sealed ? ok('fits') : ready(facts.content);
}

function ready(content: ServiceContent): Result<'fits', ServiceRefusal> {
  const [missing] = missingForPublication(content);
  return missing ? refuse('not-ready', { field: missing.field }) : ok('fits');
}

/** A sealed entry is never published; one that is published already has nothing to be done. */
export function decidePublish(facts: EntryFacts): Result<'publish', ServiceRefusal> {
  if (facts.sealed) return refuse('sealed');
  if (facts.publishedAt !== null) return refuse('already-so');
  const fits = ready(facts.content);
  return fits.ok ? ok('publish') : fits;
}

export function decideWithdraw(facts: EntryFacts & { reason: string }): Result<'withdraw', ServiceRefusal> {
  if (facts.publishedAt === null) return refuse('already-so');
  return facts.reason.trim() ? ok('withdraw') : refuse('reason-missing');
}

/** Sealing and opening again both say why. An opened entry is not published by that. */
export function decideSeal(
  facts: EntryFacts & { sealed: boolean; seal: boolean; reason: string },
): Result<'seal' | 'unseal', ServiceRefusal> {
  if (facts.sealed === facts.seal) return refuse('already-so');
  if (!facts.reason.trim()) return refuse('reason-missing');
  return ok(facts.seal ? 'seal' : 'unseal');
}

/** What was public once stays with its history; a sealed entry too. */
export function decideDiscard(facts: {
  publishedAt: Date | null;
  sealed: boolean;
  wasPublished: boolean;
}): Result<'discard', ServiceRefusal> {
  const draft = facts.publishedAt === null && !facts.sealed && !facts.wasPublished;
  return draft ? ok('discard') : refuse('not-a-draft');
}

/**
 * A change is made from a version. When the entry was changed meanwhile, both changes stand as long as they touch different
 * fields (or say the same); otherwise nobody's words are overwritten unseen. A confirmation meanwhile changes no content.
 */
export function decideEdit(facts: {
  version: number;
  seen: number;
  /** The content of the version that was seen, where it is not the current one. */
  base: ServiceContent | undefined;
  current: ServiceContent;
  content: ServiceContent;
}): Result<ServiceContent, ServiceRefusal> {
  const { version, seen, base, current, content } = facts;
  if (version === seen) return ok(content);
  if (!base) return refuse('changed-meanwhile', { version });
  const mine = changedFields(base, content);
  const both = changedFields(base, current).filter(
    (field) => mine.includes(field) && !isSame(current[field], content[field]),
  );
  if (both.length > 0) return refuse('changed-meanwhile', { version, fields: both.join(' ') });
  return ok(mergeOver(base, current, content));
}

/** What somebody changed since `base`, over what is current; in a field that both changed, theirs is what stays. */
export function mergeOver(
  base: ServiceContent,
  current: ServiceContent,
  content: ServiceContent,
): ServiceContent {
  const mine = changedFields(base, content);
  const kept = Object.entries(current).filter(([field]) => !mine.includes(field as Field));
  const changed = mine.map((field) => [field, content[field]]).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...kept, ...changed]) as unknown as ServiceContent;
}

type Field = keyof ServiceContent;

/** The fields of a content that are not the same in another. */
export function changedFields(before: ServiceContent, after: ServiceContent): readonly Field[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as ReadonlySet<Field>;
  return [...fields].filter((field) => !isSame(before[field], after[field]));
}

/** The same building, as far as it is told: name, municipality, town, number and floor. */
export function isSamePlace(one: ServiceLocation, other: ServiceLocation): boolean {
  const fields = ['name', 'municipality', 'town', 'line', 'building', 'precision'] as const;
  return fields.every((field) => one[field] === other[field]);
}

/** Equal whatever the order in which keys were written; an absent key equals one that is undefined. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}
