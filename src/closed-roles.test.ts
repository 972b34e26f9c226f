import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { type PersonWho, type Role, system, type Who } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { sessionTopic } from '#platform/live/announce.ts';
import { findSession } from '#platform/sign-in/sessions.ts';
import { caseWorker } from '#areas/cases/access.ts';
import { makeAssessedCase } from '#areas/cases/case-files/fixtures.ts';
import { casePaths } from '#areas/cases/paths.ts';
import { addTask } from '#areas/cases/tasks/actions.ts';
import { counsellor } from '#areas/consultations/access.ts';
import { takeContact } from '#areas/consultations/contacts/actions.ts';
import { makeTalk } from '#areas/consultations/contacts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { contactPaths, deskPaths } from '#areas/consultations/paths.ts';
import { attendByCode, codesAt } from '#areas/training/attendances/actions.ts';
import { revokeCertificate } from '#areas/training/certificates/actions.ts';
import { enterSession } from '#areas/training/entries/actions.ts';
import { findSession as findTraining } from '#areas/training/sessions/store.ts';
import { makeCertificate, makeCourse, makeRequirement, makeSession } from '#areas/training/fixtures.ts';
import { type SignedIn, testApp } from './app.testing.ts';
import { roles } from './roles.ts';

const app = await testApp();
const { vault, publicUrl, live } = app.tools;
const it = system('test');
const yesterday = new Date(Date.now() - 86_400_000);
const { deskId } = await makeDesk(app.db);
afterAll(() => live.close());

const rows = (who: Who, statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, who, async (tx) => (await tx.execute(statement)).rows);
async function now(as: SignedIn): Promise<PersonWho> {
  const who = await findSession(app.db, as.cookie.replace('session=', ''), new Date(), roles);
  if (!who) throw new Error('signed out');
  return who;
}

/** A course without which the role is closed, and somebody who took it a year ago but for a minute. */
async function required(role: Role, holder: SignedIn) {
  const courseId = await makeCourse(app.db, holder.organisationId);
  const { personId } = holder.who;
  const of = { db: app.db, vault };
  const certificateId = await makeCertificate(of, { courseId, personId, issuedAt: yesterday });
  await makeRequirement(app.db, { role: role.name, courseId, since: yesterday });
  const end = (at: Date) =>
    rows(it, sql`update training_certificates set valid_until = ${at} where id = ${certificateId}`);
  return { courseId, certificateId, end };
}

/** Takes the course as everybody does: entry in one press, and the code at its end. */
async function takeCourse(courseId: string, holder: SignedIn) {
  const sessionId = await makeSession(app.db, courseId, { startsIn: -115 });
  const asking = { vault, publicUrl, sessionId, audience: 'supporter', lang: 'ja' } as const;
  const entered = await enterSession(app.db, holder.who, asking);
  if (!entered.ok) throw new Error(entered.refusal);
  const session = await inTransaction(app.db, it, (tx) => findTraining(tx, sessionId));
  const [code = ''] = codesAt(vault, session, new Date());
  const { entryId } = entered.value;
  return attendByCode(app.db, { vault, holder: { who: holder.who, entryId }, code });
}

describe('a counsellor whose course has ended', () => {
  test('finds the role closed in router, action, row-level security and the page that is open, and open again with the course', async () => {
    const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
    const { contactId } = await makeTalk(app, { deskId, text: '家賃のことで' });
    const { courseId, end } = await required(counsellor, baba);
    const board = deskPaths.desk.to({ deskId });
    const seen = async () => (await rows(await now(baba), sql`select id from contacts`)).length;
    expect((await app.get(board, baba)).status).toBe(200);
    expect(await seen()).toBe(1);

    await live.listen(app.db);
    const open = await app.get(deskPaths.live.to({ deskId }), baba);
    expect(open.headers.get('content-type')).toBe('text/event-stream');
    await end(new Date());
    const topic = sessionTopic(baba.who.sessionId);
    await rows(it, sql`select pg_notify('tsunagi_live', ${topic})`);
    expect(await open.text()).toMatch(/event: gone\ndata: \{\}\n\n$/);

    expect((await app.get(board, baba)).status).toBe(403);
    expect((await app.post(contactPaths.take.to({ contactId }), {}, baba)).status).toBe(403);
    await expect(takeContact(app.db, await now(baba), { contactId })).rejects.toThrow('not found');
    expect(await seen()).toBe(0);
    expect((await app.get('/staff', baba)).status).toBe(200);

    expect(await takeCourse(courseId, baba)).toEqual({ ok: true, value: { again: false } });
    expect((await app.get(board, baba)).status).toBe(200);
    expect(await seen()).toBe(1);
    expect((await app.post(contactPaths.take.to({ contactId }), {}, baba)).status).toBe(303);
  });
});

describe('a case worker whose certificate is revoked', () => {
  test('neither sees nor writes their own cases, nor does a colleague who never took the course', async () => {
    const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
    const { organisationId } = mori;
    const { id: caseId } = await makeAssessedCase(
      { db: app.db, vault },
      { organisationId, assignedTo: mori.who.personId },
    );
    const { certificateId, courseId } = await required(caseWorker, mori);
    const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' }).catch(() => null);
    expect(hayashi?.who.memberships).toEqual([]);
    const page = casePaths.case.to({ caseId });
    const seen = async () => (await rows(await now(mori), sql`select id from case_files`)).length;
    expect((await app.get(page, mori)).status).toBe(200);

    expect(await revokeCertificate(app.db, it, { certificateId, reason: '誤り' })).toMatchObject({
      ok: true,
    });
    expect((await app.get(page, mori)).status).toBe(403);
    expect((await app.post(casePaths.assign.to({ caseId }), { to: mori.who.personId }, mori)).status).toBe(
      403,
    );
    const task = { vault, caseId, what: '電話する', dueOn: '2099-01-01', ownerId: mori.who.personId };
    await expect(addTask(app.db, await now(mori), task)).rejects.toThrow('not found');
    expect(await seen()).toBe(0);

    await takeCourse(courseId, mori);
    expect((await app.get(page, mori)).status).toBe(200);
    expect(await seen()).toBe(1);
  });
});
