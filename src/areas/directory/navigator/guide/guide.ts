import type { Lang } from '#platform/i18n.ts';
import type { Translated } from '../../hours/hours.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { id } from './languages/id.ts';
import { ja } from './languages/ja.ts';
import { jaSimple } from './languages/ja-simple.ts';
import { ko } from './languages/ko.ts';
import { ne } from './languages/ne.ts';
import { pt } from './languages/pt.ts';
import { th } from './languages/th.ts';
import { tl } from './languages/tl.ts';
import { vi } from './languages/vi.ts';
import { zh } from './languages/zh.ts';

/** The conversation's own words. The site around it speaks Japanese and English; the conversation all of these. */
export type GuideWords = { readonly [Key in keyof typeof ja]: string };

/** By ISO 639-1 and `ja-simple`; a sentence missing in one of them does not compile. */
const words = { ja, 'ja-simple': jaSimple, en, zh, ko, vi, tl, es, pt, ne, th, id } satisfies Record<
  string,
  GuideWords
>;
export type GuideLanguage = keyof typeof words;
export const guideLanguages = Object.keys(words) as readonly GuideLanguage[];

export function isGuideLanguage(value: string | undefined): value is GuideLanguage {
  return value !== undefined && value in words;
}

export function guideWords(language: GuideLanguage): GuideWords {
  return words[language];
}

/** The language of pages that follow the conversation: Japanese for Japanese, otherwise English. */
export function pageLang(language: GuideLanguage): Lang {
  return language === 'ja' || language === 'ja-simple' ? 'ja' : 'en';
}

/** A text of the flow: in the language itself, else as near as can be. */
export function textIn(language: GuideLanguage, text: Translated): string {
  const near = pageLang(language) === 'en' ? text['en'] : undefined;
  return text[language] ?? near ?? text.ja;
}
