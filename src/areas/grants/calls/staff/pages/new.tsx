import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Option, type OptionGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { grantsTrail } from '../../../desk.ts';
import { callStaffPaths } from '../../../paths.ts';
import { words } from '../words.ts';

interface NewCallProps {
  readonly view: View;
  readonly state: FormState;
  readonly years: readonly number[];
  readonly bureaus: readonly Option[];
  readonly programs: readonly OptionGroup[];
}

export function NewCallPage({ view, state, years, bureaus, programs }: NewCallProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.newCall} problems={state.problems}>
      <PageHead
        title={t.newCall}
        lead={<p>{t.newLead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={grantsTrail(view)} current={t.newCall} />}
      />
      <Form action={view.href(callStaffPaths.new.to({}))}>
        <TextField {...common} name="nameJa" label={t.nameJa} required width="full" maxlength={120} />
        <TextField {...common} name="nameEn" label={t.nameEn} width="full" maxlength={120} />
        <TextField {...common} name="slug" label={t.slug} hint={t.slugHint} required />
        <SelectField
          {...common}
          name="fiscalYear"
          label={t.year}
          required
          value={years[0]}
          empty={false}
          options={years.map((year) => ({ value: String(year), label: fiscalYearName(view.lang, year) }))}
        />
        <SelectField
          {...common}
          name="bureauId"
          label={t.bureau}
          required
          value={bureaus[0]?.value}
          options={bureaus}
        />
        <ProgramFields {...common} programs={programs} />
        <RadioGroup
          {...common}
          name="shape"
          label={t.shape}
          required
          options={(['subsidy', 'one-shot'] as const).map((value) => ({ value, label: t.shapes[value] }))}
        />
        <RadioGroup
          {...common}
          name="audience"
          label={t.audience}
          required
          value="groups"
          options={(['groups', 'persons'] as const).map((value) => ({ value, label: t.audiences[value] }))}
        />
        <Actions>
          <SubmitButton>{t.make}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(callStaffPaths.home.to({}))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** Whose figures come of it, and where its money stands in the budget. */
export function ProgramFields(props: {
  readonly view: View;
  readonly state: FormState;
  readonly programs: readonly OptionGroup[];
  readonly programId?: string | null;
  readonly budgetLine?: string;
}) {
  const { programs, programId, budgetLine, ...common } = props;
  const t = words[common.view.lang];
  return (
    <>
      <SelectField
        {...common}
        name="programId"
        label={t.program}
        hint={t.programHint}
        value={programId}
        empty={t.noProgram}
        options={programs}
      />
      <TextField {...common} name="budgetLine" label={t.budgetLine} value={budgetLine} width="full" />
    </>
  );
}
