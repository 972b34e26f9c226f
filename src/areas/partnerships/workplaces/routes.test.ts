import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { makeSubsidyCall, subsidyTerms } from '#areas/grants/calls/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, workOfficer, workplaceAgent } from '../access.ts';
import { workplacePaths } from '../paths.ts';
import { countWorkTraining } from '../work-trainings/counts.ts';
import { makeWorkplace } from './fixtures.ts';
import { workplaceJob } from './jobs.ts';
import { checks, paperCodes } from './rules.ts';

const app = await testApp();
const { db } = app;
await makeMunicipalities(db);
const agent = await app.signIn(workplaceAgent, { kind: 'company' });
const stranger = await app.signIn(workplaceAgent, { kind: 'company' });
const officer = await app.signIn(workOfficer, { kind: 'bureau' });
const second = await app.signIn(concierge, { kind: 'bureau' });
const today = tokyoDay(new Date());

async function rows<T>(text: string, ...values: unknown[]): Promise<T[]> {
  return inTransaction(
    db,
    system('test'),
    async ({ $client }) => (await $client.query(text, values)).rows as T[],
  );
}
const one = async (text: string, ...values: unknown[]) =>
  (await rows<Record<string, unknown>>(text, ...values))[0];

const offer = {
  name: '例示工房つばさ',
  legalForm: 'company',
  corporateNumber: '７０００-０１２０-５０００２',
  municipality: '14201',
  'tasks[]': ['packing', 'office'],
  'days[]': ['mon', 'wed', 'fri'],
  opensAt: '9:00',
  closesAt: '15:30',
  leastMinutes: '60',
  'kinds[]': ['unemployed'],
  places: '2',
  work: '部品の箱詰め',
  support: '休みたいときは合図のカードを出せます',
};

function paper(code: string, content: Buffer): FormData {
  const form = new FormData();
  form.append('code', code);
  form.append('file', new File([new Uint8Array(content)], `${code}.png`, { type: 'image/png' }));
  return form;
}

test('a workplace is certified by two people, after its papers and a visit, and only then it is public', async () => {
  expect(
    (await app.post(workplacePaths.new.to({}), { ...offer, corporateNumber: '7000012050003' }, agent)).status,
  ).toBe(422);
  const made = await app.post(workplacePaths.new.to({}), offer, agent);
  expect(made.status).toBe(303);
  const page = made.headers.get('location') ?? '';
  const workplaceId = page.split('/').at(-1) ?? '';
  expect((await app.get(page, stranger)).status).toBe(404);
  expect((await app.get(workplacePaths.public.to({ workplaceId }))).status).toBe(404);
  await app.post(workplacePaths.ask.to({ workplaceId }), {}, agent);
  const requestId = String(
    (await one('select id from workplace_requests where workplace_id = $1', workplaceId))?.['id'],
  );
  expect((await app.post(workplacePaths.submit.to({ requestId }), {}, agent)).status).toBe(422);
  const added = workplacePaths.papers.to({ requestId });
  expect((await app.post(added, paper('registry', Buffer.from('<html>')), agent)).status).toBe(422);
  for (const code of paperCodes) expect((await app.post(added, paper(code, pixel), agent)).status).toBe(303);
  expect((await app.post(added, paper('registry', pixel), stranger)).status).toBe(404);
  expect((await app.post(workplacePaths.submit.to({ requestId }), {}, agent)).status).toBe(303);
  const [kept] = await rows<{ id: string }>(
    'select id from workplace_papers where request_id = $1',
    requestId,
  );
  const paperUrl = workplacePaths.paper.to({ paperId: kept?.id ?? '' });
  expect(Buffer.from(await (await app.get(paperUrl, officer)).arrayBuffer()).equals(pixel)).toBe(true);
  expect((await app.get(paperUrl, stranger)).status).toBe(404);
  const propose = workplacePaths.propose.to({ requestId });
  const proposal = { proposal: 'certify', validUntil: addDays(today, 365), reason: '' };
  expect((await app.post(propose, proposal, officer)).status).toBe(422);
  const inspection = { 'ticked[]': [...checks], visitedOn: today, visitNote: '通路が広い' };
  expect((await app.post(workplacePaths.inspection.to({ requestId }), inspection, officer)).status).toBe(303);
  expect((await app.post(propose, proposal, officer)).status).toBe(303);
  const confirm = workplacePaths.confirm.to({ requestId });
  expect((await app.post(confirm, { agree: 'on' }, officer)).status).toBe(422);
  expect((await app.post(confirm, { agree: 'on' }, agent)).status).toBe(403);
  expect((await app.post(confirm, { agree: 'on' }, second)).status).toBe(303);
  const open = await (await app.get(workplacePaths.public.to({ workplaceId }))).text();
  for (const word of ['例示工房つばさ', '箱詰め・発送・事務・資料整理', '09:00–15:30', '合図のカード'])
    expect(open).toContain(word);
  expect(await (await app.get(workplacePaths.list.to({}, { task: 'office' }))).text()).toContain(
    '例示工房つばさ',
  );
  expect(await (await app.get(workplacePaths.list.to({}, { task: 'farm' }))).text()).not.toContain(
    '例示工房つばさ',
  );
});

test('what one person proposes another takes back: a revoked workplace is in no list any more', async () => {
  const { workplaceId } = await makeWorkplace(db, {
    organisationId: agent.organisationId,
    name: '例示取消所',
  });
  const url = workplacePaths.public.to({ workplaceId });
  expect((await app.get(url)).status).toBe(200);
  expect((await app.post(workplacePaths.revoke.to({ workplaceId }), { reason: '' }, officer)).status).toBe(
    422,
  );
  expect(
    (await app.post(workplacePaths.revoke.to({ workplaceId }), { reason: '責任者が不在' }, officer)).status,
  ).toBe(303);
  expect((await app.get(url)).status).toBe(200);
  const requestId = String(
    (await one('select id from workplace_requests where workplace_id = $1', workplaceId))?.['id'],
  );
  await app.post(workplacePaths.confirm.to({ requestId }), { agree: 'on' }, second);
  expect((await app.get(url)).status).toBe(404);
  expect(await (await app.get(workplacePaths.list.to({}))).text()).not.toContain('例示取消所');
});

test('a certified workplace begins an application for cooperation money, once, with its certification in it', async () => {
  const label = { ja: '就労訓練の認定', en: 'Certification' };
  const question = { code: 'certification', kind: 'line', label, required: false } as const;
  const questions = [...subsidyTerms(today).questions, question];
  const call = await makeSubsidyCall(db, { bureauId: officer.organisationId, terms: { questions } });
  const { workplaceId } = await makeWorkplace(db, {
    organisationId: agent.organisationId,
    name: '例示協力所',
  });
  const money = workplacePaths.money.to({ workplaceId });
  const asked = { callId: call.callId, mail: 'kyoryoku@example.jp' };
  expect((await app.post(money, asked, agent)).status).toBe(422);
  await app.post(workplacePaths.call.to({}), { 'calls[]': [call.callId] }, officer);
  expect((await app.post(money, asked, stranger)).status).toBe(403);
  const counted = () =>
    inTransaction(db, system('test'), (tx) =>
      countWorkTraining(tx, { fiscalYear: fiscalYearOf(today), on: today }),
    );
  expect(await counted()).toMatchObject({ money: 0 });
  const begun = await app.post(money, asked, agent);
  expect(begun.headers.get('location')).toMatch(/^\/apply\//);
  const { number, on, until } =
    (await one(
      `select number, certified_on::text as on, valid_until::text as until from workplaces where id = $1`,
      workplaceId,
    )) ?? {};
  const link = begun.headers.get('location')?.split('?')[0] ?? '';
  expect((await app.get(link)).status).toBe(200);
  expect(await (await app.get(`${link}/questions/certification`)).text()).toContain(
    `例示協力所（認定番号 ${String(number)}、${String(on)}から${String(until)}まで）`,
  );
  expect((await app.post(money, asked, agent)).status).toBe(422);
  expect(await counted()).toMatchObject({ money: 1 });
  expect(await (await app.get(workplacePaths.page.to({ workplaceId }), agent)).text()).toContain(
    '申請を始めた協力金：1件',
  );
});

test('90 and 30 days before its end a workplace is told, once each', async () => {
  const own = await app.signIn(workplaceAgent, { kind: 'company' });
  const validUntil = addDays(today, 90);
  await makeWorkplace(db, { organisationId: own.organisationId, name: '例示更新所', validUntil });
  const job = workplaceJob({ publicUrl: 'http://localhost' });
  const run = (now: Date) => job.run({ db, who: system('job'), now, log: app.tools.log }, {});
  await run(new Date());
  await run(new Date());
  await run(new Date(Date.now() + 60 * 86_400_000));
  const mails = await rows<{ subject: string }>(
    `select subject from mail_outbox where subject like '認定の期間が終わり%'`,
  );
  expect(mails).toHaveLength(2);
});
