import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { problemPaths } from '../../paths.ts';
import { problemsTrail } from '../../trail.ts';
import { words } from '../words.ts';

interface NewProblemProps {
  readonly view: View;
  readonly state: FormState;
  /** The newest open year, whose domains are offered. */
  readonly year: number | undefined;
  readonly domains: readonly Option[];
  readonly organisations: readonly Option[];
}

export function NewProblemPage({ view, state, year, domains, organisations }: NewProblemProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.raise} problems={state.problems}>
      <PageHead
        title={t.raise}
        lead={t.raiseLead}
        breadcrumbs={<Breadcrumbs view={view} items={problemsTrail(view)} current={t.raise} />}
        {...(year === undefined ? {} : { kicker: fiscalYearName(view.lang, year) })}
      />
      {year === undefined ? (
        <EmptyState title={t.noYears} />
      ) : (
        <Form action={view.href(problemPaths.newProblem.to({}))}>
          <HiddenField name="year" value={year} />
          <TextField {...common} name="title" label={t.name} hint={t.nameHint} required width="full" />
          <TextArea {...common} name="detail" label={t.detail} hint={t.detailHint} required rows={6} />
          {domains.length > 0 && (
            <CheckboxGroup
              {...common}
              name="domains"
              label={t.domains}
              hint={t.domainsHint}
              options={domains}
            />
          )}
          <SelectField
            {...common}
            name="organisationId"
            label={t.organisation}
            value={organisations.length === 1 ? organisations[0]?.value : undefined}
            required
            options={organisations}
          />
          <Actions>
            <SubmitButton>{t.submit}</SubmitButton>
            <ButtonLink kind="quiet" href={view.href(problemPaths.problems.to({}))}>
              {t.back}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </StaffFrame>
  );
}
