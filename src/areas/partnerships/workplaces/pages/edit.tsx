import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { workplacePaths } from '../../paths.ts';
import { kinds, legalForms, tasks, weekdays } from '../rules.ts';
import type { Workplace } from '../store.ts';
import { words } from '../words.ts';
import { placeName } from './public.tsx';

export interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly workplace: Workplace | undefined;
  /** Of a new one: for whom it may be. */
  readonly organisations: readonly Option[];
  readonly municipalities: readonly Municipality[];
}

export function WorkplaceEditPage(props: EditProps) {
  const { view, state, workplace } = props;
  const t = words[view.lang];
  const title = workplace ? t.edit : t.add;
  const action = workplace
    ? workplacePaths.edit.to({ workplaceId: workplace.id })
    : workplacePaths.new.to({});
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(workplacePaths.home.to({})), label: t.home }]}
            current={title}
          />
        }
      />
      <Form action={view.href(action)} label={title}>
        {workplace && <HiddenField name="version" value={workplace.version} />}
        <Who {...props} />
        <When {...props} />
        <TextArea
          view={view}
          state={state}
          name="work"
          label={t.work}
          hint={t.workHint}
          value={workplace?.work}
          required
        />
        <TextArea
          view={view}
          state={state}
          name="support"
          label={t.support}
          hint={t.supportHint}
          value={workplace?.support}
          required
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Who({ view, state, workplace, organisations, municipalities }: EditProps) {
  const t = words[view.lang];
  const common = { view, state, required: true };
  return (
    <>
      {!workplace && organisations.length > 1 && (
        <SelectField {...common} name="organisationId" label={t.chooseOrganisation} options={organisations} />
      )}
      <TextField
        {...common}
        name="name"
        label={t.name}
        value={workplace?.name}
        maxlength={100}
        width="full"
      />
      <SelectField
        {...common}
        name="legalForm"
        label={t.legalForm}
        value={workplace?.legalForm}
        options={legalForms.map((value) => ({ value, label: t.legalForms[value] }))}
      />
      <TextField
        {...common}
        name="corporateNumber"
        label={t.corporateNumber}
        hint={t.corporateNumberHint}
        inputmode="numeric"
        value={workplace?.corporateNumber}
      />
      <SelectField
        {...common}
        name="municipality"
        label={t.municipality}
        value={workplace?.municipality}
        options={municipalities.map(({ code }) => ({
          value: code,
          label: placeName(view, municipalities, code),
        }))}
      />
    </>
  );
}

function When({ view, state, workplace }: EditProps) {
  const t = words[view.lang];
  const common = { view, state, required: true };
  const options = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
    codes.map((value) => ({ value: value as string, label: names[value] }));
  return (
    <>
      <CheckboxGroup
        {...common}
        name="tasks"
        label={t.task}
        spread="columns"
        values={workplace?.tasks ?? []}
        options={options(tasks, t.tasks)}
      />
      <CheckboxGroup
        {...common}
        name="days"
        label={t.daysLabel}
        spread="line"
        values={workplace?.days ?? []}
        options={options(weekdays, t.days)}
      />
      <TextField
        {...common}
        name="opensAt"
        label={t.opensAt}
        hint={t.timeHint}
        width="short"
        value={workplace?.opensAt}
      />
      <TextField {...common} name="closesAt" label={t.closesAt} width="short" value={workplace?.closesAt} />
      <NumberField
        {...common}
        name="leastMinutes"
        label={t.leastMinutes}
        unit={t.minutes}
        value={workplace?.leastMinutes}
      />
      <CheckboxGroup
        {...common}
        name="kinds"
        label={t.kind}
        values={workplace?.kinds ?? []}
        options={kinds.map((value) => ({
          value: value as string,
          label: t.kinds[value],
          hint: t.kindHints[value],
        }))}
      />
      <NumberField {...common} name="places" label={t.places} unit={t.people} value={workplace?.places} />
    </>
  );
}
