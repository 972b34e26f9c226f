import { dayName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import { sayRefusal } from '#platform/web/refusals.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { paymentPaths, transferPaths } from '../../../paths.ts';
import type { Plan } from '../plan.ts';
import type { Transfer } from '../store.ts';
import { refusals, words } from '../words.ts';

interface TransfersProps {
  readonly view: View;
  readonly trail: readonly Link[];
  readonly plan: Plan;
  readonly transfers: readonly Transfer[];
  readonly mayRelease: boolean;
}

export function TransfersPage({ view, trail, plan, transfers, mayRelease }: TransfersProps) {
  const { lang } = view;
  const t = words[lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={t.title} />}
      />
      {mayRelease && <Planned view={view} plan={plan} />}
      <Section title={t.released}>
        {transfers.length === 0 ? (
          <EmptyState title={t.noneReleased} />
        ) : (
          <DataTable
            view={view}
            caption={t.released}
            captionHidden
            stacked
            columns={[
              { key: 'number', label: t.number, head: true },
              { key: 'payOn', label: t.payOn },
              { key: 'bank', label: t.bank },
              { key: 'state', label: t.state },
              { key: 'records', label: t.records, align: 'number' },
              { key: 'total', label: t.total, align: 'number' },
            ]}
            rows={transfers.map((transfer) => ({
              number: (
                <a href={view.href(transferPaths.transfer.to({ transferId: transfer.id }))}>
                  {t.numberOf(transfer.number)}
                </a>
              ),
              payOn: dayName(lang, transfer.payOn),
              bank: transfer.bankCode,
              state: <TransferTag view={view} transfer={transfer} />,
              records: transfer.records,
              total: yenFull(lang, transfer.totalYen),
            }))}
          />
        )}
      </Section>
    </StaffFrame>
  );
}

export function TransferTag({ view, transfer }: { view: View; transfer: Transfer }) {
  const t = words[view.lang];
  return transfer.confirmedAt ? (
    <StatusTag tone="good">{`${t.confirmed} ${dayName(view.lang, tokyoDay(transfer.confirmedAt))}`}</StatusTag>
  ) : (
    <StatusTag tone="info">{t.waits}</StatusTag>
  );
}

function Planned({ view, plan }: Pick<TransfersProps, 'view' | 'plan'>) {
  const { lang } = view;
  const t = words[lang];
  return (
    <>
      <Section title={t.planned}>
        {plan.transfers.length === 0 ? (
          <EmptyState title={t.nonePlanned} />
        ) : (
          <DataTable
            view={view}
            caption={t.planned}
            captionHidden
            stacked
            columns={[
              { key: 'payOn', label: t.payOn, head: true },
              { key: 'bank', label: t.bank },
              { key: 'records', label: t.records, align: 'number' },
              { key: 'total', label: t.total, align: 'number' },
            ]}
            rows={plan.transfers.map(({ payOn, bankCode, records, totalYen }) => ({
              payOn: (
                <a href={view.href(transferPaths.planned.to({ payOn, bankCode }))}>{dayName(lang, payOn)}</a>
              ),
              bank: bankCode,
              records,
              total: yenFull(lang, totalYen),
            }))}
          />
        )}
      </Section>
      {plan.left.length > 0 && (
        <Section title={t.left}>
          <DataTable
            view={view}
            caption={t.left}
            captionHidden
            stacked
            columns={[
              { key: 'award', label: t.award, head: true },
              { key: 'why', label: t.why },
              { key: 'yen', label: t.yen, align: 'number' },
            ]}
            rows={plan.left.slice(0, 200).map(({ payment, why }) => ({
              award: (
                <a href={view.href(paymentPaths.payment.to({ paymentId: payment.id }))}>
                  {payment.awardNumber}
                </a>
              ),
              why: sayRefusal(refusals, lang, { refusal: why }),
              yen: yenFull(lang, payment.yen),
            }))}
          />
        </Section>
      )}
    </>
  );
}
