import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeNavigator } from '#areas/directory/navigator/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { exampleSettings, makeDesk } from '../desks/fixtures.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { type Device, deviceOf } from '../talks/fixtures.ts';
import { findTalk } from '../talks/actions.ts';

const app = await testApp();
await makeNavigator(app.db);
const { deskId, code } = await makeDesk(app.db);
const { doors } = exampleSettings();
const never = { rules: [], publicHolidays: 'closed', closures: [], exceptions: [] } as const;
const closed = await makeDesk(app.db, {
  settings: { doors: { ...doors, chat: { ...doors.chat, hours: never } as typeof doors.chat } },
});
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const key = () => crypto.randomUUID();

async function begun(text = '', desk = code) {
  const phone = deviceOf(app);
  const page = await textOf(await phone.post(talkPaths.desk.to({ desk }), { text, key: key() }));
  const contact = await findTalk(app.db, phone.cookie.replace('talk=', ''));
  if (!contact) throw new Error('no talk');
  return { phone, page, contactId: contact.id };
}
const press = async (phone: Device, ...choices: string[]) => {
  const answer = await phone.post(talkPaths.answer.to({}), { 'choice[]': choices, key: key() });
  expect(answer.status).toBe(303);
  return here(phone);
};
const here = async (phone: Device) => textOf(await phone.get(talkPaths.conversation.to({})));
const write = async (phone: Device, text: string) => {
  await phone.post(talkPaths.say.to({}), { text, key: key() });
  return here(phone);
};
const senders = async (contactId: string) =>
  (await rows(sql`select sender from messages where contact_id = ${contactId} order by seq`)).map(
    ({ sender }) => sender,
  );

describe('before a human', () => {
  test('the guide asks one question at a time, each answer one press, and ends with who can help now', async () => {
    const { phone, page, contactId } = await begun();
    expect(page).toContain('何に困っていますか');
    expect(page).toContain('家賃が払えない');
    expect(page).toContain('人と話す');
    expect(await press(phone, 'worry:rent_loan')).toContain('どこですか');
    const urgency = await press(phone, 'place:99201');
    expect(urgency).toContain('みほん市');
    expect(urgency).toContain('いつまでですか');
    await press(phone, 'urgency:talk');
    const end = await press(phone, 'language:-');
    expect(end).toContain('みほん市の窓口');
    expect(end).toContain('まとめて相談できます');
    expect(end).toContain('夜も話せる電話');
    expect(end).toMatch(/0120-000-0\d\d/);
    expect(end).toContain('人と話す');
    expect(end).toContain('はじめから答え直す');
    expect(await senders(contactId)).toEqual([
      'bot',
      ...['worry', 'place', 'urgency', 'language'].flatMap(() => ['person', 'bot']),
    ]);
  });

  test('what is written is understood as on the pages of the navigator, and read by no program outside', async () => {
    const { page } = await begun('家賃を二か月払えていません');
    expect(page).toContain('家賃を二か月払えていません');
    expect(page).toContain('どこですか');
  });

  test('several worries may be ticked, and the worst of them is asked', async () => {
    const { phone } = await begun();
    expect(await press(phone, 'worry:rent_loan', 'worry:housing')).toContain('いちばんはどれですか');
  });

  test('crisis words are answered at once with who is there now, and the desk sees the flag among those who wait', async () => {
    const { phone, contactId } = await begun();
    const page = await write(phone, 'もう死にたいです');
    expect(page).toContain('いま、すぐに話せるところがあります');
    expect(page).toContain('0120-279-338');
    expect(page.indexOf('0120-061-338')).toBeGreaterThan(0);
    const aoki = await app.signIn(counsellor, { organisationId: deskId });
    const board = await (await app.get(deskPaths.desk.to({ deskId }), aoki)).text();
    const waiting = board.slice(board.indexOf('data-group="waiting"'), board.indexOf('data-group="mine"'));
    expect(waiting).toContain(contactId);
  });

  test('a press twice, or on a question that is behind, writes nothing more', async () => {
    const { phone, contactId } = await begun();
    const once = { 'choice[]': ['worry:rent_loan'], key: key() };
    await phone.post(talkPaths.answer.to({}), once);
    await phone.post(talkPaths.answer.to({}), once);
    await press(phone, 'worry:housing');
    expect(await senders(contactId)).toEqual(['bot', 'person', 'bot']);
  });

  test('nothing chosen is told, and the question stays', async () => {
    const { phone } = await begun();
    const answer = await phone.post(talkPaths.answer.to({}), { 'choice[]': '', key: key() });
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('答えを選んでから進んでください');
  });

  test('after the advice words are kept, and it is said that a person reads on', async () => {
    const { phone, contactId } = await begun();
    await press(phone, 'worry:=');
    const page = await write(phone, '子どもが三人います');
    expect(page.split('ここから先は、人が読みます')).toHaveLength(3);
    expect(await senders(contactId)).toEqual(['bot', 'person', 'bot', 'person', 'bot']);
  });

  test('where it stands is sealed with the contact', async () => {
    const { phone, contactId } = await begun('家賃のことです');
    await press(phone, 'place:99201');
    const stored = JSON.stringify(
      await rows(sql`select * from contact_texts where contact_id = ${contactId}`),
    );
    expect(stored).toContain('guide');
    expect(stored).not.toMatch(/家賃|99201/);
  });
});

describe('a human', () => {
  test('is one press away at any question, outside hours too, and then the guide is silent', async () => {
    const { phone, page, contactId } = await begun('', closed.code);
    expect(page).toContain('相談員に読んでもらう');
    await phone.post(talkPaths.human.to({}), {});
    const after = await write(phone, '待っています');
    expect(after).toContain('次に窓口が開いたときに読みます');
    expect(after).not.toContain('相談員に読んでもらう');
    expect(await senders(contactId)).toEqual(['bot', 'person']);
  });

  test('reads the whole of it, with the answers above; the record is filled only when they say so', async () => {
    const { phone, contactId } = await begun('家賃を払えていません');
    await press(phone, 'place:99201');
    await phone.post(talkPaths.human.to({}), {});
    const aoki = await app.signIn(counsellor, { organisationId: deskId });
    const board = deskPaths.desk.to({ deskId }, { contact: contactId });
    const plain = await (await app.get(board, aoki)).text();
    const text = await textOf(await app.get(board, aoki));
    expect(text).toContain('案内で聞いたこと');
    expect(text).toContain('「家賃を払えていません」');
    expect(text).toContain('みほん市');
    const ticked = /value="rent_loan"[^>]*checked|checked[^>]*value="rent_loan"/;
    expect(plain).not.toMatch(ticked);
    const tried = await (await app.get(`${board}&fill=guide`, aoki)).text();
    expect(tried).toMatch(ticked);
    expect(tried).toContain('確かめてから保存してください');
    expect(await rows(sql`select worries from contacts where id = ${contactId}`)).toEqual([{ worries: [] }]);
  });
});

test('an answer that comes after a counsellor has the conversation goes to the counsellor alone', async () => {
  const { phone, contactId } = await begun();
  await phone.post(talkPaths.human.to({}), {});
  await press(phone, 'worry:rent_loan');
  await write(phone, '聞いてください');
  expect(await senders(contactId)).toEqual(['bot', 'person']);
});
