import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { SelectField } from '#ui/choices.tsx';
import { Disclosure, StatusTag } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { codes } from '../../contacts/codes.ts';
import { GuideSummary } from '../../bots/pages/summary.tsx';
import type { Told } from '../../bots/told.ts';
import type { Contact } from '../../contacts/store.ts';
import type { Way } from '../../desks/settings.ts';
import { MailPanel } from '../../mails/pages/panel.tsx';
import { contactPaths } from '../../paths.ts';
import { PhrasePicker } from '../../phrases/pages/picker.tsx';
import type { SaidPhrase } from '../../phrases/read.ts';
import { LinePanel } from '../../lines/outbox/pages/panel.tsx';
import type { ContactAtLine } from '../../lines/outbox/read.ts';
import { MessageList, type ShownMessage } from '../../talks/pages/conversation.tsx';
import { TransferPanel } from '../../transfers/pages/panel.tsx';
import type { Passing } from '../../transfers/read.ts';
import type { Referrals } from '../../referrals/read.ts';
import type { Links } from '../../links/read.ts';
import type { Danger } from '../../risks/read.ts';
import { words as transferWords } from '../../transfers/words.ts';
import { words } from '../words.ts';

/** The contact that is open in the board, with what this person may do to it. */
export interface Selected {
  readonly contact: Contact;
  readonly messages: readonly ShownMessage[];
  readonly texts: Readonly<Record<string, string>>;
  /** What the person told the guide; `fills`: it is tried in the record, unsaved. */
  readonly told: Told | undefined;
  readonly fills: boolean;
  /** Of a contact by e-mail: whether an answer reaches the person. */
  readonly mail: 'reaches' | 'bounced' | 'none' | undefined;
  readonly draft: string;
  readonly phrases: readonly SaidPhrase[];
  /** One's own note, nobody else's. */
  readonly note: string;
  readonly line: ContactAtLine | undefined;
  readonly mine: boolean;
  readonly mayTake: boolean;
  readonly supervisor: boolean;
  /** May make it a case. */
  readonly mayGoOn: boolean;
  /** Name of the organisation with which it became a case; '' while it is none. */
  readonly caseWith: string;
  readonly danger: Danger;
  readonly passing: Passing;
  readonly links: Links;
  readonly referrals: Referrals;
  readonly colleagues: readonly { readonly value: string; readonly label: string }[];
  readonly municipalities: readonly Municipality[];
}

/** Words on one side, what can be done with them below; the reply stays at hand. */
interface PaneProps {
  readonly view: View;
  readonly selected: Selected;
  readonly form: FormState;
  readonly now: Date;
}

export function ConversationPane({ view, selected, form, now }: PaneProps) {
  const { contact, messages, mine } = selected;
  const t = words[view.lang];
  return (
    <section aria-labelledby="conversation-title">
      <h2 id="conversation-title">
        {t.number(contact.number)} {t.door[contact.door as Way]}
      </h2>
      <p class="row">
        <StatusTag
          tone={contact.state === 'open' ? 'good' : contact.state === 'waiting' ? 'warn' : 'neutral'}
        >
          {t.state[contact.state as keyof typeof t.state]}
        </StatusTag>
        {contact.flags.map((flag) => (
          <StatusTag tone="bad">{t.flag[flag as keyof typeof t.flag] ?? flag}</StatusTag>
        ))}
      </p>
      {selected.texts['handoff'] && (
        <Disclosure summary={transferWords[view.lang].handoffShown} open>
          <p class="typed">{selected.texts['handoff']}</p>
        </Disclosure>
      )}
      {selected.told && <GuideSummary view={view} contact={contact} told={selected.told} />}
      <MessageList messages={messages} live="" label={t.conversation} />
      <MailPanel view={view} mail={selected.mail} />
      {selected.line && <LinePanel view={view} line={selected.line} />}
      {contact.door === 'notice' ? (
        <p class="hint">{t.noticeHint}</p>
      ) : (
        (mine || form.values['text']) && <Reply view={view} selected={selected} form={form} />
      )}
      {selected.mayTake && (
        <ActionForm action={view.href(contactPaths.take.to({ contactId: contact.id }))} kind="primary">
          {contact.takenBy ? t.takeOver : t.take}
        </ActionForm>
      )}
      {contact.state !== 'ended' && <Steps view={view} selected={selected} form={form} />}
      <CaseLink view={view} selected={selected} />
      <TransferPanel view={view} {...selected} now={now} form={form} />
    </section>
  );
}

/** The way on: who carries people takes over what was told, and the contact says so. */
function CaseLink({ view, selected: { contact, caseWith, mayGoOn } }: Pick<PaneProps, 'view' | 'selected'>) {
  const t = words[view.lang];
  if (contact.becameCaseAt)
    return (
      <p>
        <StatusTag tone="good">
          {t.becameCase(caseWith, dayName(view.lang, tokyoDay(contact.becameCaseAt)))}
        </StatusTag>
      </p>
    );
  if (!mayGoOn) return null;
  return (
    <p>
      <ButtonLink kind="secondary" href={view.href(contactPaths.toCase.to({ contactId: contact.id }))}>
        {t.toCase}
      </ButtonLink>
    </p>
  );
}

function Reply({ view, selected, form }: { view: View; selected: Selected; form: FormState }) {
  const { contact, draft } = selected;
  const t = words[view.lang];
  const to = { contactId: contact.id };
  return (
    <div
      data-reply={view.href(contactPaths.say.to(to))}
      data-draft={view.href(contactPaths.draft.to(to))}
      data-failed={t.failed}
      data-unkept={t.draftUnkept}
    >
      <Form action={view.href(contactPaths.say.to(to))} label={t.reply}>
        <HiddenField name="key" value={crypto.randomUUID()} />
        <TextArea
          view={view}
          state={form}
          name="text"
          label={t.reply}
          hint={t.draftKept}
          value={draft}
          rows={4}
          maxlength={4000}
        />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
      <p class="hint" role="status" data-draft-state></p>
      <p class="problem" role="alert" data-reply-problem></p>
      <PhrasePicker view={view} deskId={contact.deskId} contactId={contact.id} phrases={selected.phrases} />
    </div>
  );
}

function Steps({ view, selected, form }: { view: View; selected: Selected; form: FormState }) {
  const { contact, colleagues, mine, supervisor } = selected;
  const t = words[view.lang];
  const to = { contactId: contact.id };
  const asks = mine ? t.askSupervisor : t.answerInside;
  return (
    <>
      <Disclosure summary={asks}>
        <div data-whisper data-failed={t.failed}>
          <Form action={view.href(contactPaths.whisper.to(to))} label={t.askSupervisor}>
            <HiddenField name="key" value={crypto.randomUUID()} />
            <TextArea
              view={view}
              state={form}
              name="whisper"
              label={asks}
              hint={t.askSupervisorLead}
              rows={2}
            />
            <SubmitButton kind="secondary">{t.send}</SubmitButton>
          </Form>
          <p class="problem" role="alert" data-reply-problem></p>
        </div>
      </Disclosure>
      {(mine || supervisor) && contact.state === 'open' && (
        <Disclosure summary={t.handOver}>
          <Form action={view.href(contactPaths.handOver.to(to))}>
            <SelectField
              view={view}
              state={form}
              name="to"
              label={t.handOverTo}
              empty={t.handOverQueue}
              options={colleagues}
            />
            <SubmitButton kind="secondary">{t.handOver}</SubmitButton>
          </Form>
        </Disclosure>
      )}
      {(mine || supervisor) && (
        <Disclosure summary={t.end}>
          <Form action={view.href(contactPaths.end.to(to))}>
            <SelectField
              view={view}
              state={form}
              name="reason"
              label={t.endReason}
              required
              options={Object.entries(codes.endReason).map(([value, label]) => ({
                value,
                label: label[view.lang],
              }))}
            />
            <SubmitButton kind="secondary">{t.end}</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
