import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { ownPagePaths } from '../../paths.ts';
import { words } from '../words.ts';

/** `/my`: number and passphrase, or one press on a device that the person keeps. The page says nothing of what it is. */
export function EnterPage({ view, state, device }: { view: View; state: FormState; device: boolean }) {
  const t = words[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <PublicFrame bare view={view} title={t.title} problems={state.problems} leave={ownPagePaths.leave.to({})}>
      <PageHead title={t.title} lead={t.lead} />
      {device && (
        <Section title={t.fromDevice} lead={t.deviceLead}>
          <ActionForm action={view.href(ownPagePaths.open.to({}))} kind="primary">
            {t.fromDevice}
          </ActionForm>
        </Section>
      )}
      <Form action={view.href(ownPagePaths.enter.to({}))} label={t.title}>
        <TextField {...common} name="number" label={t.number} inputmode="numeric" width="short" required />
        <TextField {...common} name="passphrase" label={t.passphrase} hint={t.passphraseHint} required />
        <Checkbox view={view} state={state} name="safe" label={t.safe} hint={t.safeHint} />
        <Actions>
          <SubmitButton>{t.enter}</SubmitButton>
        </Actions>
      </Form>
      <p class="hint">{t.lost}</p>
    </PublicFrame>
  );
}
