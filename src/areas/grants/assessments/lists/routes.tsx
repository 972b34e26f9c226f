import { z } from 'zod';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import type { Visit } from '#platform/web/visit.ts';
import { can, officesOf } from '../../access.ts';
import { listCalls } from '../../calls/store.ts';
import { reviewPaths } from '../../paths.ts';
import { askReviewers, listReviewers } from '../actions.ts';
import { refusals } from '../refusals.ts';
import { words } from '../words.ts';
import { askForm } from './ask-form.ts';
import { ApplicationsPage } from './pages/list.tsx';
import { type Reviewing, reviewing } from './rules.ts';
import { countStates, listApplications, type ListFilter, listUnread } from './store.ts';

const pageSize = 50;
/** Most applications that one press asks reviewers for. */
const mostAsked = 1_000;

const searchForm = z.object({ call: z.uuid(), name: field.optionalText(100) });

export const applicationListRoutes = new Routes()
  .get(reviewPaths.list, can.readApplications, (visit) => listPage(visit, { state: emptyForm }))
  .post(reviewPaths.search, can.readApplications, async (visit) => {
    const form = await visit.form(searchForm);
    if (!form.ok) return listPage(visit, { state: form.state });
    const { call, name } = form.values;
    return listPage(visit, { state: { values: form.typed, problems: [] }, callId: call, name });
  })
  .post(reviewPaths.askMany, can.checkApplication, async (visit) => {
    const form = await visit.form(askForm.extend({ call: z.uuid() }));
    if (!form.ok)
      return listPage(visit, { state: form.state, callId: String(form.state.values['call'] ?? '') });
    const { call, reviewers: reviewerIds, each, dueOn } = form.values;
    const { publicUrl } = visit.tools;
    const applicationIds = await inTransaction(visit.db, visit.who, (tx) =>
      listUnread(tx, { callId: call, most: mostAsked }),
    );
    const asking = { publicUrl, applicationIds, reviewerIds, each, dueOn: dueOn || null };
    const asked = await askReviewers(visit.db, visit.who, asking, visit.now);
    if (asked.ok)
      return visit.go(reviewPaths.list.to({}, { call }), words[visit.lang].askedDone(asked.value.asked));
    const state = refusedForm({
      words: refusals,
      lang: visit.lang,
      refused: asked,
      typed: form.typed,
      fields: { 'nobody-chosen': 'reviewers', 'nobody-left': 'reviewers', 'reviewer-unknown': 'reviewers' },
    });
    return listPage(visit, { state, callId: call });
  }).list;

interface Shown {
  readonly state: FormState;
  readonly callId?: string;
  readonly name?: string;
}

async function listPage(visit: Visit, { state, callId: given, name }: Shown): Promise<Response> {
  const { db, who } = visit;
  const mayAsk = can.checkApplication.allows(who);
  const shown = await inTransaction(db, who, async (tx) => {
    const own = officesOf(who);
    const calls = (await listCalls(tx)).filter(
      ({ bureauId, state: of }) => own.includes(bureauId) && of !== 'draft',
    );
    const asked = given ?? visit.query('call');
    const callId = (calls.find(({ id }) => id === asked) ?? calls[0])?.id;
    if (!callId) return { calls, callId: '', lines: [] };
    const lines = await listApplications(tx, { ...filterOf(visit, callId), ...(name && { name }) });
    return { calls, callId, lines };
  });
  const { calls, callId, lines } = shown;
  const { counts, unread } = await countsOf(visit, callId);
  const page = lines.slice(0, pageSize);
  const { state: of = '', reviewing: by = '', number = '' } = filterOf(visit, callId);
  return visit.page(
    <ApplicationsPage
      view={visit.view}
      state={state}
      calls={calls.map(({ id, terms, fiscalYear }) => ({ id, name: terms.name, fiscalYear }))}
      callId={callId}
      filter={{ state: of, reviewing: by, number }}
      counts={counts}
      lines={page}
      next={name === undefined && lines.length > pageSize ? page.at(-1)?.id : undefined}
      searched={name !== undefined}
      asking={mayAsk ? { reviewers: await listReviewers(db), unread } : undefined}
    />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Of a call of their own offices: the product counts, so that row-level security is asked once and not for each row. */
async function countsOf({ db }: Pick<Visit, 'db'>, callId: string) {
  if (!callId) return { counts: new Map<string, number>(), unread: 0 };
  return inTransaction(db, system('grant-review'), async (tx) => ({
    counts: await countStates(tx, callId),
    unread: (await listUnread(tx, { callId, most: mostAsked })).length,
  }));
}

function filterOf(visit: Visit, callId: string): ListFilter {
  const by = visit.query('reviewing');
  const after = z.uuid().safeParse(visit.query('after'));
  return {
    callId,
    state: visit.query('state') || undefined,
    reviewing: (reviewing as readonly string[]).includes(by) ? (by as Reviewing) : undefined,
    number: visit.query('number') || undefined,
    after: after.data,
    most: pageSize + 1,
  };
}
