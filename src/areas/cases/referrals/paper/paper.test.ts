import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { codeText } from '#areas/directory/index.ts';
import { caseWorker } from '../../access.ts';
import { basisPaths, referralLinkPaths, referralPaths } from '../../paths.ts';
import { referring } from '../fixtures.ts';
import { words } from './words.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { receiver, refer, move, stateOf } = referring(app, mori);

async function printed(referralId: string): Promise<string | undefined> {
  const text = await textOf(await app.get(referralPaths.sheet.to({ referralId }), mori));
  return /([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}/.exec(text)?.[0].replaceAll('-', '');
}

test('the code on the paper opens the request and answers it, without an account', async () => {
  const to = await receiver({ account: false });
  const { referralId } = await refer(to);
  expect(await printed(referralId)).toBeUndefined();
  await move(referralId, 'send');
  const [first = '', second = ''] = [await printed(referralId), await printed(referralId)];
  expect([first.length, second === first]).toEqual([12, false]);
  const typed = await app.post(referralLinkPaths.code.to({}), { code: ` ${codeText(first).toLowerCase()}` });
  expect(typed.headers.get('location')).toBe(referralLinkPaths.answer.to({ token: first }));
  expect(await textOf(await app.get(referralLinkPaths.answer.to({ token: first })))).toContain('川 岸子');
  const accepted = await app.post(referralLinkPaths.move.to({ token: first, move: 'accept' }), {});
  expect([accepted.status, await stateOf(referralId)]).toEqual([303, 'accepted']);
  const { rows } = await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(sql`select token_hash from referral_links where referral_id = ${referralId}::uuid`),
  );
  expect(JSON.stringify(rows)).not.toContain(first);
});

test('a code that is none, of nobody or of a consent that was withdrawn opens nothing', async () => {
  const to = await receiver({ account: false });
  const { referralId, basisId } = await refer(to);
  await move(referralId, 'send');
  const code = (await printed(referralId)) ?? '';
  const none = await app.post(referralLinkPaths.code.to({}), { code: 'なし' });
  expect([none.status, (await textOf(none)).includes('コードは12文字です')]).toEqual([422, true]);
  const nobodys = await app.get(referralLinkPaths.answer.to({ token: 'ABCDEFGHJKLM' }));
  expect(nobodys.status).toBe(410);
  await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
  expect((await app.get(referralLinkPaths.answer.to({ token: code }))).status).toBe(410);
  expect(await printed(referralId)).toBeUndefined();
});

test('the page where a code is typed says what it is for', async () => {
  expect(await textOf(await app.get(referralLinkPaths.code.to({})))).toContain(words.ja.lead);
});
