import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { system } from '#platform/access.ts';
import { tokyoDay, addDays } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantApprover, grantOfficer } from '../../access.ts';
import { readApplicant } from '../../applicants/actions.ts';
import { makeSubsidyCall } from '../../calls/fixtures.ts';
import { applicationPaths, applicationStaffPaths as paths } from '../../paths.ts';
import { tellJob } from '../editors/jobs.ts';
import { exampleAccount, makeApplication, pixelOf } from '../fixtures.ts';
import { asLink, readApplication } from '../open.ts';
import { moveApplication } from '../sending/actions.ts';

const app = await testApp();
const { vault, files } = app.tools;
const place = { db: app.db, vault, files };
const officer = await app.signIn(grantOfficer);
const stranger = await app.signIn(grantOfficer);
const approver = await app.signIn(grantApprover, { organisationId: officer.organisationId });
await makeMunicipalities(app.db);
const { callId } = await makeSubsidyCall(app.db, { bureauId: officer.organisationId });
const read = (id: string) => inTransaction(app.db, asLink, (tx) => readApplication(tx, vault, id));
const rows = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  inTransaction(app.db, asLink, async (tx) => (await tx.$client.query<Row>(text, values)).rows);
const today = tokyoDay(new Date());

const filled = {
  'base.@applicant': '0',
  kind: 'unincorporated',
  name: '例示紙の会',
  representative: '代表 見本',
  address: '例示市2-2',
  phone: '045-000-0001',
  'base.purpose': '0',
  'q.purpose': '紙に書いてあったこと',
  'base.municipality': '0',
  'q.municipality': '99201',
  'base.costs': '0',
  'q.costs.rows': '1',
  'q.costs.0.what': '食材',
  'q.costs.0.yen': '100,000',
  'q.costs.0.eligible': 'on',
  'base.@account': '0',
  bank: '0001',
  branch: '123',
  accountKind: '1',
  accountNumber: '12345',
  holder: 'レイジカミノカイ',
};

async function begin(door: 'paper' | 'telephone', receivedOn = today): Promise<string> {
  const begun = await app.post(paths.entries.to({}), { callId, door, receivedOn }, officer);
  return /applications\/([0-9a-f-]{36})/.exec(begun.headers.get('location') ?? '')?.[1] ?? '';
}
function uploaded(code: string): FormData {
  const form = new FormData();
  form.append('code', code);
  form.append(`file.${code}`, new File([Uint8Array.from(pixelOf(code))], `${code}.png`));
  return form;
}

test('paper is written into the same record, with the paper attached, and gets the same number', async () => {
  const applicationId = await begin('paper');
  expect((await app.post(paths.edit.to({ applicationId }), filled, officer)).status).toBe(303);
  await app.post(paths.papers.to({ applicationId }), uploaded('plan'), officer);
  const receive = () => app.post(paths.submit.to({ applicationId }), { declared: 'on' }, officer);
  expect(await textOf(await receive())).toContain('写したもの（スキャン）を付けてください');
  await app.post(paths.papers.to({ applicationId }), uploaded('scan'), officer);
  expect((await receive()).status).toBe(303);
  const { application, answers } = await read(applicationId);
  expect(application).toMatchObject({
    state: 'submitted',
    door: 'paper',
    receivedOn: today,
    askedYen: 50_000,
  });
  expect(answers.get('purpose')).toBe('紙に書いてあったこと');
  const page = await textOf(await app.get(paths.application.to({ applicationId }), officer));
  for (const shown of [application.number, '例示紙の会', '紙の申請書', '0012345'])
    expect(page).toContain(shown);
});

test('the postmark counts, not the day on which it is written down', async () => {
  const before = addDays(today, -11);
  const form = { callId, door: 'paper', receivedOn: before };
  const refused = await app.post(paths.entries.to({}), form, officer);
  expect([refused.status, await textOf(refused)]).toEqual([
    422,
    expect.stringContaining('受付期間に入っていません'),
  ]);
  const tomorrow = { ...form, receivedOn: addDays(today, 1) };
  expect((await app.post(paths.entries.to({}), tomorrow, officer)).status).toBe(422);
});

test('whoever telephoned gets a link, and an entry that was begun in vain is deleted with everything in it', async () => {
  const applicationId = await begin('telephone');
  const link = { name: '見本 太郎', mail: 'phone@example.jp' };
  expect((await app.post(paths.link.to({ applicationId }), link, officer)).status).toBe(303);
  const [mail] = await rows<{ body: string }>(
    `select body from mail_outbox where recipient = 'phone@example.jp'`,
  );
  const token = /\/apply\/([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';
  expect((await app.get(applicationPaths.overview.to({ token }))).status).toBe(200);
  await app.post(paths.discard.to({ applicationId }), {}, officer);
  expect(await rows('select 1 from grant_editors where application_id = $1', applicationId)).toEqual([]);
  expect((await app.get(applicationPaths.overview.to({ token }))).status).toBe(404);
});

test('the list leads who enters to the form, and who decides to what stands there', async () => {
  const applicationId = await begin('paper');
  const shown = async (as: typeof officer) => (await app.get(paths.entries.to({}), as)).text();
  const [read, write] = [paths.application.to({ applicationId }), paths.edit.to({ applicationId })];
  expect(await shown(officer)).toContain(`href="${write}"`);
  const decides = await shown(approver);
  expect(decides).toContain(`href="${read}"`);
  expect(decides).not.toContain(write);
});

test('another office sees nothing, an approver writes nothing, and nobody writes over what a group wrote', async () => {
  const { applicationId } = await makeApplication(place, { callId });
  expect((await app.get(paths.application.to({ applicationId }), stranger)).status).toBe(404);
  expect((await app.get(paths.application.to({ applicationId }), approver)).status).toBe(200);
  expect((await app.post(paths.edit.to({ applicationId }), filled, approver)).status).toBe(403);
  granted(
    await moveApplication(app.db, officer.who, {
      applicationId,
      move: 'return',
      reason: '費用の内訳',
      vault,
    }),
  );
  const edited = await app.post(
    paths.edit.to({ applicationId }),
    { ...filled, 'base.purpose': '1' },
    officer,
  );
  expect(edited.status).toBe(303);
  expect((await read(applicationId)).answers.get('purpose')).toBe('例示の答えです');
  const [paper] = await rows<{ id: string }>(
    'select id from grant_papers where application_id = $1',
    applicationId,
  );
  const url = paths.paper.to({ applicationId, paperId: paper?.id ?? '' });
  expect([(await app.get(url, officer)).status, (await app.get(url, stranger)).status]).toEqual([200, 404]);
});

test('what came back keeps everything, is mended and sent again under its number; who wrote it is told by mail', async () => {
  const { applicationId, token, number } = await makeApplication(place, { callId });
  granted(
    await moveApplication(app.db, officer.who, {
      applicationId,
      move: 'return',
      reason: '内訳を分けてください',
      vault,
    }),
  );
  await tellJob({ publicUrl: 'http://localhost', vault }).run(
    { db: app.db, who: system('grant-application.tell'), now: new Date(), log: makeLog('silent') },
    { applicationId, letter: 'returned' },
  );
  const [mail] = await rows<{ subject: string; body: string }>(
    `select subject, body from mail_outbox where subject like '%直してほしい%' order by created_at desc limit 1`,
  );
  expect(mail?.body).not.toContain('内訳');
  const page = await textOf(await app.get(applicationPaths.overview.to({ token })));
  for (const shown of ['内訳を分けてください', '申請を直す', '済み']) expect(page).toContain(shown);
  const mend = { 'base.purpose': '1', 'q.purpose': '直した文' };
  await app.post(applicationPaths.question.to({ token, code: 'purpose' }), mend);
  expect((await app.post(applicationPaths.check.to({ token }), { declared: 'on' })).status).toBe(303);
  const { application, answers } = await read(applicationId);
  expect(application).toMatchObject({ state: 'submitted', number });
  expect(answers.get('purpose')).toBe('直した文');
  const steps = await rows(
    'select move from grant_steps where application_id = $1 order by at',
    applicationId,
  );
  expect(steps).toEqual([{ move: 'submit' }, { move: 'return' }, { move: 'resubmit' }]);
});

test('a known group with another account is shown before anything is paid there, and checked it becomes what is known', async () => {
  const applicant = { kind: 'corporation', name: '例示法人', corporateNumber: '8700110005901' } as const;
  const first = await makeApplication(place, { callId, applicant });
  const other = await makeSubsidyCall(app.db, { bureauId: officer.organisationId });
  const account = exampleAccount({ number: '7654321' });
  const second = await makeApplication(place, { callId: other.callId, applicant, account });
  expect(second.applicantId).toBe(first.applicantId);
  const known = () => inTransaction(app.db, asLink, (tx) => readApplicant(tx, vault, first.applicantId));
  expect((await known()).account?.number).toBe('0012345');
  const page = await textOf(await app.get(paths.application.to(second), officer));
  expect(page).toMatch(/これまでに分かっている口座と違います.*0012345/s);
  granted(await moveApplication(app.db, officer.who, { ...second, move: 'check', vault }));
  expect((await known()).account?.number).toBe('7654321');
  const kept = JSON.stringify(await rows('select * from grant_applicants'));
  for (const secret of ['見本町', '7654321', 'レイジミナト']) expect(kept).not.toContain(secret);
});
