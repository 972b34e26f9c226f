import { ok, type Result, refuse } from '#platform/result.ts';
import { amountFor } from '../calls/rules.ts';
import type { CallTerms, Paper, Question } from '../calls/terms.ts';

/** A row of `costs`: what the money is for, yen as typed, and whether it counts towards the grant. */
export interface CostRow {
  readonly what: string;
  readonly yen: string;
  readonly eligible: boolean;
}

/** What stands in a question, as it was typed: it may be half a number, and is kept all the same. */
export type Answer = string | readonly string[] | readonly CostRow[];
/** By the code of the question. */
export type Answers = ReadonlyMap<string, Answer>;

export function textOf(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}
export function choicesOf(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer.filter((each): each is string => typeof each === 'string') : [];
}
export function costsOf(answer: Answer | undefined): readonly CostRow[] {
  return Array.isArray(answer) ? answer.filter((each): each is CostRow => typeof each === 'object') : [];
}
export function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer.length === 0;
}

/** Two answers that say the same. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '') || (isEmpty(one) && isEmpty(other));
}

/** What is asked, given what was answered: a question whose condition is not met is not there. */
export function askedQuestions(terms: Pick<CallTerms, 'questions'>, answers: Answers): readonly Question[] {
  const asked = new Set<string>();
  return terms.questions.filter((question) => {
    const { onlyIf } = question;
    const is = !onlyIf || (asked.has(onlyIf.code) && says(answers.get(onlyIf.code), onlyIf.is));
    if (is) asked.add(question.code);
    return is;
  });
}

export function askedPapers(terms: Pick<CallTerms, 'papers'>, answers: Answers): readonly Paper[] {
  return terms.papers.filter(({ onlyIf }) => !onlyIf || says(answers.get(onlyIf.code), onlyIf.is));
}

function says(answer: Answer | undefined, code: string): boolean {
  return textOf(answer) === code || choicesOf(answer).includes(code);
}

export type AnswerProblem =
  | 'missing'
  | 'too-long'
  | 'number-wrong'
  | 'yen-wrong'
  | 'day-wrong'
  | 'code-unknown'
  | 'cost-name'
  | 'cost-yen';

const longest = { line: 300, text: 5000 } as const;
/** Far above any grant: eleven digits. */
const mostYen = 99_999_999_999;

/** What of an answer cannot be sent so; undefined: nothing. `places`: codes of the municipalities. */
export function problemOf(
  question: Question,
  answer: Answer | undefined,
  places: readonly string[] = [],
): AnswerProblem | undefined {
  if (isEmpty(answer)) return question.required ? 'missing' : undefined;
  const text = textOf(answer);
  const codes = (question.options ?? []).map(({ code }) => code);
  switch (question.kind) {
    case 'line':
    case 'text':
      return text.length > longest[question.kind] ? 'too-long' : undefined;
    case 'number':
      return /^\d{1,9}$/.test(text) ? undefined : 'number-wrong';
    case 'yen':
      return yenOf(text) === undefined ? 'yen-wrong' : undefined;
    case 'day':
      return isDay(text) ? undefined : 'day-wrong';
    case 'yes-no':
      return text === 'yes' || text === 'no' ? undefined : 'code-unknown';
    case 'choice':
      return codes.includes(text) ? undefined : 'code-unknown';
    case 'choices':
      return choicesOf(answer).every((code) => codes.includes(code)) ? undefined : 'code-unknown';
    case 'municipality':
      return places.includes(text) ? undefined : 'code-unknown';
    case 'costs':
      return problemOfCosts(costsOf(answer));
  }
}

function problemOfCosts(rows: readonly CostRow[]): AnswerProblem | undefined {
  if (rows.some(({ what }) => what.trim() === '')) return 'cost-name';
  return rows.some(({ yen }) => !yenOf(yen)) ? 'cost-yen' : undefined;
}

/** Whole yen from 0; undefined where it is no amount. */
export function yenOf(text: string): number | undefined {
  if (!/^\d{1,11}$/.test(text)) return undefined;
  const yen = Number(text);
  return yen <= mostYen ? yen : undefined;
}

function isDay(text: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return !!moment && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** 「１２，０００円」 becomes 12000; what is no number stays as it was typed, to be mended. */
export function tidyNumber(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/[,\s¥円人件回]/g, '');
  return /^\d{1,15}$/.test(plain) ? String(Number(plain)) : typed;
}

/** Eligible costs of a `costs` answer, in yen; rows that are no amount count nothing. */
export function eligibleYen(answer: Answer | undefined): number {
  return costsOf(answer)
    .filter(({ eligible }) => eligible)
    .reduce((total, { yen }) => total + (yenOf(yen) ?? 0), 0);
}

/** What the answers come to by the rule of the call, in yen; null while the question it goes by is not answered. */
export function askedYen({ amount, questions }: CallTerms, answers: Answers): number | null {
  if (amount.kind === 'fixed') return amount.yen;
  const question = questions.find(({ code }) => code === amount.question);
  const answer = answers.get(amount.question);
  if (!question || isEmpty(answer)) return null;
  const value = question.kind === 'costs' ? eligibleYen(answer) : Number(textOf(answer));
  return Number.isSafeInteger(value) ? amountFor(amount, value) : null;
}

export const applicationStates = [
  'draft',
  'submitted',
  'returned',
  'checked',
  'decided',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationMoves = [
  'submit',
  'return',
  'resubmit',
  'check',
  'reopen',
  'decide',
  'refuse',
  'withdraw',
] as const;
export type ApplicationMove = (typeof applicationMoves)[number];
export type MoveRefusal = 'move-not-now' | 'reason-missing';

const ways: Record<ApplicationMove, { from: readonly ApplicationState[]; to: ApplicationState }> = {
  submit: { from: ['draft'], to: 'submitted' },
  /** 差戻し: it goes back to whoever wrote it, with what is to be mended. */
  return: { from: ['submitted', 'checked'], to: 'returned' },
  resubmit: { from: ['returned'], to: 'submitted' },
  /** The officer has gone through it. */
  check: { from: ['submitted'], to: 'checked' },
  reopen: { from: ['checked'], to: 'submitted' },
  decide: { from: ['checked'], to: 'decided' },
  refuse: { from: ['checked'], to: 'refused' },
  withdraw: { from: ['submitted', 'returned', 'checked'], to: 'withdrawn' },
};
const withReason: readonly ApplicationMove[] = ['return', 'refuse'];

export function decideMove(
  state: ApplicationState,
  { move, reason = '' }: { move: ApplicationMove; reason?: string },
): Result<ApplicationState, MoveRefusal> {
  const way = ways[move];
  if (!way.from.includes(state)) return refuse('move-not-now');
  return withReason.includes(move) && !reason.trim() ? refuse('reason-missing') : ok(way.to);
}

/** Whether somebody may still write: before it was sent, and when it came back. */
export function isWritable(state: string): boolean {
  return state === 'draft' || state === 'returned';
}
