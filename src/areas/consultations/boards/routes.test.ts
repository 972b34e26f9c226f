import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const stranger = await app.signIn(counsellor, { kind: 'desk', name: 'よその 相談' });

const board = (contactId?: string) => deskPaths.desk.to({ deskId }, { contact: contactId });
const say = (text: string) => ({ text, key: crypto.randomUUID() });
const talk = (text?: string) => makeTalk(app, { deskId, ...(text ? { text } : {}) });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const contactRow = async (contactId: string) =>
  (await rows(sql`select * from contacts where id = ${contactId}`))[0] ?? {};
const record = (version: number, fields: Record<string, string | string[]> = {}) => ({
  version: String(version),
  content: '',
  response: '',
  next: '',
  ...fields,
});

describe('the desk', () => {
  test('shows who waits, danger first, and is not found for another desk', async () => {
    await talk('家賃のことで');
    const urgent = await talk('死にたいです');
    const page = await textOf(await app.get(board(), aoki));
    expect(page.indexOf(urgent.number)).toBeGreaterThan(0);
    expect(page.indexOf(urgent.number)).toBeLessThan(
      page.indexOf('いま来ました', page.indexOf(urgent.number) + 40),
    );
    expect(page).toContain('命の危険');
    expect((await app.get(board(), stranger)).status).toBe(404);
    expect((await app.get(board())).status).toBe(303);
  });

  test('of two who take the same at once, one has it and the other is told', async () => {
    const { contactId } = await talk();
    const url = contactPaths.take.to({ contactId });
    const answers = await Promise.all([app.post(url, {}, aoki), app.post(url, {}, baba)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422) as Response;
    expect(await textOf(refused)).toContain('ほかの相談員が対応しています');
    expect(await contactRow(contactId)).toMatchObject({ state: 'open' });
  });

  test('shows who is there, and who has stepped away', async () => {
    const own = await makeDesk(app.db);
    const ueda = await app.signIn(counsellor, { organisationId: own.deskId, name: '上田 相談' });
    const endo = await app.signIn(counsellor, { organisationId: own.deskId, name: '遠藤 相談' });
    const to = { deskId: own.deskId };
    const page = async () => textOf(await app.get(deskPaths.desk.to(to), endo));
    expect(await page()).not.toContain('上田 相談');
    await app.get(deskPaths.desk.to(to), ueda);
    expect(await page()).toMatch(/席にいる人.*上田 相談（対応中）/);
    expect((await app.post(deskPaths.presence.to(to), { state: 'pausing' }, ueda)).status).toBe(303);
    expect(await page()).toContain('上田 相談（離席）');
    await rows(
      sql`update presences set seen_at = now() - interval '10 minutes' where person_id = ${ueda.who.personId} returning 1`,
    );
    expect(await page()).not.toContain('上田 相談');
  });

  test('says how much of what the desk takes at once is in use, and who has fallen silent', async () => {
    const own = await makeDesk(app.db, { settings: { quietMinutes: 20 } });
    const ueda = await app.signIn(counsellor, { organisationId: own.deskId, name: '上田 相談' });
    const { contactId } = await makeTalk(app, { deskId: own.deskId });
    const page = async () => textOf(await app.get(deskPaths.desk.to({ deskId: own.deskId }), ueda));
    expect(await page()).toContain('チャット 0／3件、LINE 0／3件、電話 3回線');
    await app.post(contactPaths.take.to({ contactId }), {}, ueda);
    await app.post(contactPaths.say.to({ contactId }), say('お話を聞かせてください'), ueda);
    expect(await page()).toContain('チャット 1／3件');
    expect(await page()).not.toContain('返事がありません');
    await rows(sql`update contacts set last_person_at = now() - interval '30 minutes',
      last_desk_at = now() - interval '21 minutes' where id = ${contactId} returning 1`);
    expect(await page()).toContain('20分、返事がありません。終えてもかまいません');
  });

  test('only who has it answers; the words are sealed, and the first answer is timed', async () => {
    const { contactId } = await talk();
    await app.post(contactPaths.take.to({ contactId }), {}, chief);
    const url = contactPaths.say.to({ contactId });
    const refused = await app.post(url, say('横から失礼します'), aoki);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('横から失礼します');
    expect((await app.post(url, say('お話を聞かせてください'), chief)).status).toBe(303);
    expect(await textOf(await app.get(board(contactId), aoki))).toContain('お話を聞かせてください');
    expect((await contactRow(contactId))['first_answer_at']).not.toBeNull();
    const stored = JSON.stringify(
      await rows(sql`select sealed from messages where contact_id = ${contactId}`),
    );
    expect(stored).not.toContain('聞かせて');
  });

  test('what is typed survives a reload, is seen by its writer alone, and goes when it is sent', async () => {
    const { contactId } = await talk();
    await app.post(contactPaths.take.to({ contactId }), {}, baba);
    await app.post(contactPaths.draft.to({ contactId }), { text: '書きかけの言葉' }, baba);
    expect(await (await app.get(board(contactId), baba)).text()).toContain('書きかけの言葉');
    expect(await (await app.get(board(contactId), chief)).text()).not.toContain('書きかけの言葉');
    await app.post(contactPaths.say.to({ contactId }), say('書きかけの言葉でした'), baba);
    expect(await rows(sql`select * from drafts where contact_id = ${contactId}`)).toEqual([]);
  });

  test('a supervisor is asked silently: the person never sees it', async () => {
    const { contactId } = await talk();
    await app.post(
      contactPaths.whisper.to({ contactId }),
      { whisper: 'どう返すとよいでしょう', key: crypto.randomUUID() },
      aoki,
    );
    expect(await textOf(await app.get(board(contactId), chief))).toContain('どう返すとよいでしょう');
    const [row] = await rows(sql`select sender from messages where contact_id = ${contactId} and seq = 2`);
    expect(row).toEqual({ sender: 'whisper' });
  });

  test('hands over to a colleague or back into the queue, and a supervisor takes over', async () => {
    const { contactId } = await talk();
    await app.post(contactPaths.take.to({ contactId }), {}, chief);
    const to = baba.who.personId;
    expect((await app.post(contactPaths.handOver.to({ contactId }), { to }, aoki)).status).toBe(422);
    expect((await app.post(contactPaths.handOver.to({ contactId }), { to }, chief)).status).toBe(303);
    expect(await contactRow(contactId)).toMatchObject({ taken_by: to, state: 'open' });
    await app.post(contactPaths.take.to({ contactId }), {}, chief);
    expect(await contactRow(contactId)).toMatchObject({ taken_by: chief.who.personId });
    await app.post(contactPaths.handOver.to({ contactId }), { to: '' }, chief);
    expect(await contactRow(contactId)).toMatchObject({ taken_by: null, state: 'waiting' });
  });
});

describe('the record', () => {
  test('keeps what was heard: counted fields in columns, words sealed', async () => {
    const { contactId } = await talk();
    const fields = {
      content: '家賃を二か月払えていない',
      'worries[]': ['rent_loan', 'income'],
      mainWorry: 'rent_loan',
      ageBand: '30-39',
      'actions[]': ['listened', 'pointed'],
      outcome: 'continued',
      minutes: '３５',
      followUpOn: '2026-12-01',
    };
    expect((await app.post(contactPaths.record.to({ contactId }), record(1, fields), aoki)).status).toBe(303);
    expect(await contactRow(contactId)).toMatchObject({
      worries: ['rent_loan', 'income'],
      main_worry: 'rent_loan',
      age_band: '30-39',
      sex: null,
      minutes: 35,
      follow_up_on: '2026-12-01',
      version: 2,
    });
    expect(JSON.stringify(await rows(sql`select * from contact_texts`))).not.toContain('家賃');
    expect(await (await app.get(board(contactId), aoki)).text()).toContain('家賃を二か月払えていない');
  });

  test('is not overwritten in silence: who saves later is told, and keeps what they typed', async () => {
    const { contactId } = await talk();
    const url = contactPaths.record.to({ contactId });
    await app.post(url, record(1, { content: '先に保存' }), aoki);
    const late = await app.post(url, record(1, { content: 'あとから保存' }), baba);
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('ほかの人が先に書き換えました');
    expect(page).toContain('あとから保存');
  });

  test('has a field for everything that is told, and shows each again', async () => {
    await makeMunicipalities(app.db);
    const { contactId } = await talk();
    const fields = {
      about: 'family',
      sex: 'female',
      municipality: '99201',
      route: 'print',
      interpreter: 'on',
      response: '窓口を二つ伝えた',
      next: '月曜に電話する',
      accompaniedBy: '民生委員',
    };
    expect((await app.post(contactPaths.record.to({ contactId }), record(1, fields), aoki)).status).toBe(303);
    const { response, next, accompaniedBy, ...coded } = fields;
    expect(await contactRow(contactId)).toMatchObject({ ...coded, interpreter: true });
    const html = await (await app.get(board(contactId), aoki)).text();
    for (const text of [response, next, accompaniedBy]) expect(html).toContain(text);
    for (const code of ['family', 'female', '99201', 'print'])
      expect(html).toMatch(new RegExp(`<option value="${code}" selected`));
    expect(html).toMatch(/name="interpreter"[^>]*checked/);
  });

  test.each<Record<string, string | string[]>>([
    { sex: 'x' },
    { route: 'moon' },
    { 'actions[]': ['x'] },
    { 'worries[]': ['x'] },
    { mainWorry: 'x' },
    { municipality: '99999' },
  ])('a code that nobody offered is refused: %j', async (forged) => {
    const { contactId } = await talk();
    const answer = await app.post(contactPaths.record.to({ contactId }), record(1, forged), aoki);
    expect(answer.status).toBe(422);
    expect(await contactRow(contactId)).toMatchObject({ version: 1, worries: [], municipality: null });
  });

  test('each look at a conversation is recorded, and only the supervisor sees the looks', async () => {
    const { contactId } = await talk();
    await app.get(board(contactId), aoki);
    await app.get(board(contactId), chief);
    const looks = sql`select "as" from contact_reads where contact_id = ${contactId} order by at`;
    expect(await rows(looks)).toEqual([{ as: 'colleague' }, { as: 'supervisor' }]);
    const mine = await inTransaction(app.db, aoki.who, async (tx) => (await tx.execute(looks)).rows);
    expect(mine).toEqual([]);
    expect((await app.get(board(contactId), stranger)).status).toBe(404);
  });

  test('words that come by the live events alone are a look as well', async () => {
    const { contactId } = await talk();
    const page = await app.get(deskPaths.live.to({ deskId }, { contact: contactId, after: 0 }), baba);
    const reader = page.body?.getReader();
    const decoder = new TextDecoder();
    for (let told = ''; !told.includes('話を聞いてください'); )
      told += decoder.decode((await reader?.read())?.value, { stream: true });
    await reader?.cancel();
    const looks = sql`select "as", person_id from contact_reads where contact_id = ${contactId}`;
    expect(await rows(looks)).toEqual([{ as: 'colleague', person_id: baba.who.personId }]);
  });

  test('ends with a reason, and nothing is said into an ended talk', async () => {
    const { contactId } = await talk();
    await app.post(contactPaths.take.to({ contactId }), {}, aoki);
    const end = contactPaths.end.to({ contactId });
    expect((await app.post(end, { reason: '' }, aoki)).status).toBe(422);
    expect((await app.post(end, { reason: 'done' }, baba)).status).toBe(422);
    expect((await app.post(end, { reason: 'done' }, aoki)).status).toBe(303);
    expect(await contactRow(contactId)).toMatchObject({ state: 'ended', end_reason: 'done', minutes: 1 });
    expect((await app.post(contactPaths.say.to({ contactId }), say('もう一つ'), aoki)).status).toBe(422);
  });
});

test('where two people are to be on duty, nobody answers alone', async () => {
  const careful = await makeDesk(app.db, { settings: { twoPeople: true } });
  const one = await app.signIn(counsellor, { organisationId: careful.deskId, name: '一人目' });
  const two = await app.signIn(counsellor, { organisationId: careful.deskId, name: '二人目' });
  const { contactId } = await makeTalk(app, { deskId: careful.deskId });
  const take = contactPaths.take.to({ contactId });
  await app.get(deskPaths.desk.to({ deskId: careful.deskId }), one);
  expect(await textOf(await app.post(take, {}, one))).toContain('二人以上が当番');
  await app.get(deskPaths.desk.to({ deskId: careful.deskId }), two);
  expect((await app.post(take, {}, one)).status).toBe(303);
});

test('two hundred open conversations take no more statements than two, and all stand in the queue', async () => {
  const busy = await makeDesk(app.db);
  const ueda = await app.signIn(counsellor, { organisationId: busy.deskId });
  const open = (from: number, to: number) =>
    rows(sql`insert into contacts (desk_id, number, door, state, arrived_at, queued_at, in_hours, last_person_at, last_seq)
      select ${busy.deskId}::uuid, (77000000 + i)::text, 'chat', (array['waiting', 'bot', 'open'])[1 + i % 3],
        now() - make_interval(mins => i), now(), true, now(), 1
      from generate_series(${from}::int, ${to}::int) i returning 1`);
  const url = deskPaths.desk.to({ deskId: busy.deskId });
  await open(1, 2);
  await app.get(url, ueda);
  const few = await statementsOf(() => app.get(url, ueda));
  await open(3, 200);
  const many = await statementsOf(() => app.get(url, ueda));
  expect(few.statements).toBeGreaterThan(5);
  expect(many.statements).toBe(few.statements);
  const html = await many.answer.text();
  expect(new Set(html.match(/770\d{5}/g)).size).toBe(200);
});

/** How many statements a request asks of the database. */
async function statementsOf(
  ask: () => Promise<Response>,
): Promise<{ readonly statements: number; readonly answer: Response }> {
  const counting = vi.spyOn(pg.Client.prototype, 'query');
  const answer = await ask();
  const statements = counting.mock.calls.length;
  counting.mockRestore();
  return { statements, answer };
}
