import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { wordsInClear } from '#platform/testing/dump.ts';
import { makeTalk } from '#areas/consultations/contacts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { counsellor } from '#areas/consultations/index.ts';
import { contactPaths } from '#areas/consultations/paths.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { issueOwnPage } from '../own-page/actions.ts';
import * as paths from '../paths.ts';
import { noIdentity } from '../persons/rules.ts';
import { referring } from '../referrals/fixtures.ts';
import { referralJobs } from '../referrals/jobs.ts';
import { viewJob } from '../views/jobs.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault };
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const officer = await app.signIn(protectionOfficer, { kind: 'prefecture', name: '守 担当' });
const elsewhere = await app.signIn(caseWorker, { kind: 'npo', name: '客 会員' });
const theirChief = await app.signIn(caseSupervisor, {
  organisationId: elsewhere.organisationId,
  name: '客 責任',
});
const { receiver, refer, move } = referring(app, mori);
const today = tokyoDay(new Date());

type Fields = Record<string, string | string[]>;
/** Everything that anybody typed here; `said` marks a word, `post` says that it was taken. */
const told: string[] = [];
function said<Word extends string>(word: Word): Word {
  told.push(word);
  return word;
}
async function post(url: string, fields: Fields, as: SignedIn = mori): Promise<string> {
  const answer = await app.post(url, fields, as);
  expect([answer.status, url]).toEqual([303, url]);
  return answer.headers.get('location') ?? '';
}
const one = async (table: string, caseId: string): Promise<string> =>
  inTransaction(app.db, system('test'), async (tx) => {
    const { rows } = await tx.execute(
      sql`select id from ${sql.identifier(table)} where case_id = ${caseId}::uuid limit 1`,
    );
    return String(rows[0]?.['id']);
  });
const person = () => ({
  ...noIdentity,
  name: said('川端 岸之子'),
  kana: said('かわばた きしのこ'),
  nickname: said('きっしーさん'),
  phone: said('090-0000-0021'),
  email: said('kishi@example.jp'),
});
const receive = () =>
  makeCase(place, {
    organisationId,
    assignedTo: mori.who.personId,
    receivedOn: addDays(today, -10),
    identity: person(),
    place: { postalCode: '', address: said('見本町五丁目の青い屋根') },
  });

async function peopleOf(): Promise<void> {
  const [{ id: caseId }, { id: otherCase }] = [await receive(), await receive()];
  const at = { caseId };
  const member = { living: 'together', memberName: said('川端 次郎之'), memberWords: said('次男、夜に働く') };
  await post(paths.personPaths.household.to(at), member);
  const change = { name: said('山裾 岸之子'), kana: '', birth: '', phone: said('045-000-0022') };
  await post(paths.personPaths.person.to(at), { ...change, identityVersion: '1', placeVersion: '1' });
  const other = await inTransaction(app.db, system('test'), async (tx) =>
    tx.execute(sql`select person_id from case_files where id = ${otherCase}::uuid`),
  );
  const to = { caseId, otherId: String(other.rows[0]?.['person_id']) };
  await post(paths.personPaths.compare.to(to), { keep: 'this', reason: said('電話で本人に確かめた') });
  const undo = { caseId, joinId: await joinOf() };
  await post(paths.personPaths.undoJoin.to(undo), { reason: said('やはり姉妹だった') });
  await app.post(paths.casePaths.search.to({}), { q: '山裾 岸之子' }, mori);
}
const joinOf = () =>
  inTransaction(app.db, system('test'), async (tx) =>
    String((await tx.execute(sql`select id from person_joins`)).rows[0]?.['id']),
  );

async function guarded(): Promise<void> {
  const { id: caseId, number } = await receive();
  const at = { caseId };
  await post(paths.protectionPaths.protection.to(at), {
    ground: 'dv',
    beginsOn: today,
    address: said('隠れ町九番の三'),
    workplace: said('見本の豆腐店'),
    otherName: said('相手 之男'),
    otherRelation: said('元の交際相手'),
    otherNotes: said('白い車で来る'),
    otherTogether: said('長女と祖母'),
  });
  const opening = { what: 'open', reason: said('避難先へ布団を送るため') };
  await post(paths.protectionPaths.ask.to(at), opening);
  const bar = { personId: hayashi.who.personId, reason: said('相手方のいとこにあたる') };
  await post(paths.barPaths.bars.to(at), bar, chief);
  const glass = { organisationId, number, reason: said('道で倒れ、薬の名前が要るため') };
  await post(paths.basisPaths.urgency.to({}), { ...glass, tells: theirChief.who.personId }, elsewhere);
}

async function onPage(): Promise<void> {
  const { id: caseId } = await receive();
  const slip = await issueOwnPage(app.db, system('test'), { caseId });
  told.push(slip.passphrase);
  const entered = await app.post(paths.ownPagePaths.enter.to({}), { ...slip });
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
  const open = { ...mori, cookie: cookie.join('; ') };
  await post(paths.ownPagePaths.ask.to({}), { words: said('名前の字は髙いほうです') }, open);
  const requestId = await one('own_page_requests', caseId);
  const answer = { requestId, answer: 'done', words: said('はしごの髙に直しました') };
  await post(paths.ownPageStaffPaths.answer.to({ caseId, requestId }), answer);
}

async function afterwards(): Promise<void> {
  const { id: caseId } = await receive();
  await post(paths.casePaths.close.to({ caseId }), {
    reason: 'broken-off',
    followUpOn: addDays(today, 30),
  });
  const followUpId = await one('case_follow_ups', caseId);
  const heard = { result: 'well', note: said('新しい職場に慣れてきた') };
  await post(paths.followUpPaths.record.to({ followUpId }), heard);
  const hold = { reason: said('家主との裁判が続くため'), untilOn: '2099-03-31' };
  await post(paths.retentionPaths.hold.to({ caseId }), hold, chief);
}

async function moved(...step: Parameters<typeof move>): Promise<void> {
  expect((await move(...step)).status).toBe(303);
}

async function passedOn(): Promise<void> {
  // What `referring` says by itself.
  for (const words of ['川 岸子', '090-0000-0001', '住まいを探すため']) said(words);
  const [first, second, mailed] = [
    await receiver({ account: true }),
    await receiver({ account: true }),
    await receiver({ account: false }),
  ];
  const told = { message: said('二階の部屋は階段がつらい'), health: said('腰を痛めている') };
  const { referralId } = await refer(first, told);
  await moved(referralId, 'send');
  await moved(referralId, 'accept', {}, first.worker);
  const onward = { referralId, serviceId: second.serviceId };
  const passing = { message: said('食器棚をひとつ'), purpose: said('家具をそろえるため') };
  const how = { how: 'spoken', givenOn: addDays(today, -1), 'fields[]': ['identity:0'] };
  await post(paths.referralPaths.onwardFill.to(onward), { ...passing, ...how }, first.worker);
  await moved(referralId, 'hold', { holdReason: said('来月まで部屋が空かない') }, first.worker);
  await moved(referralId, 'fail', { failReason: said('大家さんが断った') }, first.worker);
  const letter = await refer(mailed, { message: said('通訳を木曜の午後に') });
  await moved(letter.referralId, 'send');
  for (const job of referralJobs({ publicUrl: 'http://localhost', vault: app.tools.vault }))
    if (job.name === 'referral.mail')
      await job.run(
        { db: app.db, who: system(job.name), now: new Date(), log: makeLog('silent') },
        { referralId: letter.referralId, move: 'send' },
      );
}

async function handedOff(): Promise<void> {
  const { deskId } = await makeDesk(app.db);
  const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
  const { contactId } = await makeTalk(app, { deskId, text: said('家賃が二か月払えていません') });
  await app.post(contactPaths.take.to({ contactId }), {}, aoki);
  const record = { content: said('勤め先の工場が閉じた'), response: said('話を聞いて待った'), next: '' };
  const counted = { 'worries[]': ['housing'], mainWorry: 'housing', ageBand: '30-39', sex: '', route: 'web' };
  await post(contactPaths.record.to({ contactId }), { version: '1', ...record, ...counted }, aoki);
  const agreed = { to: organisationId, 'texts[]': ['content'], agreed: 'on', how: 'chat' };
  const more = { nickname: said('あやめさん'), added: said('朝は電話に出られない') };
  await post(contactPaths.toCase.to({ contactId }), { ...agreed, ...more }, aoki);
}

async function unusual(): Promise<void> {
  const { id: caseId } = await makeCase(place, {
    organisationId,
    identity: { ...noIdentity, name: '森 支援' },
  });
  await app.get(paths.casePaths.case.to({ caseId }), mori);
  const tools = { db: app.db, who: system('views.watch'), now: new Date(), log: makeLog('silent') };
  await viewJob({ publicUrl: 'http://localhost', vault: app.tools.vault }).run(tools, {});
  const alerts = await inTransaction(app.db, system('test'), async (tx) =>
    tx.execute(sql`select id from case_view_alerts`),
  );
  const alertId = String(alerts.rows[0]?.['id']);
  const found = { result: 'explained', answer: said('同じ名前の別の人でした') };
  await post(paths.viewPaths.answer.to({ alertId }), found, officer);
}

test('whoever takes a dump of the database along reads no name, number, address or word of anybody', async () => {
  for (const world of [peopleOf, guarded, onPage, afterwards, passedOn, handedOff, unusual]) await world();
  expect(told.length).toBeGreaterThan(40);
  expect(await wordsInClear(app.db, told)).toEqual([]);
  // The dump is read: who works here stands in it.
  expect(await wordsInClear(app.db, ['林 支援'])).toContain('public.people: 林 支援');
});
