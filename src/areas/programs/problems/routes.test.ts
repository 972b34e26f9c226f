import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, reporter, secretariat } from '../access.ts';
import { problemPaths, programPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { considerProblem, makeProgramOf, raiseProblem } from './actions.ts';
import { findProblem, listDomains, listJoined, listNotes } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat, { name: '事務局 職員' });
const welfare = await app.signIn(reporter, { name: '福祉 担当' });
const harbour = await app.signIn(reporter, { name: '港 担当' });
const second = await app.signIn(approver);
await makeYear(app.db, { year: 2024, bureaus: [welfare.organisationId, harbour.organisationId] });

const problem = {
  year: '2024',
  title: '夜に話せる場所がない',
  detail: '終電のあとに困る人がいる',
  'domains[]': ['housing', 'food'],
  organisationId: welfare.organisationId,
};
async function raise(): Promise<string> {
  const done = await app.post(problemPaths.newProblem.to({}), problem, welfare);
  return done.headers.get('location')?.split('/').at(-1) ?? '';
}
const stored = (id: string) => inTransaction(app.db, office.who, (tx) => findProblem(tx, id));
const page = async (problemId: string, as = office) =>
  (await app.get(problemPaths.problem.to({ problemId }), as)).text();

describe('raising a problem', () => {
  test('a bureau brings it with its policy domains, and everybody who works here reads it', async () => {
    const problemId = await raise();
    expect(await stored(problemId)).toMatchObject({ status: 'raised', raisedBy: welfare.organisationId });
    await inTransaction(app.db, office.who, async (tx) => {
      expect(await listDomains(tx, problemId)).toEqual(['food', 'housing']);
      expect(await listNotes(tx, problemId)).toMatchObject([{ kind: 'raised', personName: '福祉 担当' }]);
    });
    expect(await page(problemId, second)).toContain('住まい');
    const list = await (await app.get(problemPaths.problems.to({}, { status: 'raised' }), second)).text();
    expect(list).toContain('夜に話せる場所がない');
    expect(
      await (await app.get(problemPaths.problems.to({}, { status: 'program' }), second)).text(),
    ).not.toContain('夜に話せる場所がない');
  });

  test('not in the name of another bureau, not by the approver, not with a domain of another year', async () => {
    const url = problemPaths.newProblem.to({});
    expect((await app.post(url, problem, harbour)).status).toBe(403);
    expect((await app.post(url, problem, second)).status).toBe(403);
    const wrong = await app.post(url, { ...problem, 'domains[]': ['moon'] }, welfare);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('終電のあとに困る人がいる');
    expect((await app.get(url)).status).toBe(303);
  });
});

describe('the way of a problem', () => {
  test('another bureau joins once', async () => {
    const problemId = await raise();
    const url = problemPaths.join.to({ problemId });
    const form = { organisationId: harbour.organisationId, joinWords: '港でも同じです' };
    expect((await app.post(url, form, harbour)).status).toBe(303);
    expect((await app.post(url, form, welfare)).status).toBe(403);
    expect((await app.post(url, form, harbour)).status).toBe(422);
    await inTransaction(app.db, office.who, async (tx) =>
      expect(await listJoined(tx, problemId)).toEqual([harbour.organisationId]),
    );
    expect(await page(problemId)).toContain('港でも同じです');
  });

  test('only the secretariat decides, and the page offers to each what they may do now', async () => {
    const problemId = await raise();
    expect((await app.post(problemPaths.consider.to({ problemId }), {}, welfare)).status).toBe(403);
    expect(await page(problemId)).toContain('検討を始める');
    expect(await page(problemId, welfare)).not.toContain('検討を始める');
    expect(await page(problemId, second)).not.toContain('次にできること');
    expect(
      (await app.post(problemPaths.remark.to({ problemId }), { remarkWords: '賛成' }, second)).status,
    ).toBe(403);
  });

  test('a problem that was not considered does not become a program', async () => {
    const problemId = await raise();
    const answer = await app.post(
      problemPaths.makeProgram.to({ problemId }),
      { programId: '', newName: '夜の相談', newBureau: welfare.organisationId },
      office,
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('いまはこの操作ができません');
    expect(await stored(problemId)).toMatchObject({ status: 'raised', programId: null });
  });

  test('from problem to program: the thread is readable at both ends', async () => {
    const problemId = await raise();
    await app.post(problemPaths.remark.to({ problemId }), { remarkWords: '数を調べました' }, harbour);
    await app.post(problemPaths.consider.to({ problemId }), { considerWords: '来月の本部会議で' }, office);
    const url = problemPaths.makeProgram.to({ problemId });
    const nothing = await app.post(url, { programId: '', newName: '', newBureau: '' }, office);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('登録済みの事業を選ぶか');
    const form = { programId: '', newName: '夜の居場所', newBureau: harbour.organisationId };
    expect((await app.post(url, form, office)).status).toBe(303);
    const { status, programId } = await stored(problemId);
    expect(status).toBe('program');
    expect(await page(problemId, second)).toContain('夜の居場所');
    const program = await (
      await app.get(programPaths.program.to({ programId: programId ?? '' }), second)
    ).text();
    for (const text of ['夜に話せる場所がない', '数を調べました', '来月の本部会議で', '港 担当'])
      expect(program).toContain(text);
  });

  test('a refused new program leaves problem, thread and programs as they were', async () => {
    const { problemId } = await considered();
    const newProgram = {
      year: 2024,
      nameJa: '宙に浮く',
      continuity: 'new',
      organisationId: crypto.randomUUID(),
    } as const;
    const refused = await makeProgramOf(app.db, office.who, { problemId, newProgram });
    expect(refused).toMatchObject({ ok: false, refusal: 'bureau-unknown' });
    expect(await stored(problemId)).toMatchObject({ status: 'considered' });
  });

  test('a problem becomes one program, even when two decide at once', async () => {
    const { problemId } = await considered();
    const programId = await makeProgram(app.db, { organisationId: welfare.organisationId });
    const made = () =>
      makeProgramOf(app.db, office.who, { problemId, programId }).then(
        (result) => result.ok,
        () => false,
      );
    expect((await Promise.all([made(), made()])).filter(Boolean)).toHaveLength(1);
    const notes = await inTransaction(app.db, office.who, (tx) => listNotes(tx, problemId));
    expect(notes.filter((note) => note.kind === 'program')).toHaveLength(1);
  });

  test('setting aside needs a reason, is told, and can be taken up again', async () => {
    const problemId = await raise();
    const url = problemPaths.setAside.to({ problemId });
    expect((await app.post(url, { reason: ' ' }, office)).status).toBe(422);
    expect((await app.post(url, { reason: '国の制度が始まるため' }, office)).status).toBe(303);
    expect(await page(problemId, welfare)).toContain('国の制度が始まるため');
    expect((await app.post(problemPaths.consider.to({ problemId }), {}, office)).status).toBe(303);
    expect(await stored(problemId)).toMatchObject({ status: 'considered', setAsideReason: null });
    expect(await page(problemId, welfare)).toContain('国の制度が始まるため');
  });
});

async function considered(): Promise<{ problemId: string }> {
  const raised = await raiseProblem(app.db, welfare.who, {
    year: 2024,
    title: '食べものが足りない',
    detail: '月末に足りない',
    domains: [],
    organisationId: welfare.organisationId,
  });
  if (!raised.ok) throw new Error(raised.refusal);
  await considerProblem(app.db, office.who, raised.value);
  return raised.value;
}
