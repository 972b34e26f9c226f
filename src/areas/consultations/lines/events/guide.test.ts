import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { makeNavigator } from '#areas/directory/navigator/fixtures.ts';
import { counsellor } from '../../access.ts';
import { deskPaths } from '../../paths.ts';
import { lineWorld } from '../desk.testing.ts';
import { lineEvent, pressEvent, textEvent } from '../line.testing.ts';

const { app, line, rows, desk, tell, settle, arrived } = await lineWorld();
await makeNavigator(app.db);
const bell = await desk();
const direct = await desk({ line: { mode: 'direct', decision: '福援第1号', pushesPerMonth: 100 } });
const somebody = () => `U${crypto.randomUUID().replaceAll('-', '')}`;
/** The data of all that can be pressed in what arrived last. */
const pressable = (words: string) => [...words.matchAll(/choice=\S+/g)].map(([found]) => found);

async function board(deskId: string): Promise<string> {
  const [contact] = await rows(
    sql`select id from contacts where desk_id = ${deskId} order by arrived_at desc limit 1`,
  );
  const person = await app.signIn(counsellor, { organisationId: deskId });
  return textOf(await app.get(deskPaths.desk.to({ deskId }, { contact: String(contact?.['id']) }), person));
}

describe('the guide through the doorbell', () => {
  test('asks by choices alone; what was pressed is sealed with the contact, and its advice waits on our page', async () => {
    const userId = somebody();
    const pressed = async (data: string) => {
      await tell(bell.code, pressEvent(data, { userId }));
      return arrived().join(' ');
    };
    const first = await pressed('guide');
    expect(first).toContain('何に困っていますか');
    expect(pressable(first)).toContain('choice=worry:rent_loan');
    expect(await pressed('choice=worry:rent_loan')).toContain('どこですか');
    expect(await pressed('choice=place:-')).toContain('いつまでですか');
    expect(await pressed('choice=urgency:talk')).not.toContain('/talk/line/');
    const end = await pressed('choice=language:-');
    expect(end).toContain('/talk/line/');
    expect(end).not.toContain('窓口 ');
    const read = await board(bell.deskId);
    expect(read).toContain('家賃が払えない');
    expect(JSON.stringify(await rows(sql`select sealed from messages`))).not.toContain('家賃');
    expect(line.requests.length).toBe(5);
  });

  test('a press on an earlier question asks the one that stands, and a word leads to the link', async () => {
    const userId = somebody();
    await tell(bell.code, pressEvent('guide', { userId }));
    await tell(bell.code, pressEvent('choice=worry:rent_loan', { userId }));
    arrived();
    await tell(bell.code, pressEvent('choice=worry:debt', { userId }));
    expect(arrived().join()).toContain('どこですか');
    await tell(bell.code, textEvent('横須賀です', { userId }));
    expect(arrived().join()).toContain('/talk/line/');
    expect(await board(bell.deskId)).not.toContain('横須賀です');
  });
});

test('in direct mode it speaks like any message, with its choices to press, and hands over to a person', async () => {
  const userId = somebody();
  await tell(direct.code, textEvent('家賃のことで困っています', { userId }));
  await settle();
  const first = arrived().join(' ');
  expect(first).toContain('話してくださってありがとうございます');
  expect(pressable(first).length).toBeGreaterThan(2);
  await tell(direct.code, pressEvent('human', { userId }));
  expect(arrived().join()).toContain('相談員に知らせました');
  const read = await board(direct.deskId);
  expect(read).toContain('家賃のことで困っています');
  expect(read).toContain('話してくださってありがとうございます');
});

test('what is taken back or changed is gone from what the guide was told, too', async () => {
  const userId = somebody();
  await tell(direct.code, textEvent('誰にも言わないで', { userId, id: '31' }));
  await tell(direct.code, textEvent('仕事をなくしました', { userId, id: '32' }));
  expect(await board(direct.deskId)).toContain('誰にも言わないで');
  await tell(direct.code, lineEvent('unsend', { unsend: { messageId: '31' } }, { userId }));
  const changed = { message: { type: 'text', id: '32', text: '仕事が減りました', quoteToken: 'q' } };
  await tell(direct.code, lineEvent('messageEdited', changed, { userId }));
  const read = await board(direct.deskId);
  expect(read).not.toContain('誰にも言わないで');
  expect(read).not.toContain('仕事をなくしました');
  expect(read).toContain('仕事が減りました');
});
