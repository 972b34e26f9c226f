import type { Text } from '#platform/i18n.ts';

export const questionKinds = ['choice', 'choices', 'number', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question of a survey. Where, and how many people were seen, every survey asks by itself. */
export interface SurveyQuestion {
  /** Stays with the question when its words change. */
  readonly code: string;
  readonly kind: QuestionKind;
  readonly label: Text;
  readonly hint: Text;
  /** Of `choice` and `choices`. */
  readonly options: readonly { readonly code: string; readonly label: Text }[];
}

/** Answers by the code of the question; what was not said is not there. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;
