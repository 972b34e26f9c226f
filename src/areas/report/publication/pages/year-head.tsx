import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { PageHead } from '#ui/layout.tsx';
import type { EditionHead } from '../../editions/content.ts';
import { words } from '../words.ts';
import { RatingTag } from './marks.tsx';

interface YearHeadProps {
  readonly view: View;
  readonly head: EditionHead;
  readonly title: string;
  readonly breadcrumbs?: Child;
  /** The coloured band across a public page. */
  readonly band?: boolean;
}

/** Kicker, title and overall sentence of a year; the same for results and plan. */
export function YearHead({ view, head, title, breadcrumbs, band = false }: YearHeadProps) {
  const { lang } = view;
  const text = words[lang];
  const summary = contentIn(lang, head.summary);
  return (
    <PageHead
      band={band}
      breadcrumbs={breadcrumbs}
      kicker={`${contentIn(lang, head.operator)}${lang === 'ja' ? '　' : ', '}${contentIn(lang, head.headquarters)}`}
      title={title}
      tags={
        head.overallRating && (
          <>
            <span>{text.overall}</span>
            <RatingTag view={view} rating={head.overallRating} />
          </>
        )
      }
      lead={summary && <p class="typed">{summary}</p>}
    />
  );
}

export function yearTitle(view: View, head: EditionHead): string {
  const text = words[view.lang];
  const year = fiscalYearName(view.lang, head.fiscalYear);
  return head.kind === 'results' ? text.resultsOf(year) : text.planOf(year);
}
