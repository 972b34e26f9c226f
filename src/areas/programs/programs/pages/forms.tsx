import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextArea, YenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { programPaths, yearPaths } from '../../paths.ts';
import { programTrail, yearTrail } from '../../trail.ts';
import type { Program } from '../store.ts';
import { words } from '../words.ts';
import { BasicsFields, type BasicsProps } from './fields.tsx';

interface PartProps {
  readonly view: View;
  readonly state: FormState;
  readonly program: Program;
}

/** A form about one part of a program: what it is, where it leads, and the way back. */
export function PartForm({
  view,
  state,
  program,
  title,
  lead,
  action,
  files,
  submit,
  after,
  children,
}: PartProps & {
  title: string;
  lead?: string;
  action: string;
  files?: boolean;
  submit?: string;
  /** Below the form: what else can be done. */
  after?: Child;
  children?: Child;
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={lead}
        breadcrumbs={<Breadcrumbs view={view} items={programTrail(view, program)} current={title} />}
      />
      <Form action={view.href(action)} {...(files ? { files } : {})}>
        {children}
        <Actions>
          <SubmitButton>{submit ?? t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(programPaths.program.to({ programId: program.id }))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      {after}
    </StaffFrame>
  );
}

export function BasicsPage(props: BasicsProps & { program: Program }) {
  const { view, state, program } = props;
  const t = words[view.lang];
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={t.basics}
      action={programPaths.basics.to({ programId: program.id })}
    >
      <BasicsFields {...props} />
    </PartForm>
  );
}

export function LogicPage({ view, state, program }: PartProps) {
  const t = words[view.lang];
  const parts = ['inputs', 'activities', 'outputs', 'outcomes'] as const;
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={t.logic}
      lead={t.logicLead}
      action={programPaths.logic.to({ programId: program.id })}
    >
      {parts.map((part) => (
        <TextArea
          view={view}
          state={state}
          name={part}
          label={t[part]}
          value={program.logic[part]}
          rows={3}
        />
      ))}
    </PartForm>
  );
}

export function BudgetsPage({ view, state, program }: PartProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <PartForm
      view={view}
      state={state}
      program={program}
      title={t.budgets}
      lead={t.budgetHint}
      action={programPaths.budgets.to({ programId: program.id })}
    >
      <YenField {...common} name="budgetInitial" label={t.budgetInitial} value={program.budgetInitial} />
      <YenField {...common} name="budgetRevised" label={t.budgetRevised} value={program.budgetRevised} />
      <YenField {...common} name="budgetSettled" label={t.budgetSettled} value={program.budgetSettled} />
    </PartForm>
  );
}

export function NewProgramPage(props: BasicsProps & { readonly year: number }) {
  const { view, state, year } = props;
  const t = words[view.lang];
  const params = { year: String(year) };
  return (
    <StaffFrame view={view} title={t.add} problems={state.problems}>
      <PageHead
        title={t.add}
        kicker={fiscalYearName(view.lang, year)}
        lead={t.addLead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, year)} current={t.add} />}
      />
      <Form action={view.href(yearPaths.newProgram.to(params))}>
        <BasicsFields {...props} />
        <Actions>
          <SubmitButton>{t.register}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(yearPaths.year.to(params))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
