import { dayName, fiscalYearName } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import { yenShort } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { Card, FigureLink } from '#ui/content.tsx';
import { planTotalFigure, programsFigure } from '../../figures/named.ts';
import { reportPaths } from '../../paths.ts';
import type { NewestEdition } from '../store.ts';
import { words } from '../words.ts';
import { RatingTag } from './marks.tsx';

/** One published edition, as a card that leads to it; a plan stands at the year's own page while there are no results. */
export function EditionCard({
  view,
  edition,
  alone,
  level = 3,
}: {
  view: View;
  edition: NewestEdition;
  alone: boolean;
  level?: 2 | 3;
}) {
  const { lang } = view;
  const text = words[lang];
  const { kind, fiscalYear } = edition;
  const year = fiscalYearName(lang, fiscalYear);
  const figure = kind === 'results' ? programsFigure(fiscalYear, null) : planTotalFigure(fiscalYear, null);
  const target = kind === 'plan' && !alone ? reportPaths.plan : reportPaths.year;
  return (
    <Card
      title={kind === 'results' ? text.resultsOf(year) : text.planOf(year)}
      href={view.href(target.to({ year: String(fiscalYear) }))}
      level={level}
    >
      <p>
        <FigureLink href={view.href(reportPaths.figurePath.to({ id: figure }))}>
          {kind === 'results'
            ? text.programsCount(formatNumber(lang, edition.programs))
            : `${text.budgetTotal}${lang === 'ja' ? '：' : ': '}${yenShort(lang, edition.planTotal)}`}
        </FigureLink>{' '}
        {edition.overallRating && <RatingTag view={view} rating={edition.overallRating} />}
      </p>
      <p class="hint">{text.publishedOn(dayName(lang, edition.publishedOn))}</p>
    </Card>
  );
}
