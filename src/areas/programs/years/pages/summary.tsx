import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { TextArea } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import type { FiscalYear } from '../store.ts';
import { words } from '../words.ts';
import { YearTabs } from './tabs.tsx';

interface SummaryProps {
  readonly view: View;
  readonly state: FormState;
  readonly year: FiscalYear;
  readonly ratings: readonly Term[];
}

export function SummaryPage({ view, state, year, ratings }: SummaryProps) {
  const t = words[view.lang];
  const params = { year: String(year.year) };
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.summaryTitle} problems={state.problems}>
      <PageHead
        title={t.summaryTitle}
        lead={t.summaryLead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, year.year)} current={t.summaryTitle} />}
      />
      <YearTabs view={view} year={year.year} current="summary" isSecretariat />
      <Form action={view.href(yearPaths.summary.to(params))}>
        <SelectField
          {...common}
          name="overallRating"
          label={t.overallRating}
          hint={ratings.length === 0 ? t.noRatings : undefined}
          empty={t.notYet}
          value={year.overallRating}
          options={ratings.map((term) => ({ value: term.code, label: nameIn(view.lang, term) }))}
        />
        <TextArea {...common} name="summaryJa" label={t.summaryJa} value={year.summaryJa} rows={5} />
        <TextArea
          {...common}
          name="summaryEn"
          label={t.summaryEn}
          hint={t.summaryEnHint}
          value={year.summaryEn}
          rows={5}
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(yearPaths.year.to(params))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
