import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import type { WarningState } from '../rules.ts';
import type { Warning } from '../store.ts';
import { words } from '../words.ts';

const tones: Readonly<Record<WarningState, Tone>> = {
  proposed: 'warn',
  returned: 'bad',
  sent: 'good',
  withdrawn: 'neutral',
};

export function WarningTag({ view, warning }: { view: View; warning: Warning }) {
  const state = warning.state as WarningState;
  return <StatusTag tone={tones[state]}>{words[view.lang].states[state]}</StatusTag>;
}

/** The words of a warning, new or as they are. */
export function TextForm({
  view,
  state,
  action,
  warning,
}: {
  view: View;
  state: FormState;
  action: string;
  warning?: Warning;
}) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <Form action={view.href(action)} label={warning ? t.edit : t.write}>
      <TextField
        {...common}
        name="title"
        label={t.name}
        hint={t.nameHint}
        value={warning?.title}
        required
        maxlength={80}
        width="full"
      />
      <TextArea
        {...common}
        name="body"
        label={t.body}
        hint={t.bodyHint}
        value={warning?.body}
        required
        rows={5}
        maxlength={2000}
      />
      <TextArea
        {...common}
        name="advice"
        label={t.advice}
        value={warning?.advice}
        required
        rows={3}
        maxlength={600}
      />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}
