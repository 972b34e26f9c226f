import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { applicationPaths } from '../../../paths.ts';
import type { Opened } from '../../open.ts';
import { LinkFrame } from '../../pages/frame.tsx';
import { words } from '../words.ts';

/** Taken back, or thrown away where it was never sent: said before it is done. */
export function WithdrawPage({
  view,
  state,
  token,
  opened,
}: {
  view: View;
  state: FormState;
  token: string;
  opened: Opened;
}) {
  const t = words[view.lang];
  const draft = opened.application.state === 'draft';
  const title = draft ? t.discard : t.withdraw;
  return (
    <LinkFrame
      view={view}
      token={token}
      title={title}
      terms={opened.terms}
      fiscalYear={opened.call.fiscalYear}
      lead={draft ? t.discardLead : t.withdrawLead}
      problems={state.problems}
    >
      <Form action={view.href(applicationPaths.withdraw.to({ token }))} label={title}>
        {!draft && (
          <TextArea view={view} state={state} name="reason" label={t.reason} rows={4} maxlength={2000} />
        )}
        <Actions>
          <SubmitButton kind="danger">{title}</SubmitButton>
        </Actions>
      </Form>
    </LinkFrame>
  );
}

/** After a draft was thrown away nothing is left to lead back to. */
export function GonePage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.gone}>
      <PageHead title={t.gone} lead={t.goneLead} />
    </PublicFrame>
  );
}
