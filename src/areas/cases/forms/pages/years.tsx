import { fiscalYearName, tokyoDay, dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, type Tone } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { formPaths } from '../../paths.ts';
import type { FormsLine } from '../store.ts';
import { words } from '../words.ts';

const tones: Readonly<Record<string, Tone>> = { draft: 'warn', published: 'good' };

export function StateTag({ view, state }: { view: View; state: string }) {
  const { states } = words[view.lang];
  return <StatusTag tone={tones[state] ?? 'neutral'}>{states[state as keyof typeof states]}</StatusTag>;
}

/** The fiscal years with their versions: one in use, one being changed, the rest history. */
export function FormYearsPage({
  view,
  state,
  lines,
  nextYear,
}: {
  view: View;
  state: FormState;
  lines: readonly FormsLine[];
  nextYear: number;
}) {
  const t = words[view.lang];
  const linkOf = ({ fiscalYear, version, state: at }: FormsLine) =>
    at === 'replaced'
      ? formPaths.version.to({ year: String(fiscalYear), version: String(version) })
      : formPaths.year.to({ year: String(fiscalYear) });
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DataTable
        view={view}
        caption={t.table}
        stacked
        columns={[
          { key: 'year', label: t.year, head: true },
          { key: 'version', label: t.version },
          { key: 'state', label: t.state },
          { key: 'at', label: t.publishedAt },
          { key: 'by', label: t.by },
        ]}
        rows={lines.map((line) => ({
          year: <a href={view.href(linkOf(line))}>{fiscalYearName(view.lang, line.fiscalYear)}</a>,
          version: t.versionOf(line.version),
          state: <StateTag view={view} state={line.state} />,
          at: line.publishedAt && dayName(view.lang, tokyoDay(line.publishedAt)),
          by: line.by ?? t.product,
        }))}
      />
      <Section title={t.next} lead={t.nextLead}>
        <ActionForm action={view.href(formPaths.begin.to({ year: String(nextYear) }))}>
          {t.nextButton(fiscalYearName(view.lang, nextYear))}
        </ActionForm>
      </Section>
    </StaffFrame>
  );
}
