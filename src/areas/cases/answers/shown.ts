import { dayName } from '#platform/dates.ts';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { municipalityName } from '../case-files/shown.ts';
import type { CaseFile } from '../case-files/store.ts';
import { words as caseWords } from '../case-files/words.ts';
import type { Form, FormField, FormSet } from '../forms/form.ts';
import { fieldsOf, listOf, optionOf } from '../forms/rules.ts';
import type { KnownPerson } from '../persons/actions.ts';
import { ageOn, eraDay } from '../persons/rules.ts';
import { type Answer, type Answers, listed, said } from './rules.ts';

export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** An answer in words: options by their names, a day in its era, yen with their sign. */
export function answerText(lang: Lang, set: FormSet, field: FormField, answer: Answer | undefined): string {
  if (listed(answer).length === 0) return '';
  if (field.kind === 'one' || field.kind === 'many') {
    const codes = listed(answer);
    return listOf(set, field.list)
      .options.filter(({ code }) => codes.includes(code))
      .map(({ name }) => name[lang])
      .join(lang === 'ja' ? '、' : ', ');
  }
  const text = said(answer);
  if (field.kind === 'day') return shownDay(lang, text);
  if (field.kind === 'yen')
    return lang === 'ja' ? `${formatNumber(lang, Number(text))}円` : `¥${formatNumber(lang, Number(text))}`;
  return text;
}

export function shownDay(lang: Lang, day: string): string {
  return lang === 'ja' ? eraDay(day) : dayName('en', day);
}

/** Everything that was answered on a form, as terms and texts. */
export function answeredFacts(
  lang: Lang,
  set: FormSet,
  { form, answers }: { form: Form; answers: Answers },
): readonly Fact[] {
  return fieldsOf(form)
    .map((field) => ({ term: field.name[lang], value: answerText(lang, set, field, answers[field.code]) }))
    .filter(({ value }) => value !== '');
}

/** What is known without asking: from the person and the reception, as far as the reader may see. */
export function knownFacts(
  lang: Lang,
  set: FormSet,
  {
    caseFile,
    person,
    municipalities,
  }: { caseFile: CaseFile; person: KnownPerson | undefined; municipalities: readonly Municipality[] },
): readonly Fact[] {
  const t = caseWords[lang];
  const identity = person?.identity;
  const place = caseFile.isProtected ? undefined : person?.place;
  const named = (list: string, code: string | null | undefined) =>
    optionOf(listOf(set, list), code)?.name[lang] ?? '';
  const birth = identity?.birth
    ? `${shownDay(lang, identity.birth)}（${t.age(ageOn(identity.birth, caseFile.receivedOn))}）`
    : '';
  const facts: readonly Fact[] = [
    { term: t.number, value: caseFile.number },
    { term: t.received, value: shownDay(lang, caseFile.receivedOn) },
    { term: t.name, value: identity?.name ?? '' },
    { term: t.kana, value: identity?.kana ?? '' },
    { term: t.nickname, value: identity?.nickname ?? '' },
    { term: t.sex, value: named('sex', identity?.sex) },
    { term: t.birth, value: birth },
    { term: t.phone, value: identity?.phone ?? '' },
    { term: t.email, value: identity?.email ?? '' },
    { term: t.address, value: place?.address ?? '' },
    {
      term: t.municipality,
      value: caseFile.municipality ? municipalityName(lang, municipalities, caseFile.municipality) : '',
    },
    { term: t.route, value: named('route', caseFile.route) },
    {
      term: t.worries,
      value: caseFile.worries.map((code) => named('worry', code)).join(lang === 'ja' ? '、' : ', '),
    },
    { term: t.mainWorry, value: named('worry', caseFile.mainWorry) },
  ];
  return facts.filter(({ value }) => value !== '');
}
