import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, type Option } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { reportTrail } from '../../trail.ts';
import type { factsOf } from '../facts.ts';
import type { Cell, Period } from '../rules.ts';
import { words } from '../words.ts';
import { queryOf } from './map-props.ts';

interface StartProps {
  readonly view: View;
  readonly state: FormState;
  readonly period: Period;
  readonly cell: Cell;
  readonly facts: Awaited<ReturnType<typeof factsOf>>;
  readonly domains: readonly Option[];
}

/** `/staff/report/unmet/problem`: a problem of one cell of the map, with its facts. */
export function StartPage({ view, state, period, cell, facts, domains }: StartProps) {
  const t = words[view.lang];
  const common = { view, state };
  const query = queryOf({ period, cell, source: undefined });
  const back = view.href(paths.unmet.to({}, query));
  return (
    <StaffFrame view={view} title={t.startTitle} problems={state.problems}>
      <PageHead
        title={t.startTitle}
        lead={<p>{t.startLead}</p>}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...reportTrail(view), { href: back, label: t.title }]}
            current={t.startTitle}
          />
        }
      />
      <Section title={t.facts}>
        <DefinitionList items={facts.lines} />
      </Section>
      <Form action={view.href(paths.unmetProblem.to({}, query))}>
        <TextField
          {...common}
          name="title"
          label={t.name}
          value={t.nameOf(facts.place, facts.worry)}
          required
          width="full"
        />
        <TextArea {...common} name="detail" label={t.detail} hint={t.detailHint} rows={6} />
        {domains.length > 0 && (
          <CheckboxGroup {...common} name="domains" label={t.domains} options={domains} />
        )}
        <Actions>
          <SubmitButton>{t.startTitle}</SubmitButton>
          <ButtonLink kind="quiet" href={back}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
