import { dayName } from '#platform/dates.ts';
import { ActionForm } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { benefitPaths } from '../../../paths.ts';
import type { BenefitProps } from '../../pages/benefit.tsx';
import { words } from '../../hand-ons/words.ts';
import type { InstalmentRow } from '../store.ts';

/** 利子補給: what the person pays month by month, and what is paid to them. */
export function Instalments(props: BenefitProps) {
  const { view, instalments } = props;
  const t = words[view.lang];
  const sum = (of: (row: InstalmentRow) => number) => instalments.reduce((all, row) => all + of(row), 0);
  return (
    <Section title={t.instalments} lead={t.instalmentsLead}>
      <DataTable
        view={view}
        caption={t.instalments}
        captionHidden
        columns={[
          { key: 'number', label: t.instalment, head: true },
          { key: 'due', label: t.due },
          { key: 'principal', label: t.principal, unit: t.unitYen, align: 'number' },
          { key: 'interest', label: t.interest, unit: t.unitYen, align: 'number' },
          { key: 'subsidy', label: t.subsidy, unit: t.unitYen, align: 'number' },
          { key: 'state', label: t.state },
        ]}
        rows={instalments.map((row) => ({
          number: row.number,
          due: dayName(view.lang, row.dueOn),
          principal: row.principalYen,
          interest: row.interestYen,
          subsidy: row.subsidyYen,
          state: <StateOf {...props} row={row} />,
        }))}
        total={{
          number: t.instalmentsSum,
          principal: sum((row) => row.principalYen),
          interest: sum((row) => row.interestYen),
          subsidy: sum((row) => row.subsidyYen),
        }}
      />
    </Section>
  );
}

function StateOf({ view, row, isAsker, isOfficer, today, benefit }: BenefitProps & { row: InstalmentRow }) {
  const t = words[view.lang];
  const at = { instalmentId: row.id };
  const begun = benefit.awardId !== null && row.dueOn <= today && row.subsidyYen > 0;
  if (row.orderedAt) return <>{t.ordered}</>;
  if (row.seenOn && isOfficer)
    return (
      <ActionForm action={view.href(benefitPaths.payInstalment.to(at))} small>
        {t.pay}
      </ActionForm>
    );
  if (row.seenOn) return <>{t.seen}</>;
  if (!begun || !isAsker) return <>{t.notYet}</>;
  return (
    <ActionForm action={view.href(benefitPaths.seeInstalment.to(at))} small>
      {t.see}
    </ActionForm>
  );
}
