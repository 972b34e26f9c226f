import { z } from 'zod';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { RateLimit, clientOf } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import { standingOf } from '../calls/rules.ts';
import { findMoney, findPublicCall, findPublishedTerms } from '../calls/store.ts';
import { applicationPaths } from '../paths.ts';
import { startApplication } from './actions.ts';
import { applyAgain, listAgain } from './again/actions.ts';
import { deadPage, hidden, linkPage, type LinkVisit, urlOfPart } from './link.tsx';
import { asLink, enter } from './open.ts';
import { OverviewPage } from './pages/overview.tsx';
import { StartPage } from './pages/start.tsx';
import { partRoutes } from './part-routes.tsx';
import { askedYen } from './rules.ts';
import { nextPart, taskLines } from './tasks.ts';
import { nameOfHand } from './view.ts';
import { refusals, words } from './words.ts';
import { ok } from '#platform/result.ts';

type StartVisit = Visit<{ slug: string }>;

const startForm = z.object({ name: field.text(100), mail: field.email() });
/** Beginnings in an hour and client: each sends a mail to an address that somebody typed. */
const beginnings = new RateLimit(30, { minutes: 60 });

export const applicationRoutes = [
  ...new Routes()
    .anonymousPage(applicationPaths.start, (visit) => startPage(visit, emptyForm))
    .anonymousPost(applicationPaths.start, start)
    .anonymousPage(applicationPaths.overview, overview)
    .anonymousPost(applicationPaths.again, again, { secretUrl: true }).list,
  ...partRoutes,
];

async function startPage(visit: StartVisit, state: FormState, status?: 429): Promise<Response> {
  const { db, view, params, now } = visit;
  const { call, terms, standing } = await inTransaction(db, asLink, async (tx) => {
    const call = await findPublicCall(tx, params.slug);
    const { terms } = await findPublishedTerms(tx, call.id);
    const { freeYen } = await findMoney(tx, call.id);
    return { call, terms, standing: standingOf({ ...call, ...terms, freeYen }, tokyoDay(now)) };
  });
  const until = standing.is === 'open' && call.audience === 'groups' ? standing.until : undefined;
  const about = { view, state, slug: params.slug, fiscalYear: call.fiscalYear, terms, until };
  return visit.page(<StartPage {...about} />, status ?? (state.problems.length > 0 ? 422 : 200));
}

async function start(visit: StartVisit): Promise<Response> {
  const { db, lang, params, tools, now } = visit;
  const form = await visit.form(startForm);
  if (!form.ok) return startPage(visit, form.state);
  if (!beginnings.allows(clientOf(visit.c, tools.config.TRUSTED_PROXIES), now))
    return startPage(
      visit,
      { values: form.typed, problems: [{ field: '', message: words[lang].tooMany }] },
      429,
    );
  const { id: callId } = await inTransaction(db, asLink, (tx) => findPublicCall(tx, params.slug));
  const { vault, publicUrl } = tools;
  const started = await startApplication(db, { callId, lang, vault, publicUrl, ...form.values }, now);
  if (started.ok) return hidden(visit.go(applicationPaths.overview.to({ token: started.value.token })));
  return startPage(visit, refusedForm({ words: refusals, lang, refused: started, typed: form.typed }));
}

async function overview(visit: LinkVisit): Promise<Response> {
  return linkPage(visit, async ({ sight, editors }) => {
    const { view, lang, params, db, tools, now } = visit;
    const { token } = params;
    const { opened, written, gaps, papers } = sight;
    const urlOf = (part: string) => view.href(urlOfPart(token, part));
    const more = await enter(db, { entrance: { by: 'link', token }, vault: tools.vault }, async (tx, of) => {
      const { freeYen } = await findMoney(tx, of.call.id);
      const standing = standingOf({ ...of.call, ...of.terms, freeYen }, tokyoDay(now));
      return ok({ standing, again: await listAgain(tx, of, now) });
    });
    if (!more.ok) return deadPage(visit, more.refusal);
    const { standing, again: calls } = more.value;
    const next = nextPart({ ...opened, ...written }, { gaps, code: '' });
    const t = words[lang];
    return visit.page(
      <OverviewPage
        view={view}
        token={token}
        opened={opened}
        tasks={taskLines(lang, {
          terms: opened.terms,
          written,
          papers: papers.map(({ code }) => code),
          gaps,
          urlOf,
          nameOf: (by) => nameOfHand(lang, { editors, staff: sight.staff }, by),
        })}
        next={next ? urlOf(next) : view.href(applicationPaths.check.to({ token }))}
        complete={gaps.length === 0}
        askedYen={askedYen(opened.terms, written.answers)}
        until={standing.is === 'open' ? standing.until : undefined}
        people={new Set(editors.filter(({ ended }) => !ended).map(({ mail }) => mail)).size}
        reason={sight.steps.findLast(({ move }) => move === 'return')?.reason}
        again={calls.map(({ id, name }) => ({
          callId: id,
          label: id === opened.call.id ? t.againPlace : t.againFor(name[lang]),
        }))}
      />,
    );
  });
}

async function again(visit: LinkVisit): Promise<Response> {
  const { db, params, tools, now } = visit;
  const form = await visit.form(z.object({ callId: z.uuid() }));
  if (!form.ok) return overview(visit);
  const { vault, publicUrl } = tools;
  const begun = await applyAgain(db, { ...params, ...form.values, vault, publicUrl }, now);
  if (!begun.ok) return overview(visit);
  return hidden(visit.go(applicationPaths.overview.to({ token: begun.value.token })));
}
