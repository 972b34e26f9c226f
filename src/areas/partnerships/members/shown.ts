import { contentIn, type Lang } from '#platform/i18n.ts';
import type { Option } from '#ui/choices.tsx';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import { memberKinds } from './rules.ts';
import { words } from './words.ts';

export function nameIn(lang: Lang, { nameJa, nameEn }: { nameJa: string; nameEn: string | null }): string {
  return contentIn(lang, { ja: nameJa, en: nameEn });
}

export function kindOptions(lang: Lang): readonly Option[] {
  return memberKinds.map((value) => ({ value, label: words[lang].kinds[value] }));
}

export function topicOptions(lang: Lang): readonly Option[] {
  return worryTerms.map(({ code, name }) => ({ value: code, label: name[lang] }));
}

/** Cities, towns and villages: without the prefecture and the wards. */
export function placeOptions(lang: Lang, places: readonly Municipality[]): readonly Option[] {
  return places
    .filter(({ kind }) => kind !== 'prefecture' && kind !== 'ward')
    .map(({ code, ...named }) => ({ value: code, label: nameIn(lang, named) }));
}

/** Names of codes, in the order of the options; a code that is gone is left out. */
export function labelsOf(options: readonly Option[], codes: readonly string[]): readonly string[] {
  return options.filter(({ value }) => codes.includes(value)).map(({ label }) => label);
}

export function listed(lang: Lang, things: readonly string[]): string {
  return things.join(lang === 'ja' ? '、' : ', ');
}
