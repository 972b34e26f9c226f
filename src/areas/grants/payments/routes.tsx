import { z } from 'zod';
import { hasRole } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, formProblem, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { accountant, can, grantApprover, grantOfficer } from '../access.ts';
import { deskTabs } from '../desk.ts';
import { bankPaths, payerPaths, paymentPaths, statementPaths, transferPaths } from '../paths.ts';
import { words as bankWords } from './banks/words.ts';
import { approvePayments, orderPayments } from './actions.ts';
import { lookAtAll } from './look.ts';
import { onePaymentRoutes } from './one-routes.tsx';
import { type ListProps, PaymentsPage, paymentsPageSize } from './pages/list.tsx';
import { refusals } from './refusals.ts';
import { paymentStates } from './rules.ts';
import { countPayments, listCallNames, listPayments, listUnordered } from './store.ts';
import { words } from './words.ts';

const chosen = { ja: words.ja.chooseSome, en: words.en.chooseSome };
const ids = field
  .choices()
  .refine(
    (values) => values.length > 0 && values.every((id) => z.uuid().safeParse(id).success),
    formProblem(chosen),
  );
const orderForm = z.object({ awardIds: ids, dueOn: field.day() });
const approveForm = z.object({ paymentIds: ids });

const lists = ['unordered', ...paymentStates] as const;

const listRoutes = new Routes()
  .get(paymentPaths.list, can.readPayments, (visit) => listPage(visit, emptyForm))
  .post(paymentPaths.order, can.orderPayment, async (visit) => {
    const form = await visit.form(orderForm);
    if (!form.ok) return listPage(visit, form.state, 'unordered');
    const { awardIds, dueOn } = form.values;
    const ordered = await inTransaction(visit.db, visit.who, async (tx) => {
      const awards = (await listUnordered(tx)).filter(({ awardId }) => awardIds.includes(awardId));
      const orders = awards.map(({ awardId, yen }) => ({ awardId, yen, kind: 'one-shot' as const, dueOn }));
      return orderPayments(tx, visit.who, orders, visit.now);
    });
    if (!ordered.ok) return listPage(visit, refusedState(visit, ordered, form.typed), 'unordered');
    const notice = words[visit.lang].ordered(ordered.value.paymentIds.length);
    return visit.go(paymentPaths.list.to({}, { state: 'ordered' }), notice);
  })
  .post(paymentPaths.approve, can.approvePayment, async (visit) => {
    const form = await visit.form(approveForm);
    if (!form.ok) return listPage(visit, form.state, 'ordered');
    const { paymentIds } = form.values;
    const approved = await approvePayments(
      visit.db,
      visit.who,
      { vault: visit.tools.vault, paymentIds },
      visit.now,
    );
    if (!approved.ok) return listPage(visit, refusedState(visit, approved, form.typed), 'ordered');
    const notice = words[visit.lang].approved(paymentIds.length);
    return visit.go(paymentPaths.list.to({}, { state: 'approved' }), notice);
  }).list;

export const paymentRoutes = [...listRoutes, ...onePaymentRoutes];

type Refused = RefusedBy<typeof refusals>;

function refusedState({ lang }: Visit, refused: Refused, typed: Typed): FormState {
  return refusedForm({ words: refusals, lang, refused, typed });
}

function askedList(visit: Visit): (typeof lists)[number] {
  const asked = visit.query('state');
  const first = hasRole(visit.who, grantOfficer)
    ? 'unordered'
    : hasRole(visit.who, grantApprover)
      ? 'ordered'
      : 'approved';
  return lists.find((each) => each === asked) ?? first;
}

async function listPage(visit: Visit, state: FormState, list = askedList(visit)): Promise<Response> {
  const { view, lang, who } = visit;
  const t = words[lang];
  const page = await inTransaction(visit.db, who, async (tx) => {
    const counts = await countPayments(tx);
    const mayOrder = can.orderPayment.allows(who);
    const unordered = mayOrder ? await listUnordered(tx) : [];
    const shown = await shownOf(tx, visit, list, unordered);
    const rows = shown.list === 'unordered' ? shown.awards : shown.payments;
    const names = await listCallNames(
      tx,
      rows.map(({ callId }) => callId),
    );
    const tabs = lists.filter((each) => each !== 'unordered' || mayOrder);
    return (
      <PaymentsPage
        view={view}
        state={state}
        areaTabs={deskTabs(view, who, paymentPaths.list.to({}))}
        more={moreLinks(visit)}
        tabs={tabs.map((each) => ({
          href: view.href(paymentPaths.list.to({}, { state: each })),
          label: t.states[each],
          count: each === 'unordered' ? unordered.length : (counts.get(each)?.payments ?? 0),
          current: each === list,
        }))}
        callName={(callId): Text => names.get(callId) ?? { ja: '', en: '' }}
        shown={shown}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

async function shownOf(
  tx: Tx,
  visit: Visit,
  list: (typeof lists)[number],
  awards: Extract<ListProps['shown'], { list: 'unordered' }>['awards'],
): Promise<ListProps['shown']> {
  if (list === 'unordered') return { list, awards, dueOn: addDays(tokyoDay(visit.now), 14) };
  const page = Math.max(1, Number(visit.query('page')) || 1);
  const offset = (page - 1) * paymentsPageSize;
  const payments = await listPayments(tx, { states: [list], limit: paymentsPageSize, offset });
  const looked = await lookAtAll(tx, visit, payments);
  return {
    list,
    payments: payments.map((payment, at) => ({ ...payment, look: looked[at]?.look ?? [] })),
    page,
    total: (await countPayments(tx)).get(list)?.payments ?? 0,
    mayApprove: can.approvePayment.allows(visit.who),
  };
}

function moreLinks({ view, lang, who }: Visit) {
  const t = words[lang];
  const links = [{ href: transferPaths.list.to({}), label: t.transfers, permission: can.readPayments }];
  if (hasRole(who, accountant))
    links.push(
      { href: statementPaths.list.to({}), label: t.statements, permission: can.matchPayments },
      { href: payerPaths.list.to({}), label: t.payers, permission: can.editPayer },
      { href: bankPaths.list.to({}), label: bankWords[lang].title, permission: can.takeRegister },
    );
  return links
    .filter(({ permission }) => permission.allows(who))
    .map(({ href, label }) => ({ href: view.href(href), label }));
}
