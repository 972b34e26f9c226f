import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths, readPaths } from '../paths.ts';
import { tokyoDay } from '#platform/dates.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const list = readPaths.list.to({ deskId });
const board = (contact?: string) => deskPaths.desk.to({ deskId }, { contact });

async function lookedAt() {
  const talk = await makeTalk(app, { deskId });
  await app.get(board(talk.contactId), baba);
  await app.post(contactPaths.take.to(talk), {}, aoki);
  await app.get(board(talk.contactId), baba);
  await app.post(contactPaths.end.to(talk), { reason: 'done' }, aoki);
  const about = { contactId: talk.contactId, readOn: tokyoDay(new Date()) };
  return { ...talk, about };
}

test('who opens what another counsellor has stands in the supervisor’s list, is asked, answers, and it is settled', async () => {
  const { number, about } = await lookedAt();
  const review = { ...about, reader: baba.who.personId };
  const page = await textOf(await app.get(list, chief));
  expect(page).toContain(`馬場 相談 番号 ${number}`);
  expect(page).toContain('ほかの相談員が対応しているあいだに開いた');
  expect(page).not.toContain(`青木 相談 番号 ${number}`);
  expect(
    (await app.post(readPaths.review.to({ deskId }), { ...review, state: 'explained' }, chief)).status,
  ).toBe(422);
  expect((await app.post(readPaths.review.to({ deskId }), { ...review, state: 'asked' }, chief)).status).toBe(
    303,
  );
  expect(await textOf(await app.get(board(), aoki))).not.toContain('閲覧の理由を尋ねています');
  expect(await textOf(await app.get(board(), baba))).toContain('閲覧の理由を尋ねています');
  const [asked] = await rows(sql`select id from read_reviews where contact_id = ${about.contactId}`);
  const reviewId = String(asked?.['id']);
  const answer = { reviewId, [`read-answer-${reviewId}`]: 'asked-by-colleague' };
  expect((await app.post(readPaths.answer.to({ deskId }), answer, aoki)).status).toBe(404);
  expect((await app.post(readPaths.answer.to({ deskId }), answer, baba)).status).toBe(303);
  expect(await textOf(await app.get(list, chief))).toContain('本人の答え：相談を受けて');
  const settled = {
    ...review,
    state: 'explained',
    [`answer-${about.contactId}-${baba.who.personId}-${about.readOn}`]: 'training',
  };
  expect((await app.post(readPaths.review.to({ deskId }), settled, chief)).status).toBe(303);
  expect(await rows(sql`select state, answer from read_reviews where id = ${reviewId}`)).toEqual([
    { state: 'explained', answer: 'training' },
  ]);
});

test('looks at neighbours stand there once the supervisor has said where somebody lives', async () => {
  const { contactId } = await makeTalk(app, { deskId });
  await rows(sql`update contacts set municipality = '141003' where id = ${contactId} returning 1`);
  await app.get(board(contactId), baba);
  const sentences = async () =>
    (await textOf(await app.get(list, chief))).match(/自分の住む市区町村の人の会話を開いた/g)?.length;
  // Once among the sentences that say what stands here.
  expect(await sentences()).toBe(1);
  const home = { personId: baba.who.personId, [`home-${baba.who.personId}`]: '141003' };
  await app.post(readPaths.home.to({ deskId }), home, chief);
  expect(await sentences()).toBe(2);
});

test('the list is for the supervisors of the desk, and nobody settles their own looking', async () => {
  const { about } = await lookedAt();
  const own = { ...about, reader: chief.who.personId, state: 'asked' };
  expect(await textOf(await app.post(readPaths.review.to({ deskId }), own, chief))).toContain(
    'ほかの責任者が確認します',
  );
  expect((await app.get(list, aoki)).status).toBe(403);
  const other = await app.signIn(deskSupervisor, { kind: 'desk' });
  expect((await app.get(list, other)).status).toBe(404);
  const seen = await inTransaction(
    app.db,
    aoki.who,
    async (tx) =>
      (await tx.execute(sql`select 1 from read_reviews union all select 1 from reader_homes`)).rows,
  );
  expect(seen).toEqual([]);
});
