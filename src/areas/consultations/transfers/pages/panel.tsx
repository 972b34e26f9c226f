import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure, Notice } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import type { Contact } from '../../contacts/store.ts';
import { transferPaths } from '../../paths.ts';
import type { Passing } from '../read.ts';
import { dangerReasons, minutesLeft } from '../rules.ts';
import { words } from '../words.ts';

interface PanelProps {
  readonly view: View;
  readonly contact: Contact;
  readonly passing: Passing;
  readonly mine: boolean;
  readonly supervisor: boolean;
  readonly now: Date;
  readonly form: FormState;
}

/** Asking another desk to go on, and what became of it. */
export function TransferPanel({ view, contact, passing, mine, supervisor, now, form }: PanelProps) {
  const t = words[view.lang];
  const { desks, last } = passing;
  if (contact.state !== 'open' || !(mine || supervisor)) return null;
  const nameOf = (id: string | undefined) => desks.find((desk) => desk.id === id)?.name ?? '';
  if (last?.state === 'offered')
    return (
      <Notice view={view} title={t.pending(nameOf(last.toDeskId), minutesLeft(last, now))}>
        <ActionForm action={view.href(transferPaths.withdraw.to({ transferId: last.id }))} small>
          {t.withdraw}
        </ActionForm>
      </Notice>
    );
  const sent = 'transferTo' in form.values;
  return (
    <>
      {last?.state === 'declined' && (
        <p role="status">
          {t.last.declined(nameOf(last.toDeskId), t.declines[last.declineReason as 'full'] ?? '')}
        </p>
      )}
      {last?.state === 'expired' && <p role="status">{t.last.expired(nameOf(last.toDeskId))}</p>}
      {desks.length > 0 && (
        <Disclosure summary={t.title} open={sent}>
          <OfferForm view={view} contact={contact} passing={passing} state={sent ? form : undefined} />
        </Disclosure>
      )}
    </>
  );
}

function OfferForm({
  view,
  contact,
  passing,
  state,
}: {
  view: View;
  contact: Contact;
  passing: Passing;
  state: FormState | undefined;
}) {
  const t = words[view.lang];
  const common = { view, ...(state ? { state } : {}) };
  return (
    <Form action={view.href(transferPaths.offer.to({ contactId: contact.id }))} label={t.title}>
      <p class="hint">{t.lead}</p>
      <SelectField
        {...common}
        name="transferTo"
        label={t.to}
        required
        options={passing.desks.map(({ id, name, open }) => ({
          value: id,
          label: `${name}（${open ? t.openNow : t.closedNow}）`,
        }))}
      />
      <RadioGroup
        {...common}
        name="basis"
        label={t.basis}
        required
        options={[
          { value: 'consent', label: t.consent },
          { value: 'danger', label: t.danger },
        ]}
      />
      <SelectField
        {...common}
        name="dangerReason"
        label={t.dangerReason}
        options={dangerReasons.map((value) => ({ value, label: t.dangers[value] }))}
      />
      <TextArea
        {...common}
        name="handoff"
        label={t.handoff}
        hint={t.handoffHint}
        rows={4}
        maxlength={4000}
        required
      />
      <Actions>
        <SubmitButton kind="secondary">{t.offer}</SubmitButton>
      </Actions>
    </Form>
  );
}
