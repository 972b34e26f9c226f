import type { Child } from 'hono/jsx';
import type { View } from '#platform/web/view.ts';
import { Checkbox, SelectField } from '#ui/choices.tsx';
import { Disclosure } from '#ui/content.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, type ButtonKind, FoldedForm, Form, SubmitButton } from '#ui/form.tsx';
import { paymentPaths } from '../../paths.ts';
import { cancelReasons, returnReasons, sendBackReasons } from '../rules.ts';
import { words } from '../words.ts';
import type { PaymentAct, PaymentProps } from './payment.tsx';

export function CheckForm({ view, state, tried, payment, account }: PaymentProps) {
  const t = words[view.lang];
  const common = tried === 'check' ? { view, state } : { view };
  const text = (name: 'bank' | 'branch' | 'number', label: string) => (
    <TextField
      {...common}
      name={name}
      label={label}
      value={account?.[name]}
      width="short"
      inputmode="numeric"
      autocomplete="off"
    />
  );
  return (
    <Form action={view.href(paymentPaths.check.to({ paymentId: payment.id }))} label={t.check}>
      {text('bank', t.bank)}
      <TextField {...common} name="bankName" label={t.bankName} value={account?.bankName} />
      {text('branch', t.branch)}
      <TextField {...common} name="branchName" label={t.branchName} value={account?.branchName} />
      <SelectField
        {...common}
        name="kind"
        label={t.accountKind}
        value={account?.kind ?? '1'}
        empty={false}
        options={Object.entries(t.accountKinds).map(([value, label]) => ({ value, label }))}
      />
      {text('number', t.number)}
      <TextField
        {...common}
        name="holder"
        label={t.holder}
        hint={t.holderHint}
        value={account?.holder}
        width="full"
        required
      />
      <Checkbox {...common} name="another" label={t.another} checked={account?.holderIsAnother ?? false} />
      <Checkbox {...common} name="delegated" label={t.delegated} checked={payment.delegated} />
      <Disclosure summary={t.postal}>
        <p>{t.postalHint}</p>
        <TextField {...common} name="symbol" label={t.symbol} width="short" autocomplete="off" />
        <TextField {...common} name="postalNumber" label={t.postalNumber} width="short" autocomplete="off" />
      </Disclosure>
      <Actions>
        <SubmitButton>{t.check}</SubmitButton>
      </Actions>
    </Form>
  );
}

export function Acts(props: PaymentProps) {
  const { view, payment, acts, today } = props;
  const t = words[view.lang];
  const to = { paymentId: payment.id };
  return (
    <>
      {acts.includes('approve') && (
        <ActionForm
          action={view.href(paymentPaths.approve.to({}))}
          fields={{ 'paymentIds[]': payment.id }}
          kind="primary"
        >
          {t.approveOne}
        </ActionForm>
      )}
      {acts.includes('again') && (
        <ActForm {...props} act="again" label={t.again} lead={t.againLead} path={paymentPaths.again.to(to)}>
          <DateField view={view} name="dueOn" label={t.dueOn} value={today} required />
        </ActForm>
      )}
      {acts.includes('sendBack') && (
        <ActForm {...props} act="sendBack" label={t.sendBack} path={paymentPaths.sendBack.to(to)}>
          <Reasons view={view} reasons={sendBackReasons} />
        </ActForm>
      )}
      {acts.includes('return') && (
        <ActForm
          {...props}
          act="return"
          label={t.return}
          lead={t.returnLead}
          kind="danger"
          path={paymentPaths.return.to(to)}
        >
          <Reasons view={view} reasons={returnReasons} />
          <DateField view={view} name="on" label={t.returnOn} value={today} required />
        </ActForm>
      )}
      {acts.includes('cancel') && (
        <ActForm {...props} act="cancel" label={t.cancel} kind="danger" path={paymentPaths.cancel.to(to)}>
          <Reasons view={view} reasons={cancelReasons} />
        </ActForm>
      )}
    </>
  );
}

function Reasons({
  view,
  reasons,
}: {
  view: View;
  reasons: readonly (keyof (typeof words)['ja']['reasons'])[];
}) {
  const t = words[view.lang];
  const options = reasons.map((value) => ({ value, label: t.reasons[value] }));
  return <SelectField view={view} name="reason" label={t.reason} required options={options} />;
}

function ActForm({
  view,
  tried,
  act,
  label,
  lead,
  kind,
  path,
  children,
}: PaymentProps & {
  act: PaymentAct;
  label: string;
  lead?: string;
  kind?: ButtonKind;
  path: string;
  children?: Child;
}) {
  return (
    <FoldedForm action={view.href(path)} label={label} open={tried === act} lead={lead} kind={kind}>
      {children}
    </FoldedForm>
  );
}
