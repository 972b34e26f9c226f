import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonWho, signedIn } from '#platform/access.ts';
import { inParts } from '#platform/database/in-parts.ts';
import { roles, routes } from '#src/app.tsx';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/accessibility.ts';
import { expectNoTrouble, newPage, newTab, openBrowser } from './support/browser.ts';
import { makeBusy } from './support/busy-world.ts';
import { makeGrants } from './support/grants.ts';
import { crawl, type Found, patternMatcher } from './support/crawl.ts';
import { makeOf } from './support/make.ts';
import { enterOwnPage, people, registerApp, signIn } from './support/people.ts';
import { screenshot } from './support/screenshot.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

/**
 * Who visits, and where they start: everything that a link leads to from there is looked at without a further word. A page
 * that no link leads to is one more start, here; a new role is one more line.
 */
const visitors: Readonly<Record<string, Visitor>> = {
  anybody: {
    start: [
      '/',
      '/sign-in',
      '/gallery',
      '/talk',
      '/navigator/packet',
      '/places/places.json',
      '/my',
      // On paper.
      '/referral',
      '/reports/2025/plan/editions/1/document',
      // A number with the document in which it stands.
      '/reports/2024/programs/telephone-watch-over',
    ],
  },
  talker: { enter: beginTalk, start: ['/talk/here'] },
  // Somebody of a group, by the links of their applications.
  applicant: { start: ['/grants'] },
  'own-page': { enter: enterOwnPage, start: ['/my/page'] },
  administrator: { enter: withApp(people.administrator), start: ['/staff'] },
  // The map has more tiles than one walk of it opens; a worry's programs stand behind the list below.
  secretariat: { enter: as(people.secretariat), start: ['/staff', '/staff/report/unmet/worries/debt'] },
  approver: { enter: as(people.approver), start: ['/staff'] },
  reporter: { enter: as(people.welfare), start: ['/staff'] },
  'directory-keeper': { enter: as(people.keeper), start: ['/staff'] },
  'directory-editor': { enter: as(people.table), start: ['/staff', '/staff/directory/proposals?q=a'] },
  counsellor: { enter: as(people.counsellor), start: ['/staff'] },
  'desk-supervisor': { enter: as(people.supervisor), start: ['/staff'] },
  'case-worker': { enter: as(people.caseWorker), start: ['/staff', '/staff/cases/referrals?box=sent'] },
  // Who received a referral and may pass the person on.
  receiver: { enter: as(people.tableWorker), start: ['/staff/cases/referrals'] },
  'case-supervisor': { enter: as(people.caseSupervisor), start: ['/staff'] },
  'grant-officer': { enter: as(people.grantOfficer), start: ['/staff'] },
  'grant-approver': { enter: as(people.grantApprover), start: ['/staff'] },
  'grant-reviewer': { enter: as(people.grantReviewer), start: ['/staff'] },
  'grant-partner': { enter: as(people.grantPartner), start: ['/staff'] },
  accountant: { enter: withApp(people.accountant), start: ['/staff'] },
  'training-keeper': { enter: as(people.trainingKeeper), start: ['/staff'] },
  concierge: { enter: as(people.concierge), start: ['/staff'] },
  'member-agent': { enter: as(people.companyAgent), start: ['/staff'] },
  'place-operator': { enter: as(people.placeOperator), start: ['/staff'] },
  'work-officer': { enter: as(people.workOfficer), start: ['/staff'] },
  'workplace-agent': { enter: as(people.workplaceAgent), start: ['/staff'] },
  'watch-keeper': { enter: as(people.watchKeeper), start: ['/staff'] },
  surveyor: { enter: as(people.surveyor), start: ['/staff'] },
  'protection-officer': { enter: withApp(people.officer), start: ['/staff'] },
};

/** Pages that this test does not come to, and who looks at them instead. */
const elsewhere: Readonly<Record<string, string>> = {
  '/grants/:slug/terms/:version': 'a version that was replaced: src/areas/grants/calls/staff/routes.test.ts',
  '/grants/mail/:token': 'a mailed link: src/areas/grants/calls/subscriptions/routes.test.ts',
  '/training/entries/:token': 'a mailed link: src/areas/training/routes.test.ts',
  '/training/entries/:token/certificate': 'behind a mailed link: src/areas/training/routes.test.ts',
  '/staff/training/requirements/preview': 'answers a form: src/areas/training/routes.test.ts',
  '/my/leave': 'leads to another site',
  '/reports/:year/:file': 'leads to the file of the newest edition: src/areas/report/outputs/outputs.test.ts',
  '/reports/:year/plan/:file':
    'leads to the file of the newest plan: src/areas/report/outputs/outputs.test.ts',
  '/places/:serviceId/wishes/:wishId': 'of one place among many: place-operator.e2e.ts',
  '/partners/join/:token': 'a mailed link: src/areas/partnerships/members/routes.test.ts',
  '/partners/entries/:token': 'a mailed link: src/areas/partnerships/meetings/routes.test.ts',
  '/partners/exchange/photos/:photoId': 'a picture: src/areas/partnerships/exchange/routes.test.ts',
  '/staff/partnerships/exchange/photos/:photoId': 'a picture: src/areas/partnerships/exchange/routes.test.ts',
  '/partners/talk/:token': 'a mailed link: src/areas/partnerships/matches/routes.test.ts',
  '/watch/at/:token': 'on a printed sheet: src/areas/partnerships/watch/routes.test.ts',
  '/watch/at/:token/warnings/:warningId': 'a mailed link: src/areas/partnerships/watch/work.test.ts',
  '/lawyer-days/bookings/:token': 'a mailed link: src/areas/partnerships/watch/work.test.ts',
  '/watch/receipts/:token': 'told once, behind a form: src/areas/partnerships/watch/routes.test.ts',
  '/staff/workplaces/papers/:paperId': 'a file: src/areas/partnerships/workplaces/routes.test.ts',
  '/sign-in/second-step': 'stands between password and desk: second-factor.e2e.ts',
  '/sign-in/invitation/:token': 'a mailed link: administrator.e2e.ts',
  '/sign-in/first/:token': 'a printed link: administrator.e2e.ts',
  '/sign-in/sso': 'leads to another site, where one is set up',
  '/sign-in/sso/return': 'leads from another site to the desk',
  '/referral/:token': 'a mailed link: src/areas/cases/referrals/routes.test.ts',
  '/staff/consultations/contacts/:contactId/case': 'takes a talk: case.e2e.ts',
  '/staff/directory/imports/export': 'a file: src/areas/directory/imports/routes.test.ts',
  '/talk/here/files/:messageId': 'a file: src/areas/consultations/attachments/routes.test.ts',
  '/staff/consultations/files/:messageId': 'a file: src/areas/consultations/attachments/routes.test.ts',
  '/staff/grants/reviews/:assignmentId/papers/:paperId':
    'a file: src/areas/grants/assessments/routes.test.ts',
  '/staff/field-surveys/offline.js': 'a script of the telephone: field-survey.e2e.ts',
  '/staff/programs/:programId/offers/:offerId/file': 'a file: src/areas/grants/figures/figures.test.ts',
  '/apply/:token/letters/:documentId': 'behind a mailed link: src/areas/grants/letters/letters.test.ts',
  '/talk/leave': 'leads to another site',
  '/talk/line/:token': 'comes by LINE and works once: line.e2e.ts',
};

const gets = routes.filter(({ method }) => method === 'GET');
const patterns = [...new Set(gets.map(({ pattern }) => pattern)), '/gallery'];
/** What answers programs, or sends what happens as it happens, is no page. */
const programs = new Set(gets.filter(({ answer }) => answer.to !== 'people').map(({ pattern }) => pattern));
const isPage = (pattern: string) => !programs.has(pattern) && !pattern.endsWith('/live');
const pages = patterns.filter(isPage).map((pattern) => ({ pattern, name: bare(pattern) }));

interface Visitor {
  readonly enter?: (page: Page, at: { readonly url: string }) => Promise<unknown>;
  readonly start: readonly string[];
}
interface Visit extends Found {
  readonly visitor: string;
}
let tsunagi: Tsunagi;
let browser: Browser;
const visits = new Map<string, (Visit & { readonly make: string })[]>();
const atATime = 3;
const deadLinks: string[] = [];
const contexts = new Map<string, BrowserContext>();

beforeAll(async () => {
  tsunagi = await startTsunagi({ env: { NODE_ENV: 'development', REQUESTS_PER_MINUTE: '100000' } });
  browser = await openBrowser();
  const { confirmation } = await makeBusy(browser, tsunagi);
  const grants = await makeGrants(tsunagi);
  const mailed: Readonly<Record<string, readonly string[]>> = {
    anybody: [confirmation],
    applicant: grants,
  };
  const patternOf = patternMatcher(patterns);
  const walk = async ([visitor, { enter, start }]: [string, Visitor]) => {
    const { url } = tsunagi;
    const page = await newPage(browser);
    contexts.set(visitor, page.context());
    await enter?.(page, { url });
    const { request } = page.context();
    const skip = (pattern: string) => visits.has(pattern) && !pattern.startsWith('/staff');
    const all = [...start, ...(mailed[visitor] ?? [])];
    const wanted = wantedBy(visitor);
    return { visitor, ...(await crawl({ request, url, start: all, patternOf, skip, wanted })) };
  };
  // Whoever comes from outside goes first, so that nobody else asks for the same pages; of the others some at a time.
  const [outside, inside] = [false, true].map((staff) =>
    Object.entries(visitors).filter(([, { start }]) => start[0]?.startsWith('/staff') === staff),
  ) as [[string, Visitor][], [string, Visitor][]];
  for (const group of [...outside.map((each) => [each]), ...inParts(inside, atATime)])
    for (const { visitor, found, dead } of await Promise.all(group.map(walk))) {
      deadLinks.push(...dead.map((link) => `${visitor}: ${link}`));
      for (const each of found) remember({ ...each, visitor });
    }
}, 600_000);
afterAll(() => tsunagi?.stop());

/** Every page that the role may open. */
function wantedBy(role: string): ReadonlySet<string> {
  const held = { organisationId: '', organisationKind: 'prefecture', organisationName: '', role } as const;
  const who: PersonWho = { kind: 'person', personId: '', name: '', sessionId: '', memberships: [held] };
  const open = gets.filter(
    ({ pattern, permission }) => pattern.startsWith('/staff') && permission.allows(who),
  );
  return roles.some(({ name }) => name === role)
    ? new Set(
        open
          // What everybody with an account may open is looked for until somebody has come to it.
          .filter(({ pattern, permission }) => permission.allows !== signedIn.allows || !visits.has(pattern))
          .map(({ pattern }) => pattern)
          .filter((pattern) => isPage(pattern) && !(bare(pattern) in elsewhere)),
      )
    : new Set(patterns);
}

/** The same page for somebody else is looked at again only if what stands in it is of another make. */
function remember(visit: Visit): void {
  const before = visits.get(visit.pattern) ?? [];
  const make = makeOf(visit.html ?? '');
  if (before.some((each) => each.make === make)) return;
  visits.set(visit.pattern, [...before, { ...visit, make }]);
}

test('every role has its visitor', () => {
  expect(roles.map(({ name }) => name).filter((name) => !(name in visitors))).toEqual([]);
});

test('every link leads to a page that whoever sees it may open', () => {
  expect(deadLinks).toEqual([]);
});

test('every public page can be left at once', () => {
  const stays = [...visits].filter(
    ([pattern, found]) =>
      !pattern.startsWith('/staff') &&
      found.some(({ html }) => html?.includes('<html') && !html.includes('data-leave')),
  );
  expect(stays.map(([pattern]) => bare(pattern))).toEqual([]);
});

test('no page that has a reason is come to', () => {
  const come = [...visits.keys()].map(bare);
  expect(Object.keys(elsewhere).filter((name) => come.includes(name))).toEqual([]);
});

test.concurrent.each(pages)(
  '$name is sound at 1280 and at 390 pixels',
  async ({ name, pattern }) => {
    if (name in elsewhere) return;
    const found = visits.get(pattern) ?? [];
    expect(
      found,
      `nobody comes to ${name}: give it a start, or a reason, at the top of this file`,
    ).not.toEqual([]);
    for (const visit of found) if (visit.html !== undefined) await look(visit);
  },
  120_000,
);

/** Tabs at rest: a new one for each page costs a process. */
const resting = new Map<string, Page[]>();

async function look({ visitor, pattern, address }: Visit): Promise<void> {
  const tabs = resting.get(visitor) ?? [];
  resting.set(visitor, tabs);
  const page = tabs.pop() ?? (await newTab(contexts.get(visitor) as BrowserContext));
  try {
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(address);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await screenshot(page, `all${bare(pattern).replaceAll(/[/:]/g, '_')}-${visitor}-${width}`);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
    }
    expectNoTrouble(page);
    tabs.push(page);
  } catch (error) {
    await page.close();
    throw error;
  }
}

function as(email: string): Visitor['enter'] {
  return (page, { url }) => signIn(page, { url, email });
}

/** Where a role asks for a second factor. */
function withApp(email: string): Visitor['enter'] {
  return async (page, { url }) => {
    await signIn(page, { url, email });
    await registerApp(page, { url });
  };
}

async function beginTalk(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/talk`);
  await page.getByRole('main').getByRole('link', { name: /窓口/ }).first().click();
  await page.getByRole('button', { name: /^(話しはじめる|メッセージを残す)$/ }).click();
  await page.getByRole('heading', { name: 'やりとり' }).waitFor();
}

/** A pattern without what its parameters look like. */
function bare(pattern: string): string {
  return pattern.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}
