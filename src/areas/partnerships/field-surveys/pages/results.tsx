import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { PrintButton } from '#ui/sheet.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import type { ResultRow, SurveyResults } from '../results.ts';
import type { FieldSurvey } from '../store.ts';
import { words } from '../words.ts';

interface ResultsProps {
  readonly view: View;
  readonly survey: FieldSurvey;
  readonly results: SurveyResults;
}

export function ResultsPage({ view, survey, results }: ResultsProps) {
  const t = words[view.lang];
  const at = { surveyId: survey.id };
  const row = ({ label, counted }: ResultRow) => ({
    label: label[view.lang],
    answers: counted?.answers ?? t.few,
    seen: counted?.seen ?? t.few,
  });
  const items = [
    { href: view.href(paths.list.to({})), label: t.title },
    { href: view.href(paths.survey.to(at)), label: survey.title },
  ];
  const isEmpty = results.whole.counted?.answers === 0;
  return (
    <StaffFrame view={view} title={t.resultsTitle} islands={['share']}>
      <PageHead
        title={t.resultsTitle}
        kicker={survey.title}
        lead={t.resultsLead}
        breadcrumbs={<Breadcrumbs view={view} items={items} current={t.resultsTitle} />}
        actions={
          <>
            <ButtonLink kind="secondary" download href={view.href(paths.resultsCsv.to(at))}>
              {t.csv}
            </ButtonLink>
            <PrintButton label={t.print} />
          </>
        }
      />
      {isEmpty ? (
        <EmptyState title={t.noAnswers} />
      ) : (
        results.tables.map(({ label, rows, code }) => (
          <Section title={label[view.lang]}>
            <DataTable
              view={view}
              caption={label[view.lang]}
              captionHidden
              even
              columns={[
                { key: 'label', label: code === '' ? t.place : t.option, head: true },
                { key: 'answers', label: t.answers, align: 'number', unit: t.answersUnit },
                { key: 'seen', label: t.seen, align: 'number', unit: t.seenUnit },
              ]}
              rows={rows.map(row)}
              total={row(results.whole)}
            />
          </Section>
        ))
      )}
    </StaffFrame>
  );
}
