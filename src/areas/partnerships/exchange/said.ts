import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import type { Field } from './fields.ts';
import { fieldsOf, kindOf } from './kind-table.ts';
import type { Post } from './store.ts';
import type { Reason } from './suggestions/rules.ts';
import { words } from './words.ts';

/** Municipalities by code, in words. */
export type PlaceNames = ReadonlyMap<string, string>;

export function placeNames(lang: Lang, municipalities: readonly Municipality[]): PlaceNames {
  return new Map(
    municipalities.map(({ code, nameJa, nameEn }) => [code, contentIn(lang, { ja: nameJa, en: nameEn })]),
  );
}

const joined = (lang: Lang, parts: readonly string[]) => parts.join(lang === 'ja' ? '、' : ', ');

export function saidPlaces(lang: Lang, codes: readonly string[], names: PlaceNames): string {
  if (codes.length === 0) return words[lang].everywhere;
  return joined(
    lang,
    codes.map((code) => names.get(code) ?? code),
  );
}

export function saidTopics(lang: Lang, codes: readonly string[]): string {
  if (codes.length === 0) return words[lang].anyTopic;
  return joined(
    lang,
    codes.map((code) => worryTerms.find((term) => term.code === code)?.name[lang] ?? code),
  );
}

/** 30 kg, 50,000円; empty where nothing was said. */
export function saidAmount(
  lang: Lang,
  { kind, quantity, unit }: { kind: string; quantity: number | null; unit: string },
): string {
  if (quantity === null) return '';
  const name = kindOf(kind).quantity.units.find(({ value }) => value === unit)?.label[lang] ?? unit;
  return `${formatNumber(lang, quantity)}${lang === 'ja' && !/^[a-z]/i.test(name) ? '' : ' '}${name}`;
}

export function saidOwner(lang: Lang, post: Post): string {
  return contentIn(lang, { ja: post.organisationNameJa, en: post.organisationNameEn });
}

/** What the kind tells, as label and value; what was left empty is left out. */
export function saidDetails(
  lang: Lang,
  post: Post,
): readonly { readonly term: string; readonly value: string }[] {
  return fieldsOf(post.kind, post.side).flatMap((field) => {
    const value = saidValue(lang, field, post.details[field.code]);
    return value ? [{ term: field.label[lang], value }] : [];
  });
}

function saidValue(lang: Lang, field: Field, value: Post['details'][string] | undefined): string {
  if (value === undefined || value === '') return '';
  if (field.type === 'day') return dayName(lang, String(value));
  if (field.type === 'number') return formatNumber(lang, Number(value));
  if (field.type === 'line') return String(value);
  const chosen = Array.isArray(value) ? value : [value];
  return joined(
    lang,
    chosen.map((each) => field.options.find((option) => option.value === each)?.label[lang] ?? String(each)),
  );
}

/** Why two fit, in one sentence. */
export function saidReasons(
  lang: Lang,
  reasons: readonly Reason[],
  { kind, names }: { kind: string; names: PlaceNames },
): string {
  const t = words[lang];
  const said = reasons.map((reason) => {
    switch (reason.is) {
      case 'topic':
        return t.reasons.topic(saidTopics(lang, reason.topics));
      case 'any-topic':
        return t.reasons['any-topic'];
      case 'place':
        return t.reasons.place(saidPlaces(lang, reason.municipalities, names));
      case 'everywhere':
        return t.reasons.everywhere;
      case 'time':
        return t.reasons.time(dayName(lang, reason.from), dayName(lang, reason.until));
      case 'enough':
        return t.reasons.enough(saidAmount(lang, { kind, ...reason }));
      case 'part':
        return t.reasons.part(saidAmount(lang, { kind, ...reason }));
      case 'free':
        return t.reasons.free(reason.free);
    }
  });
  return said.join(lang === 'ja' ? '、' : '; ') + t.separator.trimEnd();
}
