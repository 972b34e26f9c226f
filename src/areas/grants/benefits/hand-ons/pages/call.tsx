import { dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup } from '#ui/choices.tsx';
import { DefinitionList, EmptyState } from '#ui/content.tsx';
import { DateField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { CallTerms } from '../../../calls/terms.ts';
import type { Balance } from '../../../ledger/rules.ts';
import { benefitPaths } from '../../../paths.ts';
import { useName } from '../../pages/list.tsx';
import { numberOf } from '../../rules.ts';
import type { BenefitLine } from '../../store.ts';
import { words as benefitWords } from '../../words.ts';
import type { listDonations, listUnconfirmed } from '../store.ts';
import { words } from '../words.ts';
import { Donations } from './donations.tsx';

export interface CallProps {
  readonly view: View;
  readonly state: FormState;
  /** Which form was sent, when it comes back. */
  readonly tried: string;
  readonly callId: string;
  readonly terms: CallTerms;
  readonly balance: Balance;
  readonly counts: { readonly total: number; readonly distinct: number };
  readonly toDecide: readonly BenefitLine[];
  readonly toPay: readonly BenefitLine[];
  readonly toConfirm: Awaited<ReturnType<typeof listUnconfirmed>>;
  readonly donations: Awaited<ReturnType<typeof listDonations>>;
  readonly mayDecide: boolean;
  readonly mayPrepare: boolean;
  readonly today: string;
}

/** A call for persons as its office works on it: what waits for whom, and the money that was given. */
export function CallPage(props: CallProps) {
  const { view, state, terms } = props;
  const t = words[view.lang];
  const name = contentIn(view.lang, terms.name);
  return (
    <StaffFrame view={view} title={name} problems={state.problems}>
      <PageHead
        title={name}
        kicker={t.callTitle}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(benefitPaths.list.to({})), label: benefitWords[view.lang].title }]}
            current={name}
          />
        }
      />
      <MoneySection {...props} />
      <Decide {...props} />
      <Pay {...props} />
      <Confirm {...props} />
      <Donations {...props} />
    </StaffFrame>
  );
}

function MoneySection({ view, balance, counts }: CallProps) {
  const t = words[view.lang];
  const yen = (value: number) => yenFull(view.lang, value);
  return (
    <Section title={t.moneyTitle}>
      <DefinitionList
        items={[
          { term: t.budget, value: yen(balance.budget) },
          { term: t.free, value: yen(balance.budget - balance.decided) },
          { term: t.bound, value: yen(balance.decided) },
          { term: t.paidSum, value: yen(balance.paid) },
          { term: t.settledSum, value: yen(balance.settled) },
          { term: t.recipients, value: t.counts(counts.total, counts.distinct) },
        ]}
      />
    </Section>
  );
}

const fieldsOf = ({ view, state, tried }: CallProps, form: string) =>
  tried === form ? { view, state } : { view };

function optionOf(view: View, { benefit, organisation, terms }: BenefitLine) {
  const what = useName(view, terms, benefit.use);
  return {
    value: benefit.id,
    label: `${numberOf(benefit)}　${yenFull(view.lang, benefit.yen)}　${what}　${organisation}`,
  };
}

function Decide(props: CallProps) {
  const { view, callId, toDecide, mayDecide, balance } = props;
  const t = words[view.lang];
  const free = yenFull(view.lang, balance.budget - balance.decided);
  return (
    <Section title={t.toDecide} lead={mayDecide ? t.toDecideLead(free) : undefined}>
      {toDecide.length === 0 && <EmptyState title={t.toDecideNone} />}
      {toDecide.length > 0 && mayDecide && (
        <Form action={view.href(benefitPaths.decide.to({ callId }))} label={t.decide}>
          <CheckboxGroup
            {...fieldsOf(props, 'decide')}
            name="decide"
            label={t.choose}
            options={toDecide.map((line) => optionOf(view, line))}
          />
          <Actions>
            <SubmitButton>{t.decide}</SubmitButton>
          </Actions>
        </Form>
      )}
      {toDecide.length > 0 && !mayDecide && <Lines view={view} lines={toDecide} />}
    </Section>
  );
}

function Lines({ view, lines }: { view: View; lines: readonly BenefitLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <a href={view.href(benefitPaths.benefit.to({ benefitId: line.benefit.id }))}>
            {optionOf(view, line).label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Pay(props: CallProps) {
  const { view, callId, toPay, mayPrepare, today } = props;
  const t = words[view.lang];
  const common = fieldsOf(props, 'pay');
  return (
    <Section title={t.toPay}>
      {toPay.length === 0 && <EmptyState title={t.toPayNone} />}
      {toPay.length > 0 && mayPrepare && (
        <Form action={view.href(benefitPaths.pay.to({ callId }))} label={t.payMany}>
          <CheckboxGroup
            {...common}
            name="pay"
            label={t.choose}
            options={toPay.map((line) => optionOf(view, line))}
          />
          <DateField {...common} name="dueOn" label={t.payOn} value={today} min={today} required />
          <Actions>
            <SubmitButton>{t.payMany}</SubmitButton>
          </Actions>
        </Form>
      )}
      {toPay.length > 0 && !mayPrepare && <Lines view={view} lines={toPay} />}
    </Section>
  );
}

function Confirm(props: CallProps) {
  const { view, callId, toConfirm, mayPrepare } = props;
  const t = words[view.lang];
  if (toConfirm.length === 0)
    return (
      <Section title={t.toConfirm}>
        <EmptyState title={t.toConfirmNone} />
      </Section>
    );
  return (
    <Section title={t.toConfirm}>
      <DataTable
        view={view}
        caption={t.toConfirm}
        captionHidden
        stacked
        columns={[
          { key: 'number', label: benefitWords[view.lang].number, head: true },
          { key: 'group', label: benefitWords[view.lang].group },
          { key: 'on', label: t.on },
          { key: 'yen', label: t.yen, unit: t.unitYen, align: 'number' },
          { key: 'paper', label: t.paper },
        ]}
        rows={toConfirm.map(({ handOn, benefit, organisation }) => ({
          number: (
            <a href={view.href(benefitPaths.benefit.to({ benefitId: benefit.id }))}>{numberOf(benefit)}</a>
          ),
          group: organisation,
          on: dayName(view.lang, handOn.on),
          yen: handOn.yen,
          paper: <a href={view.href(benefitPaths.receipt.to({ handOnId: handOn.id }))}>{t.receipt}</a>,
        }))}
      />
      {mayPrepare && (
        <Form action={view.href(benefitPaths.confirm.to({ callId }))} label={t.confirm}>
          <CheckboxGroup
            {...fieldsOf(props, 'confirm')}
            name="confirm"
            label={t.choose}
            spread="columns"
            options={toConfirm.map(({ handOn, benefit }) => ({
              value: handOn.id,
              label: `${numberOf(benefit)}　${yenFull(view.lang, handOn.yen)}`,
            }))}
          />
          <Actions>
            <SubmitButton>{t.confirm}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
