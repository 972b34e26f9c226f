import type { FormState } from '#platform/web/form-state.ts';
import { textOf } from '#platform/web/typed.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, RadioGroup } from '#ui/choices.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import {
  type Account,
  accountKinds,
  type ApplicantFacts,
  applicantKinds,
  type Contact,
} from '../../applicants/rules.ts';
import { accountPart, applicantPart } from '../open.ts';
import { baseOf, seenCodes } from '../posted.ts';
import { fieldWords } from '../field-words.ts';

interface PartProps {
  readonly view: View;
  readonly state: FormState;
  readonly base: number;
}

/** Who asks. */
export function ApplicantFields({
  view,
  state,
  base,
  applicant,
}: PartProps & { applicant: ApplicantFacts | undefined }) {
  const t = fieldWords[view.lang];
  const common = { view, state };
  return (
    <>
      <HiddenField name={baseOf(applicantPart)} value={base} />
      <RadioGroup
        {...common}
        name="kind"
        label={t.kind}
        value={applicant?.kind}
        required
        options={applicantKinds.map((kind) => ({
          value: kind,
          label: t.kinds[kind],
          hint: t.kindHints[kind],
        }))}
      />
      <TextField
        {...common}
        name="corporateNumber"
        label={t.corporateNumber}
        hint={t.corporateNumberHint}
        value={applicant?.corporateNumber}
        inputmode="numeric"
        maxlength={30}
      />
      <TextField
        {...common}
        name="name"
        label={t.applicantName}
        value={applicant?.name}
        required
        width="full"
        maxlength={200}
      />
      <ContactFields view={view} state={state} contact={applicant?.contact} />
    </>
  );
}

function ContactFields({ view, state, contact }: Omit<PartProps, 'base'> & { contact: Contact | undefined }) {
  const t = fieldWords[view.lang];
  const common = { view, state };
  return (
    <>
      <TextField
        {...common}
        name="representative"
        label={t.representative}
        hint={t.representativeHint}
        value={contact?.representative}
        width="full"
        maxlength={200}
      />
      <TextField
        {...common}
        name="postalCode"
        label={t.postalCode}
        value={contact?.postalCode}
        width="short"
        inputmode="numeric"
        maxlength={20}
      />
      <TextField
        {...common}
        name="address"
        label={t.address}
        value={contact?.address}
        required
        width="full"
        maxlength={300}
      />
      <TextField
        {...common}
        name="phone"
        label={t.phone}
        hint={t.phoneHint}
        type="tel"
        value={contact?.phone}
        maxlength={40}
      />
      <TextField {...common} name="mail" label={t.mail} type="email" value={contact?.mail} maxlength={200} />
    </>
  );
}

/** Where the money goes. */
export function AccountFields({ view, state, base, account }: PartProps & { account: Account | undefined }) {
  const t = fieldWords[view.lang];
  const common = { view, state };
  return (
    <>
      <HiddenField name={baseOf(accountPart)} value={base} />
      <HiddenField name={seenCodes} value={textOf(state.values, seenCodes)} />
      <TextField {...common} name="bankName" label={t.bankName} value={account?.bankName} maxlength={60} />
      <TextField
        {...common}
        name="bank"
        label={t.bank}
        hint={t.bankHint}
        value={account?.bank}
        required
        width="short"
        inputmode="numeric"
        maxlength={10}
      />
      <TextField
        {...common}
        name="branchName"
        label={t.branchName}
        value={account?.branchName}
        maxlength={60}
      />
      <TextField
        {...common}
        name="branch"
        label={t.branch}
        hint={t.branchHint}
        value={account?.branch}
        required
        width="short"
        inputmode="numeric"
        maxlength={10}
      />
      <RadioGroup
        {...common}
        name="accountKind"
        label={t.accountKind}
        value={account?.kind}
        required
        spread="line"
        options={accountKinds.map((kind) => ({ value: kind, label: t.accountKinds[kind] }))}
      />
      <TextField
        {...common}
        name="accountNumber"
        label={t.accountNumber}
        hint={t.accountNumberHint}
        value={account?.number}
        required
        width="short"
        inputmode="numeric"
        maxlength={20}
      />
      <TextField
        {...common}
        name="holder"
        label={t.holder}
        hint={t.holderHint}
        value={account?.holder}
        required
        width="full"
        maxlength={100}
      />
      <Checkbox
        {...common}
        name="holderIsAnother"
        label={t.holderIsAnother}
        checked={account?.holderIsAnother ?? false}
      />
    </>
  );
}
