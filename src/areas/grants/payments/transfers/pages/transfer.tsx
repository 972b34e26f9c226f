import { dayName, tokyoMinute } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { TextArea } from '#ui/fields.tsx';
import { ActionForm, FoldedForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { transferPaths } from '../../../paths.ts';
import type { HeaderGroup } from '../../transfer-file/rules.ts';
import type { Transfer, TransferCopy } from '../store.ts';
import { words } from '../words.ts';
import { TransferTag } from './list.tsx';
import { Groups, Lines, type ShownLine } from './planned.tsx';

export type TransferAct = 'take' | 'ask' | 'allow' | 'confirm';

interface TransferProps {
  readonly view: View;
  readonly state: FormState;
  readonly trail: readonly Link[];
  readonly transfer: Transfer;
  readonly copies: readonly TransferCopy[];
  readonly groups: readonly { readonly header: HeaderGroup; readonly totalYen: number }[];
  readonly lines: readonly ShownLine[];
  readonly nameOf: (personId: string | null) => string;
  readonly acts: readonly TransferAct[];
}

export function TransferPage(props: TransferProps) {
  const { view, state, transfer } = props;
  const { lang } = view;
  const t = words[lang];
  const title = `${t.title} ${t.numberOf(transfer.number)}`;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        tags={<TransferTag view={view} transfer={transfer} />}
        breadcrumbs={<Breadcrumbs view={view} items={props.trail} current={t.numberOf(transfer.number)} />}
      />
      <DefinitionList
        items={[
          { term: t.payOn, value: dayName(lang, transfer.payOn) },
          { term: t.bank, value: transfer.bankCode },
          { term: t.total, value: yenFull(lang, transfer.totalYen) },
          { term: t.records, value: String(transfer.records) },
          {
            term: t.releasedOn,
            value: `${tokyoMinute(transfer.releasedAt)}（${props.nameOf(transfer.releasedBy)}）`,
          },
        ]}
      />
      <File {...props} />
      <Confirm {...props} />
      <Groups view={view} groups={props.groups} />
      <Section title={t.lines}>
        <Lines view={view} lines={props.lines} all={transfer.records} />
      </Section>
    </StaffFrame>
  );
}

function File(props: TransferProps) {
  const { view, state, transfer, copies, nameOf, acts } = props;
  const t = words[view.lang];
  const to = { transferId: transfer.id };
  const moment = (at: Date | null, by: string | null) => at && `${tokyoMinute(at)}（${nameOf(by)}）`;
  return (
    <Section title={t.file}>
      {acts.includes('take') && (
        <>
          <p>{t.takeLead}</p>
          <ActionForm action={view.href(transferPaths.file.to(to))} kind="primary">
            {t.take}
          </ActionForm>
        </>
      )}
      {acts.includes('allow') && (
        <ActionForm action={view.href(transferPaths.allowCopy.to(to))}>{t.allow}</ActionForm>
      )}
      {acts.includes('ask') && (
        <FoldedForm
          action={view.href(transferPaths.askCopy.to(to))}
          label={t.ask}
          open={state.problems.length > 0}
          lead={t.askLead}
        >
          <TextArea view={view} state={state} name="reason" label={t.reason} rows={2} required />
        </FoldedForm>
      )}
      <DataTable
        view={view}
        caption={t.copies}
        stacked
        columns={[
          { key: 'copy', label: t.number, head: true },
          { key: 'reason', label: t.reason },
          { key: 'asked', label: t.asked },
          { key: 'allowed', label: t.allowed },
          { key: 'taken', label: t.taken },
        ]}
        rows={copies.map((copy) => ({
          copy: t.copy(copy.copy),
          reason: copy.reason,
          asked: moment(copy.askedAt, copy.askedBy),
          allowed: copy.copy === 1 ? undefined : moment(copy.allowedAt, copy.allowedBy),
          taken: moment(copy.takenAt, copy.takenBy),
        }))}
      />
      <p>
        {t.hash}: <code>{transfer.sha256.replaceAll(/(.{16})(?=.)/g, '$1 ')}</code>
      </p>
    </Section>
  );
}

function Confirm({ view, transfer, acts }: TransferProps) {
  const t = words[view.lang];
  if (!acts.includes('confirm')) return null;
  return (
    <Section title={t.confirm} lead={t.confirmLead}>
      <ActionForm action={view.href(transferPaths.confirm.to({ transferId: transfer.id }))} kind="primary">
        {t.confirm}
      </ActionForm>
    </Section>
  );
}
