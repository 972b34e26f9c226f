import type { Lang } from '#platform/i18n.ts';
import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type AskedTurn, type CrisisKind, EmergencyPanel } from '#areas/directory/index.ts';
import { DefinitionList } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { GuideAgain, GuideChoices } from '../../bots/pages/choices.tsx';
import { words as guideWords } from '../../bots/words.ts';
import type { State } from '../../contacts/rules.ts';
import type { Message } from '../../messages/actions.ts';
import { AttachForm } from '../../attachments/pages/form.tsx';
import { words as attachmentWords } from '../../attachments/words.ts';
import { Survey } from '../../surveys/pages/survey.tsx';
import { talkPaths } from '../../paths.ts';
import { words } from '../words.ts';

/** A message as both sides' pages show it: made here for the page, sent as it is by the live events. */
export interface ShownMessage {
  readonly seq: number;
  readonly side: 'mine' | 'theirs' | 'notice' | 'whisper';
  readonly label: string;
  readonly text: string;
  readonly time: string;
  /** What was sent along. */
  readonly file?: { readonly href: string; readonly see: string };
}

export function shownToPerson(lang: Lang, message: Message): ShownMessage {
  const t = words[lang];
  const label = { person: t.you, counsellor: t.counsellor, bot: t.bot, notice: t.notice, whisper: '' };
  return {
    seq: message.seq,
    side: message.sender === 'person' ? 'mine' : message.sender === 'notice' ? 'notice' : 'theirs',
    label: label[message.sender],
    text: message.kind === 'unsent' ? t.unsent : message.text,
    time: tokyoMinute(message.at).slice(11),
    ...(message.kind === 'file' && {
      file: {
        href: talkPaths.file.to({ messageId: message.id }),
        see: attachmentWords[lang].see(message.text),
      },
    }),
  };
}

export function statusWords(
  lang: Lang,
  { state, before, inHours }: { state: State; before: number; inHours: boolean },
): string {
  const t = words[lang];
  if (state !== 'waiting') return t.states[state];
  return inHours ? `${t.states.waiting}。${t.place(before)}` : t.left;
}

interface ConversationProps {
  readonly view: View;
  readonly deskName: string;
  readonly state: State;
  readonly status: string;
  /** About the hours of the desk, when they end or have ended. */
  readonly closing: string;
  readonly messages: readonly ShownMessage[];
  readonly crises: readonly CrisisKind[];
  /** The desk is open: whoever asks for a human comes into the queue; otherwise it is read when it opens. */
  readonly open: boolean;
  /** The desk takes pictures and papers. */
  readonly takesFiles: boolean;
  /** What the guide asks, before a human has the conversation. */
  readonly asked: AskedTurn | undefined;
  /** Days that the person was promised at the beginning; null: not known. */
  readonly stays: number | null;
  /** The three questions may be answered when it has ended, or were. */
  readonly survey: 'asks' | 'thanks' | undefined;
  readonly begun?: { readonly number: string; readonly passphrase: string } | undefined;
  readonly form: FormState;
}

/** `/talk/here`: the conversation of this device. Live where scripts run, by a plain reload where they do not. */
export function ConversationPage(props: ConversationProps) {
  const { view, messages, state, begun, crises } = props;
  const t = words[view.lang];
  return (
    <PublicFrame
      view={view}
      title={t.here}
      problems={props.form.problems}
      islands={['talk']}
      leave={talkPaths.leave.to({})}
    >
      <PageHead title={props.deskName} />
      {crises.length > 0 ? (
        <EmergencyPanel view={view} kind={crises} />
      ) : (
        <div hidden={props.closing === ''} data-talk-lines>
          <EmergencyPanel view={view} />
        </div>
      )}
      {begun && (
        <Section title={t.yourNumber} lead={t.numberLead}>
          <DefinitionList
            items={[
              { term: t.number, value: <b>{begun.number}</b> },
              { term: t.passphrase, value: <b>{begun.passphrase}</b> },
            ]}
          />
        </Section>
      )}
      <Section title={t.conversation}>
        <p class="talk-state" role="status" data-talk-state>
          {props.status}
        </p>
        <p class="notice info" role="status" hidden={props.closing === ''} data-talk-closing>
          {props.closing}
        </p>
        <MessageList messages={messages} live={view.href(talkPaths.live.to({}))} label={t.conversation} />
        {props.asked && <GuideChoices view={view} asked={props.asked} />}
        {state === 'bot' && <AskHuman {...props} />}
        {state !== 'ended' && <SayForm {...props} />}
        {props.takesFiles && state !== 'bot' && state !== 'ended' && (
          <AttachForm view={view} form={props.form} />
        )}
        <p hidden={state !== 'ended'} data-talk-ended>
          {t.endLead}
          {props.stays !== null && t.staysText(props.stays)}
        </p>
      </Section>
      {props.survey && (
        <div hidden={state !== 'ended'} data-talk-ended>
          <Survey view={view} form={props.form} stands={props.survey} />
        </div>
      )}
      <Actions>
        {state === 'bot' && !props.asked && messages.some(({ side }) => side === 'theirs') && (
          <GuideAgain view={view} />
        )}
        <ButtonLink kind="secondary" href={view.href(talkPaths.conversation.to({}))}>
          {t.reload}
        </ButtonLink>
        {state !== 'ended' && (
          <div data-talk-going>
            <ActionForm action={view.href(talkPaths.end.to({}))} kind="quiet">
              {t.end}
            </ActionForm>
          </div>
        )}
        <ButtonLink kind="quiet" href={talkPaths.leave.to({})}>
          {t.leaveDevice}
        </ButtonLink>
      </Actions>
    </PublicFrame>
  );
}

/** `data-talk`: where the island listens, after the last message that is here. */
export function MessageList({
  messages,
  live,
  label,
}: {
  messages: readonly ShownMessage[];
  live: string;
  label: string;
}) {
  return (
    <ol class="talk" aria-label={label} data-talk={live} data-after={messages.at(-1)?.seq ?? 0} tabindex={0}>
      {messages.map(({ seq, side, label: by, text, time, file }) => (
        <li class={side} data-seq={seq}>
          <p class="talk-head">
            <b>{by}</b> <time>{time}</time>
          </p>
          <p class="typed">{file ? <a href={file.href}>{file.see}</a> : text}</p>
        </li>
      ))}
    </ol>
  );
}

/** A person is one press away, whatever the guide asks. */
function AskHuman({ view, open }: ConversationProps) {
  const t = guideWords[view.lang];
  return (
    <div data-talk-guide>
      <ActionForm action={view.href(talkPaths.human.to({}))} kind="primary">
        {open ? t.human : t.humanClosed}
      </ActionForm>
      {!open && <p class="hint">{t.humanClosedLead}</p>}
    </div>
  );
}

/** While the guide asks, each answer brings a new page with its choices; with a person, words go without leaving it. */
function SayForm({ view, form, state }: ConversationProps) {
  const t = words[view.lang];
  return (
    <div
      data-talk-going
      data-say={state === 'bot' ? 'guide' : 'person'}
      data-failed={t.failed}
      data-lost={t.lost}
      data-gone={t.gone}
    >
      <Form action={view.href(talkPaths.say.to({}))} label={t.write}>
        <HiddenField name="key" value={crypto.randomUUID()} />
        <TextArea view={view} state={form} name="text" label={t.write} rows={3} maxlength={4000} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
        </Actions>
      </Form>
      <p class="problem" role="alert" data-say-problem></p>
    </div>
  );
}
