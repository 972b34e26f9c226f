import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, SelectField } from '#ui/choices.tsx';
import { TextArea, TextField, YenField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import type { PlanRow } from '../store.ts';
import { words } from '../words.ts';

interface PlanRowProps {
  readonly view: View;
  readonly state: FormState;
  readonly year: number;
  readonly row: PlanRow | undefined;
  readonly pillars: readonly Term[];
  readonly programs: readonly { readonly id: string; readonly nameJa: string; readonly nameEn: string }[];
}

export function PlanRowPage(props: PlanRowProps) {
  const { view, state, year, row } = props;
  const t = words[view.lang];
  const title = row ? t.edit : t.add;
  const params = { year: String(year), rowId: row?.id ?? '' };
  const list = view.href(yearPaths.plan.to(params));
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...yearTrail(view, year), { href: list, label: t.title }]}
            current={title}
          />
        }
      />
      <Form action={view.href((row ? yearPaths.planRow : yearPaths.newPlanRow).to(params))}>
        <PlanRowFields {...props} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={list}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      {row && (
        <ActionForm action={view.href(yearPaths.removePlanRow.to(params))} kind="danger">
          {t.remove}
        </ActionForm>
      )}
    </StaffFrame>
  );
}

function PlanRowFields({ view, state, row, pillars, programs }: PlanRowProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <SelectField
        {...common}
        name="pillar"
        label={t.pillar}
        empty={t.other}
        value={row?.pillar}
        options={pillars.map((term) => ({ value: term.code, label: nameIn(view.lang, term) }))}
      />
      <TextField {...common} name="nameJa" label={t.nameJa} value={row?.nameJa} required width="full" />
      <TextField {...common} name="nameEn" label={t.nameEn} value={row?.nameEn} width="full" />
      <YenField {...common} name="amount" label={t.amount} hint={t.amountHint} value={row?.amount} required />
      <Checkbox {...common} name="isNew" label={t.newHint} checked={row?.isNew ?? false} />
      <TextArea
        {...common}
        name="descriptionJa"
        label={t.descriptionJa}
        value={row?.descriptionJa}
        rows={3}
      />
      <TextArea
        {...common}
        name="descriptionEn"
        label={t.descriptionEn}
        value={row?.descriptionEn}
        rows={3}
      />
      <SelectField
        {...common}
        name="programId"
        label={t.program}
        hint={t.programHint}
        empty={t.noProgram}
        value={row?.programId}
        options={programs.map((program) => ({ value: program.id, label: nameIn(view.lang, program) }))}
      />
    </>
  );
}
