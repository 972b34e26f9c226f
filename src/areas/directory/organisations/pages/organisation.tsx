import { contentIn } from '#platform/i18n.ts';
import type { Organisation } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { findPaths, staffDirectoryPaths } from '../../paths.ts';
import { directoryTrail } from '../../trail.ts';
import type { Profile } from '../store.ts';
import { words } from '../words.ts';

interface OrganisationProps {
  readonly view: View;
  readonly state: FormState;
  readonly organisation: Organisation;
  readonly profile: Profile | undefined;
  readonly email: string;
}

export function OrganisationPage({ view, state, organisation, profile, email }: OrganisationProps) {
  const t = words[view.lang];
  const { id } = organisation;
  const name = contentIn(view.lang, { ja: organisation.nameJa, en: organisation.nameEn });
  const trail = [
    ...directoryTrail(view),
    { href: view.href(staffDirectoryPaths.organisations.to({})), label: t.title },
  ];
  return (
    <StaffFrame view={view} title={name} problems={state.problems}>
      <PageHead
        title={name}
        kicker={t.kinds[organisation.kind]}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={name} />}
        actions={
          <>
            <ButtonLink
              kind="secondary"
              small
              href={view.href(staffDirectoryPaths.list.to({}, { owner: id }))}
            >
              {t.ownEntries}
            </ButtonLink>
            <ButtonLink kind="quiet" small href={view.href(findPaths.organisation.to({ id }))}>
              {t.seePublic}
            </ButtonLink>
          </>
        }
      />
      <ProfileForm view={view} state={state} id={id} profile={profile} />
      <Section title={t.mailed} lead={t.mailedLead}>
        <Form action={view.href(staffDirectoryPaths.confirmationAddress.to({ id }))} label={t.mailed}>
          <TextField
            view={view}
            state={state}
            name="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            value={email}
            autocomplete="off"
          />
          <SubmitButton>{t.saveAddress}</SubmitButton>
        </Form>
      </Section>
    </StaffFrame>
  );
}

function ProfileForm({
  view,
  state,
  id,
  profile,
}: Pick<OrganisationProps, 'view' | 'state' | 'profile'> & { id: string }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Section title={t.publicProfile} lead={t.publicLead}>
      <Form action={view.href(staffDirectoryPaths.organisation.to({ id }))} label={t.publicProfile}>
        <TextField {...common} name="nameKana" label={t.nameKana} value={profile?.nameKana} width="full" />
        <TextArea {...common} name="descriptionJa" label={t.descriptionJa} value={profile?.descriptionJa} />
        <TextArea {...common} name="descriptionEn" label={t.descriptionEn} value={profile?.descriptionEn} />
        <TextField
          {...common}
          name="website"
          type="url"
          label={t.website}
          value={profile?.website}
          width="full"
        />
        <TextField
          {...common}
          name="legalNumber"
          label={t.legalNumber}
          hint={t.legalNumberHint}
          value={profile?.legalNumber}
          inputmode="numeric"
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
