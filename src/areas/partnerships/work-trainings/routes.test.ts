import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { makeOwnPage } from '#areas/cases/own-page/fixtures.ts';
import { makePlannedCase } from '#areas/cases/plans/fixtures.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { workOfficer, workplaceAgent } from '../access.ts';
import { countWorkTraining } from './counts.ts';
import { makeTraining } from './fixtures.ts';
import { ownWorkPaths, workTrainingPaths } from '../paths.ts';
import { makeWorkplace } from '../workplaces/fixtures.ts';

const app = await testApp();
const { db } = app;
const { vault } = app.tools;
await makeMunicipalities(db);
const worker = await app.signIn(caseWorker, { kind: 'npo', name: '試験 森' });
const colleague = await app.signIn(caseWorker, { kind: 'npo', name: '試験 よそ' });
const agent = await app.signIn(workplaceAgent, { kind: 'company' });
const stranger = await app.signIn(workplaceAgent, { kind: 'company' });
const officer = await app.signIn(workOfficer, { kind: 'bureau' });
const today = tokyoDay(new Date());
const { organisationId } = agent;
const { workplaceId } = await makeWorkplace(db, { organisationId, name: '例示ひなた工房', places: 20 });

async function rows(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return inTransaction(db, system('test'), async ({ $client }) => (await $client.query(text, values)).rows);
}

const plannedCase = () =>
  makePlannedCase(
    { db, vault },
    { who: worker.who, organisationId: worker.organisationId, program: 'work-training' },
  );

const told = {
  alias: 'ひなたさん',
  considerations: '大きな音が苦手です',
  contact: '試験 森',
  kind: 'unemployed',
  'days[]': ['mon', 'thu'],
  startsOn: today,
  endsOn: addDays(today, 60),
  minutesADay: '180',
};
const idOf = (answer: Response) => ({ trainingId: answer.headers.get('location')?.split('/').at(-1) ?? '' });

async function begun(caseId: string) {
  const made = idOf(
    await app.post(workTrainingPaths.begin.to({ caseId, workplaceId }), { days: 'mon', kind: '' }, worker),
  );
  expect((await app.post(workTrainingPaths.told.to(made), told, worker)).status).toBe(303);
  return made;
}
async function proposed(caseId: string) {
  const made = await begun(caseId);
  const consent = { consentOn: today, consentHow: 'signed' };
  expect((await app.post(workTrainingPaths.propose.to(made), consent, worker)).status).toBe(303);
  return made;
}
const versionOf = async ({ trainingId }: { trainingId: string }) =>
  String((await rows('select version from work_trainings where id = $1', trainingId))[0]?.['version']);

async function entered(caseId: string): Promise<SignedIn> {
  const { number, passphrase } = await makeOwnPage(db, caseId);
  const answer = await app.post(ownPagePaths.enter.to({}), { number, passphrase });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
  return { ...worker, cookie };
}

test('a plan finds a workplace with its reasons, and before the consent the workplace sees nothing', async () => {
  const caseId = await plannedCase();
  expect(await (await app.get(workTrainingPaths.list.to({}), worker)).text()).toContain(
    workTrainingPaths.choose.to({ caseId }),
  );
  const choose = workTrainingPaths.choose.to({ caseId }, { days: 'mon', tasks: 'packing' });
  const page = await (await app.get(choose, worker)).text();
  for (const word of ['例示ひなた工房', '希望の曜日（月）', '希望の作業（箱詰め・発送）'])
    expect(page).toContain(word);
  expect((await app.get(choose, colleague)).status).toBe(404);
  const made = await begun(caseId);
  expect((await app.get(workTrainingPaths.page.to(made), agent)).status).toBe(404);
  const much = { ...told, considerations: '昭和55年4月生まれ、横浜市在住' };
  await app.post(workTrainingPaths.told.to(made), much, worker);
  const consent = { consentOn: today, consentHow: 'signed' };
  const refused = await app.post(workTrainingPaths.propose.to(made), consent, worker);
  expect([refused.status, (await refused.text()).includes('生年月日、住所')]).toEqual([422, true]);
  await app.post(workTrainingPaths.told.to(made), told, worker);
  expect(
    (await app.post(workTrainingPaths.propose.to(made), { ...consent, consentOn: '' }, worker)).status,
  ).toBe(422);
  const draft = await (await app.get(workTrainingPaths.page.to(made), worker)).text();
  expect(draft).toContain('事業所に見える文');
  expect((await app.post(workTrainingPaths.propose.to(made), consent, worker)).status).toBe(303);
  const seen = await (await app.get(workTrainingPaths.page.to(made), agent)).text();
  for (const word of ['ひなたさん', '大きな音が苦手です', '月・木']) expect(seen).toContain(word);
  const [{ number } = { number: '' }] = await rows('select number from case_files where id = $1', caseId);
  for (const hidden of [caseId, String(number), '人と会っていない']) expect(seen).not.toContain(hidden);
  const cases = await inTransaction(
    db,
    agent.who,
    async ({ $client }) => (await $client.query('select * from work_training_sides')).rows,
  );
  expect(cases).toEqual([]);
  expect((await app.get(workTrainingPaths.page.to(made), stranger)).status).toBe(404);
  const counts = await (await app.get(workTrainingPaths.page.to(made), officer)).text();
  expect(counts).not.toContain('ひなたさん');
});

test('three sides agree, hours are kept by two, reviewed by three, and the outcome stands in the record of the case', async () => {
  const caseId = await plannedCase();
  const made = await proposed(caseId);
  const person = await entered(caseId);
  expect((await app.post(workTrainingPaths.accept.to(made), {}, worker)).status).toBe(422);
  expect((await app.post(workTrainingPaths.accept.to(made), {}, agent)).status).toBe(303);
  const agree = async (by: SignedIn) =>
    app.post(workTrainingPaths.agree.to(made), { version: await versionOf(made) }, by);
  expect((await agree(agent)).status).toBe(422);
  const { alias: _, considerations: __, contact: ___, ...terms } = told;
  const agreed = {
    ...terms,
    allowanceYen: '1000',
    allowanceFor: 'day',
    travelPaid: 'on',
    insurance: 'accident',
  };
  const saved = await app.post(
    workTrainingPaths.terms.to(made),
    { ...agreed, version: await versionOf(made) },
    agent,
  );
  expect(saved.status).toBe(303);
  expect((await agree(agent)).status).toBe(303);
  expect((await agree(worker)).status).toBe(422);
  const own = ownWorkPaths.page.to(made);
  expect(await (await app.get(ownPagePaths.page.to({}), person)).text()).toContain(own);
  expect(await (await app.get(own, person)).text()).toContain('この内容で確認する');
  expect(
    (await app.post(ownWorkPaths.agree.to(made), { version: await versionOf(made) }, person)).status,
  ).toBe(303);
  expect((await agree(worker)).status).toBe(303);
  expect(await (await app.get(workTrainingPaths.agreement.to(made), agent)).text()).toContain(
    '就労訓練 合意書',
  );
  expect((await app.post(workTrainingPaths.day.to(made), { on: today, minutes: '180' }, agent)).status).toBe(
    303,
  );
  expect((await app.post(ownWorkPaths.day.to(made), { on: today, minutes: '１２０' }, person)).status).toBe(
    303,
  );
  expect(await (await app.get(workTrainingPaths.page.to(made), worker)).text()).toContain('合っていません');
  expect((await app.post(ownWorkPaths.day.to(made), { on: today, minutes: '180' }, person)).status).toBe(303);
  expect(await (await app.get(workTrainingPaths.page.to(made), worker)).text()).not.toContain(
    '合っていません',
  );
  const incident = { incidentOn: today, incidentKind: 'unwell', incidentWords: '途中で休みました' };
  expect((await app.post(workTrainingPaths.incident.to(made), incident, agent)).status).toBe(303);
  const sealed = await rows(
    'select sealed from work_training_incidents where training_id = $1',
    made.trainingId,
  );
  expect(JSON.stringify(sealed)).not.toContain('途中で');
  expect(
    (await app.post(workTrainingPaths.end.to(made), { outcome: 'employed', on: today }, worker)).status,
  ).toBe(303);
  const marks = {
    'end.at-ease': '4',
    'end.tasks-fit': '3',
    'end.pace': '4',
    'end.heard': '4',
    'end.words': 'ありがとう',
  };
  expect((await app.post(ownWorkPaths.review.to({ ...made, at: 'end' }), marks, person)).status).toBe(303);
  expect((await app.post(workTrainingPaths.review.to({ ...made, at: 'end' }), marks, agent)).status).toBe(
    422,
  );
  const records = await rows(
    'select service, until_on from case_records where case_id = $1 order by written_at',
    caseId,
  );
  expect(records.map(({ service }) => service)).toEqual(['work-training', null]);
  expect(records[0]?.['until_on']).not.toBeNull();
  const counted = await inTransaction(db, officer.who, (tx) =>
    countWorkTraining(tx, {
      fiscalYear: Number(today.slice(5, 7)) < 4 ? Number(today.slice(0, 4)) - 1 : Number(today.slice(0, 4)),
      on: today,
    }),
  );
  expect(counted).toEqual({ workplaces: 1, trainings: 1, employed: 1, money: 0 });
});

test('a withdrawn consent leaves the workplace with nothing in the same moment, by page and in the database', async () => {
  const caseId = await plannedCase();
  const made = await proposed(caseId);
  const person = await entered(caseId);
  expect((await app.get(workTrainingPaths.page.to(made), agent)).status).toBe(200);
  expect((await app.post(ownWorkPaths.withdraw.to(made), {}, person)).status).toBe(303);
  expect((await app.get(workTrainingPaths.page.to(made), agent)).status).toBe(404);
  const left = await inTransaction(db, agent.who, async ({ $client }) => {
    const count = async (table: string, column: string) =>
      Number(
        (await $client.query(`select count(*) as n from ${table} where ${column} = $1`, [made.trainingId]))
          .rows[0].n,
      );
    return [await count('work_trainings', 'id'), await count('work_training_told', 'training_id')];
  });
  expect(left).toEqual([0, 0]);
  expect((await app.get(ownWorkPaths.page.to(made), person)).status).toBe(404);
  expect((await app.post(workTrainingPaths.accept.to(made), {}, agent)).status).toBe(404);
  expect(await (await app.get(workTrainingPaths.page.to(made), worker)).text()).toContain('同意の撤回');
});

test('a voice is given by the person alone, and taken back by them', async () => {
  const caseId = await plannedCase();
  const person = await entered(caseId);
  const other = await entered(await plannedCase());
  const days = { startsOn: addDays(today, -30), endsOn: addDays(today, 30) };
  const of = { caseId, workerId: worker.who.personId, workplaceId, organisationId, vault };
  const made = await makeTraining(db, { ...of, ...days, state: 'agreed' });
  const voice = { words: '朝が来るのが楽しみになりました', consent: '' };
  expect((await app.post(ownWorkPaths.voice.to(made), voice, person)).status).toBe(422);
  expect((await app.post(ownWorkPaths.voice.to(made), { ...voice, consent: 'on' }, other)).status).toBe(404);
  expect((await app.post(ownWorkPaths.voice.to(made), { ...voice, consent: 'on' }, person)).status).toBe(303);
  expect(await (await app.get(workTrainingPaths.page.to(made), officer)).text()).toContain(voice.words);
  expect((await app.post(ownWorkPaths.takeBack.to(made), {}, person)).status).toBe(303);
  expect(await (await app.get(workTrainingPaths.page.to(made), officer)).text()).not.toContain(voice.words);
  expect(
    await rows(`select words from work_training_voices where training_id = $1`, made.trainingId),
  ).toEqual([{ words: '' }]);
});

test('an erased case takes along what was told of its person', async () => {
  const caseId = await plannedCase();
  const made = await proposed(caseId);
  await rows('update case_files set sealed_key = null where id = $1', caseId);
  expect(await rows('select * from work_training_told where training_id = $1', made.trainingId)).toEqual([]);
});

test('an officer passes a voice on to a program, once, and taken back it is gone from there too', async () => {
  await makeYear(db, { year: 2024, bureaus: [officer.organisationId] });
  const programId = await makeProgram(db, { organisationId: officer.organisationId });
  const caseId = await plannedCase();
  const person = await entered(caseId);
  const days = { startsOn: addDays(today, -30), endsOn: addDays(today, 30) };
  const of = { caseId, workerId: worker.who.personId, workplaceId, organisationId, vault };
  const made = await makeTraining(db, {
    ...of,
    ...days,
    state: 'agreed',
    voices: { person: '話せる人ができました' },
  });
  const pass = workTrainingPaths.pass.to({ ...made, side: 'person' });
  const passed = { programId, speaker: '就労訓練の参加者' };
  expect((await app.post(pass, passed, agent)).status).toBe(403);
  expect((await app.post(pass, passed, officer)).status).toBe(303);
  expect((await app.post(pass, passed, officer)).status).toBe(422);
  const there = () => rows('select speaker, words, consent_how from voices where program_id = $1', programId);
  const words = '話せる人ができました';
  expect(await there()).toEqual([{ speaker: '就労訓練の参加者', words, consent_how: '書面で同意' }]);
  await app.post(ownWorkPaths.takeBack.to(made), {}, person);
  expect(await there()).toEqual([]);
});
