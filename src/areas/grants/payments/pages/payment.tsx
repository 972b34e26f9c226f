import type { Child } from 'hono/jsx';
import { dayName, tokyoMinute } from '#platform/dates.ts';
import { contentIn, type Text } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Disclosure, Notice } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { paymentPaths, transferPaths } from '../../paths.ts';
import type { PayeeAccount } from '../accounts/rules.ts';
import type { PaymentKind } from '../rules.ts';
import type { ListedPayment } from '../store.ts';
import { words } from '../words.ts';
import { Acts, CheckForm } from './acts.tsx';
import { PaymentTag } from './list.tsx';

/** What somebody may do with a payment now. */
export type PaymentAct = 'check' | 'approve' | 'sendBack' | 'cancel' | 'return' | 'again';

export interface PaymentProps {
  readonly view: View;
  readonly state: FormState;
  readonly tried: PaymentAct | undefined;
  readonly trail: readonly Link[];
  readonly payment: ListedPayment;
  readonly callName: Text;
  readonly account: PayeeAccount | undefined;
  /** The name as the bank reads it. */
  readonly inFile: string;
  readonly look: readonly string[];
  readonly nameOf: (personId: string | null) => string;
  readonly acts: readonly PaymentAct[];
  readonly today: string;
}

export function PaymentPage(props: PaymentProps) {
  const { view, payment, callName, state } = props;
  const { lang } = view;
  const t = words[lang];
  const title = `${t.payment} ${payment.awardNumber}`;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={contentIn(lang, callName)}
        tags={<PaymentTag view={view} state={payment.state} />}
        breadcrumbs={<Breadcrumbs view={view} items={props.trail} current={payment.awardNumber} />}
      />
      <DefinitionList
        items={[
          { term: t.yen, value: yenFull(lang, payment.yen) },
          { term: t.payee, value: payment.payee ?? t.person },
          { term: t.kind, value: t.kinds[payment.kind as PaymentKind] },
          { term: t.dueOn, value: dayName(lang, payment.dueOn) },
          ...(payment.reason
            ? [{ term: t.reason, value: t.reasons[payment.reason as keyof typeof t.reasons] }]
            : []),
        ]}
      />
      <Account {...props} />
      {props.acts.some((act) => act !== 'check') && (
        <Section title={t.next}>
          <Acts {...props} />
        </Section>
      )}
      <Section title={t.path}>
        <Path {...props} />
      </Section>
    </StaffFrame>
  );
}

function Path({ view, payment, nameOf }: PaymentProps) {
  const t = words[view.lang];
  const step = (term: string, at: Date | null, by?: string | null): { term: string; value: Child }[] =>
    at
      ? [
          {
            term,
            value: `${tokyoMinute(at)}${by === undefined ? '' : t.by(by ? nameOf(by) : t.system)}`,
          },
        ]
      : [];
  return (
    <DefinitionList
      items={[
        ...step(t.orderedAt, payment.orderedAt, payment.orderedBy),
        ...step(t.checkedAt, payment.checkedAt, payment.checkedBy),
        ...step(t.approvedAt, payment.approvedAt, payment.approvedBy),
        ...(payment.transferId
          ? [
              {
                term: t.releasedAt,
                value: (
                  <a href={view.href(transferPaths.transfer.to({ transferId: payment.transferId }))}>
                    {t.transfers}
                  </a>
                ),
              },
            ]
          : []),
        ...step(t.confirmedAt, payment.confirmedAt),
        ...(payment.returnedOn
          ? [{ term: t.returnedOn, value: dayName(view.lang, payment.returnedOn) }]
          : []),
        ...(payment.insteadOf
          ? [
              {
                term: t.insteadOf,
                value: (
                  <a href={view.href(paymentPaths.payment.to({ paymentId: payment.insteadOf }))}>
                    {t.payment}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Account(props: PaymentProps) {
  const { view, account, look, acts, tried } = props;
  const t = words[view.lang];
  return (
    <Section title={t.account}>
      {account ? (
        <DefinitionList
          items={[
            { term: t.bank, value: `${account.bank} ${account.bankName}` },
            { term: t.branch, value: `${account.branch} ${account.branchName}` },
            {
              term: t.accountKind,
              value: t.accountKinds[account.kind as keyof typeof t.accountKinds] ?? account.kind,
            },
            { term: t.number, value: account.number },
            { term: t.holder, value: account.holder },
            { term: t.inFile, value: <code>{props.inFile}</code> },
          ]}
        />
      ) : (
        <p>{t.noAccount}</p>
      )}
      {look.length > 0 && (
        <Notice view={view} tone="warn" title={t.look}>
          <ul>
            {look.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      {acts.includes('check') && (
        <Disclosure summary={t.check} open={tried === 'check' || look.length > 0}>
          <p>{t.checkLead}</p>
          <CheckForm {...props} />
        </Disclosure>
      )}
    </Section>
  );
}
