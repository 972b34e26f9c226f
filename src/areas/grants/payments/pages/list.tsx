import { dayName } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { type Link, Pagination, type Tab, Tabs } from '#ui/wayfinding.tsx';
import { paymentPaths } from '../../paths.ts';
import type { PaymentKind, PaymentState } from '../rules.ts';
import type { ListedPayment, UnorderedAward } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<PaymentState, Tone> = {
  ordered: 'warn',
  approved: 'info',
  released: 'info',
  confirmed: 'good',
  returned: 'bad',
  cancelled: 'neutral',
};

export function PaymentTag({ view, state }: { view: View; state: string }) {
  const known = state as PaymentState;
  return <StatusTag tone={tones[known]}>{words[view.lang].states[known]}</StatusTag>;
}

export const paymentsPageSize = 100;

export interface ListProps {
  readonly view: View;
  readonly state: FormState;
  readonly areaTabs: readonly Tab[];
  readonly more: readonly Link[];
  readonly tabs: readonly Tab[];
  readonly callName: (callId: string) => Text;
  readonly shown:
    | { readonly list: 'unordered'; readonly awards: readonly UnorderedAward[]; readonly dueOn: string }
    | {
        readonly list: PaymentState;
        readonly payments: readonly (ListedPayment & { readonly look: readonly string[] })[];
        readonly page: number;
        readonly total: number;
        readonly mayApprove: boolean;
      };
}

export function PaymentsPage(props: ListProps) {
  const { view, state, tabs, shown } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        actions={props.more.map(({ href, label }) => (
          <ButtonLink kind="secondary" href={href}>
            {label}
          </ButtonLink>
        ))}
      />
      <Tabs label={t.more} items={props.areaTabs} />
      <Tabs label={t.tabs} items={tabs} />
      {shown.list === 'unordered' ? (
        <Unordered {...props} awards={shown.awards} dueOn={shown.dueOn} />
      ) : (
        <InState {...props} shown={shown} />
      )}
    </StaffFrame>
  );
}

function Unordered({
  view,
  state,
  awards,
  dueOn,
  callName,
}: ListProps & { awards: readonly UnorderedAward[]; dueOn: string }) {
  const { lang } = view;
  const t = words[lang];
  if (awards.length === 0) return <EmptyState title={t.noneUnordered} />;
  return (
    <Form action={view.href(paymentPaths.order.to({}))} label={t.order}>
      <p>{t.unorderedLead}</p>
      <DataTable
        view={view}
        caption={t.states.unordered}
        captionHidden
        stacked
        columns={[
          { key: 'choose', label: t.choose, align: 'center' },
          { key: 'number', label: t.award, head: true },
          { key: 'call', label: t.call },
          { key: 'decidedOn', label: t.decidedOn },
          { key: 'yen', label: t.yen, align: 'number' },
        ]}
        rows={awards.map((award) => ({
          choose: <Pick name="awardIds[]" value={award.awardId} label={t.chooseOf(award.number)} />,
          number: award.number,
          call: contentIn(lang, callName(award.callId)),
          decidedOn: dayName(lang, award.decidedOn),
          yen: yenFull(lang, award.yen),
        }))}
      />
      <DateField view={view} state={state} name="dueOn" label={t.dueOn} value={dueOn} required />
      <Actions>
        <SubmitButton>{t.order}</SubmitButton>
      </Actions>
    </Form>
  );
}

function Pick({ name, value, label }: { name: string; value: string; label: string }) {
  return <input type="checkbox" name={name} value={value} aria-label={label} checked />;
}

type InStateShown = Exclude<ListProps['shown'], { list: 'unordered' }>;

function InState(props: ListProps & { shown: InStateShown }) {
  const { view, shown } = props;
  const t = words[view.lang];
  if (shown.payments.length === 0) return <EmptyState title={t.none} />;
  const pages = (
    <Pagination
      view={view}
      page={shown.page}
      pageSize={paymentsPageSize}
      total={shown.total}
      hrefOf={(page) => view.href(paymentPaths.list.to({}, { state: shown.list, page: String(page) }))}
    />
  );
  const choosing = shown.list === 'ordered' && shown.mayApprove;
  if (!choosing)
    return (
      <>
        <PaymentTable {...props} choosing={false} />
        {pages}
      </>
    );
  return (
    <>
      <Form action={view.href(paymentPaths.approve.to({}))} label={t.approve}>
        <PaymentTable {...props} choosing />
        <Actions>
          <SubmitButton>{t.approve}</SubmitButton>
        </Actions>
      </Form>
      {pages}
    </>
  );
}

function PaymentTable({
  view,
  callName,
  shown,
  choosing,
}: ListProps & { shown: InStateShown; choosing: boolean }) {
  const { lang } = view;
  const t = words[lang];
  const looking = shown.list === 'ordered' || shown.list === 'approved';
  return (
    <DataTable
      view={view}
      caption={t.states[shown.list]}
      captionHidden
      stacked
      columns={[
        ...(choosing ? [{ key: 'choose' as const, label: t.choose, align: 'center' as const }] : []),
        { key: 'number', label: t.award, head: true },
        { key: 'payee', label: t.payee },
        { key: 'call', label: t.call },
        { key: 'kind', label: t.kind },
        { key: 'dueOn', label: t.dueOn },
        ...(looking ? [{ key: 'look' as const, label: t.look }] : []),
        { key: 'yen', label: t.yen, align: 'number' },
      ]}
      rows={shown.payments.map((payment) => ({
        choose:
          payment.look.length === 0 ? (
            <Pick name="paymentIds[]" value={payment.id} label={t.chooseOf(payment.awardNumber)} />
          ) : undefined,
        number: (
          <a href={view.href(paymentPaths.payment.to({ paymentId: payment.id }))}>{payment.awardNumber}</a>
        ),
        payee: payment.payee ?? t.person,
        call: contentIn(lang, callName(payment.callId)),
        kind: t.kinds[payment.kind as PaymentKind],
        dueOn: dayName(lang, payment.dueOn),
        look: payment.look.length > 0 ? payment.look.join(' / ') : t.nothingToLook,
        yen: yenFull(lang, payment.yen),
      }))}
    />
  );
}
