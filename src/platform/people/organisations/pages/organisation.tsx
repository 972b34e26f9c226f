import { type OrganisationKind, organisationKinds } from '#platform/access.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Organisation } from '../../organisations.ts';
import { paths } from '../../paths.ts';
import { kindWords, words as peopleWords } from '../../words.ts';
import { words } from '../words.ts';

function Head({ view, title }: { view: View; title: string }) {
  const all = { href: view.href(paths.organisations.to({})), label: peopleWords[view.lang].organisations };
  return <PageHead title={title} breadcrumbs={<Breadcrumbs view={view} items={[all]} current={title} />} />;
}

function NameFields({ view, state, row }: { view: View; state: FormState; row?: Organisation }) {
  const t = words[view.lang];
  return (
    <>
      <TextField view={view} state={state} name="nameJa" label={t.nameJa} value={row?.nameJa} required />
      <TextField
        view={view}
        state={state}
        name="nameEn"
        label={t.nameEn}
        hint={t.nameEnHint}
        value={row?.nameEn}
      />
    </>
  );
}

export function NewOrganisationPage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.add} problems={state.problems}>
      <Head view={view} title={t.add} />
      <Form action={view.href(paths.newOrganisation.to({}))}>
        <SelectField
          view={view}
          state={state}
          name="kind"
          label={t.kind}
          required
          options={organisationKinds.map((kind) => ({ value: kind, label: kindWords[view.lang][kind] }))}
        />
        <NameFields view={view} state={state} />
        <TextField view={view} state={state} name="code" label={t.code} hint={t.codeHint} required />
        <TextField
          view={view}
          state={state}
          name="localGovernmentCode"
          label={t.localGovernmentCode}
          hint={t.localGovernmentHint}
          inputmode="numeric"
          width="short"
        />
        <Actions>
          <SubmitButton>{t.add}</SubmitButton>
          <ButtonLink kind="secondary" href={view.href(paths.organisations.to({}))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

interface OrganisationProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisation: Organisation;
}

export function OrganisationPage({ view, state, organisation }: OrganisationProps) {
  const t = words[view.lang];
  const { id, kind, code, localGovernmentCode, closedAt, nameJa } = organisation;
  return (
    <StaffFrame view={view} title={nameJa} problems={state.problems}>
      <Head view={view} title={nameJa} />
      <DefinitionList
        items={[
          { term: t.kind, value: kindWords[view.lang][kind as OrganisationKind] },
          { term: t.code, value: code },
          ...(localGovernmentCode ? [{ term: t.localGovernmentCode, value: localGovernmentCode }] : []),
          { term: t.state, value: closedAt ? t.closed : t.open },
        ]}
      />
      <Section title={t.name}>
        <Form action={view.href(paths.organisation.to({ id }))}>
          <NameFields view={view} state={state} row={organisation} />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      {closedAt ? (
        <ActionForm action={view.href(paths.reopenOrganisation.to({ id }))}>{t.reopen}</ActionForm>
      ) : (
        <Section title={t.close} lead={t.closeHint}>
          <ActionForm action={view.href(paths.closeOrganisation.to({ id }))} kind="danger">
            {t.close}
          </ActionForm>
        </Section>
      )}
    </StaffFrame>
  );
}
