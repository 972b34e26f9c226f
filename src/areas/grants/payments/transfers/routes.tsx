import { z } from 'zod';
import { hasRole } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { listPersonNames } from '#platform/people/organisations.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { accountant, can } from '../../access.ts';
import { grantsTrail } from '../../desk.ts';
import { paymentPaths, transferPaths } from '../../paths.ts';
import { openAccount } from '../accounts/open.ts';
import { lineOf } from '../accounts/rules.ts';
import { type ListedPayment, listPaymentsOf } from '../store.ts';
import type { HeaderGroup } from '../transfer-file/rules.ts';
import { words as paymentWords } from '../words.ts';
import { allowCopy, askForCopy, confirmTransfer, releaseTransfer, takeFile } from './actions.ts';
import { TransfersPage } from './pages/list.tsx';
import { linesShown, PlannedPage, type ShownLine } from './pages/planned.tsx';
import { type TransferAct, TransferPage } from './pages/transfer.tsx';
import { planOf } from './plan.ts';
import { codeOfLine, sameAccounts } from './rules.ts';
import { findTransfer, listCopies, listTransfers, type Transfer, type TransferCopy } from './store.ts';
import { refusals, words } from './words.ts';

const seenForm = z.object({ records: field.whole(), totalYen: field.whole() });
const reasonForm = z.object({ reason: field.optionalText(500) });

type PlannedVisit = Visit<{ payOn: string; bankCode: string }>;
type TransferVisit = Visit<{ transferId: string }>;

export const transferRoutes = new Routes()
  .get(transferPaths.list, can.readPayments, listPage)
  .get(transferPaths.planned, can.releasePayment, (visit) => plannedPage(visit, emptyForm))
  .post(transferPaths.planned, can.releasePayment, release)
  .get(transferPaths.transfer, can.readPayments, (visit) => transferPage(visit, emptyForm))
  .post(transferPaths.file, can.releasePayment, async (visit) => {
    const { transferId } = visit.params;
    const taken = await takeFile(visit.db, visit.person, { vault: visit.tools.vault, transferId }, visit.now);
    if (!taken.ok) return transferPage(visit, refusedState(visit, taken, {}));
    const name = `zengin-${taken.value.payOn}-${taken.value.number}.txt`;
    return new Response(taken.value.bytes as BodyInit, {
      headers: {
        'content-type': 'text/plain; charset=shift_jis',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  })
  .post(transferPaths.askCopy, can.releasePayment, async (visit) => {
    const form = await visit.form(reasonForm);
    if (!form.ok) return transferPage(visit, form.state);
    const input = { ...visit.params, ...form.values };
    return answered(visit, 'ask', await askForCopy(visit.db, visit.person, input, visit.now), form.typed);
  })
  .post(transferPaths.allowCopy, can.allowCopy, async (visit) =>
    answered(visit, 'allow', await allowCopy(visit.db, visit.person, visit.params, visit.now)),
  )
  .post(transferPaths.confirm, can.matchPayments, async (visit) =>
    answered(visit, 'confirm', await confirmTransfer(visit.db, visit.who, visit.params, visit.now)),
  ).list;

type Refused = RefusedBy<typeof refusals>;

function refusedState({ lang }: Visit, refused: Refused, typed: Typed): FormState {
  const fields = { 'reason-missing': 'reason' };
  return refusedForm({ words: refusals, lang, refused, typed, fields });
}

function answered(
  visit: TransferVisit,
  act: Exclude<TransferAct, 'take'>,
  answer: { ok: true } | ({ ok: false } & Refused),
  typed: Typed = {},
): Promise<Response> | Response {
  if (answer.ok) return visit.go(transferPaths.transfer.to(visit.params), words[visit.lang].done[act]);
  return transferPage(visit, refusedState(visit, answer, typed));
}

function trailOf({ view, lang }: Visit) {
  return [
    ...grantsTrail(view),
    { href: view.href(paymentPaths.list.to({})), label: paymentWords[lang].title },
    { href: view.href(transferPaths.list.to({})), label: words[lang].title },
  ];
}

async function listPage(visit: Visit): Promise<Response> {
  const mayRelease = can.releasePayment.allows(visit.who);
  const page = await inTransaction(visit.db, visit.who, async (tx) => (
    <TransfersPage
      view={visit.view}
      trail={trailOf(visit).slice(0, -1)}
      plan={
        mayRelease
          ? await planOf(tx, visit.who, { vault: visit.tools.vault, now: visit.now })
          : { transfers: [], left: [] }
      }
      transfers={await listTransfers(tx)}
      mayRelease={mayRelease}
    />
  ));
  return visit.page(page);
}

async function plannedPage(visit: PlannedVisit, state: FormState): Promise<Response> {
  const { payOn, bankCode } = visit.params;
  const plan = await inTransaction(visit.db, visit.who, (tx) =>
    planOf(tx, visit.who, { vault: visit.tools.vault, now: visit.now }),
  );
  const planned = plan.transfers.find((each) => each.payOn === payOn && each.bankCode === bankCode);
  if (!planned) {
    if (state.problems.length === 0) throw new NotFound('planned transfer');
    return visit.go(transferPaths.list.to({}), state.problems[0]?.message);
  }
  const lines = planned.groups
    .flatMap(({ payments }) => payments)
    .map((payment) => ({
      line: lineOf(payment.account, { yen: payment.yen, code: 0 }).line,
      paymentId: payment.id,
      awardNumber: payment.awardNumber,
    }));
  const same = sameAccounts(lines.map((each) => ({ ...each.line, each })));
  return visit.page(
    <PlannedPage
      view={visit.view}
      state={state}
      trail={trailOf(visit)}
      payOn={payOn}
      bankCode={bankCode}
      records={planned.records}
      totalYen={planned.totalYen}
      groups={planned.groups.map(({ header, payments }) => ({
        header,
        totalYen: payments.reduce((sum, { yen }) => sum + yen, 0),
      }))}
      lines={lines.slice(0, linesShown)}
      same={same.map((few) => few.map(({ each }) => each))}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

async function release(visit: PlannedVisit): Promise<Response> {
  const form = await visit.form(seenForm);
  if (!form.ok) return plannedPage(visit, form.state);
  const input = { vault: visit.tools.vault, ...visit.params, seen: form.values };
  const released = await releaseTransfer(visit.db, visit.who, input, visit.now);
  if (!released.ok) return plannedPage(visit, refusedState(visit, released, form.typed));
  return visit.go(transferPaths.transfer.to(released.value), words[visit.lang].releasedNotice);
}

async function transferPage(visit: TransferVisit, state: FormState): Promise<Response> {
  const page = await inTransaction(visit.db, visit.who, async (tx) => {
    const transfer = await findTransfer(tx, visit.params.transferId);
    const copies = await listCopies(tx, transfer.id);
    const payments = await listPaymentsOf(tx, { transferId: transfer.id });
    const people = [
      transfer.releasedBy,
      ...copies.flatMap((copy) => [copy.askedBy, copy.allowedBy, copy.takenBy]),
    ];
    const names = await listPersonNames(
      tx,
      people.filter((id) => id !== null),
    );
    return (
      <TransferPage
        view={visit.view}
        state={state}
        trail={trailOf(visit)}
        transfer={transfer}
        copies={copies}
        groups={sumsOf(transfer, payments)}
        lines={payments.slice(0, linesShown).flatMap((payment) => shownLine(visit, transfer, payment))}
        nameOf={(id) => (id && names.get(id)) ?? paymentWords[visit.lang].colleague}
        acts={actsOf(visit, transfer, copies.at(-1))}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

/** Header groups with their sums: payments lie in the order of the file. An officer sees only those of the own office. */
function sumsOf(
  { groups }: Transfer,
  payments: readonly ListedPayment[],
): readonly { header: HeaderGroup; totalYen: number }[] {
  let from = 0;
  return groups.map((header) => {
    const [first, last] = [from + 1, from + header.records];
    from = last;
    const own = payments.filter(({ line }) => line !== null && line >= first && line <= last);
    return { header, totalYen: own.reduce((sum, { yen }) => sum + yen, 0) };
  });
}

function shownLine({ tools }: Visit, { number }: Transfer, payment: ListedPayment): ShownLine[] {
  const account = openAccount(tools.vault, payment);
  if (!account) return [];
  const code = codeOfLine(number, payment.line ?? 0);
  const { line } = lineOf(account, { yen: payment.yen, code });
  return [{ line, paymentId: payment.id, awardNumber: payment.awardNumber }];
}

function actsOf(
  { who, person, now }: Visit,
  transfer: Transfer,
  last: TransferCopy | undefined,
): readonly TransferAct[] {
  const pays = hasRole(who, accountant);
  const may: Record<TransferAct, boolean> = {
    take: pays && !!last?.allowedAt && !last.takenAt,
    ask: pays && !!last?.takenAt,
    allow: can.allowCopy.allows(who) && !!last && !last.allowedAt && last.askedBy !== person.personId,
    confirm: pays && !transfer.confirmedAt && transfer.payOn <= tokyoDay(now),
  };
  return (Object.keys(may) as TransferAct[]).filter((act) => may[act]);
}
