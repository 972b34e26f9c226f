import { dayName } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { paymentPaths, transferPaths } from '../../../paths.ts';
import type { HeaderGroup, TransferLine } from '../../transfer-file/rules.ts';
import { words } from '../words.ts';

export const linesShown = 200;

/** A transfer as the file says it, and the payment behind it. */
export interface ShownLine {
  readonly line: TransferLine;
  readonly paymentId: string;
  readonly awardNumber: string;
}

interface PlannedProps {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly payOn: string;
  readonly bankCode: string;
  readonly records: number;
  readonly totalYen: number;
  readonly groups: readonly { readonly header: HeaderGroup; readonly totalYen: number }[];
  readonly lines: readonly ShownLine[];
  readonly same: readonly (readonly ShownLine[])[];
}

/** What would go to one bank on one day, before it goes. */
export function PlannedPage(props: PlannedProps) {
  const { view, state, payOn, bankCode, records, totalYen, same } = props;
  const { lang } = view;
  const t = words[lang];
  const title = `${dayName(lang, payOn)} ${t.bank} ${bankCode}`;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={t.planned}
        breadcrumbs={<Breadcrumbs view={view} items={props.trail} current={title} />}
      />
      <Groups view={view} groups={props.groups} />
      {same.length > 0 && (
        <Notice view={view} tone="warn" title={t.same}>
          <p>{t.sameLead}</p>
          <ul>
            {same.map((lines) => (
              <li>{lines.map(({ awardNumber, line }) => `${awardNumber}（${line.name}）`).join(' / ')}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={t.lines}>
        <Lines view={view} lines={props.lines} all={records} />
      </Section>
      <Section title={t.release} lead={t.releaseLead}>
        <Form action={view.href(transferPaths.planned.to({ payOn, bankCode }))} label={t.release}>
          <HiddenField name="records" value={records} />
          <HiddenField name="totalYen" value={totalYen} />
          <p>
            <b>{`${t.records} ${records} / ${t.total} ${yenFull(lang, totalYen)}`}</b>
          </p>
          <Actions>
            <SubmitButton>{t.release}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </StaffFrame>
  );
}

export function Groups({
  view,
  groups,
}: {
  view: View;
  groups: readonly { readonly header: HeaderGroup; readonly totalYen: number }[];
}) {
  const { lang } = view;
  const t = words[lang];
  return (
    <Section title={t.groups}>
      <DataTable
        view={view}
        caption={t.groups}
        captionHidden
        stacked
        columns={[
          { key: 'payer', label: t.payer, head: true },
          { key: 'account', label: t.account },
          { key: 'records', label: t.records, align: 'number' },
          { key: 'total', label: t.total, align: 'number' },
        ]}
        rows={groups.map(({ header, totalYen }) => ({
          payer: header.clientName,
          account: `${header.bankCode}-${header.branchCode} ${header.accountNumber}`,
          records: header.records,
          total: yenFull(lang, totalYen),
        }))}
        total={{
          payer: t.total,
          records: groups.reduce((sum, { header }) => sum + header.records, 0),
          total: yenFull(
            lang,
            groups.reduce((sum, { totalYen }) => sum + totalYen, 0),
          ),
        }}
      />
    </Section>
  );
}

export function Lines({ view, lines, all }: { view: View; lines: readonly ShownLine[]; all: number }) {
  const { lang } = view;
  const t = words[lang];
  return (
    <>
      {lines.length < all && <p>{t.shown(lines.length, all)}</p>}
      <DataTable
        view={view}
        caption={t.lines}
        captionHidden
        stacked
        columns={[
          { key: 'award', label: t.award, head: true },
          { key: 'payee', label: t.payee },
          { key: 'account', label: t.account },
          { key: 'yen', label: t.yen, align: 'number' },
        ]}
        rows={lines.map(({ line, paymentId, awardNumber }) => ({
          award: <a href={view.href(paymentPaths.payment.to({ paymentId }))}>{awardNumber}</a>,
          payee: line.name,
          account: `${line.bank}-${line.branch} ${line.number}`,
          yen: yenFull(lang, line.yen),
        }))}
      />
    </>
  );
}
