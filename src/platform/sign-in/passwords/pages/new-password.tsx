import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { words } from '../words.ts';

/** The two fields of `newPasswordFields`. */
export function NewPassword({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  const both = { view, state, type: 'password', autocomplete: 'new-password', required: true } as const;
  return (
    <>
      <TextField {...both} name="password" label={t.password} hint={t.hint} />
      <TextField {...both} name="again" label={t.again} />
    </>
  );
}
