import type { Text } from '#platform/i18n.ts';

/**
 * 交付決定 · 支給決定 (one-shot) · 不交付 · 変更承認 · 中止・廃止承認 · 額の確定 · 交付決定の取消し · 返還命令
 */
export const letterKinds = [
  'award',
  'support',
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
