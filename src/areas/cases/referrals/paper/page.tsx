import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { codeText } from '#areas/directory/index.ts';
import { TextField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { referralLinkPaths } from '../../paths.ts';
import { words } from './words.ts';

/** `/referral`: type the code that stands on the paper. */
export function CodePage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Form action={view.href(referralLinkPaths.code.to({}))} label={t.title}>
        <TextField
          view={view}
          name="code"
          label={t.code}
          hint={t.codeHint}
          state={state}
          autocomplete="off"
          required
        />
        <SubmitButton>{t.open}</SubmitButton>
      </Form>
    </PublicFrame>
  );
}

/** On the printed sheet: where to answer, and with which code. */
export function SheetCode({ view, code, publicUrl }: { view: View; code: string; publicUrl: string }) {
  const t = words[view.lang];
  const page = referralLinkPaths.code.to({});
  return (
    <Section title={t.answerHere} lead={<p>{t.answerLead}</p>}>
      <p class="secret">{codeText(code)}</p>
      <p>
        <a href={view.href(page)}>{publicUrl + page}</a>
      </p>
      <QrCode text={publicUrl + referralLinkPaths.answer.to({ token: code })} label={t.qr} />
    </Section>
  );
}
