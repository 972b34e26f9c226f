import { z } from 'zod';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { applicationPaths } from '../../paths.ts';
import { deadPage, hidden, isDead, linkPage, type LinkVisit, urlOfPart } from '../link.tsx';
import { isWritable } from '../rules.ts';
import { taskLines } from '../tasks.ts';
import { submitApplication, withdrawApplication } from './actions.ts';
import { CheckPage } from './pages/check.tsx';
import { ReceiptPage } from './pages/receipt.tsx';
import { GonePage, WithdrawPage } from './pages/withdraw.tsx';
import { refusals } from './words.ts';

const secretUrl = { secretUrl: true };
const submitForm = z.object({ declared: field.checkbox() });
const withdrawForm = z.object({ reason: field.optionalText(2000) });

/** Looking it over, sending it, its receipt, and taking it back. */
export const sendingRoutes = new Routes()
  .anonymousPage(applicationPaths.check, (visit) => checkPage(visit, emptyForm))
  .anonymousPost(applicationPaths.check, submit, secretUrl)
  .anonymousPage(applicationPaths.receipt, receipt)
  .anonymousPage(applicationPaths.withdraw, (visit) => withdrawPage(visit, emptyForm))
  .anonymousPost(applicationPaths.withdraw, withdraw, secretUrl).list;

async function checkPage(visit: LinkVisit, state: FormState): Promise<Response> {
  return linkPage(visit, async ({ sight }) => {
    const { view, lang, params } = visit;
    const { opened, written, gaps, papers } = sight;
    if (!isWritable(opened.application.state)) return visit.go(applicationPaths.overview.to(params));
    const tasks = taskLines(lang, {
      terms: opened.terms,
      written,
      papers: papers.map(({ code }) => code),
      gaps,
      urlOf: (part) => view.href(urlOfPart(params.token, part)),
      nameOf: () => '',
    });
    const open = tasks.filter(({ status }) => status === 'open' || status === 'mend');
    const page = <CheckPage view={view} state={state} token={params.token} sight={sight} open={open} />;
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  });
}

async function submit(visit: LinkVisit): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(submitForm);
  if (!form.ok) return checkPage(visit, form.state);
  const entrance = { by: 'link', token: params.token } as const;
  const sent = await submitApplication(db, entrance, { ...form.values, vault: tools.vault }, now);
  if (sent.ok) return hidden(visit.go(applicationPaths.receipt.to(params)));
  if (isDead(sent.refusal)) return deadPage(visit, sent.refusal);
  const refused = { ...sent, refusal: sent.refusal };
  const fields = { 'not-declared': 'declared' };
  return checkPage(visit, refusedForm({ words: refusals, lang, refused, typed: form.typed, fields }));
}

async function receipt(visit: LinkVisit): Promise<Response> {
  return linkPage(visit, async ({ sight }) => {
    const { token } = visit.params;
    const { number, state } = sight.opened.application;
    if (!number || state === 'returned') return visit.go(applicationPaths.overview.to({ token }));
    return visit.page(<ReceiptPage view={visit.view} token={token} sight={sight} />);
  });
}

async function withdrawPage(visit: LinkVisit, state: FormState): Promise<Response> {
  return linkPage(visit, async ({ sight }) => {
    const { view, params } = visit;
    const page = <WithdrawPage view={view} state={state} token={params.token} opened={sight.opened} />;
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  });
}

async function withdraw(visit: LinkVisit): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(withdrawForm);
  if (!form.ok) return withdrawPage(visit, form.state);
  const entrance = { by: 'link', token: params.token } as const;
  const done = await withdrawApplication(db, entrance, { vault: tools.vault, ...form.values }, now);
  if (done.ok && done.value === 'thrown-away')
    return hidden(await visit.page(<GonePage view={visit.view} />));
  if (done.ok) return hidden(visit.go(applicationPaths.overview.to(params)));
  if (isDead(done.refusal)) return deadPage(visit, done.refusal);
  const refused = { ...done, refusal: done.refusal };
  return withdrawPage(visit, refusedForm({ words: refusals, lang, refused, typed: form.typed }));
}
