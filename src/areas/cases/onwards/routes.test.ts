import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseWorker } from '../access.ts';
import { basisPaths, referralPaths } from '../paths.ts';
import { referring } from '../referrals/fixtures.ts';
import { sharesToPass } from './actions.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { receiver, refer, move, shown, stateOf } = referring(app, mori);
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

async function passedOn() {
  const [first, second] = [await receiver({ account: true }), await receiver({ account: true })];
  const { referralId, basisId, caseId } = await refer(first, { health: '腰を痛めている' });
  await move(referralId, 'send');
  await move(referralId, 'accept', {}, first.worker);
  const pass = (fields: Record<string, string | string[]> = {}) =>
    app.post(
      referralPaths.onwardFill.to({ referralId, serviceId: second.serviceId }),
      {
        'fields[]': ['identity:0'],
        message: '家具をお願いしたいです',
        purpose: '家具をそろえるため',
        how: 'spoken',
        givenOn: '令和8年4月1日',
        ...fields,
      },
      first.worker,
    );
  return { first, second, referralId, basisId, caseId, pass };
}
const idOf = (answer: Response) =>
  /referrals\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

describe('a receiver passes the person on', () => {
  test('with what they choose of what they were told; the first sender sees who, to whom and the state, and no word', async () => {
    const { second, referralId, pass, first } = await passedOn();
    const answer = await pass();
    expect(answer.status).toBe(303);
    const onward = idOf(answer);
    const seen = await shown(onward, second.worker);
    for (const told of ['川 岸子', '家具をお願いしたいです']) expect(seen).toContain(told);
    expect(seen).not.toContain('腰を痛めている');
    expect(seen).not.toContain('部屋を探しています');
    await move(onward, 'accept', {}, second.worker);
    const first_ = await shown(onward);
    expect(first_).toContain('状態だけが見えます');
    expect(first_).toContain('引き受けた');
    for (const told of ['川 岸子', '家具']) expect(first_).not.toContain(told);
    expect(await shown(referralId)).toContain('つながり');
    expect((await move(onward, 'cancel', { cancelReason: '違いました' })).status).toBe(404);
    const shares = await inTransaction(app.db, mori.who, async (tx) =>
      tx.execute(sql`select id from referral_shares where referral_id = ${onward}::uuid`),
    );
    expect(shares.rows).toEqual([]);
    expect(await shown(onward, first.worker)).toContain('家具をお願いしたいです');
  });

  test('on a consent that stands in the case’s own ledger; without one, or not in their care, it goes nowhere', async () => {
    const { referralId, pass, first, caseId, second } = await passedOn();
    const refused = await pass({ purpose: '' });
    expect([refused.status, (await textOf(refused)).includes('目的をすべて書いてください')]).toEqual([
      422,
      true,
    ]);
    expect(await textOf(await pass({ 'fields[]': [], message: '' }))).toContain('一つ以上選ぶか');
    expect((await pass()).status).toBe(303);
    const bases = await textOf(await app.get(basisPaths.list.to({ caseId }), mori));
    expect(bases).toContain('家具をそろえるため');
    expect(await textOf(await pass())).toContain('まだ終わっていない依頼があります');
    await move(referralId, 'fail', { failReason: '続けられません' }, first.worker);
    expect((await pass()).status).toBe(404);
    const stranger = referralPaths.onward.to({ referralId });
    expect((await app.get(stranger, second.worker)).status).toBe(404);
  });

  test('whoever withdraws the first consent stops what was passed on from there', async () => {
    const { basisId, pass, second } = await passedOn();
    const onward = idOf(await pass());
    await move(onward, 'accept', {}, second.worker);
    await app.post(basisPaths.withdraw.to({ basisId }), {}, mori);
    expect(await stateOf(onward)).toBe('cancelled');
    expect(await shown(onward, second.worker)).not.toContain('家具をお願いしたいです');
    const [row] = await rows(sql`select sealed_key from referrals where id = ${onward}::uuid`);
    expect(row?.['sealed_key']).toBeNull();
  });

  test('nothing goes along that they were not told', () => {
    const told = {
      identity: [{ label: '氏名', value: '川 岸子' }],
      health: [{ label: '健康', value: '腰' }],
    };
    const message = { label: '依頼', value: '' };
    const chosen = ['health:0', 'debts:0', 'identity:7'];
    expect(sharesToPass(told, { chosen, message })).toEqual({
      identity: [],
      health: [{ label: '健康', value: '腰' }],
    });
  });
});
