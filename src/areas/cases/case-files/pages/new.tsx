import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { CheckboxGroup, type Option, SelectField } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { FormSet } from '../../forms/form.ts';
import { listOf, offered } from '../../forms/rules.ts';
import { casePaths } from '../../paths.ts';
import { ContactFields, IdentityFields } from '../../persons/pages/fields.tsx';
import { words } from '../words.ts';

interface NewProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisations: readonly Option[];
  readonly municipalities: readonly Municipality[];
  readonly forms: FormSet;
  readonly today: string;
}

/** 相談受付: every field may stay empty but the organisation, because a record never waits for a name. */
export function NewCasePage(props: NewProps) {
  const { view, state } = props;
  const t = words[view.lang];
  const list = { href: view.href(casePaths.list.to({})), label: t.title };
  return (
    <StaffFrame view={view} title={t.new} problems={state.problems}>
      <PageHead
        title={t.new}
        lead={t.newLead}
        breadcrumbs={<Breadcrumbs view={view} items={[list]} current={t.new} />}
      />
      <Form action={view.href(casePaths.new.to({}))} label={t.new}>
        <Worries {...props} />
        <About {...props} />
        <Contact {...props} />
        <Reception {...props} />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

function Worries(props: NewProps) {
  const { view, state } = props;
  const t = words[view.lang];
  const common = { view, state };
  const worries = optionsOf(props, 'worry');
  return (
    <Section title={t.worries}>
      <CheckboxGroup {...common} name="worries" label={t.worries} options={worries} spread="columns" />
      <SelectField {...common} name="mainWorry" label={t.mainWorry} empty={t.notSaid} options={worries} />
    </Section>
  );
}

function About(props: NewProps) {
  const { view, state, municipalities } = props;
  const t = words[view.lang];
  const common = { view, state };
  const places = municipalities.map(({ code, nameJa, nameEn }) => ({
    value: code,
    label: contentIn(view.lang, { ja: nameJa, en: nameEn }),
  }));
  return (
    <Section title={t.about}>
      <IdentityFields {...common} sexes={optionsOf(props, 'sex')} />
      <SelectField
        {...common}
        name="municipality"
        label={t.municipality}
        empty={t.notSaid}
        options={places}
      />
    </Section>
  );
}

function Contact({ view, state }: NewProps) {
  const t = words[view.lang];
  return (
    <Section title={t.contact}>
      <ContactFields view={view} state={state} />
    </Section>
  );
}

function Reception(props: NewProps) {
  const { view, state, today, organisations } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.received}>
      <SelectField
        {...common}
        name="route"
        label={t.route}
        empty={t.notSaid}
        options={optionsOf(props, 'route')}
      />
      <TextField
        {...common}
        name="receivedOn"
        label={t.receivedOn}
        hint={t.birthHint}
        value={today}
        width="short"
        autocomplete="off"
      />
      <SelectField
        {...common}
        name="organisationId"
        label={t.organisation}
        empty={false}
        options={organisations}
      />
    </Section>
  );
}

function optionsOf({ view, forms }: NewProps, list: string): readonly Option[] {
  return offered(listOf(forms, list)).map(({ code, name }) => ({ value: code, label: name[view.lang] }));
}
