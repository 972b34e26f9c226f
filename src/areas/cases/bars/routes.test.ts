import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Who } from '#platform/access.ts';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { passOn } from '../onwards/actions.ts';
import { barPaths, referralPaths } from '../paths.ts';
import { referring } from '../referrals/fixtures.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId: mori.organisationId, name: '杉 責任' });
const { receiver, refer, move, shown, run } = referring(app, mori);
const reason = '相手方のきょうだい';
const rows = (statement: ReturnType<typeof sql>, who: Who = system('test')) =>
  inTransaction(app.db, who, async (tx) => (await tx.execute(statement)).rows);

/** A referral that was sent to an organisation with two workers, one of whom is kin of the other party. */
async function sent() {
  const to = await receiver({ account: true });
  const kin = await app.signIn(caseWorker, { organisationId: to.organisationId, name: '親 族子' });
  const { caseId, referralId } = await refer(to);
  const bar = (personId = kin.who.personId) =>
    app.post(barPaths.bars.to({ caseId }), { personId, reason }, mori);
  await move(referralId, 'send');
  return { to, kin, caseId, referralId, bar };
}

describe('whoever works at a receiving organisation', () => {
  test('is shut out by name: the referral does not exist for them, by page, action or database, and does for their colleague', async () => {
    const { to, kin, referralId, bar } = await sent();
    expect(await shown(referralId, kin)).toContain('川 岸子');
    expect((await bar()).status).toBe(303);
    expect((await app.get(referralPaths.referral.to({ referralId }), kin)).status).toBe(404);
    expect(await textOf(await app.get(referralPaths.boxes.to({}), kin))).not.toContain('森 支援');
    expect((await move(referralId, 'accept', {}, kin)).status).toBe(404);
    for (const table of ['referrals', 'referral_shares', 'referral_moves'])
      expect(await rows(sql`select id from ${sql.identifier(table)}`, kin.who), table).toEqual([]);
    const taken = sql`update referrals set urgent = true where id = ${referralId}::uuid returning id`;
    expect(await rows(taken, kin.who)).toEqual([]);
    expect((await move(referralId, 'accept', {}, to.worker)).status).toBe(303);
    expect(await shown(referralId, to.worker)).toContain('川 岸子');
  });

  test('passes nobody on from whose case they are shut out', async () => {
    const { to, kin, referralId, bar } = await sent();
    const next = await receiver({ account: true });
    await move(referralId, 'accept', {}, to.worker);
    await bar();
    const onward = referralPaths.onwardFill.to({ referralId, serviceId: next.serviceId });
    expect((await app.get(onward, kin)).status).toBe(404);
    const passing = passOn(app.db, kin.who, {
      vault: app.tools.vault,
      referralId,
      to: { serviceId: next.serviceId, organisationId: next.organisationId },
      chosen: ['identity:0'],
      message: { label: '', value: '' },
      consent: { purpose: '家具をそろえるため', how: 'spoken', wordsShown: '', givenOn: '2026-04-01' },
      urgent: false,
    });
    await expect(passing).rejects.toThrow('referral');
  });

  test('hears nothing of it by mail; where nobody else could, no link goes to the organisation’s address either', async () => {
    const { to, referralId, bar } = await sent();
    await bar();
    const recipients = async () =>
      (await rows(sql`select recipient from mail_outbox`)).map(({ recipient }) => recipient);
    const mailed = async () => {
      await rows(sql`delete from mail_outbox`);
      await run('referral.send', { referralId, move: 'send', moveId: crypto.randomUUID() });
      return recipients();
    };
    const [{ email } = {}] = await rows(
      sql`select email from people where id = ${to.worker.who.personId}::uuid`,
    );
    expect(await mailed()).toEqual([email]);
    await bar(to.worker.who.personId);
    await rows(
      sql`insert into confirmation_addresses (organisation_id, email) values (${to.organisationId}::uuid, 'box@example.jp')`,
    );
    expect(await mailed()).toEqual([]);
  });

  test('stands on the page by name, and is let in again by the supervisor', async () => {
    const { kin, caseId, referralId, bar } = await sent();
    await bar();
    const page = await textOf(await app.get(barPaths.bars.to({ caseId }), chief));
    expect(page).toContain('親 族子');
    expect(page).toContain(reason);
    const [{ id } = {}] = await rows(sql`select id from case_bars where case_id = ${caseId}::uuid`);
    expect((await app.post(barPaths.lift.to({ caseId, barId: String(id) }), {}, chief)).status).toBe(303);
    expect(await shown(referralId, kin)).toContain('川 岸子');
  });
});
