import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { outbox } from '#platform/mail/tables.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { concierge } from '../access.ts';
import { makeOffer } from '../exchange/fixtures.ts';
import { findPost } from '../exchange/store.ts';
import { makeAgent } from '../members/fixtures.ts';
import { matchLinkPaths, matchPaths, memberStaffPaths } from '../paths.ts';
import { countGoodsMoved } from './counts/read.ts';
import { setDiscipline } from './discipline/actions.ts';
import { usualDiscipline } from './discipline/rules.ts';
import { makeRequest } from './fixtures.ts';
import { matchJobs } from './jobs.ts';
import { declineReasons } from './rules.ts';
import { mask } from './masks/rules.ts';
import { findMatch, listNotes } from './store.ts';

const app = await testApp();
const company = await makeAgent(app, { kind: 'company', nameJa: '試験食品株式会社' });
const group = await makeAgent(app, { nameJa: '試験の食卓' });
const stranger = await makeAgent(app, { nameJa: '試験のほかの会' });
const office = await app.signIn(concierge);
const product = system('test');
await setDiscipline(app.db, office.who, { ...usualDiscipline, requestsPerDay: 50 });
const today = tokyoDay(new Date());

const stored = (id: string) => inTransaction(app.db, product, (tx) => findMatch(tx, id));
const posted = (id: string) => inTransaction(app.db, product, (tx) => findPost(tx, id));
const notes = (id: string) => inTransaction(app.db, product, (tx) => listNotes(tx, id));
const page = async (matchId: string, as: SignedIn) =>
  (await app.get(matchPaths.match.to({ matchId }), as)).text();
const step = (matchId: string, name: string, as: SignedIn, fields: Record<string, string> = {}) =>
  app.post(matchPaths.step.to({ matchId, step: name }), fields, as);

/** Runs every job that waits, at a moment, as the queue would. */
async function runJobs(name: 'match.tell' | 'match.watch', now = new Date()): Promise<void> {
  const job = matchJobs({ publicUrl: 'http://localhost' }).find((each) => each.name === name);
  const tools = { db: app.db, who: system(name), now, log: makeLog('silent') };
  if (name === 'match.watch') return job?.run(tools, {});
  const waiting = await app.db.owner.query(`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'match.tell'`);
  for (const { payload } of waiting.rows) await job?.run(tools, payload);
}

const mails = () =>
  inTransaction(app.db, product, (tx) => tx.select().from(outbox).orderBy(outbox.createdAt));
const change = (statement: SQL) => inTransaction(app.db, product, (tx) => tx.execute(statement));

async function asked(changes = {}, by = group): Promise<{ matchId: string; offerId: string }> {
  const offer = await makeOffer(app.db, { organisationId: company.organisationId, ...changes });
  const { organisationId } = by;
  return {
    matchId: await makeRequest(app.db, by.who, { postId: offer.postId, organisationId }),
    offerId: offer.postId,
  };
}

describe('a first request', () => {
  test('is five answers on a form, and neither side sees an address', async () => {
    const offer = await makeOffer(app.db, { organisationId: company.organisationId });
    const form = {
      post: offer.postId,
      organisationId: group.organisationId,
      what: '米を30kg',
      when: '土曜',
      where: '横浜',
      whoComes: '職員',
      why: '電話は045-000-0001、メールは a@example.jp です',
      quantity: '30',
    };
    const missing = await app.post(matchPaths.ask.to({}), { ...form, why: '' }, group);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('米を30kg');
    const done = await app.post(matchPaths.ask.to({}), form, group);
    expect(done.status).toBe(303);
    const matchId = done.headers.get('location')?.split('/').at(-1)?.split('?')[0] ?? '';
    const seen = await page(matchId, company);
    expect(seen).toContain('米を30kg');
    expect(seen).toContain(mask);
    expect(seen).not.toContain('045-000-0001');
    expect(seen).not.toContain('a@example.jp');
    expect(seen).not.toContain('@example.jp');
    const again = await app.post(matchPaths.ask.to({}), form, group);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('もうやりとりが進んでいます');
  });

  test('another organisation sees nothing of it, and takes no step', async () => {
    const { matchId } = await asked();
    expect((await app.get(matchPaths.match.to({ matchId }), stranger)).status).toBe(404);
    expect((await step(matchId, 'accept', stranger)).status).toBe(404);
    expect((await app.get(matchPaths.match.to({ matchId }))).status).toBe(303);
    const rows = await inTransaction(app.db, stranger.who, (tx) => listNotes(tx, matchId));
    expect(rows).toEqual([]);
    const readable = await inTransaction(app.db, office.who, (tx) => listNotes(tx, matchId));
    expect(readable).toEqual([]);
  });

  test('nobody asks in the name of another member', async () => {
    const offer = await makeOffer(app.db, { organisationId: company.organisationId });
    const form = {
      post: offer.postId,
      organisationId: group.organisationId,
      what: 'あ',
      when: 'あ',
      where: 'あ',
      whoComes: 'あ',
      why: 'あ',
    };
    expect((await app.post(matchPaths.ask.to({}), form, stranger)).status).toBe(403);
  });
});

describe('from the first request to what is counted', () => {
  test('each step by its side, with what both read', async () => {
    const { matchId, offerId } = await asked();
    expect((await step(matchId, 'accept', group)).status).toBe(422);
    expect((await step(matchId, 'accept', company)).status).toBe(303);
    const draft = { text: '米30kgを12月に', quantity: '30', dueOn: addDays(today, 3) };
    expect((await step(matchId, 'draft', company, draft)).status).toBe(303);
    expect((await step(matchId, 'confirm', company, { seenVersion: '1' })).status).toBe(422);
    expect((await step(matchId, 'draft', company, { ...draft, quantity: '40' })).status).toBe(303);
    const old = await step(matchId, 'confirm', group, { seenVersion: '1' });
    expect(await old.text()).toContain('書き直されました');
    expect((await step(matchId, 'confirm', group, { seenVersion: '2' })).status).toBe(303);
    expect(await posted(offerId)).toMatchObject({ usedQuantity: 40 });
    expect((await step(matchId, 'receive', company, { on: today, received: '40', unit: 'kg' })).status).toBe(
      422,
    );
    const first = { on: today, received: '10', unit: 'kg', yen: '3000' };
    expect((await step(matchId, 'receive', group, first)).status).toBe(303);
    expect(await stored(matchId)).toMatchObject({ status: 'agreed' });
    expect((await step(matchId, 'receive', group, { ...first, received: '0' })).status).toBe(422);
    await step(matchId, 'receive', group, { ...first, received: '30', last: 'on' });
    expect(await stored(matchId)).toMatchObject({ status: 'delivered', waitsFor: 'receiver' });
    await step(matchId, 'thank', group, { thankWords: 'おいしいお弁当になりました', offered: 'on' });
    expect(await (await app.get(matchLinkPaths.thanks.to({}))).text()).not.toContain('おいしいお弁当');
    expect((await step(matchId, 'show', group)).status).toBe(422);
    expect((await step(matchId, 'show', company)).status).toBe(303);
    expect(await (await app.get(matchLinkPaths.thanks.to({}))).text()).toContain('おいしいお弁当');
    await step(matchId, 'hide', company);
    expect(await (await app.get(matchLinkPaths.thanks.to({}))).text()).not.toContain('おいしいお弁当');
  });
});

describe('no', () => {
  test('is said in one press with a reason, and frees the place of the month', async () => {
    const { matchId, offerId } = await asked({ monthlyCap: 1 });
    await step(matchId, 'accept', company);
    const other = await makeRequest(app.db, stranger.who, {
      postId: offerId,
      organisationId: stranger.organisationId,
    }).catch((error: Error) => error.message);
    expect(other).toBe('month-full');
    expect((await step(matchId, 'decline', company, { reason: 'time' })).status).toBe(303);
    expect(await page(matchId, group)).toContain('日時が合わない');
    await makeRequest(app.db, stranger.who, { postId: offerId, organisationId: stranger.organisationId });
  });
});

describe('an offer that ends while it is being accepted', () => {
  test('is refused kindly, and nothing is half done', async () => {
    const { matchId, offerId } = await asked();
    const over = addDays(today, -1);
    await change(
      sql`update exchange_posts set starts_on = ${over}, ends_on = ${over}, last_on = ${over} where id = ${offerId}`,
    );
    const answer = await step(matchId, 'accept', company);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('ちょうど期限が来たか');
    expect(await stored(matchId)).toMatchObject({ status: 'proposed', takenIn: null });
  });

  test('two who are accepted at once get one place', async () => {
    const { matchId, offerId } = await asked({ monthlyCap: 1 });
    const second = await makeRequest(app.db, stranger.who, {
      postId: offerId,
      organisationId: stranger.organisationId,
    });
    const answers = await Promise.all([step(matchId, 'accept', company), step(second, 'accept', company)]);
    expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([303, 422]);
  });
});

describe('a mailed link', () => {
  test('opens one thread and signs nobody in; the letter names nobody in its subject', async () => {
    const { matchId } = await asked();
    await runJobs('match.tell');
    await runJobs('match.tell');
    const letters = (await mails()).filter(({ body }) => body.includes('/partners/talk/'));
    const mine = letters.at(-1);
    expect(mine?.subject).toBe('申し出が届きました');
    expect(mine?.body).not.toContain('045-');
    expect(mine?.body).toContain('試験の食卓');
    const url = /http:\/\/localhost(\/partners\/talk\/\S+)/.exec(mine?.body ?? '')?.[1] ?? '';
    const seen = await app.get(url);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('set-cookie')).toBeNull();
    expect(await seen.text()).toContain('月末に食べものが足りない');
    const said = await app.post(`${url}/say`, { words: '090-0000-0001 に電話を' });
    expect(said.status).toBe(303);
    expect((await notes(matchId)).at(-1)).toMatchObject({
      words: `${mask} に電話を`,
      masked: 1,
      side: 'giver',
    });
    expect(await page(matchId, group)).toContain(mask);
    expect((await app.get('/staff/partnerships/matches')).status).toBe(303);
    await change(sql`update memberships set ended_at = now() where person_id = ${company.who.personId}`);
    expect((await app.get(url)).status).toBe(410);
    expect((await app.post(`${url}/say`, { words: 'まだ' })).status).toBe(410);
    await change(sql`update memberships set ended_at = null where person_id = ${company.who.personId}`);
    expect((await app.get(matchLinkPaths.talk.to({ token: 'x'.repeat(43) }))).status).toBe(410);
  });

  test('says no in one press: each reason is a button, which no form has to be opened for', async () => {
    const { matchId } = await asked();
    await runJobs('match.tell');
    const letters = (await mails()).filter(({ body }) => body.includes('/partners/talk/'));
    const url = /http:\/\/localhost(\/partners\/talk\/\S+)/.exec(letters.at(-1)?.body ?? '')?.[1] ?? '';
    const html = await (await app.get(url)).text();
    const [before = '', form = ''] = html.split(/<form[^>]*\/decline"[^>]*>/);
    const folds = (text: string) => text.split('<details').length - text.split('</details>').length;
    for (const reason of declineReasons) {
      const [above = '', button] = form.split(`name="reason" value="${reason}"`);
      expect(button, reason).toBeDefined();
      expect(folds(before + above)).toBe(0);
    }
    expect((await app.post(`${url}/decline`, { reason: 'too-far' })).status).toBe(303);
    expect(await stored(matchId)).toMatchObject({ status: 'declined' });
    expect(await page(matchId, group)).toContain('場所が遠い');
  });

  test('a job that runs twice writes no letter twice', async () => {
    await runJobs('match.tell');
    const before = (await mails()).length;
    await runJobs('match.tell');
    expect((await mails()).length).toBe(before);
  });
});

describe('a member that ends', () => {
  test('ends the thread with words on both sides; what had arrived stays counted', async () => {
    const leaving = await makeAgent(app, { kind: 'company', nameJa: '試験の去る会社' });
    const { matchId, offerId } = await asked({ organisationId: leaving.organisationId });
    await step(matchId, 'accept', leaving);
    const draft = { text: '米60kgを分けて', quantity: '60', dueOn: addDays(today, 3) };
    await step(matchId, 'draft', leaving, draft);
    await step(matchId, 'confirm', group, { seenVersion: '1' });
    await step(matchId, 'receive', group, { on: today, received: '20', unit: 'kg' });
    const fiscalYear = fiscalYearOf(today);
    const before = await inTransaction(app.db, anonymous, (tx) => countGoodsMoved(tx, { fiscalYear }));
    await runJobs('match.tell');
    const letters = (await mails()).filter(({ body }) => body.includes('/partners/talk/'));
    const link = /http:\/\/localhost(\/partners\/talk\/\S+)/.exec(letters.at(-1)?.body ?? '')?.[1] ?? '';
    const told = new Set((await mails()).map(({ id }) => id));
    const removal = memberStaffPaths.remove.to({ organisationId: leaving.organisationId });
    expect((await app.post(removal, { reason: '約束を守らない' }, office)).status).toBe(303);
    expect(await stored(matchId)).toMatchObject({ status: 'closed', waitsFor: null });
    for (const side of [leaving, group]) {
      const seen = await page(matchId, side);
      expect(seen).toContain('一方が構成員でなくなったため');
      expect(seen).not.toContain('話を進める</button>');
    }
    expect((await step(matchId, 'say', group, { words: 'まだですか' })).status).toBe(422);
    // Who had it open by the mailed link in that moment loses nothing but the next step.
    expect(await (await app.get(link)).text()).toContain('一方が構成員でなくなったため');
    expect((await app.post(`${link}/say`, { words: 'まだですか' })).status).toBe(422);
    await runJobs('match.tell');
    const news = (await mails()).filter(({ id }) => !told.has(id));
    expect(news.map(({ subject }) => subject)).toContain('やりとりが終わりました');
    expect(news.map(({ body }) => body).join('')).not.toContain('約束を守らない');
    expect(await posted(offerId)).toMatchObject({ state: 'closed' });
    const after = await inTransaction(app.db, anonymous, (tx) => countGoodsMoved(tx, { fiscalYear }));
    const kilos = (rows: typeof after) => rows.find(({ unit }) => unit === 'kg')?.received ?? 0;
    expect(kilos(after) - kilos(before)).toBe(20);
    expect(await posted(offerId)).toMatchObject({ usedQuantity: 20 });
  });
});
