import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { TextField } from '#ui/fields.tsx';
import { accountKinds } from '../../applicants/rules.ts';
import { askWords } from '../ask-words.ts';

/** Where money goes, as the passbook has it. */
export function AccountFields({ view, state }: { view: View; state: FormState }) {
  const t = askWords[view.lang];
  const common = { view, state, autocomplete: 'off' } as const;
  return (
    <>
      <TextField {...common} name="bank" label={t.bank} required width="short" inputmode="numeric" />
      <TextField {...common} name="bankName" label={t.bankName} />
      <TextField {...common} name="branch" label={t.branch} required width="short" inputmode="numeric" />
      <TextField {...common} name="branchName" label={t.branchName} />
      <RadioGroup
        view={view}
        state={state}
        name="accountKind"
        label={t.accountKind}
        value="1"
        required
        spread="line"
        options={accountKinds.map((kind) => ({ value: kind, label: t.accountKinds[kind] }))}
      />
      <TextField
        {...common}
        name="accountNumber"
        label={t.accountNumber}
        required
        width="short"
        inputmode="numeric"
      />
      <TextField {...common} name="holder" label={t.holder} required />
    </>
  );
}
