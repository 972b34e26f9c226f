import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { testApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { personPaths } from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { eraseCasesJob } from '../retention/jobs.ts';
import { undoJoin } from './actions.ts';

const app = await testApp();
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const night = () =>
  eraseCasesJob.run({ db: app.db, who: system('cases.erase'), now: new Date(), log: makeLog('silent') }, {});

async function receive(words: string) {
  const identity = { ...noIdentity, name: '重田 見本', birth: '1985-06-06' };
  const { id: caseId, personId } = await makeCase(
    { db: app.db, vault },
    { organisationId, assignedTo: mori.who.personId, identity },
  );
  const member = { living: 'together', relation: 'child', memberWords: words };
  expect((await app.post(personPaths.household.to({ caseId }), member, mori)).status).toBe(303);
  return { caseId, personId: personId ?? '' };
}
/** Two cases of one person, received twice and joined: the first is kept. */
async function joined() {
  const [kept, other] = [await receive('娘、舞踏部'), await receive('息子、野球部')];
  const to = { caseId: kept.caseId, otherId: other.personId };
  const join = { keep: 'this', reason: '本人に確かめた' };
  expect((await app.post(personPaths.compare.to(to), join, mori)).status).toBe(303);
  const [row] = await rows(sql`select id from person_joins where other_id = ${other.personId}::uuid`);
  return { kept, other, joinId: String(row?.['id']) };
}
const end = (caseId: string) =>
  rows(sql`update case_files set closed_on = (now() - interval '9 years')::date, close_reason = 'settled', step = 'closed'
    where id = ${caseId}::uuid`);
const left = async (personId: string) =>
  (
    await rows(sql`select (select count(*)::int from person_details d where d.person_id = p.id) as facts,
      (select count(*)::int from person_keys k where k.person_id = p.id) as keys, p.sealed_key is null as keyless,
      (select count(*)::int from household_members h where h.sealed_for = p.id and h.sealed <> '') as members
      from persons p where p.id = ${personId}::uuid`)
  )[0];
const nothing = { facts: 0, keys: 0, keyless: true, members: 0 };
const household = async (caseId: string) => (await app.get(personPaths.person.to({ caseId }), mori)).text();
const undo = (joinId: string) => undoJoin(app.db, mori.who, { vault, joinId, reason: '別の人と分かった' });

test('whoever was joined into a person is erased with them, and the join can no longer be undone', async () => {
  const { kept, other, joinId } = await joined();
  for (const { caseId } of [kept, other]) await end(caseId);
  await night();
  expect(await left(kept.personId)).toEqual(nothing);
  expect(await left(other.personId)).toEqual(nothing);
  const [join] = await rows(sql`select sealed_reason from person_joins where id = ${joinId}::uuid`);
  expect(join).toEqual({ sealed_reason: '' });
  expect(await undo(joinId)).toMatchObject({ ok: false, refusal: 'person-erased' });
});

test('while one case of a joined person goes on nothing of them is lost; undone after that, the one without a case goes', async () => {
  const { kept, other, joinId } = await joined();
  await end(kept.caseId);
  await night();
  const shown = await household(other.caseId);
  for (const words of ['重田 見本', '娘、舞踏部', '息子、野球部']) expect(shown).toContain(words);
  expect(await undo(joinId)).toMatchObject({ ok: true });
  await night();
  expect(await left(kept.personId)).toEqual(nothing);
  expect(await left(other.personId)).toMatchObject({ facts: 1, keyless: false, members: 1 });
  const own = await household(other.caseId);
  expect(own).toContain('息子、野球部');
  expect(own).not.toContain('娘、舞踏部');
});

test('told apart from somebody who is erased later: the page is read, the reason is gone', async () => {
  const [one, two] = [await receive('長女'), await receive('次男')];
  const to = { caseId: one.caseId, otherId: two.personId };
  const apart = await app.post(personPaths.tellApart.to(to), { reason: '生年月日が違う' }, mori);
  expect(apart.status).toBe(303);
  await end(two.caseId);
  await night();
  const page = await app.get(personPaths.joins.to({ caseId: one.caseId }), mori);
  expect([page.status, (await page.text()).includes('生年月日が違う')]).toEqual([200, false]);
});

test('each night the tries of numbers that rest no more are forgotten', async () => {
  await rows(sql`insert into own_page_tries (number, tries, rests_until) values
    ('11110000', 2, null), ('11110001', 5, now() - interval '1 hour'), ('11110002', 5, now() + interval '1 hour')`);
  await night();
  expect(await rows(sql`select number from own_page_tries`)).toEqual([{ number: '11110002' }]);
});
