import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { casePaths, retentionPaths } from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { referring } from '../referrals/fixtures.ts';
import { eraseDueCases } from './erase.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const second = await app.signIn(caseSupervisor, { organisationId, name: '桜 責任' });
const officer = await app.signIn(protectionOfficer, { kind: 'prefecture', name: '守 個情' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const { receiver, refer, move } = referring(app, mori);
const it = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);
const erase = () => eraseDueCases(app.db, it);

async function ended(yearsAgo: number, { plan = false } = {}) {
  const { id } = await makeCase(
    { db: app.db, vault: app.tools.vault },
    {
      organisationId,
      assignedTo: mori.who.personId,
      identity: { ...noIdentity, name: '川 岸子' },
      place: { postalCode: '', address: '見本町5' },
    },
  );
  await rows(sql`update case_files set closed_on = (now() - make_interval(years => ${yearsAgo}, days => 2))::date,
    close_reason = 'settled', step = 'closed', plan_round = ${plan ? 1 : 0} where id = ${id}::uuid`);
  return id;
}
const stateOf = async (id: string) => {
  const [row] =
    await rows(sql`select c.erased_at is not null as erased, c.sealed_key is null as keyless, c.step,
    (select count(*)::int from person_details d where d.person_id = c.person_id) as facts,
    (select count(*)::int from person_keys k where k.person_id = c.person_id) as keys
    from case_files c where c.id = ${id}::uuid`);
  return row;
};
const gone = { erased: true, keyless: true, step: 'closed', facts: 0, keys: 0 };
const kept = { erased: false, keyless: false };

describe('by schedule', () => {
  test('words and keys go when the years are over, codes stay, and a second run finds nothing', async () => {
    const [slip, young, file, oldFile] = [
      await ended(3),
      await ended(2),
      await ended(4, { plan: true }),
      await ended(5, { plan: true }),
    ];
    expect(await erase()).toMatchObject({ 'case-file': 1, slip: 1 });
    expect(await stateOf(slip)).toEqual(gone);
    expect(await stateOf(oldFile)).toEqual(gone);
    for (const id of [young, file]) expect(await stateOf(id)).toMatchObject(kept);
    expect(await erase()).toMatchObject({ 'case-file': 0, slip: 0 });
    const proof = await rows(sql`select kind, cause, things, keys from case_erasures order by kind`);
    expect(proof).toEqual([
      { kind: 'case-file', cause: 'schedule', things: 1, keys: 2 },
      { kind: 'slip', cause: 'schedule', things: 1, keys: 2 },
    ]);
    expect((await app.get(casePaths.case.to({ caseId: slip }), mori)).status).toBe(404);
    const list = await textOf(await app.get(casePaths.list.to({}, { range: 'ended' }), mori));
    const [{ number } = { number: '' }] = await rows(
      sql`select number from case_files where id = ${slip}::uuid`,
    );
    expect(list).not.toContain(String(number));
  });

  test('a supervisor settles the years of their organisation; the officer reads them', async () => {
    const page = (as = chief) => app.get(retentionPaths.overview.to({}), as);
    const settle = (years: object, as = chief) =>
      app.post(
        retentionPaths.overview.to({}),
        { organisationId, 'case-file': '5', slip: '3', text: '5', referral: '2', view: '5', ...years },
        as,
      );
    const wrong = await settle({ slip: '0' });
    expect([wrong.status, (await textOf(wrong)).includes('1年から30年まで')]).toEqual([422, true]);
    expect((await settle({}, stranger)).status).toBe(403);
    expect((await page(mori)).status).toBe(403);
    const id = await ended(2);
    expect((await settle({ slip: '2' })).status).toBe(303);
    await erase();
    expect(await stateOf(id)).toEqual(gone);
    expect(await textOf(await page(officer))).toContain('年数が過ぎた');
    expect((await settle({ slip: '3' })).status).toBe(303);
  });

  test('what was told in a referral goes before its case, and looks after theirs', async () => {
    const { caseId, referralId } = await refer(await receiver({ account: true }));
    await move(referralId, 'send');
    await move(referralId, 'cancel', { cancelReason: 'もう要らなくなりました' });
    await move(referralId, 'close', { outcome: 'not-used' });
    await rows(
      sql`update referrals set closed_at = now() - interval '3 years' where id = ${referralId}::uuid`,
    );
    await rows(sql`insert into case_views (case_id, organisation_id, at, what, "as")
      values (${caseId}::uuid, ${organisationId}::uuid, now() - interval '6 years', 'case', 'worker'),
      (${caseId}::uuid, ${organisationId}::uuid, now() - interval '4 years', 'case', 'worker')`);
    const erased = await erase();
    expect(erased.referral).toBe(1);
    expect(erased.view).toBe(1);
    const left = await rows(sql`select r.sealed_key, r.state, r.outcome,
      (select count(*)::int from referral_shares s where s.referral_id = r.id) as shares,
      (select count(*)::int from referral_moves m where m.referral_id = r.id and m.sealed_reason is not null) as reasons
      from referrals r where r.id = ${referralId}::uuid`);
    expect(left).toEqual([{ sealed_key: null, state: 'closed', outcome: 'not-used', shares: 0, reasons: 0 }]);
  });
});

describe('a hold', () => {
  test('stops the schedule and the demand until it is lifted; why stands sealed', async () => {
    const caseId = await ended(9);
    const hold = (fields = {}, as = chief) =>
      app.post(
        retentionPaths.hold.to({ caseId }),
        { reason: '損害賠償の訴訟のため', untilOn: '2099-03-31', ...fields },
        as,
      );
    expect((await hold({}, mori)).status).toBe(403);
    expect(await textOf(await hold({ reason: '' }))).toContain('理由を書いてください');
    expect((await hold()).status).toBe(303);
    await erase();
    expect(await stateOf(caseId)).toMatchObject(kept);
    expect(JSON.stringify(await rows(sql`select * from case_holds`))).not.toContain('損害賠償');
    const page = await textOf(await app.get(retentionPaths.case.to({ caseId }), chief));
    expect(page).toContain('損害賠償の訴訟のため');
    const ask = await app.post(retentionPaths.ask.to({ caseId }), { ground: 'demand' }, mori);
    expect(await textOf(ask)).toContain('残すことになっています');
    expect((await app.post(retentionPaths.lift.to({ caseId }), {}, chief)).status).toBe(303);
    await erase();
    expect(await stateOf(caseId)).toEqual(gone);
  });
});

describe('because the person wants it', () => {
  test('nothing can be asked while the case goes on, and whoever looks is told so', async () => {
    const place = { db: app.db, vault: app.tools.vault };
    const { id: caseId } = await makeCase(place, { organisationId, assignedTo: mori.who.personId });
    expect(await textOf(await app.get(retentionPaths.case.to({ caseId }), mori))).toContain(
      'このケースは続いています',
    );
    expect((await app.post(retentionPaths.ask.to({ caseId }), { ground: 'demand' }, mori)).status).toBe(422);
  });

  test('one asks, a second one decides, and everything goes at once', async () => {
    const caseId = await ended(0, { plan: true });
    const ask = (as = chief) => app.post(retentionPaths.ask.to({ caseId }), { ground: 'demand' }, as);
    expect((await ask(stranger)).status).toBe(404);
    expect((await ask()).status).toBe(303);
    expect((await ask(mori)).status).toBe(422);
    const [request] = await rows(sql`select id from erasure_requests where case_id = ${caseId}::uuid`);
    const decide = (as: typeof chief, decision = 'erased') =>
      app.post(retentionPaths.decide.to({ requestId: String(request?.['id']), decision }), {}, as);
    expect(await textOf(await decide(chief))).toContain('頼んだ人とは別の人が決めます');
    expect((await decide(stranger)).status).toBe(404);
    expect(await textOf(await app.get(retentionPaths.overview.to({}), officer))).toContain(
      '本人が消去を求めた',
    );
    expect((await decide(second)).status).toBe(303);
    expect(await stateOf(caseId)).toEqual(gone);
    expect((await decide(officer)).status).toBe(422);
    const [proof] = await rows(sql`select things, keys from case_erasures where cause = 'demand'`);
    expect(proof).toEqual({ things: 1, keys: 2 });
  });
});
