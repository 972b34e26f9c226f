import { dayName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import type { BenefitTerms } from '../benefits/terms.ts';
import type { Standing } from './rules.ts';
import type { CallTerms } from './terms.ts';
import { words } from './words.ts';

const tones: Record<Standing['is'], Tone> = {
  draft: 'neutral',
  soon: 'info',
  open: 'good',
  full: 'warn',
  between: 'info',
  closed: 'neutral',
  ended: 'neutral',
  cancelled: 'bad',
};

/** 受付中（6月30日まで） */
export function StandingTag({ view, standing }: { view: View; standing: Standing }) {
  const t = words[view.lang];
  const day = standingDay(view.lang, standing);
  return (
    <StatusTag tone={tones[standing.is]}>
      {t.standing[standing.is]}
      {day && (view.lang === 'ja' ? `（${day}）` : ` (${day})`)}
    </StatusTag>
  );
}

function standingDay(lang: Lang, { is, until, from }: Standing): string {
  if (is === 'open' && until) return words[lang].until(dayName(lang, until));
  return from ? words[lang].from(dayName(lang, from)) : '';
}

/** What a call pays, in one line each. */
export function amountLines(
  lang: Lang,
  terms: Pick<CallTerms, 'amount' | 'questions' | 'benefit'>,
): readonly string[] {
  const t = words[lang];
  if (terms.benefit) return benefitLines(lang, terms.benefit);
  const rule = terms.amount;
  if (rule.kind === 'fixed') return [t.fixed(yenFull(lang, rule.yen))];
  if (rule.kind === 'tiers') {
    const asked = terms.questions.find(({ code }) => code === rule.question);
    const label = asked ? `${contentIn(lang, asked.label)} ` : '';
    return rule.tiers
      .toSorted((a, b) => b.from - a.from)
      .map(({ from, yen }) => t.tier(label + formatNumber(lang, from), yenFull(lang, yen)));
  }
  const { numerator, denominator, ceiling, roundDownTo } = rule;
  const share = numerator === denominator ? t.whole : t.fraction(numerator, denominator);
  const most = t.rate(share, yenFull(lang, ceiling));
  return [roundDownTo > 1 ? `${most}（${t.rounded(yenFull(lang, roundDownTo))}）` : most];
}

/** What one person may get, each time and in all. */
function benefitLines(lang: Lang, { amount, limit }: BenefitTerms): readonly string[] {
  const t = words[lang];
  const most = yenFull(lang, amount.ceiling);
  const times = t.timesInAll(limit.times, yenFull(lang, limit.yen));
  if (amount.kind === 'asked') return [t.upTo(most), times];
  const { numerator, denominator, interest } = amount;
  const share = t.rate(numerator === denominator ? t.whole : t.fraction(numerator, denominator), most);
  return [share, ...(interest ? [t.interest] : []), times];
}

export function windowLines(lang: Lang, terms: Pick<CallTerms, 'windows'>): readonly string[] {
  return terms.windows.map(({ opensOn, closesOn }) =>
    words[lang].window(dayName(lang, opensOn), dayName(lang, closesOn)),
  );
}
