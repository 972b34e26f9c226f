import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { counsellor, deskSupervisor } from '../../access.ts';
import { makeDesk } from '../../desks/fixtures.ts';
import { deskPaths, hookPaths } from '../../paths.ts';
import { knock, lineWorld } from '../desk.testing.ts';
import { exampleSecret, lineBody, signed } from '../line.testing.ts';

const { app, line, rows } = await lineWorld();
const { deskId, code } = await makeDesk(app.db);
const to = { deskId };
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const other = await app.signIn(deskSupervisor, { kind: 'desk' });
const page = async () => textOf(await app.get(deskPaths.line.to(to), chief));
const use = (fields: Record<string, string>) =>
  app.post(
    deskPaths.line.to(to),
    { mode: 'doorbell', decision: '', pushesPerMonth: '200', ...fields },
    chief,
  );
const keys = (fields: Record<string, string>) => app.post(deskPaths.lineKeys.to(to), fields, chief);

describe('the desk at LINE', () => {
  test('is kept by its supervisor alone', async () => {
    for (const path of [deskPaths.line, deskPaths.lineKeys, deskPaths.lineTest, deskPaths.lineOff])
      expect((await app.post(path.to(to), {}, aoki)).status).toBe(403);
    const read = await textOf(await app.get(deskPaths.line.to(to), aoki));
    expect(read).toContain('まだつながっていません');
    expect(read).not.toContain('鍵を保存する');
    expect((await app.get(deskPaths.line.to(to), other)).status).toBe(404);
    expect(
      (await app.post(deskPaths.lineKeys.to(to), { secret: exampleSecret, token: line.token }, other)).status,
    ).toBe(403);
  });

  test('keys that cannot be right are refused in words, and none is shown again', async () => {
    expect(await page()).toContain('まだつながっていません');
    for (const [fields, said] of [
      [{ secret: exampleSecret }, 'シークレットとトークンの両方'],
      [{ secret: 'kamome', token: line.token }, '数字とa〜fの32文字'],
      [{ secret: exampleSecret, token: 'みじかい' }, 'チャネルアクセストークンの形がちがいます'],
    ] as const) {
      const answer = await keys(fields);
      expect(answer.status).toBe(422);
      const text = await answer.text();
      expect(text).toContain(said);
      expect(text).not.toContain(exampleSecret);
    }
  });

  test('right ones are sealed; LINE is heard with them, and they are never shown', async () => {
    expect((await keys({ secret: exampleSecret, token: line.token })).status).toBe(303);
    const stored = JSON.stringify(await rows(sql`select * from line_channels`));
    expect(stored).not.toContain(exampleSecret);
    expect(stored).not.toContain(line.token);
    const shown = await (await app.get(deskPaths.line.to(to), chief)).text();
    expect(shown).toContain('つながっています');
    expect(shown).not.toContain(exampleSecret);
    expect(shown).not.toContain(line.token);
    expect((await knock(app, code, lineBody())).status).toBe(200);
  });

  test('a new secret makes the old one worthless; an empty field keeps what is there', async () => {
    const fresh = 'fedcba9876543210'.repeat(2);
    await keys({ secret: fresh });
    expect((await knock(app, code, lineBody())).status).toBe(401);
    expect((await knock(app, code, lineBody(), signed(lineBody(), fresh))).status).toBe(200);
    await keys({ secret: exampleSecret });
  });

  test('words through LINE need the number of a decision, which goes into the ledger', async () => {
    const refused = await use({ mode: 'direct' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('認めた決定の番号を入力してください');
    expect((await use({ mode: 'direct', decision: '令和7年度 福援第123号' })).status).toBe(303);
    expect(await page()).toContain('直接やりとりする（令和7年度 福援第123号）');
    const [event] = await rows(
      sql`select facts from audit_events where event = 'line.settings' order by position desc limit 1`,
    );
    expect(event).toMatchObject({ facts: { mode: 'direct', decision: '令和7年度 福援第123号' } });
    expect((await use({ pushesPerMonth: '-1' })).status).toBe(422);
    expect((await use({ pushesPerMonth: '３００' })).status).toBe(303);
    expect(await page()).toContain('残り 300');
  });
});

describe('the test', () => {
  const result = async () => {
    await app.post(deskPaths.lineTest.to(to), {}, chief);
    return page();
  };

  test('says which step fails, and at last that it arrives', async () => {
    const here = `http://localhost${hookPaths.line.to({ desk: code })}`;
    expect(await result()).toContain('Webhook URLがまだ入っていません');
    line.endpoint = { endpoint: here, active: false };
    expect(await result()).toContain('「Webhookの利用」がオフ');
    line.endpoint = { endpoint: 'https://example.jp/elsewhere', active: true };
    expect(await result()).toContain('ちがうWebhook URL');
    line.endpoint = { endpoint: here, active: true };
    line.reaches = false;
    expect(await result()).toContain('LINEからここへ届きません');
    line.reaches = true;
    expect(await result()).toContain('届きました');
    await keys({ token: 'another-token-'.padEnd(50, 'y') });
    expect(await result()).toContain('チャネルアクセストークンがちがいます');
  });

  test('disconnected: the keys are gone, and LINE is heard no more', async () => {
    expect((await app.post(deskPaths.lineOff.to(to), {}, chief)).status).toBe(303);
    expect(await rows(sql`select 1 from line_channels`)).toEqual([]);
    expect((await knock(app, code, lineBody())).status).toBe(401);
    expect(await page()).toContain('まだつながっていません');
  });
});
