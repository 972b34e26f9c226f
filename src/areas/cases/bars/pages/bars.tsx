import { dayName, tokyoDay } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type OptionGroup, SelectField } from '#ui/choices.tsx';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { barPaths } from '../../paths.ts';
import { words } from '../words.ts';

export interface BarLine {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

interface BarsProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly bars: readonly BarLine[];
  readonly people: readonly OptionGroup[];
  readonly maySupervise: boolean;
}

export function BarsPage(props: BarsProps) {
  const { view, state, caseFile, bars, people } = props;
  const t = words[view.lang];
  const common = { view, state };
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {bars.length === 0 ? <EmptyState title={t.empty} /> : <Bars {...props} />}
      <Section title={t.barTitle} lead={t.barLead}>
        <Form action={view.href(barPaths.bars.to({ caseId: caseFile.id }))} label={t.barTitle}>
          <SelectField {...common} name="personId" label={t.person} options={people} />
          <TextArea {...common} name="reason" label={t.reason} hint={t.reasonHint} rows={2} />
          <Actions>
            <SubmitButton kind="danger">{t.bar}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

function Bars({ view, caseFile: { id: caseId }, bars, maySupervise }: BarsProps) {
  const t = words[view.lang];
  const day = (moment: Date) => dayName(view.lang, tokyoDay(moment));
  return (
    <>
      <DataTable
        view={view}
        caption={t.title}
        captionHidden
        stacked
        columns={[
          { key: 'person', label: t.person, head: true },
          { key: 'reason', label: t.reason },
          { key: 'since', label: t.since },
          { key: 'until', label: t.until },
        ]}
        rows={bars.map(({ id, name, reason, createdAt, endedAt }) => ({
          person: name,
          reason,
          since: day(createdAt),
          until: endedAt ? (
            day(endedAt)
          ) : (
            <>
              <StatusTag tone="warn">{t.standing}</StatusTag>{' '}
              {maySupervise && (
                <ActionForm action={view.href(barPaths.lift.to({ caseId, barId: id }))} small>
                  {t.lift}
                </ActionForm>
              )}
            </>
          ),
        }))}
      />
      {!maySupervise && <p>{t.liftNote}</p>}
    </>
  );
}
