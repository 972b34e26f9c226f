import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { meetingPaths } from '../../paths.ts';
import { fieldClasses } from '../../relations/rules.ts';
import { classWords } from '../../relations/words.ts';
import { meetingForms, purposes, windowHours } from '../rules.ts';
import { words } from '../words.ts';

interface NewProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly people: readonly Option[];
  readonly day: string;
}

export function NewMeetingPage(props: NewProps) {
  const { view, state, caseFile } = props;
  const t = words[view.lang];
  const common = { view, state };
  const trail = [
    ...caseTrail(view, caseFile),
    { href: view.href(meetingPaths.list.to({ caseId: caseFile.id })), label: t.title },
  ];
  return (
    <StaffFrame view={view} title={t.new} problems={state.problems}>
      <PageHead
        title={t.new}
        lead={t.newLead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.new} />}
      />
      <Form action={view.href(meetingPaths.new.to({ caseId: caseFile.id }))} label={t.new}>
        <Section title={t.kind}>
          <SelectField
            {...common}
            name="form"
            label={t.kind}
            options={meetingForms.map(({ kind, act }) => ({
              value: `${kind}.${act}`,
              label: `${t.kinds[kind]}：${t.acts[act]}`,
            }))}
          />
          <Checkbox {...common} name="consented" label={t.consented} hint={t.consentedHint} />
          <SelectField
            {...common}
            name="purpose"
            label={t.purpose}
            empty={false}
            options={purposes.map((value) => ({ value, label: t.purposes[value] }))}
          />
        </Section>
        <Section title={t.when}>
          <TimeFields view={view} state={state} day={props.day} />
        </Section>
        <Section title={t.members}>
          <Members {...props} />
        </Section>
        <Section title={t.agenda}>
          <TextArea {...common} name="agenda" label={t.agenda} rows={5} />
          <TextField {...common} name="link" label={t.link} width="full" autocomplete="off" />
        </Section>
        <Section title={t.secrecy}>
          <Checkbox {...common} name="sworn" label={t.sworn} />
        </Section>
        <Actions>
          <SubmitButton>{t.call}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

export function TimeFields({
  view,
  state,
  day,
  from = '',
  to = '',
}: {
  readonly view: View;
  readonly state: FormState;
  readonly day: string;
  readonly from?: string;
  readonly to?: string;
}) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off', width: 'short' } as const;
  return (
    <>
      <TextField {...common} name="on" label={t.on} value={day} hint={caseWords[view.lang].birthHint} />
      <TextField {...common} name="from" label={t.from} value={from} hint={t.timeHint} />
      <TextField {...common} name="to" label={t.to} value={to} hint={t.timeHint} />
      <SelectField
        view={view}
        state={state}
        name="before"
        label={t.before}
        value="24"
        empty={false}
        options={windowHours.map((value) => ({ value: String(value), label: t.beforeHours[value] }))}
      />
      <SelectField
        view={view}
        state={state}
        name="after"
        label={t.after}
        value="24"
        empty={false}
        options={windowHours.map((value) => ({ value: String(value), label: t.afterHours[value] }))}
      />
    </>
  );
}

function Members({ view, state, people }: NewProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <CheckboxGroup
        {...common}
        name="members"
        label={t.members}
        hint={t.membersHint}
        options={people}
        spread="columns"
      />
      <CheckboxGroup
        {...common}
        name="classes"
        label={t.classes}
        spread="columns"
        options={fieldClasses
          .filter((each) => each !== 'protected')
          .map((value) => ({ value, label: classWords[view.lang][value] }))}
      />
      <TextArea {...common} name="outsiders" label={t.outsiders} hint={t.outsidersHint} rows={3} />
    </>
  );
}
