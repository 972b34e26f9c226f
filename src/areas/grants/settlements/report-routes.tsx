import { z } from 'zod';
import type { Lang } from '#platform/i18n.ts';
import { ok } from '#platform/result.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { checkForm, field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Typed } from '#platform/web/form.ts';
import { filledRows, flatForm, pressed, rowButton, textOf } from '#platform/web/typed.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can } from '../access.ts';
import { deadPage, hidden, isDead } from '../applications/link.tsx';
import { largestPaper } from '../applications/papers/rules.ts';
import { enterAward } from '../awards/open.ts';
import { awardLinkPaths, settlementPaths } from '../paths.ts';
import { ReportPage } from './pages/report.tsx';
import { linkPlace, officePlace, type Place } from './place.ts';
import { type Refusal, refusals } from './refusals.ts';
import { amountOf, isWritable, numberName, readReport, submitFacts } from './report.ts';
import { decideSubmit, type ReportStep, reportSteps } from './rules.ts';
import { words } from './words.ts';
import { addReportPaper, removeReportPaper, saveCosts, saveWork, submitReport } from './writing.ts';
import { NotFound } from '#platform/errors.ts';

/** A little more than the largest paper, so that a larger one is answered in words and not cut off. */
const maxBody = largestPaper + 2 * 1_048_576;
const secretUrl = true;

type LinkVisit = Visit<{ token: string; step: string }>;
type OfficeVisit = Visit<{ awardId: string; step: string }>;
const linkOf = (visit: Visit<{ token: string }>) => linkPlace(visit.view, visit.params.token);
const officeOf = (visit: Visit<{ awardId: string }>) => officePlace(visit, visit.params);
const stepOf = (visit: Visit<{ step: string }>) => visit.params.step as ReportStep;

/** Written by the group behind its link, or at the office from paper: the same pages and the same record. */
export const reportRoutes = new Routes()
  .anonymousPage(awardLinkPaths.report, (visit: LinkVisit) =>
    reportPage(visit, linkOf(visit), { step: stepOf(visit) }),
  )
  .anonymousPost(awardLinkPaths.report, (visit: LinkVisit) => take(visit, linkOf(visit), stepOf(visit)), {
    secretUrl,
    maxBody,
  })
  .anonymousPost(
    awardLinkPaths.removePaper,
    (visit: Visit<{ token: string; paperId: string }>) => remove(visit, linkOf(visit), visit.params.paperId),
    { secretUrl },
  )
  .get(settlementPaths.report, can.inspectReport, (visit: OfficeVisit) =>
    reportPage(visit, officeOf(visit), { step: stepOf(visit) }),
  )
  .post(
    settlementPaths.report,
    can.inspectReport,
    (visit: OfficeVisit) => take(visit, officeOf(visit), stepOf(visit)),
    { maxBody },
  )
  .post(
    settlementPaths.removePaper,
    can.inspectReport,
    (visit: Visit<{ awardId: string; paperId: string }>) =>
      remove(visit, officeOf(visit), visit.params.paperId),
  ).list;

/** Beside these the numbers that the terms ask for: an answer to a question that is not there is kept for nobody. */
const workForm = z
  .object({
    version: field.whole(),
    done: field.optionalText(10_000),
    result: field.optionalText(10_000),
    endedOn: z.union([z.literal(''), field.day()]).default(''),
    count: field.wholeOrNull({ max: 1_000_000 }),
  })
  .catchall(field.wholeOrNull({ max: 999_999_999 }));
const yen = field.wholeOrNull({ max: 99_999_999_999 });
const costForm = z.object({
  id: z.union([z.literal(''), z.uuid()]),
  what: field.text(200),
  spent: yen,
  paidOn: z.union([z.literal(''), field.day()]),
});
const sumsForm = z.object({ version: field.whole(), income: yen, tax: yen });

async function take(visit: Visit, place: Place, step: ReportStep): Promise<Response> {
  switch (step) {
    case 'work':
      return takeWork(visit, place);
    case 'costs':
      return takeCosts(visit, place);
    case 'receipts':
    case 'papers':
      return takePaper(visit, place, step);
    case 'check':
      return send(visit, place);
  }
}

async function takeWork(visit: Visit, place: Place): Promise<Response> {
  const form = await visit.form(workForm);
  const step = 'work';
  if (!form.ok) return reportPage(visit, place, { step, state: form.state });
  const { endedOn, version, done, result, count, ...rest } = form.values;
  const { vault } = visit.tools;
  const numbers = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      name.startsWith(numberName('')) ? [[name.slice(numberName('').length), value]] : [],
    ),
  );
  const work = { vault, version, done, result, count, numbers, endedOn: endedOn || null };
  const saved = await saveWork(visit.db, place.entrance, work, visit.now);
  return saved.ok
    ? next(visit, place, step)
    : again(visit, place, { step, refused: saved, typed: form.typed });
}

async function takeCosts(visit: Visit, place: Place): Promise<Response> {
  const step = 'costs';
  const form = await visit.form(flatForm);
  if (!form.ok) return reportPage(visit, place, { step, state: form.state });
  const { typed } = form;
  const button = rowButton(typed);
  if (button)
    return reportPage(visit, place, { step, state: { values: pressed(typed, button), problems: [] } });
  const read = readCosts(typed, visit.lang);
  if (!read.ok) return reportPage(visit, place, { step, state: { values: typed, problems: read.problems } });
  const saved = await saveCosts(visit.db, place.entrance, { vault: visit.tools.vault, ...read }, visit.now);
  return saved.ok ? next(visit, place, step) : again(visit, place, { step, refused: saved, typed });
}

/** What was typed as rows; a row that says nothing is left out. */
function readCosts(typed: Typed, lang: Lang) {
  const problems: { field: string; message: string }[] = [];
  const read = <T,>(schema: z.ZodType<T>, fields: Record<string, unknown>, prefix: string): T | undefined => {
    const form = checkForm(schema, fields, typed, lang);
    if (form.ok) return form.values;
    problems.push(...form.state.problems.map((each) => ({ ...each, field: prefix + each.field })));
    return undefined;
  };
  const lines = filledRows(typed, 'lines', ['what', 'spent', 'paidOn']).flatMap((at) => {
    const of = (name: string) => textOf(typed, `lines.${at}.${name}`);
    const row = { id: of('id'), what: of('what'), spent: of('spent'), paidOn: of('paidOn') };
    const line = read(costForm, row, `lines.${at}.`);
    return line ? [{ id: line.id, what: line.what, spentYen: line.spent, paidOn: line.paidOn || null }] : [];
  });
  const [version, income, tax] = ['version', 'income', 'tax'].map((name) => textOf(typed, name));
  const sums = read(sumsForm, { version, income, tax }, '');
  if (!sums || problems.length > 0) return { ok: false as const, problems };
  return { ok: true as const, version: sums.version, lines, incomeYen: sums.income, taxYen: sums.tax };
}

async function takePaper(visit: Visit, place: Place, step: 'receipts' | 'papers'): Promise<Response> {
  const form = await visit.form(z.object({ for: z.string().max(100) }).catchall(z.unknown()));
  if (!form.ok) throw new NotFound('grant paper');
  const name = form.values.for;
  const { typed } = form;
  const file = form.values[`file-${name}`];
  if (!(file instanceof File)) {
    const problems = [{ field: `file-${name}`, message: words[visit.lang].choose }];
    return reportPage(visit, place, { step, state: { values: typed, problems } });
  }
  const { vault, files, config } = visit.tools;
  const content = new Uint8Array(await file.arrayBuffer());
  const tray = { vault, files, scanner: config.CLAMAV_SOCKET };
  const upload = {
    tray,
    content,
    name: file.name,
    ...(step === 'receipts' ? { lineId: name } : { code: name }),
  };
  const added = await addReportPaper(visit.db, place.entrance, upload, visit.now);
  if (added.ok) return back(visit, place.step(step), 'added');
  return again(visit, place, { step, refused: added, typed, at: `file-${name}` });
}

async function send(visit: Visit, place: Place): Promise<Response> {
  const { vault } = visit.tools;
  const sent = await submitReport(visit.db, place.entrance, { vault }, visit.now);
  if (sent.ok) return back(visit, place.step('check'), 'submitted');
  return again(visit, place, { step: 'check', refused: sent, typed: {} });
}

async function remove(visit: Visit, place: Place, paperId: string): Promise<Response> {
  const { vault } = visit.tools;
  const removed = await removeReportPaper(visit.db, place.entrance, { vault, paperId }, visit.now);
  if (removed.ok) return back(visit, place.step('receipts'), 'removed');
  return again(visit, place, { step: 'receipts', refused: removed, typed: {} });
}

function next(visit: Visit, place: Place, step: ReportStep): Response {
  return back(visit, place.step(reportSteps[reportSteps.indexOf(step) + 1] ?? step), 'saved');
}

/** `said` stands in the address: behind a link there is no cookie that could carry a notice. */
function back(visit: Visit, url: string, said: 'saved' | 'added' | 'removed' | 'submitted'): Response {
  return hidden(visit.go(`${url}${url.includes('?') ? '&' : '?'}said=${said}`));
}

interface Again {
  readonly step: ReportStep;
  readonly refused: { readonly ok: false; readonly refusal: Refusal };
  readonly typed: Typed;
  /** The field that every refusal is about. */
  readonly at?: string;
}

function again(visit: Visit, place: Place, { step, refused, typed, at = '' }: Again): Promise<Response> {
  if (isDead(refused.refusal)) return deadPage(visit, refused.refusal);
  const state = refusedForm<Refusal>({ words: refusals, lang: visit.lang, refused, typed });
  const { version: _, ...values } = state.values;
  const problems = state.problems.map((problem) => ({ ...problem, field: at }));
  return reportPage(visit, place, { step, state: { values, problems } });
}

async function reportPage(
  visit: Visit,
  place: Place,
  { step, state = emptyForm }: { step: ReportStep; state?: FormState },
): Promise<Response> {
  const { db, view, tools, lang } = visit;
  const read = await enterAward(db, { entrance: place.entrance, vault: tools.vault }, async (tx, opened) =>
    ok({ opened, report: await readReport(tx, opened) }),
  );
  if (!read.ok) {
    if (isDead(read.refusal)) return deadPage(visit, read.refusal);
    throw new NotFound('grant award');
  }
  const { opened, report } = read.value;
  if (!report) throw new NotFound('grant settlement');
  const said = visit.query('said');
  const t = words[lang];
  const told = { saved: t.saved, added: t.added, removed: t.removed, submitted: t.submitted }[said] ?? '';
  const { awardId, applicationId } = { awardId: opened.award.id, applicationId: opened.application.id };
  const page = (
    <ReportPage
      view={view}
      state={state}
      place={place.staff ? officePlace(visit, { awardId, applicationId }) : place}
      opened={opened}
      report={report}
      step={step}
      closed={!isWritable(opened, report.settlement)}
      decision={decideSubmit(submitFacts(opened, report))}
      estimate={amountOf(opened, report)}
      said={state.problems.length > 0 ? '' : told}
    />
  );
  return hidden(await visit.page(page, state.problems.length > 0 ? 422 : 200));
}
