import { tokyoMinute } from '#platform/dates.ts';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import { collectionPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { EntryPageProps } from './entry.tsx';

const noteTones = {
  submitted: 'info',
  returned: 'warn',
  accepted: 'good',
  reopened: 'warn',
  remark: 'neutral',
} as const;

/** The secretariat's answer: accept, send back with a comment, open again with a reason. */
export function Decision({ view, state, content, acts }: EntryPageProps) {
  const t = words[view.lang];
  const params = { entryId: content.entryId };
  const reopens = acts.includes('reopen');
  if (!acts.includes('accept') && !reopens) return null;
  return (
    <Section title={reopens ? t.reopen : t.decide} {...(reopens ? {} : { lead: t.decideLead })}>
      {!reopens && (
        <ActionForm
          action={view.href(collectionPaths.acceptEntry.to(params))}
          fields={{ stamp: content.stamp }}
          kind="primary"
        >
          {t.accept}
        </ActionForm>
      )}
      <Form
        action={view.href(
          reopens ? collectionPaths.reopenEntry.to(params) : collectionPaths.returnEntry.to(params),
        )}
      >
        <HiddenField name="stamp" value={content.stamp} />
        <TextArea
          view={view}
          state={state}
          name="words"
          label={reopens ? t.reason : t.comment}
          hint={reopens ? undefined : t.commentHint}
          rows={3}
          maxlength={2000}
        />
        <Actions>
          <SubmitButton kind="secondary">{reopens ? t.reopen : t.sendBack}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

export function Conversation({ view, state, content, notes, mayRemark }: EntryPageProps) {
  const t = words[view.lang];
  return (
    <Section title={t.thread}>
      {notes.length === 0 ? (
        <p>{t.noThread}</p>
      ) : (
        <Thread
          label={t.thread}
          entries={notes.map(({ at, kind, personName, words: said }) => ({
            by: personName,
            when: tokyoMinute(at),
            at: at.toISOString(),
            title: t.notes[kind as 'remark'] ?? kind,
            tone: noteTones[kind as 'remark'] ?? 'neutral',
            ...(said ? { body: <TypedText text={said} /> } : {}),
          }))}
        />
      )}
      {mayRemark && (
        <Form action={view.href(collectionPaths.remarkOnEntry.to({ entryId: content.entryId }))}>
          <TextArea
            view={view}
            state={state}
            name="remark"
            label={t.remark}
            hint={t.remarkHint}
            rows={2}
            maxlength={2000}
          />
          <Actions>
            <SubmitButton kind="secondary">{t.remark}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
