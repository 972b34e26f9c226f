import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Role, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { outbox } from '#platform/mail/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { secretariat } from '#areas/programs/index.ts';
import { testApp } from '#src/app.testing.ts';
import { roles } from '#src/roles.ts';
import { trainingKeeper } from './access.ts';
import { codesAt } from './attendances/actions.ts';
import { makeCertificate, makeCourse, makeRequirement, makeSession } from './fixtures.ts';
import { staffTrainingPaths, trainingPaths } from './paths.ts';
import { trainingJobs } from './requirements/jobs.ts';
import { findSession } from './sessions/store.ts';

const app = await testApp();
const it = system('test');
const { vault, publicUrl, log } = app.tools;
/** A role of a later area, whose name is all that is known here. */
const caseWorker = roles.find(({ name }) => name === 'case-worker') as Role;
const keeper = await app.signIn(trainingKeeper, { kind: 'bureau', name: '研 担当' });
const stranger = await app.signIn(trainingKeeper, { kind: 'bureau', name: 'よその 担当' });
const chief = await app.signIn(secretariat, { kind: 'prefecture', name: '本 事務' });
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);
const mails = (to: string) =>
  inTransaction(app.db, it, async (tx) =>
    (await tx.select().from(outbox)).filter((mail) => mail.recipient === to),
  );
const tokenIn = (body = '') => /\/training\/entries\/([0-9a-f]{64})/.exec(body)?.[1] ?? '';
const ask = (sessionId: string, mail: string) =>
  app.post(trainingPaths.enter.to({ sessionId }), {
    name: '浜 民生',
    mail,
    from: '東地区',
    audience: 'commissioner',
  });
const code = async (sessionId: string) => {
  const session = await inTransaction(app.db, it, (tx) => findSession(tx, sessionId));
  return codesAt(vault, session, new Date())[0] ?? '';
};

test('a keeper makes a course and a session; a stranger finds neither', async () => {
  const form = {
    titleJa: '守秘義務の研修',
    purpose: '守る',
    content: '話さない',
    audiences: ['supporter', 'commissioner'],
    validMonths: '１２',
  };
  const made = await app.post(
    staffTrainingPaths.newCourse.to({}),
    { ...form, organisationId: keeper.organisationId },
    keeper,
  );
  expect(made.status).toBe(303);
  const course = made.headers.get('location') ?? '';
  const courseId = course.split('/').at(-1) ?? '';
  const day = addDays(tokyoDay(new Date()), 10);
  const session = {
    way: 'online',
    day,
    from: '9:30',
    until: '11:00',
    url: 'http://x.example',
    entryFrom: addDays(day, -20),
    entryUntil: day,
  };
  const refused = await app.post(staffTrainingPaths.newSession.to({ courseId }), session, keeper);
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain('https:// で始まるアドレス');
  const saved = await app.post(
    staffTrainingPaths.newSession.to({ courseId }),
    { ...session, url: 'https://meet.example/secret-room' },
    keeper,
  );
  expect(saved.status).toBe(303);
  for (const url of [course, saved.headers.get('location') ?? '']) {
    expect((await app.get(url, keeper)).status).toBe(200);
    expect((await app.get(url, stranger)).status).toBe(404);
    expect((await app.get(url, mori)).status).toBe(403);
  }
  const shown = await (await app.get(trainingPaths.list.to({}))).text();
  expect(shown).toContain('守秘義務の研修');
  expect(shown).not.toContain('secret-room');
});

test('a session is called off with a reason, by its keeper alone, and whoever entered is told', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const sessionId = await makeSession(app.db, courseId, { startsIn: 600 });
  await ask(sessionId, 'off@example.jp');
  const token = tokenIn((await mails('off@example.jp'))[0]?.body);
  await app.post(trainingPaths.entryStep.to({ token, step: 'confirm' }), {});
  const off = staffTrainingPaths.cancelSession.to({ sessionId });
  expect((await app.post(off, { reason: '講師の都合' }, stranger)).status).toBe(404);
  expect((await app.post(off, { reason: ' ' }, keeper)).status).toBe(422);
  expect((await app.post(off, { reason: '講師の都合' }, keeper)).status).toBe(303);
  expect((await app.post(off, { reason: '講師の都合' }, keeper)).status).toBe(422);
  expect(
    (await mails('off@example.jp')).filter(({ subject }) => subject === '研修が中止になりました'),
  ).toHaveLength(1);
  expect(await textOf(await app.get(trainingPaths.entry.to({ token })))).toContain(
    'この回は中止になりました',
  );
  expect((await ask(sessionId, 'late@example.jp')).status).toBe(422);
});

test('an outsider comes in by a mailed link, waits when it is full, moves up by themselves, and attends by code', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const sessionId = await makeSession(app.db, courseId, { quota: 1, startsIn: 60 });
  expect((await ask(sessionId, 'first@example.jp')).status).toBe(303);
  expect((await ask(sessionId, 'FIRST@example.jp')).status).toBe(303);
  expect(await mails('first@example.jp')).toHaveLength(1);
  const first = tokenIn((await mails('first@example.jp'))[0]?.body);
  await ask(sessionId, 'second@example.jp');
  const second = tokenIn((await mails('second@example.jp'))[0]?.body);
  const step = (token: string, name: string, fields = {}) =>
    app.post(trainingPaths.entryStep.to({ token, step: name }), fields);
  expect((await step(first, 'confirm')).status).toBe(303);
  expect((await step(first, 'confirm')).status).toBe(422);
  await step(second, 'confirm');
  const page = async (token: string) => textOf(await app.get(trainingPaths.entry.to({ token })));
  expect(await page(first)).toContain('参加できます');
  expect(await page(second)).toContain('キャンセル待ち');
  expect(await textOf(await app.get(trainingPaths.list.to({})))).toContain('満席');

  await step(first, 'cancel');
  expect(await page(second)).toContain('参加できます');
  expect((await mails('second@example.jp')).at(-1)?.subject).toBe('席が空きました：研修の申込み');
  const lying = await rows(sql`select * from training_entries where session_id = ${sessionId}`);
  expect(JSON.stringify(lying)).not.toMatch(/浜|example\.jp|東地区/);

  await rows(
    sql`update training_sessions set starts_at = now() - interval '2 hours', ends_at = now() where id = ${sessionId}`,
  );
  const wrong = await step(second, 'attend', { code: 'AAAAAA' });
  expect(wrong.status).toBe(422);
  expect((await step(second, 'attend', { code: await code(sessionId) })).status).toBe(303);
  expect((await step(second, 'attend', { code: 'AAAAAA' })).status).toBe(303);
  const certificates = await rows(
    sql`select number, initial from training_certificates where course_id = ${courseId}`,
  );
  expect(certificates).toHaveLength(1);
  const check = await textOf(
    await app.get(trainingPaths.certificate.to({ number: String(certificates[0]?.number) })),
  );
  expect(check).toContain('有効です');
  expect(check).toContain('浜＊＊＊');
  expect(check).not.toContain('民生');
  expect(await textOf(await app.get(trainingPaths.entryCertificate.to({ token: second })))).toContain(
    '浜 民生',
  );
  const survey = { understood: '4', useful: '3', words: '' };
  expect((await step(second, 'survey', survey)).status).toBe(303);
  expect((await step(second, 'survey', survey)).status).toBe(422);
  expect((await app.get(trainingPaths.entry.to({ token: 'f'.repeat(64) }))).status).toBe(410);
  expect((await app.get(trainingPaths.certificate.to({ number: 'T25-AAAA-AAAA' }))).status).toBe(404);
});

test('who says the code while the keeper marks the list was there once, with one certificate', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const sessionId = await makeSession(app.db, courseId, { startsIn: -115 });
  const kishi = await app.signIn(caseWorker, { kind: 'npo', name: '岸 支援' });
  const entered = await app.post(
    staffTrainingPaths.enter.to({ sessionId }),
    { audience: 'supporter' },
    kishi,
  );
  const entryId = entered.headers.get('location')?.split('/').at(-1) ?? '';
  const typed = { code: await code(sessionId) };
  const says = () => app.post(staffTrainingPaths.entryStep.to({ entryId, step: 'attend' }), typed, kishi);
  const marks = () => app.post(staffTrainingPaths.attendance.to({ sessionId }), { entries: entryId }, keeper);
  const answers = await Promise.all([says(), marks(), says(), marks()]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  const attended = await rows(sql`select facts ->> 'by' as by from audit_events
    where event = 'training.attend' and subject_id = ${entryId}`);
  const given = await rows(sql`select id from training_certificates where entry_id = ${entryId}`);
  expect([attended.length, given.length]).toEqual([1, 1]);
});

test('five wrong codes in a row rest the sixth, right or not', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const sessionId = await makeSession(app.db, courseId, { startsIn: -115 });
  const entered = await app.post(staffTrainingPaths.enter.to({ sessionId }), { audience: 'supporter' }, mori);
  const entryId = entered.headers.get('location')?.split('/').at(-1) ?? '';
  const attend = (typed: string, as = mori) =>
    app.post(staffTrainingPaths.entryStep.to({ entryId, step: 'attend' }), { code: typed }, as);
  for (let tries = 0; tries < 5; tries += 1) expect((await attend('AAAAAA')).status).toBe(422);
  expect(await textOf(await attend(await code(sessionId)))).toContain('十分ほど待って');
  expect((await attend(await code(sessionId), stranger)).status).toBe(404);
});

test('the keeper marks the list; who is marked twice has one certificate, and the figures tell people from attendances', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const url = (sessionId: string) => staffTrainingPaths.session.to({ sessionId });
  for (const startsIn of [-60, -30]) {
    const sessionId = await makeSession(app.db, courseId, { startsIn });
    await app.post(staffTrainingPaths.enter.to({ sessionId }), { audience: 'supporter' }, mori);
    expect(await textOf(await app.get(url(sessionId), keeper))).toContain('森 支援');
    const [entry] = await rows(sql`select id from training_entries where session_id = ${sessionId}`);
    const mark = () =>
      app.post(staffTrainingPaths.attendance.to({ sessionId }), { entries: String(entry?.id) }, keeper);
    expect((await mark()).status).toBe(303);
    expect((await mark()).status).toBe(303);
    expect(
      (
        await app.post(
          staffTrainingPaths.attendance.to({ sessionId }),
          { entries: String(entry?.id) },
          stranger,
        )
      ).status,
    ).toBe(404);
  }
  expect(await rows(sql`select id from training_certificates where course_id = ${courseId}`)).toHaveLength(2);
  const [counted] = await rows(sql`select count(*)::int as total, count(distinct mark)::int as persons
    from training_entries where person_id = ${mori.who.personId} and attended_at is not null`);
  expect(counted).toEqual({ total: 2, persons: 1 });
  expect((await app.get(staffTrainingPaths.figures.to({}), keeper)).status).toBe(200);
  expect(await (await app.get(staffTrainingPaths.figuresFile.to({}), chief)).text()).toContain(
    '支援員・相談員',
  );
});

test('a requirement is set by the secretariat with a month of notice, and not before it was seen whom it shuts out', async () => {
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const far = addDays(tokyoDay(new Date()), 40);
  const query = { role: caseWorker.name, course: courseId, since: far };
  const preview = await textOf(await app.get(staffTrainingPaths.requirementPreview.to({}, query), chief));
  expect(preview).toContain('この役割の人がいなくなる組織');
  expect(preview).toContain(mori.who.memberships[0]?.organisationName);
  const set = (fields: Record<string, string>, as = chief) =>
    app.post(staffTrainingPaths.requirements.to({}), { ...query, ...fields }, as);
  expect((await set({})).status).toBe(422);
  expect((await set({ confirmed: '1', since: addDays(far, -20) })).status).toBe(422);
  expect((await set({ confirmed: '1', role: 'administrator' })).status).toBe(422);
  expect((await set({ confirmed: '1' }, keeper)).status).toBe(403);
  expect((await set({ confirmed: '1' })).status).toBe(303);
  const conditions = () => rows(sql`select role from role_conditions where kind = ${courseId}`);
  expect(await conditions()).toEqual([{ role: caseWorker.name }]);
  const [requirement] = await rows(sql`select id from training_requirements where course_id = ${courseId}`);
  const requirementId = String(requirement?.id);
  expect((await app.post(staffTrainingPaths.endRequirement.to({ requirementId }), {}, chief)).status).toBe(
    303,
  );
  expect(await conditions()).toEqual([]);
});

test('who has to take a course again is told on the first page and by mail, each time once', async () => {
  const hayashi = await app.signIn(caseWorker, { kind: 'npo', name: '林 支援' });
  const courseId = await makeCourse(app.db, keeper.organisationId, { validMonths: 1 });
  const now = new Date();
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await makeCertificate(
    { db: app.db, vault },
    { courseId, personId: hayashi.who.personId, issuedAt: ago(20) },
  );
  await makeRequirement(app.db, { role: caseWorker.name, courseId, since: ago(1) });
  expect(await textOf(await app.get('/staff', hayashi))).toContain('必要な研修の期限が近づいています');
  const [job] = trainingJobs({ publicUrl });
  const [{ email } = { email: '' }] = (await rows(
    sql`select email from people where id = ${hayashi.who.personId}`,
  )) as { email: string }[];
  const run = (on: Date) => job.run({ db: app.db, who: it, now: on, log }, {});
  await run(now);
  await run(now);
  expect((await mails(email)).map(({ subject }) => subject)).toEqual([
    '役割に必要な研修の期限が近づいています',
  ]);
  await run(new Date(now.getTime() + 20 * 86_400_000));
  expect((await mails(email)).at(-1)?.subject).toBe('必要な研修が済んでいないため、役割が閉じました');
  await rows(sql`update training_certificates set valid_until = ${now} where course_id = ${courseId}`);
  expect(await textOf(await app.get('/staff', hayashi))).toContain('は閉じています');
  expect(await textOf(await app.get(staffTrainingPaths.own.to({}), hayashi))).toContain('役割が閉じています');
});
