import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, type ButtonKind, Form, SubmitButton } from '#ui/form.tsx';
import { words } from '../words.ts';

interface PasskeyFormProps {
  readonly view: View;
  /** Signing in with a passkey, or making a new one. */
  readonly use: 'sign-in' | 'new';
  readonly action: string;
  /** Where the challenge comes from. */
  readonly options: string;
  readonly button: string;
  readonly kind?: ButtonKind;
  readonly next?: string;
  readonly children?: Child;
}

/** A form that the island `passkey` shows and fills; the page needs another way for browsers without it. */
export function PasskeyForm({ view, use, action, options, button, kind, next, children }: PasskeyFormProps) {
  return (
    <div hidden data-passkey={use} data-options={options}>
      <Form action={view.href(action)} label={button}>
        {children}
        <HiddenField name="response" value="" />
        {next && <HiddenField name="next" value={next} />}
        <p class="problem" role="alert" data-passkey-problem hidden>
          {words[view.lang].failed}
        </p>
        <Actions>
          <SubmitButton kind={kind ?? 'secondary'}>{button}</SubmitButton>
        </Actions>
      </Form>
    </div>
  );
}
