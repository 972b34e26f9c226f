import { fiscalYearName } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatFigure } from '#ui/content.tsx';
import { Actions, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { Audience } from '../../courses/rules.ts';
import { staffTrainingPaths } from '../../paths.ts';
import { areaWords } from '../../words.ts';
import type { TrainingFigures } from '../read.ts';
import { words } from '../words.ts';

interface FiguresProps {
  readonly view: View;
  readonly year: number;
  readonly thisYear: number;
  readonly figures: TrainingFigures;
}

export function FiguresPage({ view, year, thisYear, figures }: FiguresProps) {
  const t = words[view.lang];
  const number = (value: number) => formatNumber(view.lang, value);
  const yearUrl = (of: number) => view.href(staffTrainingPaths.figures.to({}, { year: of }));
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        kicker={fiscalYearName(view.lang, year)}
        lead={<p>{t.lead}</p>}
        actions={
          <ButtonLink
            kind="secondary"
            download
            href={view.href(staffTrainingPaths.figuresFile.to({}, { year }))}
          >
            {t.file}
          </ButtonLink>
        }
      />
      <Grid min="small">
        <StatFigure view={view} label={t.sessions} value={figures.sessions} unit={t.times} />
        <StatFigure view={view} label={t.total} value={figures.total} unit={t.people} />
        <StatFigure view={view} label={t.distinct} value={figures.distinct} unit={t.people} />
      </Grid>
      {figures.byAudience.length > 0 && (
        <Section title={t.byAudience} lead={t.both}>
          <DataTable
            view={view}
            caption={t.byAudience}
            captionHidden
            columns={[
              { key: 'audience', label: t.audience, head: true },
              { key: 'total', label: t.total, align: 'number', unit: t.people },
              { key: 'distinct', label: t.distinct, align: 'number', unit: t.people },
            ]}
            rows={figures.byAudience.map((row) => ({
              audience: areaWords[view.lang].audiences[row.audience as Audience],
              total: number(row.total),
              distinct: number(row.distinct),
            }))}
            total={{ audience: t.sum, total: number(figures.total), distinct: number(figures.distinct) }}
          />
        </Section>
      )}
      <Actions>
        <ButtonLink kind="quiet" href={yearUrl(year - 1)}>
          {t.before}
        </ButtonLink>
        {year < thisYear && (
          <ButtonLink kind="quiet" href={yearUrl(year + 1)}>
            {t.after}
          </ButtonLink>
        )}
      </Actions>
    </StaffFrame>
  );
}
