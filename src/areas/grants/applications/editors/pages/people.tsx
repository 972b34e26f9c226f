import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Notice } from '#ui/content.tsx';
import { DataTable } from '#ui/table.tsx';
import { applicationPaths } from '../../../paths.ts';
import type { Opened } from '../../open.ts';
import { LinkFrame } from '../../pages/frame.tsx';
import { words } from '../words.ts';

/** Somebody who writes along: all links of one mail address together. */
export interface Hand {
  readonly editorId: string;
  readonly name: string;
  readonly ended: boolean;
  readonly you: boolean;
  readonly wrote: readonly { readonly part: string; readonly at: Date }[];
}

interface PeopleProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly opened: Pick<Opened, 'terms' | 'call'>;
  readonly hands: readonly Hand[];
}

/** Who writes on this application, what each wrote last, and a form to add somebody. */
export function PeoplePage({ view, state, token, opened, hands }: PeopleProps) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <LinkFrame
      view={view}
      token={token}
      title={t.title}
      terms={opened.terms}
      fiscalYear={opened.call.fiscalYear}
      lead={t.lead}
      problems={state.problems}
    >
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        stacked
        columns={[
          { key: 'who', label: t.who, head: true },
          { key: 'wrote', label: t.wrote },
          { key: 'end', label: t.end },
        ]}
        rows={hands.map((hand) => ({
          who: `${hand.name}${hand.you ? t.you : ''}`,
          wrote: (
            <>
              {hand.wrote.length === 0 && t.nothing}
              {hand.wrote.map(({ part, at }) => (
                <div>{t.entry(part, tokyoMinute(at))}</div>
              ))}
            </>
          ),
          end: hand.ended ? (
            t.stopped
          ) : (
            <ActionForm
              action={view.href(applicationPaths.endLink.to({ token, editorId: hand.editorId }))}
              small
            >
              {t.end}
              <span class="vh"> {hand.name}</span>
            </ActionForm>
          ),
        }))}
      />
      <Section title={t.invite} lead={t.inviteLead}>
        <Form action={view.href(applicationPaths.people.to({ token }))} label={t.invite}>
          <TextField {...common} name="name" label={t.name} required maxlength={100} />
          <TextField {...common} name="mail" label={t.mail} type="email" required maxlength={200} />
          <Actions>
            <SubmitButton>{t.send}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </LinkFrame>
  );
}

/** Says the same whether the address writes on anything. */
export function LostLinkPage({ view, state, sent }: { view: View; state: FormState; sent: boolean }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.lostTitle} problems={state.problems}>
      <PageHead title={t.lostTitle} lead={t.lostLead} />
      {sent && (
        <div role="status">
          <Notice view={view} tone="good">
            <p>{t.lostDone}</p>
          </Notice>
        </div>
      )}
      <Form action={view.href(applicationPaths.lost.to({}))} label={t.lostTitle}>
        <TextField
          view={view}
          state={state}
          name="mail"
          label={t.mail}
          type="email"
          required
          autocomplete="email"
          maxlength={200}
        />
        <Actions>
          <SubmitButton>{t.lostSend}</SubmitButton>
        </Actions>
      </Form>
    </PublicFrame>
  );
}
