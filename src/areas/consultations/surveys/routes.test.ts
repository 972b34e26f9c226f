import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { listCounts } from '../counts/store.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { talkPaths } from '../paths.ts';
import { deviceOf } from '../talks/fixtures.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db);
const silent = await makeDesk(app.db, { settings: { survey: false } });
const tester = system('test');
const month = tokyoDay(new Date()).slice(0, 7);

const counted = async () =>
  (
    await inTransaction(app.db, tester, (tx) =>
      listCounts(tx, { kinds: ['survey', 'surveyed'], from: month, to: month, deskId }),
    )
  ).map(({ kind, a, b, n }) => [kind, a, b, n]);

async function talked({ ends = true, desk = code } = {}) {
  const phone = deviceOf(app);
  await phone.post(talkPaths.desk.to({ desk }), { text: '話を聞いて', key: crypto.randomUUID() });
  if (ends) await phone.post(talkPaths.end.to({}), {});
  // What is hidden appears by itself when the talk ends; without scripts with the next load.
  const html = await (await phone.get(talkPaths.conversation.to({}))).text();
  const asks = html.includes('3つだけ教えてください');
  const shown = asks && !/<div hidden[^>]*data-talk-ended/.test(html);
  return { phone, asks, shown };
}

describe('three questions after a talk', () => {
  test('are asked at the end only, and where the desk asks at all', async () => {
    expect(await talked()).toMatchObject({ asks: true, shown: true });
    expect(await talked({ ends: false })).toMatchObject({ asks: true, shown: false });
    expect(await talked({ desk: silent.code })).toMatchObject({ asks: false });
  });

  test('are counted once, without whose answers they are; those left open count nothing', async () => {
    const { phone } = await talked();
    const answer = () => phone.post(talkPaths.survey.to({}), { easy: 'yes', again: 'somewhat' });
    expect((await answer()).status).toBe(303);
    expect((await answer()).status).toBe(422);
    expect(await counted()).toEqual([
      ['survey', 'again', 'somewhat', 1],
      ['survey', 'easy', 'yes', 1],
      ['surveyed', 'chat', '', 1],
    ]);
    const after = await textOf(await phone.get(talkPaths.conversation.to({})));
    expect(after).not.toContain('3つだけ教えて');
    expect(after).toContain('答えてくださって、ありがとうございました');
    const { rows } = await inTransaction(app.db, tester, (tx) =>
      tx.execute(sql`select to_jsonb(c) as contact from contacts c where surveyed_at is not null`),
    );
    expect(JSON.stringify(rows)).not.toContain('somewhat');
    const ledger = await inTransaction(app.db, tester, (tx) =>
      tx.execute(sql`select facts from audit_events where event = 'survey.answer'`),
    );
    expect(ledger.rows).toEqual([{ facts: {} }]);
  });

  test('nothing chosen and a talk that goes on are refused in kind words', async () => {
    const { phone } = await talked();
    expect(await textOf(await phone.post(talkPaths.survey.to({}), {}))).toContain(
      '答えずに閉じてもかまいません',
    );
    const open = await talked({ ends: false });
    const early = await open.phone.post(talkPaths.survey.to({}), { easy: 'no' });
    expect(early.status).toBe(422);
    expect(await counted()).toHaveLength(3);
  });
});
