import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import type { Desk } from '../../desks/store.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface MailPageProps {
  readonly view: View;
  readonly desk: Desk;
  /** `2026-11-25 14:05` in Tokyo. */
  readonly now: string;
  readonly supervisor: boolean;
  readonly state: FormState;
}

/** E-mail of a desk: one written down by hand, and for the supervisor how mail arrives and what a mailbox shows of an answer. */
export function MailPage(props: MailPageProps) {
  const { view, desk, state } = props;
  const t = words[view.lang];
  const { mail, doors } = desk.settings;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs view={view} deskId={desk.id} current="mail" />
      {mail && !doors.mail?.open && <Notice view={view} tone="warn" title={t.doorClosed} />}
      <Section title={t.write} lead={t.writeLead}>
        <WriteForm {...props} />
      </Section>
      <Section title={t.state} lead={mail ? t.stateOf(mail.address) : t.stateNone}>
        {props.supervisor ? <SettingsForm {...props} /> : <p class="hint">{t.onlySupervisor}</p>}
      </Section>
    </StaffFrame>
  );
}

function WriteForm({ view, desk, now, state }: MailPageProps) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <Form action={view.href(deskPaths.mail.to({ deskId: desk.id }))} label={t.write}>
      <TextField {...common} name="address" label={t.address} hint={t.addressHint} />
      <TextField
        {...common}
        name="receivedAt"
        label={t.receivedAt}
        hint={t.receivedHint}
        value={now}
        width="short"
      />
      <TextField {...common} name="subject" label={t.subjectLine} width="full" />
      <TextArea view={view} state={state} name="text" label={t.text} rows={8} required />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

function SettingsForm({ view, desk, state }: MailPageProps) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  const { mail } = desk.settings;
  return (
    <Form action={view.href(deskPaths.mailSettings.to({ deskId: desk.id }))} label={t.state}>
      <HiddenField name="version" value={desk.version} />
      <TextField
        {...common}
        name="deskAddress"
        label={t.deskAddress}
        hint={t.deskAddressHint}
        value={mail?.address}
        required
      />
      <TextField {...common} name="sender" label={t.senderName} hint={t.senderHint} value={mail?.sender} />
      <TextField
        {...common}
        name="subjectName"
        label={t.subjectName}
        hint={t.subjectHint}
        value={mail?.subject}
      />
      <Checkbox
        view={view}
        state={state}
        name="quote"
        label={t.quote}
        hint={t.quoteHint}
        checked={mail?.quote ?? false}
      />
      <Checkbox
        view={view}
        state={state}
        name="plus"
        label={t.plus}
        hint={t.plusHint}
        checked={mail?.plus ?? false}
      />
      <Actions>
        <SubmitButton kind="secondary">{t.settle}</SubmitButton>
      </Actions>
    </Form>
  );
}
