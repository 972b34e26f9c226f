import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { FigureLink } from '#ui/content.tsx';
import type { ProgramContent } from '../../editions/content.ts';
import { budgetFigure } from '../../figures/named.ts';
import { reportPaths } from '../../paths.ts';
import type { Decision } from '../rules.ts';
import { words } from '../words.ts';

/** Leads to its path once the year's report says the same; until then the day stands by it on which it was kept. */
export function Budget({
  view,
  amount,
  result,
}: {
  view: View;
  amount: number;
  result: ProgramContent | null | undefined;
}) {
  const id = result?.budget.initial === amount && budgetFigure(result.fiscalYear, result.thread, 'initial');
  return (
    <FigureLink href={id ? view.href(reportPaths.figurePath.to({ id })) : undefined}>
      {yenFull(view.lang, amount)}
    </FigureLink>
  );
}

interface DecidedProps {
  readonly view: View;
  readonly decision: Decision;
  readonly before: ProgramContent | null;
  readonly after: ProgramContent | null | undefined;
}

/** How it went on, with its money: each amount as its own year tells it. */
export function Decided({
  view,
  decision: { continuity, budget, budgetBefore },
  before,
  after,
}: DecidedProps) {
  const { lang } = view;
  const text = words[lang];
  const how = text.continuity[continuity] ?? continuity;
  if (budget === null) return <>{how}</>;
  const [first, second] = ['\u0001before\u0001', '\u0001after\u0001'] as const;
  const money =
    budgetBefore === null
      ? text.moneyFirst(second)
      : budgetBefore === budget
        ? text.moneySame(second)
        : text.money(first, second);
  const parts = (lang === 'ja' ? `${how}。${money}。` : `${how}. ${money}.`).split('\u0001');
  return (
    <>
      {parts.map((part) => {
        if (part === 'before') return <Budget view={view} amount={budgetBefore ?? 0} result={before} />;
        return part === 'after' ? <Budget view={view} amount={budget} result={after} /> : part;
      })}
    </>
  );
}
