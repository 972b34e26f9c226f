import { readdir } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { sweepFiles } from '#platform/files/sweep.ts';
import { makeLog } from '#platform/log.ts';
import type { SealedPlace } from '#platform/retention/places.ts';
import { wordsInClear } from '#platform/testing/dump.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer, grantPartner } from '../access.ts';
import { makeDraftApplication, pixel } from '../applications/fixtures.ts';
import { receivedJob } from '../applications/papers/jobs.ts';
import { makeYouthCall } from '../benefits/fixtures.ts';
import { countRecipients, findBenefit } from '../benefits/store.ts';
import { makeOneShotCall } from '../calls/fixtures.ts';
import { moveMoney } from '../ledger/actions.ts';
import { checkMoney } from '../ledger/check.ts';
import { readBudget } from '../ledger/store.ts';
import { applicationStaffPaths, benefitPaths, retentionPaths, reviewPaths } from '../paths.ts';
import { makeDecided, payOut } from '../settlements/fixtures.ts';
import { eraseDueGrants } from './erase.ts';
import { eraseGrantsJob } from './jobs.ts';
import * as lists from './places.ts';

const app = await testApp();
const { db, tools } = app;
const partner = await app.signIn(grantPartner, { kind: 'npo', name: '連携 担当' });
const officer = await app.signIn(grantOfficer, { name: '補助 担当' });
const bureauId = officer.organisationId;
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
const stranger = await app.signIn(grantApprover, { name: 'よその 決裁' });
const it = system('test');
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, it, work);
const rows = <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  asSystem(async (tx) => (await tx.execute<Row>(statement)).rows);
const erase = () => eraseDueGrants(db, system(eraseGrantsJob.name));
const today = tokyoDay(new Date());

const toGroup = await makeYouthCall(db, { bureauId, budgetYen: 500_000 });
const toPerson = await makeYouthCall(db, { bureauId, budgetYen: 500_000, rules: { payee: 'person' } });
const account = {
  bank: '0999',
  bankName: 'レイジ銀行',
  branch: '101',
  branchName: '見本',
  accountKind: '1',
  accountNumber: '7654321',
  holder: 'やまね しずくのこ',
};
async function must(answer: Promise<Response>): Promise<Response> {
  const got = await answer;
  if (got.status !== 303) throw new Error(`${got.status} ${(await textOf(got)).slice(0, 900)}`);
  return got;
}
const payee = {
  organisationId: partner.organisationId,
  corporateNumber: '',
  representative: '理事長 見本 港',
  address: '横浜市見本区一丁目1番',
  phone: '045-000-0001',
};
await must(app.post(benefitPaths.payee.to({}), { ...payee, ...account, accountNumber: '12345' }, partner));
const step = (benefitId: string, name: string, as: SignedIn, reason = '') =>
  must(app.post(benefitPaths.step.to({ benefitId, step: name }), { [`reason-${name}`]: reason }, as));

interface Told {
  readonly name: string;
  readonly why: string;
}
async function ask({ callId }: { callId: string }, { name, why }: Told): Promise<string> {
  const form = {
    organisationId: partner.organisationId,
    name,
    birth: '2006-05-01',
    address: '見本町五丁目の青い屋根',
    phone: '045-000-0077',
    'answer-here': 'yes',
    'answer-same-cost': 'no',
    use: 'exam',
    why,
    askedYen: '35000',
    consent: 'on',
    ...account,
  };
  const asked = await must(app.post(benefitPaths.new.to({ callId }), form, partner));
  return asked.headers.get('location')?.split('/').at(-1) ?? '';
}

const stored = (id: string) => asSystem((tx) => findBenefit(tx, id));

/** Decided, ordered to be paid, paid; to a group: handed on against a receipt that two persons signed, and told about. */
async function paid(call: { callId: string }, told: Told): Promise<string> {
  const benefitId = await ask(call, told);
  await step(benefitId, 'check', officer);
  await must(app.post(benefitPaths.decide.to(call), { 'decide[]': [benefitId] }, approver));
  await must(app.post(benefitPaths.pay.to(call), { 'pay[]': [benefitId], dueOn: today }, officer));
  const { awardId, yen } = await stored(benefitId);
  const moves = [{ awardId, kind: 'pay', yen } as const];
  await asSystem((tx) => moveMoney(tx, { ...call, moves }, new Date()));
  return benefitId;
}

async function handOn(benefitId: string): Promise<void> {
  const data = new FormData();
  for (const [name, value] of Object.entries({ yen: '35000', on: today, way: 'cash' }))
    data.append(name, value);
  data.append('receipt', new File([Uint8Array.from(pixel)], '受領書.png', { type: 'image/png' }));
  await must(app.post(benefitPaths.handOn.to({ benefitId }), data, partner));
  const outcome = { outcome: 'school', outcomeOn: today, outcomeWords: '志望した学校に入った' };
  await must(app.post(benefitPaths.outcome.to({ benefitId }), outcome, partner));
}

/** As if everything about it had happened so many years (and a day) before; its account was closed then. */
async function yearsAgo(benefitId: string, years: number): Promise<void> {
  const then = sql`make_interval(years => ${years}, days => 1)`;
  await rows(sql`update grant_benefit_steps set at = at - ${then} where benefit_id = ${benefitId}::uuid`);
  await rows(sql`update grant_hand_ons set "on" = "on" - ${then} where benefit_id = ${benefitId}::uuid`);
  await rows(
    sql`update grant_benefits set outcome_on = outcome_on - ${then} where id = ${benefitId}::uuid and outcome_on is not null`,
  );
  await rows(sql`update grant_awards set state = 'closed', closed_at = now() - ${then}
    where application_id in (select application_id from grant_benefits where id = ${benefitId}::uuid)`);
}

/** Everything sealed that lies at these places: whoever kept a key and finds one of these again could read it. */
async function sealedAt(places: readonly SealedPlace[], ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, by } of places) {
    const read = await rows<{ row: Record<string, unknown> }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.identifier(by)} = any(${sql.param([...ids])}::uuid[])`,
    );
    for (const { row } of read)
      for (const [column, value] of Object.entries(row))
        if (column.startsWith('sealed') && typeof value === 'string' && value) found.push(value);
  }
  return found;
}

async function sealedOf(benefitIds: readonly string[]): Promise<string[]> {
  const benefits = await Promise.all(benefitIds.map(stored));
  const applications = benefits.flatMap(({ applicationId }) => applicationId ?? []);
  const blinds = await rows<{ blind: string }>(
    sql`select blind from grant_recipients where id = any(${sql.param(benefits.map((each) => each.recipientId))}::uuid[])`,
  );
  return [
    ...(await sealedAt(lists.benefitPlaces, benefitIds)),
    ...(await sealedAt(lists.applicationPlaces, applications)),
    ...(await sealedAt(
      lists.awardPlaces,
      benefits.flatMap(({ awardId }) => awardId ?? []),
    )),
    ...blinds.map(({ blind }) => blind),
  ];
}

const page = async (benefitId: string, as = officer) =>
  textOf(await app.get(benefitPaths.benefit.to({ benefitId }), as));

describe('benefits to persons', () => {
  test('name, circumstances, letters, receipts and accounts go when the years are over; sums, numbers and heads stay', async () => {
    const grouped = await paid(toGroup, { name: '山根 雫之子', why: '看護学校の入学金の残り' });
    await handOn(grouped);
    const direct = await paid(toPerson, { name: '川辺 岸之介', why: '引っ越しのトラック代' });
    const refused = await ask(toPerson, { name: '沢口 泉之進', why: '免許の教習料' });
    await step(refused, 'check', officer);
    await step(refused, 'refuse', approver, '二重の申請のため');
    const due = [grouped, direct, refused];
    for (const id of due) await yearsAgo(id, 5);
    const younger = await paid(toPerson, { name: '野原 若之丞', why: '運転免許' });
    await yearsAgo(younger, 4);
    const open = await paid(toGroup, { name: '峰岸 渡之助', why: '受験料' });
    await yearsAgo(open, 9);
    const payees = [await stored(direct), await stored(grouped)].map(({ payeeId }) => payeeId ?? '');
    const [ofPerson, ofGroup] = await Promise.all(payees.map((id) => sealedAt(lists.applicantPlaces, [id])));
    const personal = [...(await sealedOf(due)), ...(ofPerson ?? [])].filter(
      (each) => !ofGroup?.includes(each),
    );
    expect(personal.length).toBeGreaterThan(20);
    expect(await wordsInClear(db, personal)).not.toEqual([]);
    const letter =
      /href="([^"]*\/letters\/[^"]+)"/.exec(
        await (await app.get(benefitPaths.benefit.to({ benefitId: direct }), officer)).text(),
      )?.[1] ?? '';
    expect((await app.get(letter, officer)).status).toBe(200);
    const figures = () =>
      asSystem(async (tx) => [
        await readBudget(tx, toGroup.callId),
        await readBudget(tx, toPerson.callId),
        await countRecipients(tx, toGroup.callId),
        await countRecipients(tx, toPerson.callId),
      ]);
    const before = await figures();

    expect(await erase()).toMatchObject({ benefit: 3 });

    expect(await wordsInClear(db, personal)).toEqual([]);
    // The group is paid for others still: its account stays its own, and lies with no payment of who was erased.
    const { awardId } = await stored(grouped);
    expect(await sealedAt(lists.awardPlaces, [awardId ?? ''])).toEqual([]);
    expect(await sealedAt(lists.applicantPlaces, [payees[1] ?? ''])).toEqual(ofGroup);
    const said = ['山根 雫之子', '川辺 岸之介', '沢口 泉之進', '青い屋根', '045-000-0077', '7654321'];
    expect(await wordsInClear(db, [...said, '志望した学校', '二重の申請', '教習料'])).toEqual([]);
    expect(await figures()).toEqual(before);
    for (const id of due) {
      expect(await stored(id)).toMatchObject({ sealedKey: null, sealed: null, caseKey: null });
      const shown = await page(id);
      expect(shown).toContain('保存期間が過ぎたため消しました');
      expect(shown).not.toMatch(/雫之子|岸之介|泉之進/);
    }
    expect((await app.get(letter, officer)).status).toBe(404);
    expect(await stored(grouped)).toMatchObject({ state: 'decided', yen: 35_000, outcome: 'school' });
    expect(await page(younger)).toContain('野原 若之丞');
    // Not handed on to the person yet: the group still owes it, however long ago.
    expect(await page(open)).toContain('峰岸 渡之助');
    expect(await erase()).toMatchObject({ benefit: 0 });
    const proof = await rows(sql`select kind, things, years from grant_erasures where kind = 'benefit'`);
    expect(proof).toEqual([{ kind: 'benefit', things: 3, years: 5 }]);
    const events = await rows(sql`select facts from audit_events where event = 'grant-retention.erase'`);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/山根|川辺|沢口/);
  });

  test('the file of a receipt goes with its row; one that stands behind another benefit stays', async () => {
    const [first, second] = [
      await paid(toGroup, { name: '谷川 一之丞', why: '受験料' }),
      await paid(toGroup, { name: '谷川 二之丞', why: '受験料' }),
    ];
    await handOn(first);
    await rows(sql`insert into grant_hand_ons (benefit_id, bureau_id, organisation_id, kind, yen, "on", way, file_id, sha256,
        receipt_id, sealed_key, media_type, scan, at)
      select ${second}::uuid, bureau_id, organisation_id, kind, yen, "on", way, file_id, sha256, receipt_id, sealed_key, media_type,
        scan, at from grant_hand_ons where benefit_id = ${first}::uuid`);
    const [file] = await rows<{ id: string; sha256: string }>(
      sql`select f.id, f.sha256 from files f join grant_hand_ons h on h.file_id = f.id where h.benefit_id = ${first}::uuid`,
    );
    if (!file) throw new Error('no receipt was kept');
    const { id: fileId, sha256 } = file;
    const bytes = async () => {
      await sweepFiles(db, it, tools.files, new Date(Date.now() + 2 * 86_400_000));
      return (await readdir(tools.files.folder, { recursive: true })).some((name) => name.endsWith(sha256));
    };
    const known = () => rows(sql`select id from files where id = ${fileId}::uuid`);
    await yearsAgo(first, 6);
    expect(await erase()).toMatchObject({ benefit: 1 });
    expect(await known()).toHaveLength(1);
    expect(await bytes()).toBe(true);
    await yearsAgo(second, 6);
    expect(await erase()).toMatchObject({ benefit: 1 });
    expect(await known()).toHaveLength(0);
    expect(await bytes()).toBe(false);
  });

  test('who was erased asks again as somebody new', async () => {
    const told = { name: '滝沢 再之介', why: '受験料' };
    const first = await paid(toPerson, told);
    await yearsAgo(first, 6);
    const { recipientId, payeeId } = await stored(first);
    await erase();
    const again = await stored(await paid(toPerson, told));
    expect(again.recipientId).not.toBe(recipientId);
    expect(again.payeeId).not.toBe(payeeId);
    expect(await page(again.id)).toContain('滝沢 再之介');
  });
});

describe('applications of groups', () => {
  const numberOf = async (id: string) =>
    (await rows<{ number: string }>(sql`select number from grant_applications where id = ${id}::uuid`))[0]
      ?.number ?? '';
  const closed = async (years: number) => {
    const made = await makeDecided({ db, vault: tools.vault, files: tools.files }, { bureauId });
    await payOut(db, { callId: made.callId, awardId: made.awardId, yen: 175_000 }, new Date());
    const then = sql`make_interval(years => ${years}, days => 1)`;
    await rows(
      sql`update grant_steps set at = now() - ${then} where application_id = ${made.applicationId}::uuid`,
    );
    await rows(
      sql`update grant_awards set state = 'closed', closed_at = now() - ${then} where id = ${made.awardId}::uuid`,
    );
    return { ...made, number: await numberOf(made.applicationId) };
  };
  const show = async (applicationId: string) =>
    (await app.get(applicationStaffPaths.application.to({ applicationId }), officer)).status;

  test('answers, papers, links and accounts go; the award is counted on, and no night finds anything wrong', async () => {
    const old = await closed(5);
    const young = await closed(4);
    const sealed = [
      ...(await sealedAt(lists.applicationPlaces, [old.applicationId])),
      ...(await sealedAt(lists.awardPlaces, [old.awardId])),
      ...(await sealedAt(lists.applicantPlaces, [old.applicantId])),
    ];
    expect(sealed.length).toBeGreaterThan(5);
    const budget = await asSystem((tx) => readBudget(tx, old.callId));
    expect(await erase()).toMatchObject({ application: 1 });
    expect(await wordsInClear(db, sealed)).toEqual([]);
    expect([await show(old.applicationId), await show(young.applicationId)]).toEqual([404, 200]);
    const list = await textOf(await app.get(reviewPaths.list.to({}, { call: old.callId }), officer));
    expect(list).not.toContain(old.number);
    expect(await asSystem((tx) => readBudget(tx, old.callId))).toEqual(budget);
    const kept = await rows(sql`select p.number, a.name is not null as named, w.decided_yen::int as yen
      from grant_applications p join grant_applicants a on a.id = p.applicant_id join grant_awards w on w.application_id = p.id
      where p.id = ${old.applicationId}::uuid`);
    expect(kept).toEqual([{ number: old.number, named: true, yen: 175_000 }]);
    const job = receivedJob({ vault: tools.vault, files: tools.files, publicUrl: tools.publicUrl });
    await job.run({ db, who: it, now: new Date(), log: makeLog('silent') }, {});
    expect(await rows(sql`select kind from grant_alarms`)).toEqual([]);
    expect(await checkMoney(db, it, new Date())).toEqual([]);
  });

  test('a draft that was never sent goes a year after its last word, with its link', async () => {
    const { callId } = await makeOneShotCall(db, { bureauId });
    const place = { db, vault: tools.vault, files: tools.files };
    const begun = async (days: number, lastWord: number) => {
      const draft = await makeDraftApplication(place, { callId });
      const id = draft.applicationId;
      await rows(
        sql`update grant_applications set created_at = now() - make_interval(days => ${days}) where id = ${id}::uuid`,
      );
      await rows(sql`insert into grant_changes (application_id, bureau_id, code, changed_by, at)
        values (${id}::uuid, ${bureauId}::uuid, '@papers', ${id}::uuid, now() - make_interval(days => ${lastWord}))`);
      return draft;
    };
    const old = await begun(500, 400);
    const young = await begun(500, 300);
    expect(await erase()).toMatchObject({ draft: 1 });
    const left = await rows<{ id: string }>(
      sql`select id from grant_applications where id in (${old.applicationId}::uuid, ${young.applicationId}::uuid)`,
    );
    expect(left.map(({ id }) => id)).toEqual([young.applicationId]);
  });
});

test('a statement of a bank is read by nobody once its years are over and none of its lines is open', async () => {
  const add = async (state: string) => {
    const [statement] = await rows<{
      id: string;
    }>(sql`insert into grant_statements (kind, sha256, sealed_key, read_at)
      values ('statement', ${crypto.randomUUID()}, ${`key of ${state}`}, now() - interval '6 years') returning id`);
    const id = statement?.id ?? '';
    await rows(sql`insert into grant_statement_lines (statement_id, line, day, yen, sealed_text, line_key, state)
      values (${id}::uuid, 1, now()::date, 5, ${`sealed ${state}`}, ${crypto.randomUUID()}, ${state})`);
  };
  await add('matched');
  await add('open');
  expect(await erase()).toMatchObject({ statement: 1 });
  const found = await wordsInClear(db, ['key of matched', 'sealed matched', 'key of open', 'sealed open']);
  expect(found.map((each) => each.split(': ')[1])).toEqual(
    expect.arrayContaining(['key of open', 'sealed open']),
  );
  expect(found.join()).not.toContain('matched');
});

describe('a hold', () => {
  test('stops the years until it is lifted; only an approver of the office places it, and why stands sealed', async () => {
    const id = await paid(toPerson, { name: '留守 番之介', why: '受験料' });
    await yearsAgo(id, 9);
    const at = { kind: 'benefit', id } as const;
    const reason = '住民監査請求が続いているため';
    const hold = (fields: object = {}, as = approver) =>
      app.post(retentionPaths.hold.to(at), { reason, untilOn: addDays(today, 30), ...fields }, as);
    expect((await hold({}, officer)).status).toBe(403);
    expect((await hold({}, stranger)).status).toBe(404);
    expect(await textOf(await hold({ reason: '' }))).toContain('理由を書いてください');
    expect((await hold({ untilOn: today })).status).toBe(422);
    expect((await hold()).status).toBe(303);
    expect((await hold()).status).toBe(422);
    expect(await wordsInClear(db, [reason])).toEqual([]);
    expect(await textOf(await app.get(retentionPaths.one.to(at), officer))).toContain(reason);
    const office = await (await app.get(retentionPaths.overview.to({}), officer)).text();
    expect(office).toContain(retentionPaths.one.to(at));
    expect(await erase()).toMatchObject({ benefit: 0 });
    expect(await page(id)).toContain('留守 番之介');
    expect((await app.post(retentionPaths.lift.to(at), {}, approver)).status).toBe(303);
    expect(await erase()).toMatchObject({ benefit: 1 });
    expect((await app.get(retentionPaths.one.to(at), officer)).status).toBe(404);
    const sealed = await rows(sql`select sealed from grant_holds where benefit_id = ${id}::uuid`);
    expect(sealed).toEqual([{ sealed: '' }]);
  });

  test('ends by itself on its day', async () => {
    const id = await paid(toPerson, { name: '期限 切之介', why: '受験料' });
    await yearsAgo(id, 9);
    const hold = { reason: '会計検査のため', untilOn: addDays(today, 1) };
    const at = retentionPaths.hold.to({ kind: 'benefit', id });
    expect((await app.post(at, hold, approver)).status).toBe(303);
    expect(await erase()).toMatchObject({ benefit: 0 });
    await rows(
      sql`update grant_holds set until_on = ${addDays(today, -1)}::date where benefit_id = ${id}::uuid`,
    );
    expect(await erase()).toMatchObject({ benefit: 1 });
  });
});

test('the approver settles the years of the office, within bounds; the officer reads them, and what went', async () => {
  const overview = retentionPaths.overview.to({});
  const settle = (years: object, as = approver) =>
    app.post(overview, { bureauId, benefit: '5', application: '5', draft: '1', ...years }, as);
  const wrong = await settle({ benefit: '0' });
  expect([wrong.status, (await textOf(wrong)).includes('1年から30年まで')]).toEqual([422, true]);
  expect((await settle({}, officer)).status).toBe(403);
  expect((await settle({}, stranger)).status).toBe(403);
  const id = await paid(toPerson, { name: '三年 経之介', why: '受験料' });
  await yearsAgo(id, 3);
  const kept = retentionPaths.one.to({ kind: 'benefit', id });
  expect(await textOf(await app.get(kept, officer))).toContain('を過ぎると消えます');
  await erase();
  expect(await page(id)).toContain('三年 経之介');
  expect((await settle({ benefit: '3' })).status).toBe(303);
  await erase();
  expect(await page(id)).not.toContain('三年 経之介');
  expect(await textOf(await app.get(overview, officer))).toContain('個人への給付');
  expect((await app.get(overview, partner)).status).toBe(403);
});
