import { addDays, dayName, tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { ApplicantFacts } from '../applicants/rules.ts';
import type { CallTerms } from '../calls/terms.ts';
import type { LetterFacts } from './kinds/rules.ts';

/** A day, an amount, a word, as a letter says them. */
export function dayFact(day: string): Text {
  return { ja: dayName('ja', day), en: dayName('en', day) };
}
export function yenFact(yen: number): Text {
  return { ja: yenFull('ja', yen), en: yenFull('en', yen) };
}
export function plainFact(text: string): Text {
  return { ja: text, en: text };
}

/** What every letter about an application may name. An empty reason leaves its line out. */
export function factsOf(given: {
  readonly terms: Pick<CallTerms, 'name' | 'report'>;
  readonly application: { readonly number: string | null; readonly submittedAt: Date | null };
  readonly reason?: string;
}): LetterFacts {
  const { terms, application, reason } = given;
  const { number, submittedAt } = application;
  const years = terms.report?.keepYears;
  return {
    call: { ja: terms.name.ja, en: terms.name.en || terms.name.ja },
    ...(number && { application: plainFact(number) }),
    ...(submittedAt && { received: dayFact(tokyoDay(submittedAt)) }),
    ...(reason && { reason: plainFact(reason) }),
    ...(years && { keepYears: { ja: `${years}年間`, en: `${years} years` } }),
  };
}

/** The period in which costs count, and the sooner of both days by which is reported. */
export function periodFacts(
  terms: Pick<CallTerms, 'report'>,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): LetterFacts {
  const { report } = terms;
  const after = report && addDays(endsOn, report.daysAfterEnd);
  const reportBy = report && after && (after < report.latestOn ? after : report.latestOn);
  return {
    startsOn: dayFact(startsOn),
    endsOn: dayFact(endsOn),
    ...(reportBy && { reportBy: dayFact(reportBy) }),
  };
}

/** The group and who stands for it; of a person the name. */
export function addresseeOf({ kind, name, contact }: ApplicantFacts): readonly string[] {
  return kind === 'individual' || !contact.representative ? [name] : [name, contact.representative];
}

export function contactOf({ contact }: Pick<CallTerms, 'contact'>): Text {
  const line = (name: string, phone: string) => [name, phone, contact.mail].filter(Boolean).join('　');
  return {
    ja: line(contact.name.ja, contact.phone && `電話 ${contact.phone}`),
    en: line(contact.name.en || contact.name.ja, contact.phone && `Telephone ${contact.phone}`),
  };
}
