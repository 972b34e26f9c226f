import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { accountant, grantApprover, grantOfficer } from '../access.ts';
import { listChanges } from '../awards/changes/store.ts';
import { findAward } from '../awards/store.ts';
import { renewApplicant } from '../applicants/actions.ts';
import type { Account, ApplicantFacts } from '../applicants/rules.ts';
import { readApplication } from '../applications/open.ts';
import { receivedJob } from '../applications/papers/jobs.ts';
import { findApplication } from '../applications/store.ts';
import { makeSubsidyCall } from '../calls/fixtures.ts';
import {
  applicationPaths,
  applicationStaffPaths,
  awardLinkPaths,
  awardPaths,
  settlementPaths,
} from '../paths.ts';
import { grantPayments } from '../payments/tables.ts';
import { makeDecided, payOut, receipt } from './fixtures.ts';
import { listReturns } from './returns/store.ts';
import { findSettlement, listLines } from './store.ts';
import type { ReportStep } from './rules.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(app.db, system('test'), work);
const accounts = await app.signIn(accountant, { kind: 'prefecture', name: '会計 担当' });
const award = (awardId: string) => asSystem((tx) => findAward(tx, awardId));

type Decided = Awaited<ReturnType<typeof makeDecided>>;
async function staffOf({ bureauId }: Decided): Promise<{ officer: SignedIn; approver: SignedIn }> {
  const officer = await app.signIn(grantOfficer, { organisationId: bureauId, name: '補助 担当' });
  const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
  return { officer, approver };
}
const url = (token: string, step: ReportStep) => awardLinkPaths.report.to({ token, step });
const linesOf = (awardId: string) =>
  asSystem(async (tx) => {
    const settlement = await findSettlement(tx, awardId);
    return settlement ? listLines(tx, settlement.id) : [];
  });

const work = {
  version: '0',
  done: '毎月二回ひらきました',
  result: 'のべ300人',
  endedOn: '2027-02-20',
  count: '',
};
const costs = (spent: readonly [string, string], version = '1') => ({
  version,
  'lines.rows': '2',
  'lines.0.id': '',
  'lines.0.what': '食材',
  'lines.0.spent': spent[0],
  'lines.0.paidOn': '2026-07-01',
  'lines.1.id': '',
  'lines.1.what': '会場の光熱費',
  'lines.1.spent': spent[1],
  'lines.1.paidOn': '2026-08-01',
  income: '',
  tax: '',
});

function upload(name: string, file: File): FormData {
  const form = new FormData();
  form.set('for', name);
  form.set(`file-${name}`, file);
  return form;
}

/** The report as a group writes it, page by page. */
async function report({ token, awardId }: Decided, spent: readonly [string, string]): Promise<void> {
  expect((await app.post(url(token, 'work'), work)).status).toBe(303);
  expect((await app.post(url(token, 'costs'), costs(spent))).status).toBe(303);
  for (const { id, spentYen } of await linesOf(awardId))
    if (spentYen !== 0)
      expect((await app.post(url(token, 'receipts'), upload(id, receipt(id)))).status).toBe(303);
  expect((await app.post(url(token, 'papers'), upload('receipts', receipt(awardId)))).status).toBe(303);
  expect((await app.post(url(token, 'check'), {})).status).toBe(303);
}

async function inspect({ awardId }: Decided, officer: SignedIn, less: Record<number, string> = {}) {
  const lines = await linesOf(awardId);
  const accepted = Object.fromEntries(
    lines.map(({ id, spentYen }, at) => [`accepted.${id}`, less[at] ?? String(spentYen)]),
  );
  return app.post(
    settlementPaths.inspection.to({ awardId }),
    { ...accepted, remark: '確かめました' },
    officer,
  );
}
/** A letter of this kind, as the group reads it by its link. */
async function letterTo({ token }: Pick<Decided, 'token'>, title: string): Promise<string> {
  const list = await (await app.get(applicationPaths.letters.to({ token }))).text();
  const [, href] = new RegExp(`href="([^"]+)">${title}<`).exec(list) ?? [];
  if (!href) throw new Error(`no letter ${title}`);
  return textOf(await app.get(href));
}
const fix = ({ awardId }: Decided, seen: number, who: SignedIn, form: Record<string, string> = {}) =>
  app.post(settlementPaths.fix.to({ awardId }), { seen: String(seen), ...form }, who);

/** Money that came back, on the form that showed so many parts of it before. */
const refund = (returnId: string, yen: string, { as = accounts, seen = 0 } = {}) =>
  app.post(
    settlementPaths.refund.to({ returnId }),
    { [`yen-${returnId}`]: yen, [`on-${returnId}`]: tokyoDay(new Date()), seen: String(seen) },
    as,
  );

describe('a group reports by its link', () => {
  test('page by page, saved as typed, with what was planned standing there already', async () => {
    const decided = await makeDecided(place);
    const { token, awardId } = decided;
    const first = await app.get(url(token, 'costs'));
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await textOf(first)).toContain('計画 300,000円');
    await app.post(url(token, 'work'), { ...work, endedOn: '' });
    expect(await textOf(await app.get(url(token, 'check')))).toContain('事業が終わった日を書いてください');
    await app.post(url(token, 'work'), { ...work, version: '1' });
    await app.post(url(token, 'costs'), costs(['３００，０００円', ''], '2'));
    expect((await linesOf(awardId)).map(({ spentYen }) => spentYen)).toEqual([300_000, null]);
    const early = await app.post(url(token, 'check'), {});
    expect(early.status).toBe(422);
    expect(await textOf(early)).toContain('すべての費用に、使った金額を書いてください');
  });

  test('two who write at once: the second is told, and keeps what they typed', async () => {
    const { token } = await makeDecided(place);
    await app.post(url(token, 'work'), work);
    const late = await app.post(url(token, 'work'), { ...work, done: 'べつの人の文' });
    expect(late.status).toBe(422);
    const html = await late.text();
    expect(html).toContain('別の人が先に保存しました');
    expect(html).toContain('べつの人の文');
    expect(html).toContain('name="version" value="1"');
  });

  test('a receipt is a photograph; a page that calls itself one is refused and leaves nothing', async () => {
    const { token, awardId } = await makeDecided(place);
    await app.post(url(token, 'work'), work);
    await app.post(url(token, 'costs'), costs(['1000', '0']));
    const [line] = await linesOf(awardId);
    const script = new File(['<script>1</script>'], 'a.png', { type: 'image/png' });
    const refused = await app.post(url(token, 'receipts'), upload(line?.id ?? '', script));
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain('JPEG・PNG・WebP・PDF');
    expect((await app.post(url(token, 'receipts'), upload(line?.id ?? '', receipt('r')))).status).toBe(303);
    expect(await textOf(await app.get(url(token, 'receipts')))).toContain('r.png');
    // What the camera wrote into it is taken out before anything is compared: it is the same receipt.
    const twice = await app.post(
      url(token, 'receipts'),
      upload(line?.id ?? '', receipt('r', { telling: true })),
    );
    expect(await textOf(twice)).toContain('同じファイルがすでにあります');
    const strange = await app.post(url(token, 'receipts'), upload(crypto.randomUUID(), receipt('x')));
    expect(strange.status).toBe(422);
  });

  test('an unknown link opens nothing, and nobody of the office reads another office’s', async () => {
    const decided = await makeDecided(place);
    expect((await app.get(url('A'.repeat(43), 'work'))).status).toBe(404);
    expect((await app.post(url('A'.repeat(43), 'work'), work)).status).toBe(404);
    const stranger = await app.signIn(grantOfficer);
    const pages = [awardPaths.award.to(decided), settlementPaths.report.to({ ...decided, step: 'work' })];
    for (const page of pages) expect((await app.get(page, stranger)).status).toBeGreaterThanOrEqual(403);
    expect((await app.get(awardPaths.award.to(decided), accounts)).status).toBe(403);
    expect((await app.get(awardPaths.award.to(decided))).status).toBe(303);
  });
});

describe('the office', () => {
  test('inspects, fixes by a second person, and what was paid too much comes back until the account closes', async () => {
    const decided = await makeDecided(place);
    const { awardId, token, callId } = decided;
    const { officer, approver } = await staffOf(decided);
    await payOut(app.db, { callId, awardId, yen: 140_000 }, new Date('2026-07-01T03:00:00Z'));
    await report(decided, ['200000', '50000']);
    expect((await award(awardId)).state).toBe('reported');
    expect(await textOf(await app.get(url(token, 'check')))).toContain('報告全体の確認用の値');
    expect((await app.post(url(token, 'work'), { ...work, version: '2' })).status).toBe(422);
    expect((await fix(decided, 125_000, approver)).status).toBe(422);
    // 10,000 of the second cost are not accepted: (200,000 + 40,000) / 2
    expect((await inspect(decided, officer, { 1: '40000' })).status).toBe(303);
    const page = await textOf(await app.get(settlementPaths.inspection.to({ awardId }), approver));
    expect(page).toContain('補助金の額を120,000円に確定します');
    expect(page).toContain('払いすぎた20,000円の返還を命じます');
    expect((await fix(decided, 120_000, officer)).status).toBe(403);
    expect((await fix(decided, 125_000, approver)).status).toBe(422);
    expect((await fix(decided, 120_000, approver, { returnBy: '2027-04-30' })).status).toBe(303);
    expect(await award(awardId)).toMatchObject({
      state: 'fixed',
      decidedYen: 140_000,
      paidYen: 140_000,
      settledYen: 120_000,
    });
    const group = await textOf(await app.get(awardLinkPaths.award.to({ token })));
    for (const said of ['確定した額', '120,000円', '返還待ち', '20,000円']) expect(group).toContain(said);
    const letter = await letterTo(decided, '額の確定通知書');
    for (const said of [
      /交付決定額 金175,000円/,
      /確定額 金120,000円/,
      /返還額 金20,000円/,
      /第\d+号/,
      /教示/,
    ])
      expect(letter).toMatch(said);
    const order = await letterTo(decided, '返還命令書');
    for (const said of [/返還を命じる額 金20,000円/, /返還の期限 令和9年4月30日/, /第\d+号/, /教示/])
      expect(order).toMatch(said);
    const close = () => app.post(awardPaths.close.to({ awardId }), {}, officer);
    expect((await close()).status).toBe(422);
    const [owed] = await asSystem((tx) => listReturns(tx, awardId));
    const returnId = owed?.id ?? '';
    expect((await refund(returnId, '20000', { as: officer })).status).toBe(403);
    expect((await refund(returnId, '20001')).status).toBe(422);
    expect((await refund(returnId, '5000')).status).toBe(303);
    // Pressed twice: the form that was shown before the first part came in takes no second one.
    const twice = await refund(returnId, '5000');
    expect([twice.status, await textOf(twice)]).toEqual([422, expect.stringContaining('表示されたあとで')]);
    expect((await award(awardId)).paidYen).toBe(135_000);
    expect((await refund(returnId, '15000', { seen: 1 })).status).toBe(303);
    expect((await close()).status).toBe(303);
    expect(await award(awardId)).toMatchObject({
      state: 'closed',
      decidedYen: 120_000,
      paidYen: 120_000,
      settledYen: 120_000,
    });
    expect(await textOf(await app.get(awardLinkPaths.award.to({ token })))).toContain('すべて終わりました');
  });

  test('fixes less than was decided: the rest is free again, and what is owed is ordered to be paid', async () => {
    const decided = await makeDecided(place);
    const { awardId } = decided;
    const { officer, approver } = await staffOf(decided);
    await report(decided, ['300000', '0']);
    await inspect(decided, officer);
    expect((await fix(decided, 150_000, approver)).status).toBe(303);
    expect(await award(awardId)).toMatchObject({ state: 'fixed', decidedYen: 150_000, paidYen: 0 });
    const orders = await asSystem((tx) => tx.select().from(grantPayments));
    expect(orders.filter((order) => order.awardId === awardId)).toMatchObject([
      { kind: 'final', yen: 150_000, state: 'ordered', orderedBy: null },
    ]);
    expect((await fix(decided, 150_000, approver)).status).toBe(422);
  });

  test('orders consumption tax back that the group tells of once the amount is fixed, and it comes in', async () => {
    const decided = await makeDecided(place);
    const { awardId, token, callId } = decided;
    const { officer, approver } = await staffOf(decided);
    const tell = () =>
      app.post(awardLinkPaths.ask.to({ token, kind: 'tax' }), {
        method: 'full',
        at10: '220,000',
        at8: '',
        common10: '',
        common8: '',
        ratio: '',
        reason: '確定申告書の写しのとおりです',
      });
    const early = await tell();
    expect(early.status).toBe(422);
    await payOut(app.db, { callId, awardId, yen: 175_000 }, new Date('2026-07-01T03:00:00Z'));
    await report(decided, ['300000', '50000']);
    await inspect(decided, officer);
    expect((await fix(decided, 175_000, approver)).status).toBe(303);
    expect(await textOf(await app.get(awardLinkPaths.award.to({ token })))).toContain(
      '消費税仕入控除税額の報告',
    );
    expect((await tell()).status).toBe(303);
    const changeId = (await asSystem((tx) => listChanges(tx, awardId))).at(-1)?.id ?? '';
    const move = (to: string, who: SignedIn) =>
      app.post(awardPaths.move.to({ changeId }), { move: to, answer: '' }, who);
    expect((await move('approve', approver)).status).toBe(422);
    expect((await move('check', officer)).status).toBe(303);
    expect((await move('approve', approver)).status).toBe(303);
    // 220,000 with tax hold 20,000 of it, and the grant paid half.
    expect(await award(awardId)).toMatchObject({
      decidedYen: 175_000,
      paidYen: 175_000,
      settledYen: 165_000,
    });
    expect(await letterTo(decided, '返還命令書')).toMatch(/返還を命じる額 金10,000円/);
    const owed = await asSystem((tx) => listReturns(tx, awardId));
    expect(owed).toMatchObject([{ kind: 'tax', yen: 10_000, surcharge: false, state: 'ordered' }]);
    expect((await refund(owed[0]?.id ?? '', '10000')).status).toBe(303);
    expect((await app.post(awardPaths.close.to({ awardId }), {}, officer)).status).toBe(303);
    expect(await award(awardId)).toMatchObject({
      state: 'closed',
      decidedYen: 165_000,
      paidYen: 165_000,
      settledYen: 165_000,
    });
  });

  test('sends a report back with words: the group reads them, mends it and sends it again', async () => {
    const decided = await makeDecided(place);
    const { awardId, token } = decided;
    const { officer } = await staffOf(decided);
    await report(decided, ['100000', '50000']);
    const back = (reason: string) => app.post(settlementPaths.sendBack.to({ awardId }), { reason }, officer);
    expect((await back(' ')).status).toBe(422);
    expect((await back('食材の領収書が読めません')).status).toBe(303);
    const page = await textOf(await app.get(url(token, 'work')));
    expect(page).toContain('食材の領収書が読めません');
    expect(page).toContain('毎月二回ひらきました');
    expect((await app.post(url(token, 'check'), {})).status).toBe(303);
    expect(await asSystem((tx) => findSettlement(tx, awardId))).toMatchObject({ state: 'submitted' });
  });

  test('writes a report that came on paper into the same record', async () => {
    const decided = await makeDecided(place);
    const { awardId } = decided;
    const { officer } = await staffOf(decided);
    const step = (to: ReportStep) => settlementPaths.report.to({ awardId, step: to });
    expect((await app.post(step('work'), work, officer)).status).toBe(303);
    expect(await textOf(await app.get(url(decided.token, 'work')))).toContain('毎月二回ひらきました');
  });
});

test('nothing that a group wrote stands in a table in plain words', async () => {
  const decided = await makeDecided(place);
  await report(decided, ['100000', '50000']);
  const rows = await asSystem(async (tx) => {
    const settlement = await findSettlement(tx, decided.awardId);
    return [settlement, await listLines(tx, settlement?.id ?? '')];
  });
  const text = JSON.stringify(rows);
  for (const word of ['毎月二回', 'のべ300人', '食材']) expect(text).not.toContain(word);
});

test('a report that is no longer as it was received is an alarm of the night; one that was inspected and fixed is none', async () => {
  const whole = await makeDecided(place);
  const changed = await makeDecided(place);
  for (const each of [whole, changed]) await report(each, ['200000', '0']);
  const { officer, approver } = await staffOf(whole);
  await inspect(whole, officer, { 0: '150000' });
  expect((await fix(whole, 75_000, approver)).status).toBe(303);
  const [line] = await linesOf(changed.awardId);
  await asSystem((tx) =>
    tx.$client.query('update grant_settlement_lines set spent_yen = 300000 where id = $1', [line?.id]),
  );
  const night = receivedJob({ ...app.tools, publicUrl: 'http://localhost' });
  const alarms = async () => {
    await night.run({ db: app.db, who: system('test'), now: new Date(), log: makeLog('silent') }, {});
    const { rows } = await asSystem((tx) =>
      tx.$client.query<{ id: string }>(`select application_id as id from grant_alarms`),
    );
    return rows.map(({ id }) => id);
  };
  expect(await alarms()).toEqual([changed.applicationId]);
  expect(await alarms()).toEqual([changed.applicationId]);
  const shown = await app.get(
    applicationStaffPaths.application.to(changed),
    (await staffOf(changed)).officer,
  );
  expect(await textOf(shown)).toContain('実績報告の内容が、受け付けたときと違います');
});

test('next year a group begins with what it spent and where the money went, sees it, and changes what is different', async () => {
  const decided = await makeDecided(place);
  const { token, callId, terms, applicationId } = decided;
  await report(decided, ['290000', '0']);
  const questions = terms.questions.map((each) =>
    each.code === 'costs' ? { ...each, fillFrom: 'last-report' as const } : each,
  );
  const next = await makeSubsidyCall(app.db, { previousId: callId, terms: { questions } });
  // The office put the account right when a transfer came back.
  await asSystem(async (tx) => {
    const { applicantId } = await findApplication(tx, applicationId);
    const { vault } = app.tools;
    const opened = await readApplication(tx, vault, applicationId);
    const account = { ...opened.account, number: '7654321' } as Account;
    const facts = opened.applicant as ApplicantFacts;
    await renewApplicant(tx, vault, { id: applicantId ?? '', facts, account });
  });
  const begun = await app.post(applicationPaths.again.to({ token }), { callId: next.callId });
  const own = begun.headers.get('location')?.split('/').at(-1) ?? '';
  const costsUrl = applicationPaths.question.to({ token: own, code: 'costs' });
  const shown = await (await app.get(costsUrl)).text();
  expect(shown).toContain('value="290000"');
  expect(shown).not.toContain('value="300000"');
  expect(shown).not.toContain('会場の光熱費');
  expect(shown).toContain('前に書いたことから入れてあります');
  expect(await (await app.get(applicationPaths.account.to({ token: own }))).text()).toContain(
    'value="7654321"',
  );
  const overview = applicationPaths.overview.to({ token: own });
  expect(await textOf(await app.get(overview))).toContain('前の申請・報告から');
  const base = /name="base.costs" value="(\d+)"/.exec(shown)?.[1] ?? '';
  const changed = {
    'base.costs': base,
    'q.costs.rows': '1',
    'q.costs.0.what': '食材',
    'q.costs.0.yen': '310000',
    'q.costs.0.eligible': 'on',
  };
  expect((await app.post(costsUrl, changed)).status).toBe(303);
  const after = await (await app.get(costsUrl)).text();
  expect(after).toContain('value="310000"');
  expect(after).not.toContain('前に書いたことから入れてあります');
});
