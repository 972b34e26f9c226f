import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { testApp } from '#src/app.testing.ts';
import { callPaths } from '../../paths.ts';
import { answerBudget, askBudget } from '../budgets/actions.ts';
import { makeOneShotCall, makeSubsidyCall } from '../fixtures.ts';
import { endCall } from '../publications/actions.ts';

const app = await testApp();
const today = tokyoDay(new Date());
const subsidy = await makeSubsidyCall(app.db);
const text = async (url: string) => (await app.get(url)).text();
const page = (slug: string) => text(callPaths.call.to({ slug }));

test('what is open comes first, with its amount; what is coming and what is over have places of their own', async () => {
  const later = { windows: [{ opensOn: addDays(today, 5), closesOn: addDays(today, 9) }] };
  const before = { windows: [{ opensOn: addDays(today, -9), closesOn: addDays(today, -5) }] };
  await makeSubsidyCall(app.db, { terms: { ...later, name: { ja: 'あとの募集', en: '' } } });
  await makeSubsidyCall(app.db, { terms: { ...before, name: { ja: 'まえの募集', en: '' } } });
  const list = await text(callPaths.list.to({}));
  const at = [
    '子ども食堂応援補助金',
    'これから受け付けるもの',
    'あとの募集',
    '受付を終えたもの',
    'まえの募集',
  ];
  const places = at.map((each) => list.indexOf(each));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(list).toContain('対象となる費用の2分の1、500,000円まで');
});

test('the page of a call says for whom, how much, until when, with which papers and conditions, and whom to ask', async () => {
  const html = await page(subsidy.slug);
  for (const said of [
    '県内で子ども食堂を開いている団体',
    '事業計画書',
    '帳簿と領収書を5年間',
    '045-000-0001',
    '地域の必要性',
  ])
    expect(html).toContain(said);
  expect(html).toContain('10,000,000円のうち、残り10,000,000円');
  expect((await app.get(callPaths.call.to({ slug: 'nothing-here' }))).status).toBe(404);
});

test('what is left of the budget is told at once, and a call that is first come is full when nothing is', async () => {
  const { callId, slug } = await makeOneShotCall(app.db);
  expect(await page(slug)).toContain('残り10,000,000円');
  const asked = await askBudget(app.db, system('test'), { callId, yen: -10_000_000, reason: '流用' });
  if (!asked.ok) throw new Error(asked.refusal);
  await answerBudget(app.db, system('test'), { ...asked.value, answer: 'approved' });
  const full = await page(slug);
  expect(full).toContain('予算に達しました');
  expect(full).toContain('残り0円');
});

test('a call that ended early says why, also where it was read before', async () => {
  const { callId, slug } = await makeSubsidyCall(app.db);
  expect(await page(slug)).toContain('受付中');
  const note = { ja: '国の制度が始まったため', en: '' };
  await endCall(app.db, system('test'), { callId, state: 'ended', note });
  expect(await page(slug)).toContain('国の制度が始まったため');
});

test('two minutes tell what does not fit and where else help is, and nothing of it is kept', async () => {
  const url = callPaths.check.to({ slug: subsidy.slug });
  const rows = async () => {
    const { rows: found } = await app.db.owner.query<{ n: string }>(
      `select (select count(*) from audit_events) + (select count(*) from grant_applications) as n`,
    );
    return found[0]?.n;
  };
  const before = await rows();
  const fits = await (await app.post(url, { here: 'yes', 'same-cost': 'no' })).text();
  expect(fits).toContain('申請できる見込みです');
  expect(fits).toContain('事業計画書');
  const not = await (await app.post(url, { here: 'yes', 'same-cost': 'yes' })).text();
  expect(not).toContain('同じ費用に二つの補助金は使えません');
  expect(not).not.toContain('活動する都道府県の窓口');
  const half = await app.post(url, { here: 'yes' });
  expect(half.status).toBe(422);
  expect(await half.text()).toContain('すべての質問に答えてください');
  expect(await rows()).toBe(before);
});

test('a feed reader gets the newest calls as Atom, with names as text', async () => {
  await makeSubsidyCall(app.db, { slug: 'new-one', terms: { name: { ja: '夏の<応援>', en: '' } } });
  const answer = await app.get(callPaths.feed.to({}));
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  const feed = await answer.text();
  expect(feed.indexOf('夏の&lt;応援&gt;')).toBeLessThan(feed.indexOf('子ども食堂応援補助金'));
  expect(feed).toContain('http://localhost/grants/new-one');
});
