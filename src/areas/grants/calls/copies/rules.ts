import type { CallTerms, FillFrom, Question } from '../terms.ts';

/** The same day a year later; 29 February becomes the 28th. */
function yearLater(day: string): string {
  if (!day) return day;
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('-02-29') ? `${later.slice(0, -2)}28` : later;
}

/** What stays true of a group from one year to the next, so that last year's answer is offered. */
const lasting: readonly Question['kind'][] = ['line', 'text', 'yes-no', 'choice', 'choices', 'municipality'];

/** What of last year is offered: what was spent and counted, as it was reported; an answer where it may still hold. */
function offered({ amount, report }: CallTerms, { code, kind }: Question): FillFrom | undefined {
  if (lasting.includes(kind)) return 'last-year';
  if (!report) return undefined;
  if (kind === 'costs' || (amount.kind === 'tiers' && amount.question === code)) return 'last-report';
  const isCounted = kind === 'number' && report.questions?.some((each) => each.code === code);
  return isCounted ? `last-report:${code}` : undefined;
}

/** The terms for the year after: every day one year later, and what is known of last year offered where it may still hold. */
export function nextYearTerms(terms: CallTerms): CallTerms {
  return {
    ...terms,
    windows: terms.windows.map(({ opensOn, closesOn }) => ({
      opensOn: yearLater(opensOn),
      closesOn: yearLater(closesOn),
    })),
    questions: terms.questions.map((question) => {
      const fillFrom = question.fillFrom ?? offered(terms, question);
      return fillFrom ? { ...question, fillFrom } : question;
    }),
    // Measures belong to a year: the office chooses those of the new one.
    figures: [],
    report: terms.report && { ...terms.report, latestOn: yearLater(terms.report.latestOn) },
  };
}

/** `kodomo-2025` → `kodomo-2026`; with a number behind it where that is taken. */
export function nextYearSlug(slug: string, year: number, taken: (slug: string) => boolean): string {
  const base = `${slug.replace(/-\d{4}(-\d+)?$/, '').slice(0, 70)}-${year}`;
  let next = base;
  for (let number = 2; taken(next); number += 1) next = `${base}-${number}`;
  return next;
}
