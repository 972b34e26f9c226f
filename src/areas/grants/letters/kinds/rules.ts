import type { Lang, Text } from '#platform/i18n.ts';

/**
 * 交付決定 · 支給決定 (one-shot, and to a person) · 不支給 and its 取消し to a person · 不交付 · 変更承認 · 中止・廃止承認 · 額の確定 · 交付決定の取消し · 返還命令
 */
export const letterKinds = [
  'award',
  'support',
  'benefit',
  'benefit-refusal',
  'benefit-cancellation',
  'refusal',
  'change',
  'abolition',
  'fixing',
  'cancellation',
  'return',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter says, with {places} that the facts of its case fill. A blank line begins a paragraph. */
export interface LetterTemplate {
  readonly title: Text;
  readonly body: Text;
  /** Above the terms' conditions; empty: they are left out. */
  readonly conditions: Text;
  /** 教示: where and until when one may object. */
  readonly appeal: Text;
}

/** The places that a text may have: `{call}` becomes the name of the call. */
export const letterPlaces = [
  'call',
  'application',
  'received',
  'asked',
  'yen',
  'before',
  'paid',
  'returnYen',
  'surcharge',
  'returnBy',
  'startsOn',
  'endsOn',
  'reportBy',
  'keepYears',
  'award',
  'awardedOn',
  'reason',
] as const;
export type LetterPlace = (typeof letterPlaces)[number];

/** What a place says in a language; one that is not known leaves out its paragraph or line. */
export type LetterFacts = Readonly<Partial<Record<LetterPlace, Text>>>;

/** A letter in one language, as it was issued. */
export interface LetterText {
  readonly title: string;
  /** The group, or the person, to whom it goes; in Japanese with 様. */
  readonly addressee: readonly string[];
  readonly issuer: string;
  readonly paragraphs: readonly string[];
  readonly conditionsTitle: string;
  readonly conditions: readonly string[];
  readonly appeal: readonly string[];
  /** Whom to ask. */
  readonly contact: string;
}

/** Stored sealed, never changed. The Japanese text counts; the other says the same. */
export interface LetterContent {
  readonly number: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly texts: Readonly<Record<Lang, LetterText>>;
}
