import { dayName, tokyoMinute } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { bankPaths } from '../../../paths.ts';
import type { BankRegister } from '../store.ts';
import { words } from '../words.ts';

interface BanksProps {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  /** The newest first. */
  readonly registers: readonly BankRegister[];
  readonly today: string;
}

export function BanksPage({ view, state, trail, registers, today }: BanksProps) {
  const { lang } = view;
  const t = words[lang];
  const [newest] = registers;
  const number = (n: number) => formatNumber(lang, n);
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      {newest ? (
        <p>{t.holds(dayName(lang, newest.asOf), number(newest.banks), number(newest.branches))}</p>
      ) : (
        <EmptyState title={t.none} />
      )}
      <Section title={t.take} lead={t.takeLead}>
        <Form action={view.href(bankPaths.list.to({}))} files label={t.take}>
          <FileField
            view={view}
            state={state}
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".csv,.txt"
            required
          />
          <DateField view={view} state={state} name="asOf" label={t.asOf} value={today} required />
          <Actions>
            <SubmitButton>{t.take}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      {registers.length > 0 && (
        <Section title={t.history}>
          <DataTable
            view={view}
            caption={t.history}
            captionHidden
            stacked
            columns={[
              { key: 'asOf', label: t.asOf, head: true },
              { key: 'banks', label: t.banks, align: 'number' },
              { key: 'branches', label: t.branches, align: 'number' },
              { key: 'at', label: t.at },
            ]}
            rows={registers.map(({ asOf, banks, branches, at }) => ({
              asOf: dayName(lang, asOf),
              banks: number(banks),
              branches: number(branches),
              at: tokyoMinute(at),
            }))}
          />
        </Section>
      )}
    </StaffFrame>
  );
}
