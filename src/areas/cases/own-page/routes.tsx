import { z } from 'zod';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { field } from '#platform/web/form.ts';
import { type RefusedBy, refusedForm, sayRefusal } from '#platform/web/refusals.ts';
import { Routes } from '#platform/web/routes.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { View } from '#platform/web/view.ts';
import type { Visit } from '#platform/web/visit.ts';
import { restMinutes } from '#areas/consultations/index.ts';
import { quickExitUrl } from '#ui/frame.tsx';
import { ownPagePaths } from '../paths.ts';
import { dropOwnCookie, readOwnCookie, writeOwnCookie } from './device.ts';
import { EnterPage } from './pages/enter.tsx';
import { MyPage, WithdrawPage } from './pages/page.tsx';
import { readOwnPage } from './read.ts';
import {
  askCorrection,
  enterFromDevice,
  enterPage,
  findPage,
  forgetDevices,
  keepDevice,
  leavePage,
  type OpenPage,
  owner,
  setSafe,
  withdrawOwn,
} from './visits.ts';
import { refusals, withdrawRefusal } from './refusals.ts';
import { words } from './words.ts';

/** Wrong tries of one client in a minute, over all numbers: right ones of many behind one address are not counted. */
const tries = new RateLimit(10);

const enterForm = z.object({
  number: field.text(40),
  passphrase: field.text(200),
  safe: field.checkbox(),
});
const askForm = z.object({ words: field.optionalText(20_000) });

/** What else of a person stands on a page of its own, in an area after this one. */
export type OwnPageLinks = (
  tx: Tx,
  caseId: string,
  vault: Vault,
) => Promise<readonly { href: string; label: Text }[]>;

export const ownPageRoutes = (...links: readonly OwnPageLinks[]) => [
  ...entranceRoutes,
  ...pageRoutes((visit, state) => ownPage(visit, state, links)),
  ...settingRoutes,
];

const entranceRoutes = new Routes()
  .anonymousPage(ownPagePaths.enter, (visit) => entrance(visit, emptyForm))
  .anonymousPost(ownPagePaths.enter, async (visit) => {
    const form = await visit.form(enterForm);
    if (!form.ok) return entrance(visit, form.state);
    const { db, now, lang, c, tools } = visit;
    // The passphrase is not shown again: somebody may look over the shoulder.
    const again = (refused: RefusedBy<typeof refusals>) =>
      entrance(visit, refusedForm({ words: refusals, lang, refused, typed: { number: form.values.number } }));
    const client = clientOf(c, tools.config.TRUSTED_PROXIES);
    if (tries.isUsedUp(client, now)) return again({ refusal: 'page-rests', facts: { minutes: restMinutes } });
    const entered = await enterPage(db, form.values, now);
    if (!entered.ok) {
      tries.allows(client, now);
      return again(entered);
    }
    writeOwnCookie(visit, 'my', entered.value.token);
    return visit.go(ownPagePaths.page.to({}));
  })
  .anonymousPost(ownPagePaths.open, async (visit) => {
    const entered = await enterFromDevice(visit.db, readOwnCookie(visit, 'my-device'), visit.now);
    if (!entered) dropOwnCookie(visit, 'my-device');
    else writeOwnCookie(visit, 'my', entered.token);
    return visit.go(entered ? ownPagePaths.page.to({}) : ownPagePaths.enter.to({}));
  }).list;

const pageRoutes = (ownPage: (visit: Visit, state: FormState) => Promise<Response>) =>
  new Routes()
    .anonymousPage(ownPagePaths.page, (visit) => ownPage(visit, emptyForm))
    .anonymousPost(ownPagePaths.ask, async (visit) => {
      const page = await here(visit);
      const form = await visit.form(askForm);
      if (!page) return lost(visit);
      if (!form.ok) return ownPage(visit, form.state);
      const { vault } = visit.tools;
      const { caseFile } = page;
      const asked = await askCorrection(visit.db, { vault, caseFile, ...form.values }, visit.now);
      if (asked.ok) return back(visit, 'asked');
      const typed = form.typed;
      return ownPage(visit, {
        values: typed,
        problems: [{ field: 'words', message: sayRefusal(refusals, visit.lang, asked) }],
      });
    })
    .anonymousPage(ownPagePaths.consent, async (visit) => {
      const page = await here(visit);
      if (!page) return lost(visit);
      const shown = await read(visit, page);
      const consent = shown.consents.find(({ id }) => id === visit.params.basisId);
      if (!consent || consent.state !== 'open') return visit.go(ownPagePaths.page.to({}));
      return visit.page(<WithdrawPage view={visit.view} consent={consent} />);
    })
    .anonymousPost(ownPagePaths.consent, async (visit) => {
      const page = await here(visit);
      if (!page) return lost(visit);
      const { vault } = visit.tools;
      const consent = { vault, caseFile: page.caseFile, basisId: visit.params.basisId };
      const withdrawn = await withdrawOwn(visit.db, consent, visit.now);
      if (withdrawn.ok) return back(visit, 'withdrawn');
      return ownPage(visit, {
        values: {},
        problems: [{ field: '', message: withdrawRefusal(visit.lang, withdrawn.refusal) }],
      });
    }).list;

const settingRoutes = new Routes()
  .anonymousPost(ownPagePaths.safe, async (visit) => {
    const form = await visit.form(z.object({ safe: field.checkbox() }));
    const token = readOwnCookie(visit, 'my');
    if (form.ok && token) await setSafe(visit.db, token, form.values.safe);
    return visit.go(ownPagePaths.page.to({}));
  })
  .anonymousPost(ownPagePaths.device, async (visit) => {
    const page = await here(visit);
    const form = await visit.form(z.object({ keep: field.checkbox() }));
    const token = readOwnCookie(visit, 'my');
    if (!page || !token || !form.ok) return lost(visit);
    if (form.values.keep) {
      writeOwnCookie(visit, 'my-device', await keepDevice(visit.db, token, visit.now));
      return back(visit, 'kept');
    }
    await forgetDevices(visit.db, page.caseFile.id);
    dropOwnCookie(visit, 'my-device');
    return back(visit, 'forgotten');
  })
  .anonymousPost(ownPagePaths.close, async (visit) => {
    await close(visit);
    return visit.go(ownPagePaths.enter.to({}, { done: 'closed' }));
  })
  .anonymousPage(ownPagePaths.leave, async (visit) => {
    await close(visit);
    visit.c.header('clear-site-data', '"cache", "storage"');
    return visit.c.redirect(quickExitUrl, 303);
  }).list;

/** What can have been done on the page, said there once. Its pages are anonymous and read no notice's cookie: a code stands in the URL. */
const done = ['asked', 'kept', 'forgotten', 'withdrawn', 'closed'] as const;

function back(visit: Visit, what: (typeof done)[number]): Response {
  return visit.go(ownPagePaths.page.to({}, { done: what }));
}

function viewOf({ view, lang, query }: Visit): View {
  const what = done.find((each) => each === query('done'));
  return what ? { ...view, notice: words[lang][what] } : view;
}

async function close(visit: Visit): Promise<void> {
  const token = readOwnCookie(visit, 'my');
  if (token) await leavePage(visit.db, token);
  dropOwnCookie(visit, 'my');
}

function here(visit: Visit): Promise<OpenPage | undefined> {
  return findPage(visit.db, readOwnCookie(visit, 'my'), visit.now);
}

/** Not open, or no longer: the way in, and no word of why. */
function lost(visit: Visit): Response {
  return visit.go(ownPagePaths.enter.to({}));
}

function entrance(visit: Visit, state: FormState): Promise<Response> {
  const device = readOwnCookie(visit, 'my-device') !== undefined;
  return visit.page(
    <EnterPage view={viewOf(visit)} state={state} device={device} />,
    state.problems.length > 0 ? 422 : 200,
  );
}

function read({ db, tools, lang, now }: Visit, { caseFile }: OpenPage) {
  const { vault } = tools;
  return inTransaction(db, owner, (tx) => readOwnPage(tx, { vault, caseFile, lang }, now));
}

async function ownPage(visit: Visit, state: FormState, links: readonly OwnPageLinks[]): Promise<Response> {
  const page = await here(visit);
  if (!page) return lost(visit);
  const more = await inTransaction(visit.db, owner, async (tx) => {
    const all = [];
    for (const list of links) all.push(...(await list(tx, page.caseFile.id, visit.tools.vault)));
    return all;
  });
  return visit.page(
    <MyPage view={viewOf(visit)} state={state} page={await read(visit, page)} safe={page.safe} more={more} />,
    state.problems.length > 0 ? 422 : 200,
  );
}
