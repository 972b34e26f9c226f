import { dayName } from '#platform/dates.ts';
import { SelectField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { DateField, TextField, YenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { benefitPaths } from '../../../paths.ts';
import { donorKinds } from '../rules.ts';
import { words } from '../words.ts';
import type { CallProps } from './call.tsx';

/** Who gave, and what of it stands in the budget. */
export function Donations(props: CallProps) {
  const { view, callId, donations, mayPrepare, today } = props;
  const t = words[view.lang];
  const common = props.tried === 'donate' ? { view, state: props.state } : { view };
  return (
    <Section title={t.donations} lead={t.donationsLead}>
      {donations.length === 0 ? (
        <EmptyState title={t.donationsNone} />
      ) : (
        <DataTable
          view={view}
          caption={t.donations}
          captionHidden
          stacked
          columns={[
            { key: 'from', label: t.donorKind, head: true },
            { key: 'on', label: t.receivedOn },
            { key: 'yen', label: t.yen, unit: t.unitYen, align: 'number' },
            { key: 'state', label: t.state },
          ]}
          rows={donations.map(({ donation, state }) => ({
            from: donation.donor || t.donorKinds[donation.kind as keyof typeof t.donorKinds],
            on: dayName(view.lang, donation.receivedOn),
            yen: donation.yen,
            state: t.changes[state as keyof typeof t.changes],
          }))}
        />
      )}
      {mayPrepare && (
        <Form action={view.href(benefitPaths.donate.to({ callId }))} label={t.donate}>
          <SelectField
            {...common}
            name="kind"
            label={t.donorKind}
            required
            options={donorKinds.map((kind) => ({ value: kind, label: t.donorKinds[kind] }))}
          />
          <TextField {...common} name="donor" label={t.donor} hint={t.donorHint} autocomplete="off" />
          <YenField {...common} name="donatedYen" label={t.yen} required />
          <DateField {...common} name="receivedOn" label={t.receivedOn} value={today} max={today} required />
          <Actions>
            <SubmitButton>{t.donate}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
