import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { EmptyState } from '#ui/content.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { statementPaths } from '../../../paths.ts';
import { words } from '../words.ts';

/** A line of the bank and what it may be about. */
export interface ShownLine {
  readonly id: string;
  readonly day: string;
  readonly yen: number;
  readonly text: string;
  readonly choices: readonly { readonly fields: Readonly<Record<string, string>>; readonly label: string }[];
  readonly sure: boolean;
}

interface StatementsProps {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly lines: readonly ShownLine[];
}

export function StatementsPage({ view, state, trail, lines }: StatementsProps) {
  const t = words[view.lang];
  const sure = lines.filter((line) => line.sure).length;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      <Form action={view.href(statementPaths.list.to({}))} files label={t.read}>
        <FileField
          view={view}
          state={state}
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".csv,.txt,.dat"
          required
        />
        <Actions>
          <SubmitButton>{t.read}</SubmitButton>
        </Actions>
      </Form>
      <Section
        title={t.open}
        actions={
          sure > 0 && (
            <ActionForm action={view.href(statementPaths.matchAll.to({}))} kind="primary">
              {t.matchAll(sure)}
            </ActionForm>
          )
        }
      >
        {lines.length === 0 ? <EmptyState title={t.none} /> : <Lines view={view} lines={lines} />}
      </Section>
    </StaffFrame>
  );
}

function Lines({ view, lines }: Pick<StatementsProps, 'view' | 'lines'>) {
  const { lang } = view;
  const t = words[lang];
  return (
    <DataTable
      view={view}
      caption={t.open}
      captionHidden
      stacked
      columns={[
        { key: 'day', label: t.day, head: true },
        { key: 'text', label: t.text },
        { key: 'out', label: t.out, align: 'number' },
        { key: 'in', label: t.in, align: 'number' },
        { key: 'match', label: t.match },
      ]}
      rows={lines.map((line) => ({
        day: dayName(lang, line.day),
        text: line.text,
        out: line.yen < 0 ? yenFull(lang, -line.yen) : undefined,
        in: line.yen > 0 ? yenFull(lang, line.yen) : undefined,
        match: (
          <>
            {line.choices.length === 0 && <p>{t.nothing}</p>}
            {line.sure && <p>{t.sure}</p>}
            {line.choices.map(({ fields, label }) => (
              <ActionForm
                action={view.href(statementPaths.match.to({ lineId: line.id }))}
                fields={fields}
                small
              >
                {label}
              </ActionForm>
            ))}
            <ActionForm action={view.href(statementPaths.aside.to({ lineId: line.id }))} kind="quiet" small>
              {t.aside}
            </ActionForm>
          </>
        ),
      }))}
    />
  );
}
