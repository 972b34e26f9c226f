import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { type DeskWorld, staff, startDeskWorld } from './support/desks.ts';
import { leaveNote, walkTheGuide } from './support/guide.ts';
import { follow, mainText, press, shows } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { printed } from './support/printed.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let worker: Page;
let supervisor: Page;
let address = '';
beforeAll(async () => {
  world = await startDeskWorld();
  browser = await openBrowser();
  worker = await signedInPage(browser, { url: world.url, email: people.caseWorker });
  supervisor = await signedInPage(browser, {
    url: world.url,
    email: people.caseSupervisor,
    javaScript: false,
    width: 390,
  });
}, 240_000);
afterAll(() => world.stop());

const fill = (page: Page, label: RegExp, text: string) => page.getByLabel(label).first().fill(text);
const day = (ahead: number) => new Date(Date.now() + (ahead * 24 + 9) * 3_600_000).toISOString().slice(0, 10);

test('a note made with the guide becomes a contact, and the contact a case, without anybody telling it twice', async () => {
  const person = await newPage(browser, { javaScript: false, width: 390 });
  await walkTheGuide(person, world);
  const code = await leaveNote(person, '家賃を二か月払えていません。');
  const counsellor = await signedInPage(browser, { url: world.url, email: staff.livelihood });
  await counsellor.goto(`${world.url}/staff/consultations`);
  await follow(counsellor, 'メモのコード');
  await counsellor.getByRole('textbox', { name: 'コード' }).fill(code);
  await counsellor.getByRole('radio', { name: '電話' }).check();
  await press(counsellor, 'メモを開く');
  await follow(counsellor, '支援ケースにする');
  await counsellor.getByRole('radio', { name: /生活困窮の相談窓口/ }).check();
  await press(counsellor, '次へ');
  await fill(counsellor, /^ほかに伝えること/, '家賃を二か月払えていません。');
  await fill(counsellor, /^呼び名/, 'あやさん');
  await counsellor.getByLabel(/^同意の方法/).selectOption({ label: '口頭' });
  await counsellor.getByRole('checkbox', { name: /本人が同意した/ }).check();
  await expectSound(counsellor, 'case-hand-off');
  await press(counsellor, '同意を記録し、支援ケースにする');
  await shows(counsellor, /支援ケースになりました|支援ケースにしました/);
  await worker.goto(`${world.url}/staff/cases?range=unassigned`);
  await worker
    .getByRole('row', { name: /あやさん/ })
    .getByRole('link')
    .click();
  await shows(worker, '相談から引き継いだこと');
  address = worker.url().replace(/\?.*/, '');
  await expect.poll(() => mainText(worker)).toContain('家賃を二か月払えていません');
  await worker.getByLabel(/^担当する人/).selectOption({ label: '見本 森' });
  await press(worker, '担当を決める');
  await shows(worker, '担当を決めました');
  await expectSound(worker, 'case-begun');
});

test('it is screened, agreed and assessed; the plan is the person’s, met about, and decided by the supervisor', async () => {
  await follow(worker, 'この段階に進む');
  await fill(worker, /^本人の主訴・状況/, '家賃を二か月払えていない。仕事が減った。');
  await worker.getByRole('radio', { name: /継続支援し、プランを策定する/ }).check();
  await expectSound(worker, 'case-intake');
  await press(worker, '判断を記録する');
  await shows(worker, '記録しました');
  await press(worker, '記録する');
  await shows(worker, '記録しました');
  await follow(worker, 'この段階に進む');
  await expectSound(worker, 'case-assessment');
  await press(worker, 'アセスメントを終える');
  await shows(worker, '記録しました');
  await worker.goto(`${address}/plan/edit`);
  await fill(worker, /^解決したい課題/, '家賃を二か月払えていない');
  await fill(worker, /^このプランで届きたい目標/, '家賃の滞納がなくなる');
  await fill(worker, /^何をするか/, '家計の記録をつける');
  await worker
    .getByLabel(/^担い手/)
    .first()
    .selectOption({ label: '本人' });
  await worker
    .getByLabel(/^いつから/)
    .last()
    .fill(day(0));
  await worker
    .getByLabel(/^いつまで/)
    .last()
    .fill(day(90));
  await fill(worker, /^次に様子を確かめる日/, day(30));
  await expectSound(worker, 'plan-edit');
  await press(worker, '保存する');
  await shows(worker, 'プランを保存しました');
  await worker.getByRole('radio', { name: '口頭' }).check();
  await press(worker, '本人の同意・申込を記録する');
  await shows(worker, '本人の同意を記録しました');
  await worker.getByRole('radio', { name: 'このプランでよい' }).check();
  await press(worker, '支援調整会議の結果を記録する');
  await shows(worker, '会議の結果を記録しました');
  await expectSound(worker, 'plan-met');
  await supervisor.goto(`${address}/plan`);
  await press(supervisor, 'プランを確認する');
  await expect.poll(() => mainText(supervisor)).toContain('支援が始まります');
});

test('it is referred to an organisation without an account, whose answers come by telephone, until the sender has heard how it went', async () => {
  await worker.goto(`${address}/bases`);
  await worker
    .getByLabel(/^伝える相手/)
    .first()
    .selectOption({ label: 'NPO法人 見本しずかな部屋' });
  await worker.getByRole('checkbox', { name: /困りごと・暮らしの様子/ }).check();
  await fill(worker, /^目的/, '昼に過ごせる場所を持つため');
  await press(worker, '同意を記録する');
  await shows(worker, '同意を記録しました');
  await worker.goto(`${address}/refer?q=${encodeURIComponent('見本しずかな部屋')}`);
  await follow(worker, /ここにつなぐ\s*：NPO法人 見本しずかな部屋/);
  await fill(worker, /^依頼したいこと/, '週に二日、昼に過ごせる場所をお願いします。');
  await expectSound(worker, 'referral-fill');
  await press(worker, '下書きにして確かめる');
  await shows(worker, '週に二日、昼に過ごせる場所');
  await press(worker, '送る');
  for (const answer of ['引き受ける', '本人と会えた', '支援が終わった']) {
    await worker.locator('summary').filter({ hasText: '電話で聞いた返事を記録する' }).click();
    await press(worker, answer);
    await worker.getByRole('button', { name: answer }).first().waitFor({ state: 'hidden' });
    await shows(worker, '記録しました');
  }
  await worker.getByLabel(/^その後の様子/).selectOption({ index: 1 });
  await expectSound(worker, 'referral-served');
  await press(worker, 'その後を記録して終える');
  await expect
    .poll(() =>
      world.query(
        "select r.state, string_agg(m.move || ' ' || m.by, ', ' order by m.at) as moves from referrals r join referral_moves m on m.referral_id = r.id where r.case_id = $1 group by r.id",
        [address.split('/').at(-1)],
      ),
    )
    .toEqual([
      {
        state: 'closed',
        moves: 'send account, accept telephone, contact telephone, serve telephone, close account',
      },
    ]);
});

test('the plan is reviewed with the person, its sheet prints on A4, and the case ends with its reason', async () => {
  await worker.goto(`${address}/review`);
  await fill(worker, /^目標にどこまで届いたか/, '滞納を分けて払う約束ができた。');
  await worker.getByRole('checkbox', { name: '家計の改善' }).check();
  await worker.getByRole('radio', { name: '終結' }).check();
  await worker.getByLabel(/^終結の理由/).selectOption({ index: 1 });
  await expectSound(worker, 'case-review');
  await press(worker, '評価を保存する');
  await shows(worker, '評価を保存しました');
  await supervisor.goto(`${address}/review`);
  await press(supervisor, '評価を確認する');
  await shows(supervisor, '評価を確認しました');
  await worker.goto(`${address}/sheets/review`);
  expect((await printed(worker)).pages).toBe(1);
  await worker.goto(address);
  await worker.getByLabel(/^終える理由/).selectOption({ index: 1 });
  await press(worker, 'ケースを終える');
  await shows(worker, 'ケースを終えました');
  await expectSound(worker, 'case-closed');
});
