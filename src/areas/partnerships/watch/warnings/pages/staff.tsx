import { tokyoMinute } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure, Notice } from '#ui/content.tsx';
import { HiddenField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { nameIn } from '../../../members/shown.ts';
import { watchPaths, watchStaffPaths } from '../../../paths.ts';
import { WatchCrumbs } from '../../pages/staff.tsx';
import type { Network } from '../../store.ts';
import { words as watchWords } from '../../words.ts';
import type { Warning } from '../store.ts';
import { words } from '../words.ts';
import { TextForm, WarningTag } from './parts.tsx';

interface ReceiptRow {
  readonly name: string;
  readonly way: string;
  readonly readAt: Date | null;
}

interface WarningProps {
  readonly view: View;
  readonly state: FormState;
  readonly network: Network;
  readonly warning: Warning;
  /** Null for the office: it sees no member. */
  readonly receipts: readonly ReceiptRow[] | null;
  readonly mayCheck: boolean;
  readonly keeper: boolean;
}

export function WarningStaffPage(props: WarningProps) {
  const { view, state, network, warning, mayCheck, keeper } = props;
  const t = words[view.lang];
  const { organisationId } = network;
  const params = { organisationId, warningId: warning.id };
  const back = keeper
    ? [{ href: view.href(watchStaffPaths.warnings.to({ organisationId })), label: t.title }]
    : [];
  const open = warning.state === 'proposed' || warning.state === 'returned';
  return (
    <StaffFrame view={view} title={warning.title} problems={state.problems}>
      <PageHead
        title={warning.title}
        kicker={watchWords[view.lang].networkTitle(nameIn(view.lang, network))}
        tags={<WarningTag view={view} warning={warning} />}
        breadcrumbs={<WatchCrumbs view={view} items={back} current={warning.title} />}
      />
      {warning.remark && (
        <Notice view={view} tone="warn" title={warning.withdrawnAt ? t.withdrawnShown : t.remarkShown}>
          <TypedText text={warning.remark} />
        </Notice>
      )}
      <TypedText text={warning.body} />
      <Section title={t.advice}>
        <TypedText text={warning.advice} />
      </Section>
      {warning.state === 'sent' && (
        <p>
          <a href={view.href(watchPaths.warning.to({ code: network.code, warningId: warning.id }))}>
            {t.publicPage}
          </a>
        </p>
      )}
      {warning.state === 'proposed' && (mayCheck ? <Check {...props} /> : <p>{t.own}</p>)}
      {keeper && open && (
        <Disclosure summary={t.edit} open={warning.state === 'returned'}>
          <TextForm view={view} state={state} action={watchStaffPaths.warning.to(params)} warning={warning} />
        </Disclosure>
      )}
      <Receipts {...props} />
      {keeper && warning.state === 'sent' && (
        <Section title={t.withdraw}>
          <StepForm {...props} step="withdraw" label={t.withdrawReason} button={t.withdraw} />
        </Section>
      )}
    </StaffFrame>
  );
}

function Check(props: WarningProps) {
  const t = words[props.view.lang];
  return (
    <Section title={t.check} lead={t.checkLead}>
      <StepForm {...props} step="send" button={t.send} />
      <Disclosure summary={t.return}>
        <StepForm {...props} step="return" label={t.remark} button={t.return} />
      </Disclosure>
    </Section>
  );
}

function StepForm({
  view,
  state,
  network,
  warning,
  step,
  label,
  button,
}: WarningProps & { step: 'send' | 'return' | 'withdraw'; label?: string; button: string }) {
  const params = { organisationId: network.organisationId, warningId: warning.id, step };
  return (
    <Form action={view.href(watchStaffPaths.warningStep.to(params))} label={button}>
      <HiddenField name="seen" value={warning.writtenAt.toISOString()} />
      {label && (
        <TextArea view={view} state={state} name="remark" label={label} required rows={2} maxlength={600} />
      )}
      <Actions>
        <SubmitButton kind={step === 'send' ? 'primary' : 'secondary'}>{button}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Receipts({ view, warning, receipts }: WarningProps) {
  const t = words[view.lang];
  if (!receipts || !warning.sentAt) return null;
  const reads = receipts.filter(({ readAt }) => readAt !== null).length;
  return (
    <Section title={t.receipts} lead={`${t.reads}: ${t.readsOf(reads, receipts.length)}`}>
      <DataTable
        view={view}
        caption={t.receipts}
        captionHidden
        columns={[
          { key: 'name', label: t.member, head: true },
          { key: 'way', label: t.way },
          { key: 'read', label: t.readAt },
        ]}
        rows={receipts.map(({ name, way, readAt }) => ({
          name,
          way: t.ways[way as keyof typeof t.ways],
          read: readAt ? tokyoMinute(readAt) : t.unread,
        }))}
        stacked
      />
    </Section>
  );
}
