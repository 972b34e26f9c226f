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
        <>
          <Tables view={view} results={results} />
          <Numbers view={view} results={results} />
          <Texts view={view} results={results} />
        </>
      )}
    </StaffFrame>
  );
}

type Shown = Omit<ResultsProps, 'survey'>;

function Tables({ view, results }: Shown) {
  const t = words[view.lang];
  const row = ({ label, counted }: ResultRow) => ({
    label: label[view.lang],
    answers: counted?.answers ?? t.few,
    seen: counted?.seen ?? t.few,
  });
  return results.tables.map(({ label, rows, code }) => (
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
  ));
}

function Numbers({ view, results: { numbers } }: Shown) {
  const t = words[view.lang];
  if (numbers.length === 0) return null;
  return (
    <Section title={t.numbers}>
      <DataTable
        view={view}
        caption={t.numbers}
        captionHidden
        columns={[
          { key: 'label', label: t.question, head: true },
          { key: 'answers', label: t.answers, align: 'number', unit: t.answersUnit },
          { key: 'mean', label: t.mean, align: 'number' },
        ]}
        rows={numbers.map(({ label, counted }) => ({
          label: label[view.lang],
          answers: counted?.answers ?? t.few,
          mean: counted?.mean ?? t.few,
        }))}
      />
    </Section>
  );
}

function Texts({ view, results }: Shown) {
  const t = words[view.lang];
  return results.texts.map(({ label, texts }) => (
    <Section title={label[view.lang]} lead={t.textsLead}>
      {texts === null && <p>{t.textsFew}</p>}
      {texts?.length === 0 && <p>{t.textsNone}</p>}
      {texts && texts.length > 0 && (
        <ul>
          {texts.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  ));
}
