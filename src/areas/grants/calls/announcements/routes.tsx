import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { readSite } from '#platform/people/site.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Routes } from '#platform/web/routes.ts';
import { flatForm, textOf } from '#platform/web/typed.ts';
import type { ApiVisit, Visit } from '#platform/web/visit.ts';
import { applicationPaths, callPaths } from '../../paths.ts';
import { standingOf } from '../rules.ts';
import {
  findMoney,
  findPublicCall,
  findPublishedTerms,
  findVersion,
  listCalls,
  listVersions,
} from '../store.ts';
import { atomFeed } from './feed.ts';
import { CallPage } from './pages/call.tsx';
import { CallsPage } from './pages/list.tsx';
import { CheckPage, CheckResultPage } from './pages/check.tsx';
import { words } from './words.ts';

type CallVisit = Visit<{ slug: string }>;

/** What is left of a budget is told to everybody; row-level security keeps the rest of the account from them. */
const forEverybody = system('grant-calls');
const shownStates = ['published', 'ended', 'cancelled'];

export const announcementRoutes = new Routes()
  .publicPage(callPaths.list, listPage)
  .api(callPaths.feed, feed)
  .publicPage(callPaths.call, async (visit) => {
    visit.changesAt(endOfTokyoDay(tokyoDay(visit.now)));
    return visit.page(<CallPage view={visit.view} {...(await readCall(visit))} />);
  })
  .publicPage(callPaths.version, versionPage)
  .anonymousPage(callPaths.check, (visit) => checkPage(visit, emptyForm))
  .anonymousPost(callPaths.check, check).list;

async function listPage(visit: Visit): Promise<Response> {
  const today = tokyoDay(visit.now);
  // A window opens and closes with a day.
  visit.changesAt(endOfTokyoDay(today));
  const calls = await inTransaction(visit.db, forEverybody, (tx) => listCalls(tx, { states: shownStates }));
  const shown = calls.map((call) => ({ ...call, standing: standingOf({ ...call, ...call.terms }, today) }));
  return visit.page(<CallsPage view={visit.view} calls={shown} />);
}

async function readCall({ db, params, now }: CallVisit) {
  return inTransaction(db, forEverybody, async (tx) => {
    const call = await findPublicCall(tx, params.slug);
    const { terms } = await findPublishedTerms(tx, call.id);
    const money = await findMoney(tx, call.id);
    const standing = standingOf({ ...call, ...terms, ...money }, tokyoDay(now));
    const versions = (await listVersions(tx, call.id)).filter(({ publishedAt }) => publishedAt !== null);
    return { call, terms, standing, ...money, versions };
  });
}

async function versionPage(visit: Visit<{ slug: string; version: string }>): Promise<Response> {
  const version = Number(visit.params.version);
  const read = await readCall(visit);
  const { terms, publishedAt } = await inTransaction(visit.db, forEverybody, (tx) =>
    findVersion(tx, { callId: read.call.id, version }),
  );
  if (!publishedAt) throw new NotFound('terms');
  if (version === read.versions[0]?.version) return visit.go(callPaths.call.to(visit.params));
  return visit.page(<CallPage view={visit.view} {...read} terms={terms} version={version} />);
}

async function checkPage(visit: CallVisit, state: FormState): Promise<Response> {
  const { terms } = await readCall(visit);
  return visit.page(
    <CheckPage view={visit.view} state={state} slug={visit.params.slug} terms={terms} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

/** Reads the answers, answers, and forgets them. */
async function check(visit: CallVisit): Promise<Response> {
  const form = await visit.form(flatForm);
  if (!form.ok) return checkPage(visit, form.state);
  const { call, terms, standing } = await readCall(visit);
  const { slug } = visit.params;
  const unanswered = terms.eligibility.filter(
    ({ code }) => !['yes', 'no'].includes(textOf(form.typed, code)),
  );
  if (unanswered.length > 0) {
    const message = words[visit.lang].answerAll;
    return checkPage(visit, {
      values: form.typed,
      problems: unanswered.map(({ code }) => ({ field: code, message })),
    });
  }
  const failed = terms.eligibility.filter(({ code, passes }) => textOf(form.typed, code) !== passes);
  const applies = call.audience === 'groups' && standing.is === 'open';
  const apply = applies ? applicationPaths.start.to({ slug }) : undefined;
  const shown = { view: visit.view, slug, terms, standing, failed, apply };
  return visit.page(<CheckResultPage {...shown} />);
}

/** Calls that were published or changed within two years, newest change first. */
async function feed({ db, now, tools, remember }: ApiVisit) {
  const { operator } = await remember('site', () => readSite(db));
  const since = addDays(tokyoDay(now), -730);
  const entries = await inTransaction(db, forEverybody, async (tx) => {
    const calls = await listCalls(tx, { states: shownStates });
    return calls.flatMap((call) => (call.publishedAt ? [{ ...call, publishedAt: call.publishedAt }] : []));
  });
  const fresh = entries
    .filter(({ publishedAt }) => tokyoDay(publishedAt) >= since)
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const body = atomFeed(fresh, { publicUrl: tools.publicUrl, author: operator.ja });
  return { body, type: 'application/atom+xml; charset=utf-8' };
}
