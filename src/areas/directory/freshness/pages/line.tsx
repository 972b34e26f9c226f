import { type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { freshnessOf, isStale, type FreshnessState, type ReviewFacts } from '../rules.ts';
import { publicWords } from '../words.ts';

/** Green is only what was confirmed and is still within its review day. */
export const freshnessTones = { fresh: 'good', due: 'good', overdue: 'warn', never: 'warn' } as const;

interface FreshnessProps {
  readonly view: View;
  readonly entry: ReviewFacts;
  /** Name of the organisation that confirmed it, in the page's language; empty where it is not known. */
  readonly by: string;
  readonly today: string;
}

/** On a card: nothing while an entry is fresh, and a warning when it is stale. */
export function StaleTag({ view, entry, today }: Omit<FreshnessProps, 'by'>) {
  if (!isStale(entry, today)) return null;
  const { state } = freshnessOf(entry, today);
  return <StatusTag tone={freshnessTones[state]}>{publicWords[view.lang].tag[state]}</StatusTag>;
}

/** On the page of an entry: when, by whom, until when; a stale one says what to do about it. */
export function FreshnessLine({ view, entry, by, today }: FreshnessProps) {
  const { state } = freshnessOf(entry, today);
  return (
    <p class="freshness">
      <StatusTag tone={freshnessTones[state]}>{publicWords[view.lang].tag[state]}</StatusTag>{' '}
      {freshnessSentences(view.lang, { state, ...entry, by }).join(view.lang === 'ja' ? '。' : '. ')}
      {view.lang === 'ja' ? '。' : '.'}
    </p>
  );
}

/** The same as plain sentences, for print, mail and open data. */
export function freshnessSentences(
  lang: Lang,
  { state, verifiedOn, reviewOn, by }: ReviewFacts & { state: FreshnessState; by: string },
): readonly string[] {
  const t = publicWords[lang];
  if (state === 'never' || !verifiedOn || !reviewOn) return [t.never];
  return [t.verified(verifiedOn, by), state === 'overdue' ? t.overdue(reviewOn) : t.review(reviewOn)];
}
