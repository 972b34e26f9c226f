import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox, type Option, SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { payerPaths } from '../../../paths.ts';
import type { PayerRow } from '../store.ts';
import { words } from '../words.ts';

interface PayersProps {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly payers: readonly PayerRow[];
  readonly offices: readonly Option[];
}

export function PayersPage({ view, state, trail, payers, offices }: PayersProps) {
  const t = words[view.lang];
  const officeName = (id: string | null) => offices.find(({ value }) => value === id)?.label ?? t.every;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      {payers.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'office', label: t.office, head: true },
            { key: 'name', label: t.clientName },
            { key: 'code', label: t.clientCode },
            { key: 'account', label: t.account },
          ]}
          rows={payers.map((payer) => ({
            office: officeName(payer.bureauId),
            name: payer.clientName,
            code: payer.clientCode,
            account: `${payer.bankCode} ${payer.bankName} ${payer.branchCode} ${payer.branchName} ${
              t.kinds[payer.accountKind as keyof typeof t.kinds]
            } ${payer.accountNumber}`,
          }))}
        />
      )}
      <Section title={t.add} lead={t.addLead}>
        <PayerForm view={view} state={state} offices={offices} />
      </Section>
    </StaffFrame>
  );
}

function PayerForm({ view, state, offices }: Pick<PayersProps, 'view' | 'state' | 'offices'>) {
  const t = words[view.lang];
  const common = { view, state };
  const digits = (name: 'clientCode' | 'bankCode' | 'branchCode' | 'accountNumber') => (
    <TextField
      {...common}
      name={name}
      label={t[name]}
      width="short"
      inputmode="numeric"
      autocomplete="off"
      required
    />
  );
  return (
    <Form action={view.href(payerPaths.list.to({}))} label={t.add}>
      <SelectField {...common} name="bureauId" label={t.office} empty={t.every} options={offices} />
      {digits('clientCode')}
      <TextField {...common} name="clientName" label={t.clientName} width="full" required />
      {digits('bankCode')}
      <TextField {...common} name="bankName" label={t.bankName} />
      {digits('branchCode')}
      <TextField {...common} name="branchName" label={t.branchName} />
      <SelectField
        {...common}
        name="accountKind"
        label={t.accountKind}
        value="2"
        empty={false}
        options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
      />
      {digits('accountNumber')}
      <Checkbox {...common} name="lineBreaks" label={t.lineBreaks} hint={t.lineBreaksHint} checked />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}
