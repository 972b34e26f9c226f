import { yenFull } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { FigureLink } from '#ui/content.tsx';
import { budgetFigure, expectedBudgetFigure } from '../../figures/named.ts';
import { reportPaths } from '../../paths.ts';
import type { Decision, YearMoney } from '../rules.ts';
import { words } from '../words.ts';

/** A first budget, leading to the path of what tells it: the year's report, or what was kept before it. */
export function Budget({
  view,
  thread,
  money: { fiscalYear, amount, of },
}: {
  view: View;
  thread: string;
  money: YearMoney;
}) {
  const id =
    of === 'results' ? budgetFigure(fiscalYear, thread, 'initial') : expectedBudgetFigure(fiscalYear, thread);
  return (
    <FigureLink href={view.href(reportPaths.figurePath.to({ id }))}>{yenFull(view.lang, amount)}</FigureLink>
  );
}

interface DecidedProps {
  readonly view: View;
  readonly thread: string;
  readonly decision: Decision;
}

/** How it went on, with its money: each amount as its own year tells it. */
export function Decided({ view, thread, decision: { continuity, before, after } }: DecidedProps) {
  const { lang } = view;
  const text = words[lang];
  const how = text.continuity[continuity] ?? continuity;
  if (after === null) return <>{how}</>;
  const [first, second] = ['\u0001before\u0001', '\u0001after\u0001'] as const;
  const money =
    before === null
      ? text.moneyFirst(second)
      : before.amount === after.amount
        ? text.moneySame(second)
        : text.money(first, second);
  const parts = (lang === 'ja' ? `${how}。${money}。` : `${how}. ${money}.`).split('\u0001');
  return (
    <>
      {parts.map((part) => {
        const told = part === 'before' ? before : part === 'after' ? after : null;
        return told ? <Budget view={view} thread={thread} money={told} /> : part;
      })}
    </>
  );
}
