import { formatNumber, type Lang } from '#platform/i18n.ts';
import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { Municipality } from '#areas/directory/index.ts';
import type { Account, ApplicantFacts } from '../applicants/rules.ts';
import type { Question } from '../calls/terms.ts';
import { type Answer, choicesOf, costsOf, eligibleYen, isEmpty, textOf, yenOf } from './rules.ts';
import { fieldWords } from './field-words.ts';

/** An answer as people read it; what is no number or day stands as it was typed. */
export function answerText(
  lang: Lang,
  {
    question,
    answer,
    places,
  }: { question: Question; answer: Answer | undefined; places: readonly Municipality[] },
): string {
  const t = fieldWords[lang];
  if (isEmpty(answer)) return t.notAnswered;
  const text = textOf(answer);
  const option = (code: string) => question.options?.find((each) => each.code === code)?.label[lang] ?? code;
  switch (question.kind) {
    case 'number':
      return /^\d+$/.test(text) ? formatNumber(lang, Number(text)) : text;
    case 'yen':
      return yenText(lang, text);
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayName(lang, text) : text;
    case 'yes-no':
      return text === 'yes' ? t.yes : text === 'no' ? t.no : text;
    case 'choice':
      return option(text);
    case 'choices':
      return choicesOf(answer)
        .map(option)
        .join(lang === 'ja' ? '、' : ', ');
    case 'municipality': {
      const place = places.find(({ code }) => code === text);
      return place ? (lang === 'en' && place.nameEn ? place.nameEn : place.nameJa) : text;
    }
    case 'costs': {
      const rows = costsOf(answer);
      const all = rows.reduce((total, { yen }) => total + (yenOf(yen) ?? 0), 0);
      const lines = rows.map(
        ({ what, yen, eligible }) => `${what}　${yenText(lang, yen)}${eligible ? '' : t.costNotEligible}`,
      );
      return [...lines, t.costTotal(yenFull(lang, all), yenFull(lang, eligibleYen(answer)))].join('\n');
    }
    case 'line':
    case 'text':
      return text;
  }
}

function yenText(lang: Lang, text: string): string {
  const yen = yenOf(text);
  return yen === undefined ? text : yenFull(lang, yen);
}

export interface ShownFact {
  readonly term: string;
  readonly value: string;
}

/** Who asks, line by line; what is empty is left out. */
export function applicantLines(lang: Lang, facts: ApplicantFacts | undefined): readonly ShownFact[] {
  if (!facts) return [];
  const t = fieldWords[lang];
  const { contact } = facts;
  return [
    { term: t.kind, value: t.kinds[facts.kind] },
    { term: t.applicantName, value: facts.name },
    { term: t.corporateNumber, value: facts.corporateNumber },
    { term: t.representative, value: contact.representative },
    { term: t.postalCode, value: contact.postalCode.replace(/^(\d{3})(\d{4})$/, '$1-$2') },
    { term: t.address, value: contact.address },
    { term: t.phone, value: contact.phone },
    { term: t.mail, value: contact.mail },
  ].filter(({ value }) => value !== '');
}

export function accountLines(lang: Lang, account: Account | undefined): readonly ShownFact[] {
  if (!account) return [];
  const t = fieldWords[lang];
  return [
    { term: t.bankName, value: `${account.bankName} ${account.bank}`.trim() },
    { term: t.branchName, value: `${account.branchName} ${account.branch}`.trim() },
    { term: t.accountKind, value: t.accountKinds[account.kind] ?? '' },
    { term: t.accountNumber, value: account.number },
    { term: t.holder, value: account.holder },
    { term: '', value: account.holderIsAnother ? t.holderIsAnother : '' },
  ].filter(({ value }) => value !== '');
}

/** 1 234 567 bytes → 1.2 MB */
export function sizeText(bytes: number): string {
  return bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
