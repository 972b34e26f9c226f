import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { openCaseFile } from '../case-files/actions.ts';
import { casePaths, protectionPaths } from '../paths.ts';
import { savePersonDetail } from '../persons/actions.ts';
import { protectionJobs } from './jobs.ts';
import { openingMail } from './openings.ts';

const app = await testApp();
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const colleague = await app.signIn(caseWorker, { organisationId, name: '同 僚' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const officer = await app.signIn(protectionOfficer, { kind: 'prefecture', name: '守 担当' });
const elsewhere = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const secret = '見本県秘密町9番9号';
const secrets = [secret, '見本の勤め先', '相手 方男'];
const it = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);

async function makeCase(name = '川 岸子') {
  const opened = await openCaseFile(app.db, mori.who, {
    vault,
    organisationId,
    identity: { name, kana: '', nickname: '', sex: '', birth: '', phone: '', email: '' },
    place: { postalCode: '', address: secret },
  });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const fields = {
  ground: 'dv',
  beginsOn: today,
  workplace: '見本の勤め先',
  otherName: '相手 方男',
  otherRelation: '元の配偶者',
};
const protect = (caseId: string, change: Record<string, string> = {}, as = mori) =>
  app.post(protectionPaths.protection.to({ caseId }), { ...fields, ...change }, as);
const page = async (caseId: string, as: SignedIn = mori) =>
  textOf(await app.get(protectionPaths.protection.to({ caseId }), as));
const ask = (caseId: string, what = 'open', reason = '避難先へ荷物を送るため', as = mori) =>
  app.post(protectionPaths.ask.to({ caseId }), { what, reason }, as);
const openingOf = async (caseId: string) =>
  String(
    (
      await rows(
        sql`select id from case_openings where case_id = ${caseId}::uuid order by asked_at desc limit 1`,
      )
    )[0]?.['id'],
  );
const decide = async (caseId: string, as: SignedIn, decision = 'agree') =>
  app.post(protectionPaths.decide.to({ openingId: await openingOf(caseId), decision }), {}, as);
const run = async (name: string, payload: object = {}, now = new Date()) => {
  const job = protectionJobs({ publicUrl: 'http://localhost' }).find((each) => each.name === name);
  const tools = { db: app.db, who: system(name), now, log: makeLog('silent') };
  if (!job) throw new Error(`no job ${name}`);
  await (job.run as (tools: object, payload: object) => Promise<void>)(tools, payload);
};

describe('a protected person', () => {
  test('has no address, workplace or name on any default screen, list or search, whoever looks', async () => {
    const { id: caseId, number } = await makeCase();
    expect((await protect(caseId)).status).toBe(303);
    const found = async (as: SignedIn) =>
      textOf(await app.post(casePaths.search.to({}), { q: '川 岸子' }, as));
    for (const as of [mori, colleague, chief]) {
      const screens = [
        await textOf(await app.get(casePaths.case.to({ caseId }), as)),
        await textOf(await app.get(casePaths.list.to({}, { range: 'all' }), as)),
        await page(caseId, as),
        await found(as),
      ];
      for (const screen of screens) {
        expect(screen).not.toContain(secret);
        expect(screen).not.toContain('見本の勤め先');
      }
      expect(screens[1]).toContain('保護中');
      expect(screens[1]).not.toContain('川 岸子');
      expect(screens[3]).not.toContain(number);
    }
    expect(await page(caseId, mori)).toContain('相手 方男');
    expect(await page(caseId, colleague)).not.toContain('相手 方男');
    expect((await app.get(protectionPaths.protection.to({ caseId }), elsewhere)).status).toBe(404);
  });

  test('is found in clear nowhere in the database, the ledger or the mails', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    await ask(caseId, 'open', `${secret}へ送るための確認`);
    await run(openingMail.name, { openingId: await openingOf(caseId) });
    const dump = JSON.stringify([
      await rows(sql`select * from case_protections`),
      await rows(sql`select * from case_protection_words`),
      await rows(sql`select * from case_openings`),
      await rows(sql`select * from person_details`),
      await rows(sql`select * from audit_events`),
      await rows(sql`select * from mail_outbox`),
    ]);
    for (const word of [...secrets, '川 岸子']) expect(dump).not.toContain(word);
    const plain = await rows(
      sql`select class from person_details d join case_files c on c.person_id = d.person_id where c.id = ${caseId}::uuid order by 1`,
    );
    expect(plain).toEqual([{ class: 'identity' }, { class: 'protected' }]);
  });

  test('takes the people at the same address along, and a number that is none is told', async () => {
    const { id: caseId } = await makeCase();
    const child = await makeCase('川 子ども');
    const wrong = await protect(caseId, { companions: '1999-0001' });
    expect([wrong.status, await textOf(wrong)]).toEqual([
      422,
      expect.stringContaining('1999-0001のケースが'),
    ]);
    expect((await protect(caseId, { companions: child.number })).status).toBe(303);
    expect(await textOf(await app.get(casePaths.case.to({ caseId: child.id }), mori))).not.toContain(secret);
    expect((await app.post(protectionPaths.end.to({ caseId }), { endReason: 'asked' }, chief)).status).toBe(
      303,
    );
    const left = await rows(
      sql`select is_protected from case_files where id in (${caseId}::uuid, ${child.id}::uuid)`,
    );
    expect(left).toEqual([{ is_protected: false }, { is_protected: false }]);
  });

  test('gets no plain address again while the protection stands: the database refuses it', async () => {
    const { id: caseId, personId } = await makeCase();
    await protect(caseId);
    const write = savePersonDetail(app.db, mori.who, {
      vault,
      personId: String(personId),
      version: 0,
      fieldClass: 'place',
      facts: { postalCode: '', address: '新しい町1' },
    });
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('what is sealed', () => {
  test('opens for the one who asked, when a second person agrees, for fifteen minutes', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    expect((await ask(caseId)).status).toBe(303);
    expect(await textOf(await app.get(protectionPaths.openings.to({}), chief))).toContain(
      '避難先へ荷物を送るため',
    );
    expect(await textOf(await app.get(casePaths.list.to({}), chief))).toContain('あなたの確認を待っています');
    expect((await decide(caseId, chief)).status).toBe(303);
    expect(await page(caseId)).toContain(secret);
    expect(await page(caseId)).toContain('見本の勤め先');
    for (const other of [chief, colleague]) expect(await page(caseId, other)).not.toContain(secret);
    await rows(
      sql`update case_relations set ends_at = now() - interval '1 second' where case_id = ${caseId}::uuid`,
    );
    expect(await page(caseId)).not.toContain(secret);
    const looked = await rows(
      sql`select event from audit_events where subject_id = ${caseId} and event like 'opening.%' order by position`,
    );
    expect(looked.map(({ event }) => event)).toEqual(['opening.ask', 'opening.agree']);
  });

  test('stays shut for who agrees with themselves, for a colleague, for a supervisor elsewhere, and when refused', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    await ask(caseId, 'open', '自分で決めてしまいたいため', chief);
    const own = await decide(caseId, chief);
    expect([own.status, await textOf(own)]).toEqual([422, expect.stringContaining('自分では認められません')]);
    expect((await decide(caseId, colleague)).status).toBe(403);
    expect((await decide(caseId, elsewhere)).status).toBe(422);
    expect((await decide(caseId, officer, 'refuse')).status).toBe(303);
    expect(await page(caseId, chief)).not.toContain(secret);
    expect((await decide(caseId, officer)).status).toBe(422);
  });

  test('is not changed without a second person, and not printed: a stop, no warning', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    const move = () => app.post(protectionPaths.address.to({ caseId }), { address: '別の町2' }, mori);
    const stopped = await move();
    expect([stopped.status, await textOf(stopped)]).toEqual([
      403,
      expect.stringContaining('二人目の確認が要ります'),
    ]);
    await ask(caseId, 'address');
    await decide(caseId, chief);
    expect(await (await app.get(protectionPaths.protection.to({ caseId }), mori)).text()).toContain(
      `value="${secret}"`,
    );
    expect((await move()).status).toBe(303);
    expect(await page(caseId)).toContain('別の町2');
    expect(await page(caseId, chief)).not.toContain('別の町2');
  });

  test('is not opened by row-level security for whoever decides on their own', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    await ask(caseId);
    const openingId = await openingOf(caseId);
    const forced = await inTransaction(app.db, mori.who, async (tx) => ({
      decided: (
        await tx.execute(
          sql`update case_openings set granted = true where id = ${openingId}::uuid returning id`,
        )
      ).rows,
      read: (
        await tx.execute(
          sql`select d.class from person_details d join case_files c on c.person_id = d.person_id where c.id = ${caseId}::uuid`,
        )
      ).rows,
    }));
    expect(forced).toEqual({ decided: [], read: [{ class: 'identity' }] });
  });
});

describe('the year of a protection', () => {
  test('is renewed in its last month, and ended by a supervisor only', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    const renew = () => app.post(protectionPaths.renew.to({ caseId }), {}, mori);
    expect((await renew()).status).toBe(422);
    await rows(sql`update case_protections set ends_on = current_date + 10 where case_id = ${caseId}::uuid`);
    expect(await page(caseId)).toContain('期限が近づいています');
    expect((await renew()).status).toBe(303);
    const [after] = await rows(
      sql`select ends_on > current_date + 360 as renewed from case_protections where case_id = ${caseId}::uuid`,
    );
    expect(after).toEqual({ renewed: true });
    expect((await app.post(protectionPaths.end.to({ caseId }), { endReason: 'asked' }, mori)).status).toBe(
      403,
    );
    expect((await app.post(protectionPaths.end.to({ caseId }), { endReason: '' }, chief)).status).toBe(422);
  });

  test('is remembered by mail to those responsible, without a name; once over, the seal holds', async () => {
    const { id: caseId } = await makeCase();
    await protect(caseId);
    await rows(sql`update case_protections set ended_at = now() where case_id <> ${caseId}::uuid`);
    await rows(sql`update case_protections set ends_on = current_date - 1 where case_id = ${caseId}::uuid`);
    await rows(sql`delete from mail_outbox`);
    await run('protection.watch');
    await run('protection.watch');
    const sent = await rows(sql`select recipient, subject, body from mail_outbox`);
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ subject }) => subject))).toEqual(new Set(['期限を過ぎた記録があります']));
    expect(JSON.stringify(sent)).not.toContain('川 岸子');
    expect(await page(caseId)).toContain('期限を過ぎています。守りは続いています');
    expect(await page(caseId)).not.toContain(secret);
  });
});
