import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { giveConsent } from '../bases/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import type { CaseFile } from '../case-files/store.ts';
import { casePaths, ownPagePaths, ownPageStaffPaths } from '../paths.ts';
import { savePlan } from '../plans/actions.ts';
import { movePlan } from '../plans/moving.ts';
import { emptyRow } from '../plans/write.ts';
import { issueOwnPage } from './actions.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const elsewhere = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const it = system('test');
const today = tokyoDay(new Date());
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(db, it, async (tx) => (await tx.execute(statement)).rows);

const nobody = { kana: '', nickname: '', sex: '', birth: '', phone: '' };
async function receive(name = '川 岸子'): Promise<CaseFile> {
  return makeCase(
    { db, vault },
    {
      organisationId,
      assignedTo: mori.who.personId,
      identity: { ...nobody, name, email: '' },
      place: { postalCode: '', address: '見本町5' },
    },
  );
}
/** A case with a page; what was given to the person. */
async function given() {
  const caseFile = await receive();
  const slip = await issueOwnPage(db, it, { caseId: caseFile.id });
  return { caseFile, ...slip };
}
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
const device = (cookie: string) => ({ ...mori, cookie }) satisfies SignedIn;
const enter = (typed: { number: string; passphrase: string; safe?: string }) =>
  app.post(ownPagePaths.enter.to({}), { ...typed });
async function entered(slip: { number: string; passphrase: string }, safe = ''): Promise<SignedIn> {
  const { number, passphrase } = slip;
  const answer = await enter({ number, passphrase, ...(safe ? { safe } : {}) });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, ownPagePaths.page.to({})]);
  return device(cookiesOf(answer));
}
const page = async (as: SignedIn) => textOf(await app.get(ownPagePaths.page.to({}), as));
async function consent(caseFile: CaseFile) {
  const given = await giveConsent(db, it, {
    vault,
    caseId: caseFile.id,
    classes: ['basic'],
    organisationIds: [elsewhere.organisationId],
    purpose: '住まいを一緒に探すため',
    how: 'signed',
    wordsShown: '',
    givenOn: today,
    untilOn: '',
  });
  if (!given.ok) throw new Error(given.refusal);
  return given.value.id;
}

describe('the way in', () => {
  test('is a slip that a worker makes once; the passphrase stands nowhere', async () => {
    const { id: caseId } = await receive();
    const slip = await textOf(await app.post(ownPageStaffPaths.page.to({ caseId }), {}, mori));
    const number = /番号 (\d{4} \d{4})/.exec(slip)?.[1] ?? '';
    const passphrase = /合言葉 (\S+ \S+ \S+ \S+ \S+)/.exec(slip)?.[1] ?? '';
    expect(slip).not.toContain('川 岸子');
    const dump = JSON.stringify(await rows(sql`select * from own_page_keys, audit_events`));
    expect(dump).not.toContain(passphrase.replaceAll(' ', ''));
    expect(dump).toContain('$argon2id$');
    await entered({ number: number.normalize('NFKC'), passphrase: passphrase.replaceAll(' ', '　') });
    const again = await textOf(await app.get(ownPageStaffPaths.page.to({ caseId }), mori));
    expect(again).toContain('渡しました');
    expect(again).not.toContain(passphrase);
  });

  test('a colleague who is not named makes none, another organisation finds nothing', async () => {
    const { id: caseId } = await receive();
    const make = (as: SignedIn) => app.post(ownPageStaffPaths.page.to({ caseId }), {}, as);
    expect((await make(hayashi)).status).toBe(403);
    expect((await make(elsewhere)).status).toBe(404);
  });

  test('does not say which was wrong, and rests after five wrong tries, also for the right passphrase', async () => {
    const slip = await given();
    const wrong = () => enter({ number: slip.number, passphrase: 'そら そら そら そら そら' });
    const [first, unknown] = [await wrong(), await enter({ number: '11112222', passphrase: 'そら' })];
    const said = [await textOf(first), await textOf(unknown)];
    for (const words of said) expect(words).toContain('番号か合言葉がちがいます');
    expect(said.join()).not.toContain('そら');
    await inTransaction(db, it, (tx) =>
      tx.execute(sql`update own_page_tries set tries = 4 where number = ${slip.number}`),
    );
    await wrong();
    const right = await enter(slip);
    expect([right.status, (await right.text()).includes('しばらく使えません')]).toEqual([422, true]);
  });

  test('a new slip, closing by the worker and an hour end what was open', async () => {
    const one = await given();
    const first = await entered(one);
    const again = await issueOwnPage(db, it, { caseId: one.caseFile.id });
    expect((await app.get(ownPagePaths.page.to({}), first)).status).toBe(303);
    const second = await entered(again);
    expect((await app.get(ownPagePaths.page.to({}), second)).status).toBe(200);
    await rows(
      sql`update own_page_devices set expires_at = now() - interval '1 second' where case_id = ${one.caseFile.id}::uuid`,
    );
    expect((await app.get(ownPagePaths.page.to({}), second)).status).toBe(303);
    const third = await entered(again);
    await app.post(ownPageStaffPaths.revoke.to({ caseId: one.caseFile.id }), {}, mori);
    expect((await app.get(ownPagePaths.page.to({}), third)).status).toBe(303);
    expect((await enter(again)).status).toBe(422);
  });

  test('a device that the person keeps opens by one press, until they take it back', async () => {
    const slip = await given();
    const open = await entered(slip);
    const kept = await app.post(ownPagePaths.device.to({}), { keep: 'on' }, open);
    const own = device(cookiesOf(kept));
    expect(own.cookie).toContain('my-device=');
    expect((await app.get(ownPagePaths.page.to({}), own)).status).toBe(303);
    expect(await textOf(await app.get(ownPagePaths.enter.to({}), own))).toContain('この端末で開く');
    const pressed = await app.post(ownPagePaths.open.to({}), {}, own);
    expect((await app.get(ownPagePaths.page.to({}), device(cookiesOf(pressed)))).status).toBe(200);
    await app.post(ownPagePaths.device.to({}), { keep: '' }, open);
    const after = await app.post(ownPagePaths.open.to({}), {}, own);
    expect(after.headers.get('location')).toBe(ownPagePaths.enter.to({}));
  });

  test('leaving shuts the page and keeps nothing', async () => {
    const open = await entered(await given());
    const shown = await app.get(ownPagePaths.page.to({}), open);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    const left = await app.get(ownPagePaths.leave.to({}), open);
    expect(left.headers.get('clear-site-data')).toContain('cache');
    expect((await app.get(ownPagePaths.page.to({}), open)).status).toBe(303);
  });
});

describe('the page', () => {
  let caseFile: CaseFile;
  let open: SignedIn;
  let basisId: string;
  beforeAll(async () => {
    const made = await given();
    caseFile = made.caseFile;
    await rows(sql`update case_files set screening = 'supported', screened_on = received_on, consented_on = received_on,
      assessed_on = received_on, step = 'assessed' where id = ${caseFile.id}::uuid`);
    basisId = await consent(caseFile);
    open = await entered(made);
  });

  test('shows a plan only once the person has agreed to it, without the worker’s words', async () => {
    const row = { ...emptyRow, id: '', bearer: 'person', what: '家賃の相談に行く' };
    const saved = await savePlan(db, it, {
      vault,
      caseId: caseFile.id,
      version: 0,
      issues: '職員の見立て',
      longGoal: '自分の部屋で暮らす',
      goal: '家賃を払えるようにする',
      remark: '職員の覚え',
      careful: { violence: '話したくないこと' },
      startsOn: today,
      endsOn: '2099-03-31',
      monitorOn: '2099-01-10',
      isEmploymentTarget: false,
      rows: [row, { ...row, bearer: 'own', what: '一緒に窓口へ行く' }],
    });
    if (!saved.ok) throw new Error(saved.refusal);
    expect(await page(open)).toContain('まだプランはありません');
    const agreed = await movePlan(db, it, {
      vault,
      planId: saved.value.id,
      move: 'agree',
      on: today,
      how: 'signed',
    });
    expect(agreed.ok).toBe(true);
    const shown = await page(open);
    for (const told of [
      '自分の部屋で暮らす',
      '家賃を払えるようにする',
      'わたし ：家賃の相談に行く',
      '一緒に窓口へ行く',
    ])
      expect(shown).toContain(told);
    for (const hidden of ['職員の見立て', '職員の覚え', '話したくないこと', '見本町5', '川 岸子'])
      expect(shown).not.toContain(hidden);
  });

  test('says what is shared with whom, and who looked by day, organisation and role, without a name', async () => {
    await app.get(casePaths.case.to({ caseId: caseFile.id }), mori);
    const shown = await page(open);
    expect(shown).toContain('住まいを一緒に探すため');
    expect(shown).toContain('困りごと・暮らしの様子・プラン');
    expect(shown).toContain('担当の支援員');
    expect(shown).not.toContain('森 支援');
  });

  test('a correction becomes a task of the worker, and its answer is read on the page', async () => {
    await app.post(ownPagePaths.ask.to({}), { words: '名前の字が髙です' }, open);
    expect(await page(open)).toContain('名前の字が髙です');
    const caseId = caseFile.id;
    expect(await textOf(await app.get(casePaths.case.to({ caseId }), mori))).toContain('返事を待っています');
    const [task] = await rows(
      sql`select * from case_tasks where case_id = ${caseId}::uuid and done_at is null`,
    );
    expect(task).toMatchObject({ owner_id: mori.who.personId });
    const [request] = await rows(sql`select * from own_page_requests where case_id = ${caseId}::uuid`);
    expect(JSON.stringify(request)).not.toContain('髙');
    const to = { caseId, requestId: String(request?.['id']) };
    const answer = (fields: Record<string, string>, as = mori) =>
      app.post(ownPageStaffPaths.answer.to(to), { requestId: to.requestId, ...fields }, as);
    expect((await answer({ answer: 'refused' })).status).toBe(422);
    expect(
      (await answer({ answer: 'done', words: '直しました。教えてくださってありがとうございます' })).status,
    ).toBe(303);
    expect((await answer({ answer: 'done' })).status).toBe(422);
    expect(await page(open)).toContain('教えてくださってありがとうございます');
    expect(
      await rows(sql`select id from case_tasks where case_id = ${caseId}::uuid and done_at is null`),
    ).toEqual([]);
    expect(await textOf(await app.post(ownPagePaths.ask.to({}), { words: ' ' }, open))).toContain(
      '言葉を書いてください',
    );
  });

  test('a consent is taken back after reading what follows; it stops at once, once', async () => {
    const before = await textOf(await app.get(ownPagePaths.consent.to({ basisId }), open));
    expect(before).toContain('これから何も伝えません');
    const stranger = await entered(await given());
    expect((await app.post(ownPagePaths.consent.to({ basisId }), {}, stranger)).status).toBe(404);
    expect((await app.post(ownPagePaths.consent.to({ basisId }), {})).status).toBe(303);
    const [still] = await rows(sql`select withdrawn_at from case_bases where id = ${basisId}::uuid`);
    expect(still).toEqual({ withdrawn_at: null });
    const taken = await app.post(ownPagePaths.consent.to({ basisId }), {}, open);
    expect(taken.status).toBe(303);
    const next = await textOf(await app.get(taken.headers.get('location') ?? '', open));
    expect(next).toContain('取り消しました。すぐに止まりました');
    expect(taken.headers.getSetCookie()).toEqual([]);
    const twice = await app.post(ownPagePaths.consent.to({ basisId }), {}, open);
    expect([twice.status, (await textOf(twice)).includes('すでに取り消しています')]).toEqual([422, true]);
    const [row] = await rows(
      sql`select withdrawn_how, withdrawn_at from case_bases where id = ${basisId}::uuid`,
    );
    expect(row).toMatchObject({ withdrawn_how: 'own-page' });
    expect(row?.['withdrawn_at']).not.toBeNull();
    const shown = await page(open);
    expect(shown).toContain('取り消した');
    expect(shown).toContain('同意の取り消し');
  });

  test('in the safe mode titles are neutral, and what is inside waits until it is opened', async () => {
    await app.post(ownPagePaths.safe.to({}), { safe: 'on' }, open);
    const html = await (await app.get(ownPagePaths.page.to({}), open)).text();
    expect(html).toContain('<title>マイページ</title>');
    expect(html).toContain('<summary>メモ</summary>');
    expect(html).not.toContain('わたしのプラン');
    expect(html).not.toContain('<details open');
  });
});
