import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testScanner, testVirus } from '#platform/files/scanner.testing.ts';
import { sweepFiles } from '#platform/files/sweep.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { grantOfficer } from '../../access.ts';
import { makeSubsidyCall } from '../../calls/fixtures.ts';
import { keepReceipt, scanReceipts } from '../../benefits/hand-ons/receipts.ts';
import { applicationPaths, applicationStaffPaths } from '../../paths.ts';
import {
  makeApplication,
  makeDraftApplication,
  makeFilledApplication,
  pixel,
  pixelOf,
  tellingPlace,
} from '../fixtures.ts';
import { asLink } from '../open.ts';
import { receivedJob } from './jobs.ts';

const scanner = await testScanner();
const app = await testApp({ CLAMAV_SOCKET: scanner.socket });
const { vault, files } = app.tools;
const place = { db: app.db, vault, files };
const officer = await app.signIn(grantOfficer);
await makeMunicipalities(app.db);
const { callId } = await makeSubsidyCall(app.db, { bureauId: officer.organisationId });
const rows = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  inTransaction(app.db, asLink, async (tx) => (await tx.$client.query<Row>(text, values)).rows);
const stored = async () =>
  (await readdir(files.folder, { recursive: true }).catch(() => [])).filter((name) => name.length > 60);

function papers(...contents: readonly Uint8Array[]): FormData {
  const form = new FormData();
  form.append('code', 'plan');
  for (const [at, content] of contents.entries())
    form.append('file.plan', new File([new Uint8Array(content)], `領収書 ${at}.png`));
  return form;
}
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const send = (token: string, form: FormData) => app.post(applicationPaths.papers.to({ token }), form);

test('a photograph is taken, scanned, and lies on the disk so that nobody reads it', async () => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  expect((await send(token, papers(pixelOf('one'), pixelOf('two')))).status).toBe(303);
  const page = await textOf(await app.get(applicationPaths.papers.to({ token })));
  expect(page).toContain('領収書 1.png');
  expect(page).not.toContain('検査をまだ行っていません');
  const kept = await rows<{ scan: string; sealed_name: string }>(
    'select * from grant_papers where application_id = $1',
    applicationId,
  );
  expect(kept.map(({ scan }) => scan)).toEqual(['clean', 'clean']);
  expect(JSON.stringify([kept, await rows('select * from files')])).not.toContain('領収書');
  for (const name of await stored())
    expect((await readFile(join(files.folder, name))).includes(pixel.subarray(0, 24))).toBe(false);
});

test('a photograph loses where it was taken; receipt and night go by what is kept', async () => {
  const { token, applicationId } = await makeFilledApplication(place, { callId });
  const taken = tellingPlace(pixelOf('place'));
  expect((await send(token, papers(taken))).status).toBe(303);
  const sent = await app.post(applicationPaths.check.to({ token }), { declared: 'on' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, applicationPaths.receipt.to({ token })]);
  const receipt = await textOf(await app.get(applicationPaths.receipt.to({ token })));
  expect(receipt).toContain(hashOf(pixelOf('place')));
  expect(receipt).not.toContain(hashOf(taken));
  const [paper] = await rows<{ id: string; bytes: number }>(
    'select id, bytes from grant_papers where application_id = $1 and sha256 = $2',
    applicationId,
    hashOf(pixelOf('place')),
  );
  const shown = await app.get(applicationPaths.paper.to({ token, paperId: paper?.id ?? '' }));
  const content = Buffer.from(await shown.arrayBuffer());
  expect([content.includes('GPS'), hashOf(content)]).toEqual([false, hashOf(pixelOf('place'))]);
  expect(paper?.bytes).toBe(content.length);
  await receivedJob({ vault, files, publicUrl: 'http://localhost' }).run(
    { db: app.db, who: system('grant-paper.check'), now: new Date(), log: makeLog('silent') },
    {},
  );
  expect(await rows('select 1 from grant_alarms where application_id = $1', applicationId)).toEqual([]);
});

test.each([
  ['a virus', pixelOf(testVirus), 'ウイルスが見つかった'],
  ['a file of another kind', Buffer.from('<script>alert(1)</script>'), 'PDFを選んでください'],
  ['more than ten megabytes', Buffer.concat([pixel, Buffer.alloc(10 * 1_048_576)]), '10MBまで'],
])('%s is refused in words, and nothing of it is kept', async (_, content, said) => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  const before = (await stored()).length;
  const answer = await send(token, papers(content));
  expect([answer.status, await textOf(answer)]).toEqual([422, expect.stringContaining(said)]);
  expect(await rows('select 1 from grant_papers where application_id = $1', applicationId)).toEqual([]);
  expect((await stored()).length).toBe(before);
});

test('an upload that is cut off leaves nothing', async () => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  const before = (await stored()).length;
  const whole = Buffer.from(await new Response(papers(pixelOf('cut'))).arrayBuffer());
  const type = new Response(papers(pixelOf('cut'))).headers.get('content-type') ?? '';
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? '';
  const own = /^--(\S+)/.exec(whole.toString('latin1'))?.[1] ?? boundary;
  const cut = await app.send(applicationPaths.papers.to({ token }), {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${own}`, 'sec-fetch-site': 'same-origin' },
    body: whole.subarray(0, whole.length - 60),
  });
  expect([cut.status, await textOf(cut)]).toEqual([422, expect.stringContaining('途中で切れた')]);
  expect(await rows('select 1 from grant_papers where application_id = $1', applicationId)).toEqual([]);
  expect((await stored()).length).toBe(before);
});

test('a process that is killed between file and record leaves a file that no row knows, and nothing else; it goes after a day', async () => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  expect((await send(token, papers(pixelOf('kept')))).status).toBe(303);
  const before = await stored();
  const known = (await rows('select 1 from files')).length;
  const program = fileURLToPath(new URL('keeping-process.testing.ts', import.meta.url));
  const given = [program, app.db.url, files.folder, pixelOf('killed').toString('base64')];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  const left = (await stored()).filter((name) => !before.includes(name));
  expect(left.map((name) => name.split('/').at(-1))).toEqual([String(said)]);
  expect(await rows('select 1 from files')).toHaveLength(known);
  // Nothing of the dead one stands in the way of the next.
  expect((await send(token, papers(pixelOf('killed')))).status).toBe(303);
  const sweep = (hours: number) =>
    sweepFiles(app.db, system('test'), files, new Date(Date.now() + hours * 3_600_000));
  await sweep(23);
  expect(await stored()).toEqual(expect.arrayContaining(left));
  await sweep(25);
  for (const name of left) expect(await stored()).not.toContain(name);
  const kept = await rows<{ sha256: string }>(
    'select f.sha256 from grant_papers p join files f on f.id = p.file_id where p.application_id = $1',
    applicationId,
  );
  expect(kept).toHaveLength(2);
  for (const { sha256 } of kept) expect((await stored()).join()).toContain(sha256);
});

test('what was thrown away, or never finished, leaves nothing once a day has passed', async () => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  expect((await send(token, papers(pixelOf('kept')))).status).toBe(303);
  const thrown = await makeDraftApplication(place, { callId });
  expect((await send(thrown.token, papers(pixelOf('thrown')))).status).toBe(303);
  const fileOf = async (id: string) =>
    (
      await rows<{ sha256: string }>(
        'select f.sha256 from grant_papers p join files f on f.id = p.file_id where p.application_id = $1',
        id,
      )
    )[0]?.sha256 ?? '';
  const [kept, gone] = [await fileOf(applicationId), await fileOf(thrown.applicationId)];
  expect((await app.post(applicationPaths.withdraw.to(thrown), {})).status).toBe(200);
  await writeFile(join(files.folder, kept.slice(0, 2), `${kept}.unfinished`), 'half');
  const names = async () => (await stored()).map((name) => name.split('/').at(-1) ?? '');
  const sweep = (hours: number) =>
    sweepFiles(app.db, system('test'), files, new Date(Date.now() + hours * 3_600_000));
  await sweep(23);
  expect(await names()).toEqual(expect.arrayContaining([kept, gone]));
  await sweep(25);
  expect(await names()).toContain(kept);
  for (const name of [gone, `${kept}.unfinished`]) expect(await names()).not.toContain(name);
  expect(await rows('select 1 from files where sha256 = $1', gone)).toEqual([]);
});

test('what changed since it was received raises an alarm once, tells the office, and stays until somebody looked into it', async () => {
  const { applicationId } = await makeApplication(place, { callId });
  const run = () =>
    receivedJob({ vault, files, publicUrl: 'http://localhost' }).run(
      { db: app.db, who: system('grant-paper.check'), now: new Date(), log: makeLog('silent') },
      {},
    );
  const alarms = () =>
    rows<{ id: string; kind: string }>(
      'select * from grant_alarms where application_id = $1 order by kind',
      applicationId,
    );
  await run();
  expect(await alarms()).toEqual([]);
  const [paper] = await rows<{ sha256: string }>(
    'select f.sha256 from grant_papers p join files f on f.id = p.file_id where p.application_id = $1',
    applicationId,
  );
  const sha256 = paper?.sha256 ?? '';
  await writeFile(join(files.folder, sha256.slice(0, 2), sha256), 'etwas anderes');
  await rows(`update grant_applications set receipt_hash = 'x' where id = $1`, applicationId);
  await run();
  await run();
  expect((await alarms()).map(({ kind }) => kind)).toEqual(['changed', 'receipt']);
  const [entry] = await rows<{ subject: string }>(
    `select subject from mail_outbox where recipient = (select email from people where id = $1)`,
    officer.who.personId,
  );
  expect(entry?.subject).toContain('確認してください');
  expect(await textOf(await app.get(applicationStaffPaths.entries.to({}), officer))).toContain(
    '受け取ったものが変わっています',
  );
  const [first] = await alarms();
  const note = { note: '保存先の故障。控えから戻した' };
  const url = applicationStaffPaths.alarm.to({ applicationId, alarmId: first?.id ?? '' });
  expect((await app.post(url, note, officer)).status).toBe(303);
  const page = await textOf(await app.get(applicationStaffPaths.application.to({ applicationId }), officer));
  expect(page).toContain('控えから戻した');
  expect(JSON.stringify(await alarms())).not.toContain('控えから');
  await rm(join(files.folder, sha256.slice(0, 2), sha256));
  await run();
  expect((await alarms()).map(({ kind }) => kind)).toEqual(['changed', 'missing', 'receipt']);
});

test('an answer that somebody wrote over is an alarm, and the rest is looked at all the same', async () => {
  const first = await makeApplication(place, { callId });
  const second = await makeApplication(place, { callId });
  const changed = [first.applicationId, second.applicationId];
  await rows(`update grant_answers set sealed = 'x' where application_id = any($1::uuid[])`, changed);
  await receivedJob({ vault, files, publicUrl: 'http://localhost' }).run(
    { db: app.db, who: system('grant-paper.check'), now: new Date(), log: makeLog('silent') },
    {},
  );
  const found = await rows<{ application_id: string }>(
    `select application_id from grant_alarms where kind = 'receipt' and application_id = any($1::uuid[])`,
    changed,
  );
  expect(found.map((row) => row.application_id).toSorted()).toEqual(changed.toSorted());
});

test('a receipt of money that was passed on goes through the same scanner', async () => {
  const content = pixelOf(testVirus);
  const receipt = { content, name: '受領書.png' };
  const scans = await scanReceipts({ scanner: scanner.socket }, [receipt, null, receipt]);
  expect([...scans.values()]).toEqual(['infected']);
  const keep = (scan: 'infected' | 'unreachable' | 'clean') =>
    inTransaction(app.db, asLink, (tx) => keepReceipt(tx, { vault, files }, { content, scan }));
  expect(await keep('infected')).toMatchObject({ ok: false, refusal: 'infected' });
  expect(await keep('unreachable')).toMatchObject({ ok: false, refusal: 'scanner-silent' });
  expect(await keep('clean')).toMatchObject({ ok: true, value: { scan: 'clean', mediaType: 'image/png' } });
  const told = { content: tellingPlace(pixelOf('hand')), scan: 'clean' } as const;
  const kept = await inTransaction(app.db, asLink, (tx) => keepReceipt(tx, { vault, files }, told));
  expect(kept).toMatchObject({ ok: true, value: { sha256: hashOf(pixelOf('hand')) } });
});

test('while the scanner is silent no paper is taken, and what was written stays', async () => {
  const { token, applicationId } = await makeDraftApplication(place, { callId });
  scanner.stop();
  const answer = await send(token, papers(pixelOf('silent')));
  expect([answer.status, await textOf(answer)]).toEqual([
    422,
    expect.stringContaining('検査がいま動いていない'),
  ]);
  expect(await rows('select 1 from grant_papers where application_id = $1', applicationId)).toEqual([]);
});
