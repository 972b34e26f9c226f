import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { makeCase } from '#areas/cases/case-files/fixtures.ts';
import { makeOwnPage } from '#areas/cases/own-page/fixtures.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer } from '../access.ts';
import { readBudget } from '../ledger/store.ts';
import { benefitPaths, ownPaperPaths } from '../paths.ts';
import { makeYouthCall, newLifeRules } from './fixtures.ts';
import { listInstalments } from './instalments/store.ts';
import { findBenefit } from './store.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const today = tokyoDay(new Date());
const it = system('test');
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, it, work);
const worker = await app.signIn(caseWorker, { kind: 'desk', name: '支援 員' });
const { organisationId } = worker;
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
const { callId } = await makeYouthCall(db, { bureauId, budgetYen: 500_000, rules: newLifeRules });

/** A case with a decided plan, and the own page of its person open on a device. */
async function someone(name: string, birth: string) {
  const nobody = { kana: '', nickname: '', sex: '', phone: '', email: '' };
  const identity = { ...nobody, name, birth };
  const { id, number } = await makeCase({ db, vault }, { organisationId, identity });
  await asSystem((tx) =>
    tx.$client.query(
      `insert into case_plans (id, case_id, home_id, round, made_on, decided_on, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 1, $3, $3, now(), now())`,
      [id, organisationId, today],
    ),
  );
  const slip = await makeOwnPage(db, id);
  const open = async (safe: boolean): Promise<SignedIn> => {
    const typed = { ...slip, ...(safe && { safe: 'on' }) };
    const entered = await app.post(ownPagePaths.enter.to({}), typed);
    const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    return { ...worker, cookie: cookie.join('; ') };
  };
  return { number, open };
}

const one = { name: '見本 一郎', birth: '1980-04-01' };
const form = {
  ...one,
  organisationId,
  household: '1',
  area: 'elsewhere',
  income: '120000',
  savings: '50000',
  movedOn: '',
  'answer-working': 'yes',
  'answer-protection': 'no',
  use: 'furniture',
  why: '布団・照明・カーテン',
  'item-bedding': '60001',
  'item-lamp': '12000',
  'item-curtain': '20000',
  principal: '92001',
  rate: '15',
  instalments: '12',
  firstOn: addDays(today, -40),
  bank: '0999',
  branch: '101',
  accountKind: '1',
  accountNumber: '12345',
  holder: 'みほん いちろう',
  consent: 'on',
};
let his: Awaited<ReturnType<typeof someone>>;
let hers: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  his = await someone(one.name, one.birth);
  hers = await someone('見本 花子', '1990-09-09');
});

async function ask(changed: Record<string, string>): Promise<string> {
  const asked = await app.post(benefitPaths.new.to({ callId }), { ...form, ...changed }, worker);
  if (asked.status !== 303) throw new Error(await textOf(asked));
  return asked.headers.get('location')?.split('/').at(-1) ?? '';
}
const step = (benefitId: string, name: string, as: SignedIn, reason = '') =>
  app.post(benefitPaths.step.to({ benefitId, step: name }), { [`reason-${name}`]: reason }, as);
const stored = (id: string) => asSystem((tx) => findBenefit(tx, id));
const papers = async (as: SignedIn) => textOf(await app.get(ownPaperPaths.list.to({}), as));
/** Addresses of letters on a page. */
const linksIn = async (url: string, as: SignedIn) =>
  [...(await (await app.get(url, as)).text()).matchAll(/href="([^"]*\/(?:letters|papers)\/[^"]+)"/g)].map(
    ([, href = '']) => href,
  );

describe('new furniture for who lost their home', () => {
  test('half of what it cost and the interest of its instalments: decided, ordered and paid add up to the yen', async () => {
    const benefitId = await ask({ planNumber: his.number });
    await step(benefitId, 'check', officer);
    await app.post(benefitPaths.decide.to({ callId }), { 'decide[]': [benefitId] }, approver);
    const benefit = await stored(benefitId);
    const instalments = await asSystem((tx) => listInstalments(tx, [benefitId]));
    const interest = instalments.reduce((sum, { subsidyYen }) => sum + subsidyYen, 0);
    expect(instalments).toHaveLength(12);
    expect(interest).toBeGreaterThan(0);
    // Half of 92,001 yen, cut to whole yen.
    expect(benefit).toMatchObject({ state: 'decided', yen: 46_000 + interest });
    const shown = await textOf(await app.get(benefitPaths.benefit.to({ benefitId }), worker));
    expect(shown).toMatch(new RegExp(`合計 92,001 [\\d,]+ ${interest.toLocaleString('en')} `));
    const order = { 'pay[]': [benefitId], dueOn: today };
    expect((await app.post(benefitPaths.pay.to({ callId }), order, officer)).status).toBe(303);
    const due = instalments.filter(({ dueOn, subsidyYen }) => dueOn <= today && subsidyYen > 0);
    const later = instalments.find(({ dueOn }) => dueOn > today);
    expect(due.length).toBeGreaterThan(0);
    const see = (instalmentId = '') => app.post(benefitPaths.seeInstalment.to({ instalmentId }), {}, worker);
    const pay = (instalmentId = '') => app.post(benefitPaths.payInstalment.to({ instalmentId }), {}, officer);
    const ordered = async () =>
      (await asSystem((tx) => listInstalments(tx, [benefitId]))).filter(({ orderedAt }) => orderedAt).length;
    // Not before its day, nor before somebody has seen that it was paid; and once.
    await see(later?.id);
    await pay(later?.id);
    for (const { id } of due) await pay(id);
    expect(await ordered()).toBe(0);
    for (const { id } of [...due, ...due]) {
      await see(id);
      await pay(id);
    }
    expect(await ordered()).toBe(due.length);
    const { rows } = await asSystem((tx) =>
      tx.$client.query<{ kind: string; yen: number }>(
        `select p.kind, sum(p.yen)::int as yen from grant_payments p where p.award_id = $1 group by p.kind order by p.kind`,
        [benefit.awardId],
      ),
    );
    const dueYen = due.reduce((sum, { subsidyYen }) => sum + subsidyYen, 0);
    expect(rows).toEqual([
      { kind: 'interest', yen: dueYen },
      { kind: 'one-shot', yen: 46_000 },
    ]);
    const left = instalments
      .filter(({ id }) => !due.some((each) => each.id === id))
      .reduce((sum, { subsidyYen }) => sum + subsidyYen, 0);
    expect(46_000 + dueYen + left).toBe(benefit.yen);
    expect(await asSystem((tx) => readBudget(tx, callId))).toMatchObject({ decided: benefit.yen });
  });
});

test('without a plan of the desk that asks nothing can be asked, and nothing of it is kept', async () => {
  const elsewhere = await app.signIn(caseWorker, { kind: 'desk', name: 'ほかの 窓口' });
  const identity = {
    name: '見本 無地',
    birth: '1985-05-05',
    kana: '',
    nickname: '',
    sex: '',
    phone: '',
    email: '',
  };
  const unplanned = await makeCase({ db, vault }, { organisationId, identity });
  const kept = async () =>
    (
      await asSystem((tx) =>
        tx.$client.query(
          'select (select count(*) from grant_benefits) as asked, (select count(*) from grant_recipients) as known',
        ),
      )
    ).rows;
  const before = await kept();
  for (const [planNumber, as] of [
    ['', worker],
    ['9999-9999', worker],
    [unplanned.number, worker],
    [his.number, elsewhere],
  ] as const) {
    const { name, birth } = identity;
    const typed = { ...form, name, birth, planNumber, organisationId: as.organisationId };
    const refused = await app.post(benefitPaths.new.to({ callId }), typed, as);
    expect([refused.status, await textOf(refused)]).toEqual([
      422,
      expect.stringContaining('支援プランを作ってください'),
    ]);
  }
  expect(await kept()).toEqual(before);
});

describe('letters to the person', () => {
  test('the decision stands on their own page, by its name, or neutrally where somebody may look', async () => {
    const page = await his.open(false);
    expect(await textOf(await app.get(ownPagePaths.page.to({}), page))).toContain('届いた書類');
    expect(await papers(page)).toContain('支給決定通知書');
    const [href = ''] = await linksIn(ownPaperPaths.list.to({}), page);
    const letter = await textOf(await app.get(href, page));
    for (const said of ['支給決定通知書', '見本 一郎', '教示', '審査請求']) expect(letter).toContain(said);
    const safe = await his.open(true);
    for (const url of [ownPagePaths.page.to({}), ownPaperPaths.list.to({})])
      expect(await textOf(await app.get(url, safe))).not.toMatch(/支給|通知書|家具/);
    const closed = await (await app.get(href, safe)).text();
    expect(closed).toMatch(/<link rel="stylesheet" href="\/assets\/paper\./);
    expect(closed).toMatch(/<title>書類[^支]*<\/title>/);
    expect(closed.indexOf('<details')).toBeLessThan(closed.indexOf('見本 一郎'));
  });

  test('what is refused or cancelled is told with number, reason and how to object; nobody else reads it', async () => {
    const refused = await ask({ planNumber: hers.number, name: '見本 花子', birth: '1990-09-09' });
    await step(refused, 'check', officer);
    expect((await step(refused, 'refuse', approver)).status).toBe(422);
    const reason = '入居の日が確かめられないため';
    expect((await step(refused, 'refuse', approver, reason)).status).toBe(303);
    const [letter = ''] = await linksIn(benefitPaths.benefit.to({ benefitId: refused }), worker);
    for (const as of [worker, officer]) {
      const said = await textOf(await app.get(letter, as));
      for (const each of ['不支給決定通知書', reason, '教示', '見本 花子']) expect(said).toContain(each);
      expect(said).toMatch(/令\d+補助第\d+号/);
    }
    const stranger = await app.signIn(caseWorker, { kind: 'desk', name: '別の 窓口' });
    expect((await app.get(letter, stranger)).status).toBe(404);
    expect(await asSystem((tx) => readBudget(tx, callId))).toMatchObject({ decided: expect.any(Number) });
    const [own = ''] = await linksIn(ownPaperPaths.list.to({}), await hers.open(false));
    expect(await textOf(await app.get(own, await hers.open(false)))).toContain(reason);
    expect((await app.get(own, await his.open(false))).status).toBe(404);
    expect((await app.get(own)).status).toBe(303);
    const again = await ask({ planNumber: hers.number, name: '見本 花子', birth: '1990-09-09' });
    await step(again, 'check', officer);
    await app.post(benefitPaths.decide.to({ callId }), { 'decide[]': [again] }, approver);
    expect((await step(again, 'cancel', approver, '入居を取りやめたため')).status).toBe(303);
    const all = await papers(await hers.open(false));
    for (const each of ['不支給決定', '支給決定通知書', '支給決定取消通知書']) expect(all).toContain(each);
  });

  test('a number of a case that was typed wrong shows nobody the letter of another', async () => {
    const before = await papers(await hers.open(false));
    const wrong = await ask({ planNumber: hers.number, name: '見本 三郎', birth: '1979-01-01' });
    await step(wrong, 'check', officer);
    await app.post(benefitPaths.decide.to({ callId }), { 'decide[]': [wrong] }, approver);
    expect((await stored(wrong)).state).toBe('decided');
    expect(await papers(await hers.open(false))).toBe(before);
    expect(JSON.stringify(await stored(wrong))).not.toContain(hers.number);
  });
});
