import { dayName, tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { refusals } from '../refusals.ts';
import { stepOf } from '../rules.ts';
import { words } from '../words.ts';
import { Files } from './files.tsx';
import type { ReportProps } from './report.tsx';

/** Everything at a glance, what is still missing, and the button that sends it. Once sent, the same without the button. */
export function CheckStep(props: ReportProps) {
  const { view, place, closed, decision } = props;
  const t = words[view.lang];
  const where = decision.ok ? undefined : stepOf[decision.refusal];
  return (
    <>
      <Sums {...props} />
      {!closed && !decision.ok && (
        <Notice view={view} tone="warn" title={t.open}>
          <p>{sayRefusal(refusals, view.lang, decision)}</p>
          {where && (
            <Actions>
              <ButtonLink kind="secondary" href={place.step(where)}>
                {t.mend(t.steps[where])}
              </ButtonLink>
            </Actions>
          )}
        </Notice>
      )}
      {!closed && decision.ok && (
        <>
          <p>{t.checkLead}</p>
          <Actions>
            <ActionForm action={place.step('check')} kind="primary">
              {t.submit}
            </ActionForm>
          </Actions>
        </>
      )}
      <Section title={t.summary}>
        <ReportSummary {...props} />
      </Section>
    </>
  );
}

function Sums({ view, opened, report, estimate }: ReportProps) {
  const t = words[view.lang];
  const { award } = opened;
  const { settlement } = report;
  const fixed = settlement?.fixedYen ?? null;
  const yen = fixed ?? estimate;
  const back = award.paidYen - yen;
  const item = (term: string, amount: number) => ({ term, value: yenFull(view.lang, amount) });
  return (
    <>
      <DefinitionList
        items={[
          ...(fixed === null ? [item(t.decided, award.decidedYen)] : []),
          item(fixed === null ? t.estimate : t.fixedYen, yen),
          item(t.paid, award.paidYen),
          ...(back < 0 ? [item(t.toPay, -back)] : []),
          ...(back > 0 ? [item(t.toReturn, back)] : []),
        ]}
      />
      {fixed === null && <p class="hint">{t.estimateHint}</p>}
      {settlement?.keepUntil && <p>{t.keepUntil(settlement.keepUntil)}</p>}
    </>
  );
}

/** The report as it was written, for the group, the officer and the approver. */
export function ReportSummary({ view, place, report }: Pick<ReportProps, 'view' | 'place' | 'report'>) {
  const t = words[view.lang];
  const { settlement, said, papers } = report;
  const money = (yen: number | null | undefined) => (yen ? yenFull(view.lang, yen) : t.no);
  return (
    <>
      <DefinitionList
        items={[
          { term: t.done, value: said.done ? <TypedText text={said.done} /> : t.no },
          ...(said.result ? [{ term: t.result, value: <TypedText text={said.result} /> }] : []),
          ...(settlement?.endedOn
            ? [{ term: t.endedOn, value: dayName(view.lang, settlement.endedOn) }]
            : []),
          ...(settlement?.done ? [{ term: t.count, value: settlement.done }] : []),
          ...(report.terms.questions ?? []).map(({ code, label }) => ({
            term: contentIn(view.lang, label),
            value: said.numbers?.[code] ?? t.no,
          })),
          { term: t.incomeShort, value: money(settlement?.incomeYen) },
          { term: t.taxShort, value: money(settlement?.taxYen) },
        ]}
      />
      <Spent view={view} place={place} report={report} />
      {papers.map(({ label, files: own }) => (
        <>
          <h3>{label[view.lang] || label.ja}</h3>
          <Files view={view} place={place} files={own} />
        </>
      ))}
      {settlement?.submittedAt && <p class="hint">{t.submittedAt(tokyoMinute(settlement.submittedAt))}</p>}
      <Hashes view={view} place={place} report={report} />
    </>
  );
}

type Shown = Pick<ReportProps, 'view' | 'place' | 'report'>;

function Spent({ view, place, report: { lines } }: Shown) {
  const t = words[view.lang];
  const total = lines.reduce((sum, { spentYen }) => sum + (spentYen ?? 0), 0);
  return (
    <DataTable
      view={view}
      caption={t.steps.costs}
      stacked
      columns={[
        { key: 'what', label: t.what, head: true },
        { key: 'planned', label: t.plannedShort, align: 'number' },
        { key: 'spent', label: t.spent, align: 'number' },
        { key: 'paidOn', label: t.paidOn },
        { key: 'receipts', label: t.receiptsColumn },
      ]}
      rows={lines.map(({ what, plannedYen, spentYen, paidOn, receipts }) => ({
        what,
        planned: plannedYen === null ? t.unplanned : yenFull(view.lang, plannedYen),
        spent: spentYen === null ? undefined : yenFull(view.lang, spentYen),
        paidOn: paidOn && dayName(view.lang, paidOn),
        receipts: spentYen === 0 ? t.no : <Files view={view} place={place} files={receipts} />,
      }))}
      total={{ what: t.sumRow, spent: yenFull(view.lang, total) }}
    />
  );
}

/** The receipt: what was sent, by its hashes. */
function Hashes({ view, report: { settlement, lines, papers } }: Shown) {
  const t = words[view.lang];
  if (!settlement?.receiptHash) return null;
  const files = [...lines.flatMap(({ receipts }) => receipts), ...papers.flatMap((paper) => paper.files)];
  return (
    <Disclosure summary={t.receiptHash}>
      <p class="typed">{settlement.receiptHash}</p>
      <DefinitionList
        items={files.map(({ name, sha256 }) => ({ term: name, value: <span class="typed">{sha256}</span> }))}
      />
    </Disclosure>
  );
}
