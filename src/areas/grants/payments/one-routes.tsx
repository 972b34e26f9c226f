import { z } from 'zod';
import { hasRole, organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { accountant, can, grantApprover, grantOfficer } from '../access.ts';
import { grantsTrail } from '../desk.ts';
import { paymentPaths } from '../paths.ts';
import { type PayeeAccount, postalAccount } from './accounts/rules.ts';
import { cancelPayment, checkPayee, orderAgain, sendBackPayment } from './actions.ts';
import { lookAtAll } from './look.ts';
import { type PaymentAct, PaymentPage } from './pages/payment.tsx';
import { refusals } from './refusals.ts';
import { cancelReasons, returnReasons, sendBackReasons } from './rules.ts';
import { findListedPayment, listCallNames, type ListedPayment } from './store.ts';
import { returnPayments } from './transfers/actions.ts';
import { words } from './words.ts';

const sendBackForm = z.object({ reason: field.choice(sendBackReasons) });
const cancelForm = z.object({ reason: field.choice(cancelReasons) });
const returnForm = z.object({ reason: field.choice(returnReasons), on: field.day() });
const againForm = z.object({ dueOn: field.day() });
const checkForm = z.object({
  bank: field.optionalText(10),
  bankName: field.optionalText(60),
  branch: field.optionalText(10),
  branchName: field.optionalText(60),
  kind: field.choice(['1', '2', '4']),
  number: field.optionalText(20),
  holder: field.text(120),
  another: field.checkbox(),
  delegated: field.checkbox(),
  symbol: field.optionalText(20),
  postalNumber: field.optionalText(20),
});

type PaymentVisit = Visit<{ paymentId: string }>;

/** One payment: what is seen of it, and what can be done with it. */
export const onePaymentRoutes = new Routes()
  .get(paymentPaths.payment, can.readPayments, (visit) => paymentPage(visit, emptyForm))
  .post(paymentPaths.check, can.orderPayment, check)
  .post(paymentPaths.sendBack, can.sendBackPayment, (visit) =>
    take(visit, 'sendBack', sendBackForm, ({ reason }) =>
      sendBackPayment(visit.db, visit.person, { ...visit.params, reason }, visit.now),
    ),
  )
  .post(paymentPaths.cancel, can.orderPayment, (visit) =>
    take(visit, 'cancel', cancelForm, ({ reason }) =>
      cancelPayment(visit.db, visit.person, { ...visit.params, reason }, visit.now),
    ),
  )
  .post(paymentPaths.return, can.matchPayments, (visit) =>
    take(visit, 'return', returnForm, ({ reason, on }) =>
      returnPayments(visit.db, visit.who, { paymentIds: [visit.params.paymentId], reason, on }, visit.now),
    ),
  )
  .post(paymentPaths.again, can.orderPayment, (visit) =>
    take(visit, 'again', againForm, ({ dueOn }) =>
      orderAgain(visit.db, visit.person, { ...visit.params, dueOn }, visit.now),
    ),
  ).list;
type Refused = RefusedBy<typeof refusals>;

function refusedState({ lang }: Visit, refused: Refused, typed: Typed): FormState {
  return refusedForm({ words: refusals, lang, refused, typed });
}

/** Reads the form of an act, does it, and shows the payment again with its words when it is refused. */
async function take<Schema extends z.ZodType>(
  visit: PaymentVisit,
  act: Exclude<PaymentAct, 'check'>,
  schema: Schema,
  doIt: (values: z.output<Schema>) => Promise<{ ok: true } | ({ ok: false } & Refused)>,
): Promise<Response> {
  const form = await visit.form(schema);
  if (!form.ok) return paymentPage(visit, form.state, act);
  const answer = await doIt(form.values);
  if (answer.ok) return visit.go(paymentPaths.payment.to(visit.params), words[visit.lang].done[act]);
  return paymentPage(visit, refusedState(visit, answer, form.typed), act);
}

async function check(visit: PaymentVisit): Promise<Response> {
  const form = await visit.form(checkForm);
  if (!form.ok) return paymentPage(visit, form.state, 'check');
  const { another, delegated, symbol, postalNumber, ...typed } = form.values;
  let account: PayeeAccount = { ...typed, holderIsAnother: another };
  if (symbol || postalNumber) {
    const postal = postalAccount({ symbol, number: postalNumber });
    if (!postal.ok)
      return paymentPage(visit, refusedState(visit, { refusal: 'account-broken' }, form.typed), 'check');
    account = { ...account, ...postal.value, bankName: 'ユウチヨ' };
  }
  const input = { vault: visit.tools.vault, paymentId: visit.params.paymentId, account, delegated };
  const checked = await checkPayee(visit.db, visit.person, input, visit.now);
  if (!checked.ok) return paymentPage(visit, refusedState(visit, checked, form.typed), 'check');
  return visit.go(paymentPaths.payment.to(visit.params), words[visit.lang].checkedNotice);
}

async function paymentPage(visit: PaymentVisit, state: FormState, tried?: PaymentAct): Promise<Response> {
  const { view, lang, who } = visit;
  const t = words[lang];
  const page = await inTransaction(visit.db, who, async (tx) => {
    const payment = await findListedPayment(tx, visit.params.paymentId);
    const people = [payment.orderedBy, payment.checkedBy, payment.approvedBy];
    const names = await listPersonNames(
      tx,
      people.filter((id) => id !== null),
    );
    const [seen] = await lookAtAll(tx, visit, [payment]);
    if (!seen) throw new NotFound('grant payment');
    const callName = (await listCallNames(tx, [payment.callId])).get(payment.callId);
    return (
      <PaymentPage
        view={view}
        state={state}
        tried={tried}
        trail={[...grantsTrail(view), { href: view.href(paymentPaths.list.to({})), label: t.title }]}
        payment={payment}
        callName={callName ?? { ja: '', en: '' }}
        {...seen}
        nameOf={(personId) => (personId && names.get(personId)) ?? t.colleague}
        acts={actsOf(visit, payment)}
        today={tokyoDay(visit.now)}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** What this person may do with the payment as it stands. */
function actsOf({ who, person }: Visit, payment: ListedPayment): readonly PaymentAct[] {
  const { state, bureauId, orderedBy, checkedBy } = payment;
  const prepares = organisationsWith(who, grantOfficer).includes(bureauId);
  const approves = organisationsWith(who, grantApprover).includes(bureauId);
  const pays = hasRole(who, accountant);
  const touched = [orderedBy, checkedBy].includes(person.personId);
  const may: Record<PaymentAct, boolean> = {
    check: prepares && state === 'ordered',
    approve: approves && state === 'ordered' && !touched,
    sendBack: (approves || pays) && state === 'approved',
    cancel: prepares && (state === 'ordered' || state === 'approved'),
    return: pays && (state === 'released' || state === 'confirmed'),
    again: prepares && state === 'returned',
  };
  return (Object.keys(may) as PaymentAct[]).filter((act) => may[act]);
}
