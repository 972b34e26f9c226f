import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { ok } from '#platform/result.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { enterAward } from '../awards/open.ts';
import { words as awardWords } from '../awards/words.ts';
import { awardPaths, settlementPaths } from '../paths.ts';
import { fixAmount, inspectReport, sendReportBack } from './actions.ts';
import { InspectionPage } from './pages/inspection.tsx';
import { ReturnsPage } from './pages/returns.tsx';
import { officePlace } from './place.ts';
import { type Refusal, refusals } from './refusals.ts';
import { amountOf, readReport } from './report.ts';
import { receiveRefund } from './returns/actions.ts';
import { readReturns } from './returns/shown.ts';
import { listOpenReturns } from './returns/store.ts';
import { words } from './words.ts';

type AwardVisit = Visit<{ awardId: string }>;

const yen = field.whole({ max: 99_999_999_999 });
const reasonForm = z.object({ reason: field.optionalText(4_000) });
const fixForm = z.object({ seen: yen, returnBy: field.day().optional() });

export const settlementRoutes = new Routes()
  .get(settlementPaths.inspection, can.readReport, (visit) => inspectionPage(visit, emptyForm))
  .post(settlementPaths.inspection, can.inspectReport, inspect)
  .post(settlementPaths.sendBack, can.readReport, async (visit) => {
    const form = await visit.form(reasonForm);
    if (!form.ok) return inspectionPage(visit, form.state);
    const input = { ...visit.params, vault: visit.tools.vault, ...form.values };
    const sent = await sendReportBack(visit.db, visit.person, input, visit.now);
    if (sent.ok) return visit.go(awardPaths.award.to(visit.params), words[visit.lang].sentBack);
    return inspectionPage(visit, refusedState(visit, sent, { typed: form.typed, at: 'reason' }));
  })
  .post(settlementPaths.fix, can.fixAmount, async (visit) => {
    const form = await visit.form(fixForm);
    if (!form.ok) return inspectionPage(visit, form.state);
    const { seen: seenYen, returnBy } = form.values;
    const input = { ...visit.params, vault: visit.tools.vault, seenYen, returnBy };
    const fixed = await fixAmount(visit.db, visit.person, input, visit.now);
    if (fixed.ok) return visit.go(awardPaths.award.to(visit.params), words[visit.lang].fixed);
    return inspectionPage(visit, refusedState(visit, fixed, { typed: form.typed }));
  })
  .get(settlementPaths.returns, can.receiveRefund, (visit) => returnsPage(visit))
  .post(settlementPaths.refund, can.receiveRefund, refund).list;

async function inspect(visit: AwardVisit): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return inspectionPage(visit, form.state);
  const { typed } = form;
  const accepted = new Map<string, number>();
  const problems: { field: string; message: string }[] = [];
  for (const name of Object.keys(typed).filter((each) => each.startsWith('accepted.'))) {
    const read = yen.safeParse(textOf(typed, name));
    if (read.success) accepted.set(name.slice('accepted.'.length), read.data);
    else problems.push({ field: name, message: refusals[visit.lang]['spent-missing'] as string });
  }
  if (problems.length > 0) return inspectionPage(visit, { values: typed, problems });
  const input = { ...visit.params, vault: visit.tools.vault, accepted, remark: textOf(typed, 'remark') };
  const done = await inspectReport(visit.db, visit.person, input, visit.now);
  if (done.ok) return visit.go(settlementPaths.inspection.to(visit.params), words[visit.lang].inspected);
  return inspectionPage(visit, refusedState(visit, done, { typed }));
}

async function refund(visit: Visit<{ returnId: string }>): Promise<Response> {
  const { returnId } = visit.params;
  const [money, day] = [`yen-${returnId}`, `on-${returnId}`];
  const form = await visit.form(z.object({ [money]: yen, [day]: field.day(), seen: field.whole() }));
  if (!form.ok) return returnsPage(visit, { state: form.state, tried: returnId });
  const { [money]: amount, [day]: on, seen } = form.values as Record<string, unknown>;
  const input = { returnId, yen: Number(amount), receivedOn: String(on), seen: Number(seen) };
  const received = await receiveRefund(visit.db, visit.person, input, visit.now);
  if (received.ok) return visit.go(settlementPaths.returns.to({}), awardWords[visit.lang].refunded);
  const at = received.refusal === 'day-ahead' || received.refusal === 'day-before-order' ? day : money;
  const state = refusedState(visit, received, { typed: form.typed, at });
  return returnsPage(visit, { state, tried: returnId });
}

async function returnsPage(
  visit: Visit,
  { state = emptyForm, tried = '' }: { state?: FormState; tried?: string } = {},
): Promise<Response> {
  const today = tokyoDay(visit.now);
  const awards = await inTransaction(visit.db, visit.who, async (tx) => {
    const open = await listOpenReturns(tx);
    const byAward = new Map(open.map(({ returned, number }) => [returned.awardId, number]));
    const found = [];
    for (const [awardId, number] of byAward) {
      const returns = (await readReturns(tx, awardId, today)).filter(({ row }) => row.state === 'ordered');
      found.push({ number, returns });
    }
    return found;
  });
  const page = <ReturnsPage view={visit.view} state={state} tried={tried} today={today} awards={awards} />;
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}

function refusedState(
  visit: Visit,
  refused: { readonly ok: false; readonly refusal: Refusal },
  { typed, at = '' }: { typed: Typed; at?: string },
): FormState {
  const state = refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused, typed });
  return { ...state, problems: state.problems.map((problem) => ({ ...problem, field: at })) };
}

/** Days in which is paid back, unless the approver says another day. */
const returnDays = 20;

async function inspectionPage(visit: AwardVisit, state: FormState): Promise<Response> {
  const { db, view, tools, params, person, now } = visit;
  const entrance = { by: 'office', who: person, ...params } as const;
  const read = await enterAward(db, { entrance, vault: tools.vault }, async (tx, opened) =>
    ok({ opened, report: await readReport(tx, opened) }),
  );
  if (!read.ok || !read.value.report?.settlement) throw new NotFound('grant settlement');
  const { opened, report } = read.value;
  const { inspectedBy } = report.settlement ?? {};
  const page = (
    <InspectionPage
      view={view}
      state={state}
      place={officePlace(visit, { ...params, applicationId: opened.application.id })}
      opened={opened}
      report={report}
      yen={amountOf(opened, report)}
      may={{
        inspect: can.inspectReport.allows(person),
        fix: can.fixAmount.allows(person) && inspectedBy !== person.personId,
      }}
      returnBy={addDays(tokyoDay(now), returnDays)}
    />
  );
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
