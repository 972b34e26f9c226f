import { fiscalYearName } from '#platform/dates.ts';
import type { Lang, Text } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import {
  type LetterFacts,
  type LetterKind,
  type LetterPlace,
  letterPlaces,
  type LetterTemplate,
  type LetterText,
} from './kinds/rules.ts';

/** An office that has not said its own sign. */
export const plainSymbol = '補助';

/** 令7生援第12号: the year of the era, the office's sign, and the number within office and fiscal year. */
export function documentNumber({
  symbol,
  fiscalYear,
  serial,
}: {
  symbol: string;
  fiscalYear: number;
  serial: number;
}): string {
  const [, era = '', count = ''] = /^(.).(.+)年度$/.exec(fiscalYearName('ja', fiscalYear)) ?? [];
  return `${era}${count}${symbol}第${serial}号`;
}

/** 文書記号: a few kanji or kana, no digits, which would run into the number. */
export function isSymbol(symbol: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}A-Z]{1,8}$/u.test(symbol);
}

/** What a kind of letter has to say, whatever its words. */
export const neededPlaces: Readonly<Record<LetterKind, readonly LetterPlace[]>> = {
  award: ['call', 'yen'],
  support: ['call', 'yen'],
  benefit: ['call', 'yen'],
  'benefit-refusal': ['call', 'reason'],
  'benefit-cancellation': ['call', 'reason'],
  refusal: ['call', 'reason'],
  change: ['call', 'yen'],
  abolition: ['call'],
  fixing: ['call', 'yen'],
  cancellation: ['call', 'reason'],
  return: ['call', 'returnYen', 'returnBy'],
};

export type TemplateRefusal =
  | 'title-missing'
  | 'body-missing'
  | 'appeal-missing'
  | 'place-unknown'
  | 'place-missing'
  | 'changed-meanwhile'
  | 'no-draft'
  | 'own-work'
  | 'nothing-changed'
  | 'symbol-form'
  | 'issuer-missing';

const placesIn = (text: string) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);

/** A template is whole in Japanese, names only places that exist, and none is missing that its kind has to say. */
export function decideTemplate(
  kind: LetterKind,
  template: LetterTemplate,
): Result<LetterTemplate, TemplateRefusal> {
  if (!template.title.ja.trim()) return refuse('title-missing');
  if (!template.body.ja.trim()) return refuse('body-missing');
  if (!template.appeal.ja.trim()) return refuse('appeal-missing');
  const texts = [template.title, template.body, template.conditions, template.appeal];
  const unknown = texts
    .flatMap(({ ja, en }) => placesIn(`${ja} ${en}`))
    .find((name) => !(letterPlaces as readonly string[]).includes(name));
  if (unknown !== undefined) return refuse('place-unknown', { place: unknown });
  const said = placesIn(template.body.ja);
  const missing = neededPlaces[kind].find((place) => !said.includes(place));
  if (missing) return refuse('place-missing', { place: missing });
  const inBoth = ({ ja, en }: Text): Text => ({ ja: ja.trim(), en: en.trim() || ja.trim() });
  return ok({
    title: inBoth(template.title),
    body: inBoth(template.body),
    conditions: inBoth(template.conditions),
    appeal: inBoth(template.appeal),
  });
}

/**
 * Paragraphs of a text with its places filled. A line that names a place of which nothing is known is left out, and a paragraph of
 * which no line is left.
 */
export function filled(text: string, facts: LetterFacts, lang: Lang): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => placesIn(line).every((place) => facts[place as LetterPlace]))
        .map((line) => line.replace(/\{([^{}]*)\}/g, (_, place: LetterPlace) => facts[place]?.[lang] ?? ''))
        .join('\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '');
}

export interface LetterGiven {
  readonly template: LetterTemplate;
  readonly facts: LetterFacts;
  readonly addressee: readonly string[];
  readonly issuer: Text;
  readonly conditions: readonly Text[];
  readonly contact: Text;
}

export function letterText(
  { template, facts, addressee, issuer, conditions, contact }: LetterGiven,
  lang: Lang,
): LetterText {
  const said = (text: Text) => text[lang] || text.ja;
  const conditionsTitle = said(template.conditions);
  const last = addressee.length - 1;
  return {
    title: said(template.title),
    addressee: addressee.map((line, at) => (lang === 'ja' && at === last ? `${line}　様` : line)),
    issuer: said(issuer),
    paragraphs: filled(said(template.body), facts, lang),
    conditionsTitle: conditions.length > 0 ? conditionsTitle : '',
    conditions: conditionsTitle ? conditions.map(said) : [],
    appeal: filled(said(template.appeal), facts, lang),
    contact: said(contact),
  };
}

/** Two versions that say the same. */
export function sameTemplate(one: LetterTemplate, other: LetterTemplate): boolean {
  return (['title', 'body', 'conditions', 'appeal'] as const).every(
    (part) => one[part].ja === other[part].ja && one[part].en === other[part].en,
  );
}

/** A draft is published by somebody who did not write it. */
export function decidePublish(facts: {
  editedBy: string | null;
  personId: string | null;
  same: boolean;
}): Result<'publish', TemplateRefusal> {
  if (facts.same) return refuse('nothing-changed');
  return facts.personId !== null && facts.personId === facts.editedBy ? refuse('own-work') : ok('publish');
}
