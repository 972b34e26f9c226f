import { expect, test } from 'vitest';
import { anonymous } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge } from '../../access.ts';
import { makeNeed, makeOffer } from '../../exchange/fixtures.ts';
import { makeAgent } from '../../members/fixtures.ts';
import { matchOfficePaths, matchPaths } from '../../paths.ts';
import { countGoodsMoved, countMatches } from '../counts/read.ts';
import { makeRequest } from '../fixtures.ts';

const app = await testApp();
const office = await app.signIn(concierge);
const company = await makeAgent(app, { kind: 'company', nameJa: '試験の会社' });
const group = await makeAgent(app, { nameJa: '試験の会' });
const today = tokyoDay(new Date());
const home = async () => (await app.get(matchOfficePaths.home.to({}), office)).text();

test('the office counts what arrived, and the figures of the year follow', async () => {
  const { postId } = await makeOffer(app.db, { organisationId: company.organisationId, title: '数える米' });
  const matchId = await makeRequest(app.db, group.who, { postId, organisationId: group.organisationId });
  const step = (name: string, as = group, fields = {}) =>
    app.post(matchPaths.step.to({ matchId, step: name }), fields, as);
  await step('accept', company);
  await step('draft', company, { text: '米', quantity: '30', dueOn: addDays(today, 1) });
  await step('confirm', group, { seenVersion: '1' });
  const count = () => app.post(matchOfficePaths.step.to({ matchId, step: 'count' }), {}, office);
  expect((await count()).status).toBe(422);
  await step('receive', group, { on: today, received: '30', unit: 'kg', last: 'on' });
  const fiscalYear = fiscalYearOf(today);
  const goods = () => inTransaction(app.db, anonymous, (tx) => countGoodsMoved(tx, { fiscalYear }));
  expect(await goods()).toEqual([]);
  expect(await home()).toContain('30 kg');
  expect((await app.post(matchOfficePaths.step.to({ matchId, step: 'count' }), {}, company)).status).toBe(
    403,
  );
  expect((await count()).status).toBe(303);
  expect(await goods()).toMatchObject([{ kind: 'goods', unit: 'kg', given: 30, received: 30, times: 1 }]);
  const counts = await inTransaction(app.db, anonymous, (tx) => countMatches(tx, { fiscalYear }));
  expect(counts).toMatchObject([{ kind: 'goods', asked: 1, agreed: 1, delivered: 1, counted: 1 }]);
});

test('the office reads a talk only after a side has reported it', async () => {
  const { postId } = await makeOffer(app.db, {
    organisationId: company.organisationId,
    title: '読まれない話',
  });
  const matchId = await makeRequest(app.db, group.who, {
    postId,
    organisationId: group.organisationId,
    request: { why: '二人だけの話です' },
  });
  const read = async () => (await app.get(matchOfficePaths.match.to({ matchId }), office)).text();
  expect(await read()).not.toContain('二人だけの話です');
  expect(await read()).toContain('知らせがないため');
  const report = { why: 'spam', reportWords: '宣伝です', reportBlock: '' };
  await app.post(matchPaths.step.to({ matchId, step: 'report' }), report, company);
  const seen = await read();
  expect(seen).toContain('二人だけの話です');
  const reportId = /concierge\/reports\/([0-9a-f-]{36})/.exec(seen)?.[1] ?? '';
  const handled = { outcome: 'stopped', reason: '同じ宣伝が続いたため' };
  expect((await app.post(matchOfficePaths.report.to({ reportId }), handled, office)).status).toBe(303);
  const other = await makeOffer(app.db, { organisationId: company.organisationId });
  await expect(
    makeRequest(app.db, group.who, { postId: other.postId, organisationId: group.organisationId }),
  ).rejects.toThrow('requests-stopped');
  await app.post(matchOfficePaths.liftStop.to({}), { organisationId: group.organisationId }, office);
  await makeRequest(app.db, group.who, { postId: other.postId, organisationId: group.organisationId });
});

test('a need that nobody came to is found, and the two are introduced', async () => {
  const long = new Date(Date.now() - 20 * 86_400_000);
  const need = await makeNeed(app.db, {
    organisationId: group.organisationId,
    title: '待っている米',
    publishedAt: long,
  });
  await makeNeed(app.db, { organisationId: group.organisationId, title: '今日出した米' });
  const offer = await makeOffer(app.db, { organisationId: company.organisationId, title: '合う米' });
  const page = await home();
  expect(page).toContain('待っている米');
  expect(page).toContain('合う米');
  expect(page).not.toContain('今日出した米');
  const words = { needId: need.postId, offerId: offer.postId, words: '近くなので、いかがでしょうか' };
  expect((await app.post(matchOfficePaths.introduce.to({}), words, company)).status).toBe(403);
  const done = await app.post(matchOfficePaths.introduce.to({}), words, office);
  expect(done.status).toBe(303);
  expect(await home()).not.toContain('待っている米');
  const list = await (await app.get(matchPaths.list.to({}), company)).text();
  expect(list).toContain('合う米');
});

test('the rules of answering are set by the office alone, in an order that makes sense', async () => {
  const rules = {
    firstReminderDays: '3',
    secondReminderDays: '7',
    lapseDays: '14',
    pauseAfter: '3',
    rateFrom: '5',
    requestsPerDay: '5',
    sameTextMost: '3',
  };
  const url = matchOfficePaths.discipline.to({});
  expect((await app.post(url, rules, company)).status).toBe(403);
  expect((await app.post(url, { ...rules, lapseDays: '7' }, office)).status).toBe(422);
  expect((await app.post(url, rules, office)).status).toBe(303);
});
