import { ok, type Result, refuse } from '#platform/result.ts';
import {
  type Account,
  type ApplicantFacts,
  problemsOfAccount,
  problemsOfApplicant,
} from '../../applicants/rules.ts';
import type { CallTerms } from '../../calls/terms.ts';
import { type Answers, askedPapers, askedQuestions, problemOf, textOf } from '../rules.ts';

export interface Content {
  readonly terms: CallTerms;
  readonly answers: Answers;
  readonly applicant: ApplicantFacts | undefined;
  readonly account: Account | undefined;
  /** Codes of the papers that are there. */
  readonly papers: readonly string[];
  /** Codes of the municipalities. */
  readonly places: readonly string[];
}

/** What still has to be done before it can be sent, in the order of the pages. */
export type Gap =
  | { readonly part: 'applicant' }
  | { readonly part: 'account' }
  | { readonly part: 'question'; readonly code: string }
  | { readonly part: 'paper'; readonly code: string };

export function gapsOf({ terms, answers, applicant, account, papers, places }: Content): readonly Gap[] {
  const gaps: Gap[] = [];
  if (!applicant || problemsOfApplicant(applicant).length > 0) gaps.push({ part: 'applicant' });
  for (const question of askedQuestions(terms, answers))
    if (problemOf(question, answers.get(question.code), places))
      gaps.push({ part: 'question', code: question.code });
  if (!account || problemsOfAccount(account).length > 0) gaps.push({ part: 'account' });
  for (const { code, required } of askedPapers(terms, answers))
    if (required && !papers.includes(code)) gaps.push({ part: 'paper', code });
  return gaps;
}

export type SubmitRefusal =
  | 'not-writable'
  | 'call-not-open'
  | 'incomplete'
  | 'not-declared'
  | 'scan-missing'
  | 'unit-taken';

/** A draft is sent while its call takes applications; what came back is mended and sent again whenever it is ready. */
export function decideSubmit(facts: {
  writable: boolean;
  state: string;
  open: boolean;
  gaps: number;
  declared: boolean;
  /** On paper: the form itself is attached. */
  scanMissing: boolean;
  /** 受付番号 of the application that stands for the same unit already. */
  takenBy: string | undefined;
}): Result<'submit' | 'resubmit', SubmitRefusal> {
  if (!facts.writable) return refuse('not-writable');
  if (facts.state === 'draft' && !facts.open) return refuse('call-not-open');
  if (facts.gaps > 0) return refuse('incomplete', { gaps: facts.gaps });
  if (facts.scanMissing) return refuse('scan-missing');
  if (facts.takenBy !== undefined) return refuse('unit-taken', { number: facts.takenBy });
  if (!facts.declared) return refuse('not-declared');
  return ok(facts.state === 'draft' ? 'submit' : 'resubmit');
}

/**
 * What an application is one for, beside its applicant: empty for the group itself. A site is told by the question `site`, or by
 * the first line that is asked; a municipality by the first question of that kind.
 */
export function unitOf({ unit, questions }: CallTerms, answers: Answers): string {
  if (unit === 'group' || unit === 'person') return '';
  const places = questions.filter(({ kind }) => kind === 'municipality').map(({ code }) => code);
  const place = textOf(answers.get(places[0] ?? ''));
  if (unit === 'municipality') return place;
  const site = questions.find(({ code }) => code === 'site') ?? questions.find(({ kind }) => kind === 'line');
  const said = textOf(answers.get(site?.code ?? ''));
  return `${place} ${said.normalize('NFKC').toLowerCase().replace(/\s/g, '')}`;
}

/** Everything that a receipt stands for, as one text with one way to write it: its SHA-256 is on the receipt. */
export function receiptText(receipt: {
  number: string;
  applicant: ApplicantFacts;
  account: Account;
  answers: Answers;
  papers: readonly { code: string; sha256: string }[];
}): string {
  const { number, applicant, account, answers, papers } = receipt;
  const inOrder = (one: readonly [string, unknown], other: readonly [string, unknown]) =>
    one[0] < other[0] ? -1 : 1;
  return JSON.stringify([
    number,
    Object.entries(applicant).toSorted(inOrder),
    Object.entries(account).toSorted(inOrder),
    [...answers].toSorted(inOrder),
    papers.map(({ code, sha256 }) => `${code} ${sha256}`).toSorted(),
  ]);
}

/** 2026 and 123 → 2026-000123 */
export function numberText(fiscalYear: number, count: number): string {
  return `${fiscalYear}-${String(count).padStart(6, '0')}`;
}
