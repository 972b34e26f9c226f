import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export type TrainingState =
  | 'draft'
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'agreed'
  | 'ended'
  | 'withdrawn'
  | 'dropped';
export type TrainingMove =
  | 'propose'
  | 'drop'
  | 'accept'
  | 'decline'
  | 'change'
  | 'agree'
  | 'end'
  | 'withdraw';

/** Everything that is not in it is refused. `agree` only with the third of the three sides. */
export const moves: Readonly<Record<TrainingMove, Partial<Record<TrainingState, TrainingState>>>> = {
  propose: { draft: 'proposed' },
  drop: { draft: 'dropped' },
  accept: { proposed: 'accepted' },
  decline: { proposed: 'declined' },
  change: { accepted: 'accepted' },
  agree: { accepted: 'agreed' },
  end: { agreed: 'ended' },
  withdraw: { proposed: 'withdrawn', accepted: 'withdrawn', agreed: 'withdrawn', ended: 'withdrawn' },
};

export const sides = ['person', 'workplace', 'worker'] as const;
export type Side = (typeof sides)[number];
export const declineReasons = ['full', 'tasks', 'days', 'later', 'other'] as const;
export const outcomes = ['employed', 'other-work', 'continues', 'ended'] as const;
export const incidentKinds = ['injury', 'unwell', 'commute', 'trouble', 'other'] as const;
export const insurances = ['labour', 'accident', 'none'] as const;

export type TrainingRefusal =
  | 'move-not-now'
  | 'not-planned'
  | 'open-already'
  | 'others-first'
  | 'worker-ends'
  | 'case-closed'
  | 'workplace-not-certified'
  | 'workplace-full'
  | 'kind-not-offered'
  | 'days-not-offered'
  | 'supervisor-proposes'
  | 'alias-missing'
  | 'told-too-much'
  | 'consent-missing'
  | 'consent-later'
  | 'period-order'
  | 'period-too-long'
  | 'hours-too-long'
  | 'wage-missing'
  | 'insurance-missing'
  | 'agreed-already'
  | 'reason-missing'
  | 'outside-period'
  | 'day-later'
  | 'minutes-form'
  | 'not-running'
  | 'too-early'
  | 'marks-missing'
  | 'words-missing'
  | 'changed-meanwhile'
  | 'voice-passed'
  | 'program-closed';

export function decideMove(state: string, move: TrainingMove): Result<TrainingState, TrainingRefusal> {
  const next = moves[move][state as TrainingState];
  return next ? ok(next) : refuse('move-not-now');
}

export interface Terms {
  readonly kind: string;
  readonly days: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly minutesADay: number;
  readonly allowanceYen: number;
  readonly insurance: string;
}

/** A training is a way to somewhere: a year at the longest, and never more than a working day. */
const longestDays = 366;
const longestMinutes = 480;

/** 雇用型: work under a contract, with a wage and labour insurance. 非雇用型: no employee, but insured against accidents. */
export function decideTerms(
  terms: Terms,
  offered: { readonly kinds: readonly string[]; readonly days: readonly string[] },
): Result<'fits', TrainingRefusal> {
  if (!offered.kinds.includes(terms.kind)) return refuse('kind-not-offered');
  if (terms.days.length === 0 || terms.days.some((day) => !offered.days.includes(day)))
    return refuse('days-not-offered');
  if (terms.endsOn < terms.startsOn) return refuse('period-order');
  if (terms.endsOn > addDays(terms.startsOn, longestDays)) return refuse('period-too-long');
  return terms.minutesADay < 1 || terms.minutesADay > longestMinutes ? refuse('hours-too-long') : ok('fits');
}

/** Before three sides agree: money and insurance stand as the kind of training needs them. */
export function decideAgreement(terms: Terms): Result<'fits', TrainingRefusal> {
  if (terms.kind === 'employed') {
    if (terms.allowanceYen < 1) return refuse('wage-missing');
    return terms.insurance === 'labour' ? ok('fits') : refuse('insurance-missing');
  }
  return terms.insurance === 'none' ? refuse('insurance-missing') : ok('fits');
}

export interface Told {
  /** First name or what they want to be called; never the whole name. */
  readonly alias: string;
  /** What they would like to be considered, in the person's own words. */
  readonly considerations: string;
  /** Whom of the case's organisation the workplace may ring, as told. */
  readonly contact: string;
}

/** What no workplace needs to know: a day of birth, an address, a number of a case. */
const tooMuch: readonly RegExp[] = [
  /\d{3}-?\d{4}\s*[都道府県]?/u,
  /(19|20)\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}/u,
  /(明治|大正|昭和|平成|令和)\s*(\d+|元)\s*年/u,
  /\d{4}-\d{4}(?!\d)/u,
  /[都道府県].{1,10}[市区町村].{0,15}\d/u,
];

export function saysTooMuch(told: Pick<Told, 'alias' | 'considerations'>): boolean {
  const text = `${told.alias} ${told.considerations}`.normalize('NFKC');
  return tooMuch.some((pattern) => pattern.test(text));
}

export interface ProposalFacts {
  readonly state: string;
  readonly told: Told;
  readonly consentOn: string | null;
  readonly consentHow: string | null;
  readonly isProtected: boolean;
  readonly supervisor: boolean;
  readonly certified: boolean;
  readonly freePlaces: number;
  readonly today: string;
}

/** Nothing goes to a workplace without the person's yes to the very words that go. */
export function decideProposal(facts: ProposalFacts): Result<TrainingState, TrainingRefusal> {
  const move = decideMove(facts.state, 'propose');
  if (!move.ok) return move;
  if (!facts.certified) return refuse('workplace-not-certified');
  if (facts.freePlaces < 1) return refuse('workplace-full');
  if (facts.told.alias.trim() === '') return refuse('alias-missing');
  if (saysTooMuch(facts.told)) return refuse('told-too-much');
  if (facts.isProtected && !facts.supervisor) return refuse('supervisor-proposes');
  if (!facts.consentOn || !facts.consentHow) return refuse('consent-missing');
  return facts.consentOn > facts.today ? refuse('consent-later') : move;
}

/** The worker is the last of the three, and their yes makes it an agreement. */
export function decideAgree(
  facts: { readonly state: string; readonly agreed: readonly Side[]; readonly terms: Terms },
  side: Side,
): Result<{ readonly complete: boolean }, TrainingRefusal> {
  const move = decideMove(facts.state, 'agree');
  if (!move.ok) return move;
  if (facts.agreed.includes(side)) return refuse('agreed-already');
  const fits = decideAgreement(facts.terms);
  if (!fits.ok) return fits;
  const others = sides.every((each) => each === side || facts.agreed.includes(each));
  if (side === 'worker' && !others) return refuse('others-first');
  return ok({ complete: side === 'worker' });
}

interface Running {
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Hours of a day within the training, not of a day to come. */
export function decideDay(
  training: Running,
  { on, minutes, today }: { on: string; minutes: number; today: string },
): Result<'keep', TrainingRefusal> {
  if (training.state !== 'agreed') return refuse('not-running');
  if (on > today) return refuse('day-later');
  if (on < training.startsOn || on > training.endsOn) return refuse('outside-period');
  return minutes < 0 || minutes > longestMinutes ? refuse('minutes-form') : ok('keep');
}

export const reviewQuestions: Readonly<Record<Side, readonly string[]>> = {
  person: ['at-ease', 'tasks-fit', 'pace', 'heard'],
  workplace: ['comes', 'tasks-fit', 'with-others', 'support'],
  worker: ['comes', 'well', 'towards-goal', 'support'],
};

/** The middle opens when half of the days have passed, the end in the last two weeks and afterwards. */
export function reviewsOpen(
  { state, startsOn, endsOn }: Running,
  today: string,
): readonly ('midpoint' | 'end')[] {
  if (state !== 'agreed' && state !== 'ended') return [];
  const half = addDays(startsOn, Math.floor((Date.parse(endsOn) - Date.parse(startsOn)) / 2 / 86_400_000));
  const midpoint = today >= half || state === 'ended' ? (['midpoint'] as const) : [];
  const end = today >= addDays(endsOn, -14) || state === 'ended' ? (['end'] as const) : [];
  return [...midpoint, ...end];
}

export function decideReview(
  training: Running,
  facts: { at: 'midpoint' | 'end'; side: Side; marks: Readonly<Record<string, number>>; today: string },
): Result<'write', TrainingRefusal> {
  if (!reviewsOpen(training, facts.today).includes(facts.at)) return refuse('too-early');
  const good = reviewQuestions[facts.side].every((question) =>
    [1, 2, 3, 4].includes(facts.marks[question] ?? 0),
  );
  return good ? ok('write') : refuse('marks-missing');
}

export function decideEnd(
  training: Running,
  { outcome, on, today }: { outcome: string; on: string; today: string },
): Result<TrainingState, TrainingRefusal> {
  if (!(outcomes as readonly string[]).includes(outcome)) return refuse('reason-missing');
  if (on > today) return refuse('day-later');
  if (on < training.startsOn) return refuse('outside-period');
  return decideMove(training.state, 'end');
}

export interface Agreements {
  readonly personAgreedAt: Date | null;
  readonly workplaceAgreedAt: Date | null;
  readonly workerAgreedAt: Date | null;
}

export function agreedBy(training: Agreements): readonly Side[] {
  const at = {
    person: training.personAgreedAt,
    workplace: training.workplaceAgreedAt,
    worker: training.workerAgreedAt,
  };
  return sides.filter((side) => at[side] !== null);
}
