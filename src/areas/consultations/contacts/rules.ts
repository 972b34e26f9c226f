import { ok, type Result, refuse } from '#platform/result.ts';

export const states = ['bot', 'waiting', 'open', 'ended'] as const;
/** bot: the navigator talks. waiting: asked for a human. open: a counsellor has it. */
export type State = (typeof states)[number];

export type ContactRefusal =
  | 'contact-ended'
  | 'taken-by-other'
  | 'not-yours'
  | 'no-way-back'
  | 'too-many-at-once'
  | 'one-alone'
  | 'message-empty'
  | 'message-too-long'
  | 'code-unknown'
  | 'changed-meanwhile'
  | 'end-reason-missing';

/** Letters of one message; longer ones are refused with what was typed still there. */
export const messageLength = 4000;

interface Held {
  readonly state: string;
  readonly takenBy: string | null;
}

/**
 * One counsellor takes a waiting contact; whoever has it already may ask again. Where two people are to be on duty
 * (`twoPeople`), nobody takes the first conversation alone.
 */
export function decideTake(facts: {
  contact: Held;
  personId: string;
  holding: number;
  chatsPerCounsellor: number;
  twoPeople: boolean;
  onDuty: number;
  supervisor: boolean;
}): Result<'take' | 'has', ContactRefusal> {
  const { contact, personId } = facts;
  if (contact.state === 'ended') return refuse('contact-ended');
  if (contact.takenBy === personId && contact.state === 'open') return ok('has');
  if (contact.takenBy && !facts.supervisor) return refuse('taken-by-other');
  if (facts.twoPeople && facts.onDuty < 2) return refuse('one-alone');
  if (facts.holding >= facts.chatsPerCounsellor)
    return refuse('too-many-at-once', { most: facts.chatsPerCounsellor });
  return ok('take');
}

/** Only the counsellor who has it writes to the person; a supervisor takes it over first. To who noticed another person leads no way back. */
export function decideAnswer(facts: {
  contact: Held & { readonly door?: string };
  personId: string;
}): Result<'answer', ContactRefusal> {
  if (facts.contact.state === 'ended') return refuse('contact-ended');
  if (facts.contact.door === 'notice') return refuse('no-way-back');
  return facts.contact.takenBy === facts.personId ? ok('answer') : refuse('not-yours');
}

/** What somebody typed, as it is kept: no control characters but line breaks, no invisible direction marks. */
export function decideMessage(text: string): Result<string, ContactRefusal> {
  const kept = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (!kept) return refuse('message-empty');
  if (kept.length > messageLength) return refuse('message-too-long', { most: messageLength });
  return ok(kept);
}

export function decideEnd(facts: {
  contact: Held;
  personId: string;
  supervisor: boolean;
  reason: string;
}): Result<'end', ContactRefusal> {
  if (facts.contact.state === 'ended') return refuse('contact-ended');
  if (!facts.reason) return refuse('end-reason-missing');
  const mine = facts.contact.takenBy === facts.personId;
  return mine || facts.supervisor ? ok('end') : refuse('not-yours');
}

export type OnwardRefusal = 'contact-erased' | 'became-before' | 'not-yours';

/** A contact becomes a case once, by the counsellor who has or had it, or by the desk's supervisor; nobody agrees to anything before a human has taken it. */
export function decideOnward(facts: {
  contact: {
    readonly takenBy: string | null;
    readonly sealedKey: string | null;
    readonly becameCaseAt: Date | null;
  };
  personId: string;
  supervisor: boolean;
}): Result<'go-on', OnwardRefusal> {
  const { contact, personId, supervisor } = facts;
  if (!contact.sealedKey) return refuse('contact-erased');
  if (contact.becameCaseAt) return refuse('became-before');
  if (contact.takenBy === null) return refuse('not-yours');
  return supervisor || contact.takenBy === personId ? ok('go-on') : refuse('not-yours');
}

/** Crisis words that speak of tonight's food and bed, not of danger to life. */
const daily = ['shelter', 'food'];

interface Queued {
  readonly flags: readonly string[];
  readonly risk: number | null;
  readonly queuedAt: Date | null;
  readonly arrivedAt: Date;
}

/** Danger to life, as words that arrived or a person's judgement say. */
export function isUrgent({ flags, risk }: Pick<Queued, 'flags' | 'risk'>): boolean {
  return flags.some((flag) => !daily.includes(flag)) || (risk ?? 0) >= 3;
}

/**
 * Who is answered first: by the level of danger that a person judged, words that sound like danger to life standing as high (3)
 * whatever was judged before, then other flags, then who has waited longest.
 */
export function compareQueue(a: Queued, b: Queued): number {
  const urgency = (contact: Queued) =>
    Math.max(contact.risk ?? 0, isUrgent(contact) ? 3 : contact.flags.length > 0 ? 1 : 0);
  const since = (contact: Queued) => (contact.queuedAt ?? contact.arrivedAt).getTime();
  return urgency(b) - urgency(a) || since(a) - since(b);
}

/** The person has left the desk's last words without an answer for longer than the desk waits. */
export function isQuiet(facts: {
  state: string;
  lastPersonAt: Date | null;
  lastDeskAt: Date | null;
  quietMinutes: number;
  now: Date;
}): boolean {
  const { state, lastPersonAt, lastDeskAt, quietMinutes, now } = facts;
  if (state !== 'open' || !lastDeskAt || (lastPersonAt && lastPersonAt > lastDeskAt)) return false;
  return now.getTime() - lastDeskAt.getTime() >= quietMinutes * 60_000;
}

export type Tempo = 'calm' | 'soon' | 'late';

/** How an answer stands: `late` after the desk's limit, `soon` in its last third. */
export function tempoOf(facts: {
  lastPersonAt: Date | null;
  lastDeskAt: Date | null;
  firstAnswerAt: Date | null;
  firstAnswerSeconds: number;
  answerSeconds: number;
  now: Date;
}): { tempo: Tempo; seconds: number } {
  const { lastPersonAt, lastDeskAt, now } = facts;
  if (!lastPersonAt || (lastDeskAt && lastDeskAt >= lastPersonAt)) return { tempo: 'calm', seconds: 0 };
  const seconds = Math.max(0, Math.floor((now.getTime() - lastPersonAt.getTime()) / 1000));
  const limit = facts.firstAnswerAt ? facts.answerSeconds : facts.firstAnswerSeconds;
  return { tempo: seconds > limit ? 'late' : seconds > (limit * 2) / 3 ? 'soon' : 'calm', seconds };
}
