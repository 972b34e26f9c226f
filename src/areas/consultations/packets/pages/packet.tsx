import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface PacketPageProps {
  readonly view: View;
  readonly deskId: string;
  readonly state: FormState;
}

/** A code is told and typed: what the person wrote becomes a contact. */
export function PacketPage({ view, deskId, state }: PacketPageProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs view={view} deskId={deskId} current="packet" />
      <Form action={view.href(deskPaths.packet.to({ deskId }))} label={t.title}>
        <TextField {...common} name="code" label={t.code} hint={t.codeHint} autocomplete="off" required />
        <RadioGroup
          {...common}
          name="door"
          label={t.door}
          value="phone"
          options={Object.entries(t.doors).map(([value, label]) => ({ value, label }))}
        />
        <Actions>
          <SubmitButton>{t.open}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

interface PacketBackProps {
  readonly view: View;
  readonly deskId: string;
  readonly contactId: string;
  readonly back: { readonly number: string; readonly passphrase: string };
}

/** Of a new chat: what the counsellor tells the person, once. */
export function PacketBackPage({ view, deskId, contactId, back }: PacketBackProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead title={t.title} lead={t.opened} />
      <Section title={t.backTitle} lead={t.backLead}>
        <DefinitionList
          items={[
            { term: t.number, value: <b>{back.number}</b> },
            { term: t.passphrase, value: <b>{back.passphrase}</b> },
          ]}
        />
      </Section>
      <Actions>
        <ButtonLink href={view.href(deskPaths.desk.to({ deskId }, { contact: contactId }))}>
          {t.toContact}
        </ButtonLink>
      </Actions>
    </StaffFrame>
  );
}
