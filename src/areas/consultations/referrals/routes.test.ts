import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeService } from '#areas/directory/services/fixtures.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths, transferPaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const doi = await app.signIn(counsellor, { organisationId: other.deskId, name: '土井 相談' });
const named = (ja: string, en: string) => ({ content: { name: { ja, en } } });
const rent = await makeService(app.db, named('家賃の給付金の例', 'Example of a rent benefit'));
const shelter = await makeService(app.db, { ...named('秘密の家', 'Hidden house'), sealed: true });

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const page = async (contactId: string, as: SignedIn = aoki, desk = deskId) =>
  textOf(await app.get(deskPaths.desk.to({ deskId: desk }, { contact: contactId }), as));
const kept = (contactId: string) =>
  rows(sql`select service_id, how from contact_referrals where contact_id = ${contactId}`);
const given = (serviceId: string, how = 'passed-on') => ({
  referWords: '',
  referTo: serviceId,
  referHow: how,
});

describe('a referral', () => {
  test('is found in the directory by everyday words, kept with the record, and taken back', async () => {
    const { contactId } = await makeTalk(app, { deskId });
    const found = await app.post(contactPaths.findReferral.to({ contactId }), { referWords: '家賃' }, aoki);
    expect(found.status).toBe(200);
    expect(await found.text()).toContain(`value="${rent.serviceId}"`);
    expect((await app.post(contactPaths.refer.to({ contactId }), given(rent.serviceId), aoki)).status).toBe(
      303,
    );
    expect(await kept(contactId)).toEqual([{ service_id: rent.serviceId, how: 'passed-on' }]);
    expect(await page(contactId)).toMatch(/家賃の給付金の例 つないだ/);
    const [row] = await rows(sql`select id from contact_referrals where contact_id = ${contactId}`);
    const takeBack = contactPaths.takeBackReferral.to({ contactId });
    expect((await app.post(takeBack, { referralId: String(row?.['id']) }, aoki)).status).toBe(303);
    expect(await kept(contactId)).toEqual([]);
    const events = await rows(
      sql`select event, facts from audit_events where subject_id = ${contactId} and event like 'contact.refer%' order by position`,
    );
    expect(events).toEqual([
      { event: 'contact.refer', facts: { serviceId: rent.serviceId, how: 'passed-on' } },
      { event: 'contact.refer-undo', facts: {} },
    ]);
  });

  test('of a sealed entry is neither found nor kept', async () => {
    const { contactId } = await makeTalk(app, { deskId });
    const found = await app.post(
      contactPaths.findReferral.to({ contactId }),
      { referWords: '秘密の家' },
      aoki,
    );
    expect(await found.text()).not.toContain(shelter.serviceId);
    const refused = await app.post(contactPaths.refer.to({ contactId }), given(shelter.serviceId), aoki);
    expect(refused.status).toBe(422);
    expect(await kept(contactId)).toEqual([]);
  });

  test('without an entry or a way says so, and the words that were looked for stay', async () => {
    const { contactId } = await makeTalk(app, { deskId });
    const answer = await app.post(
      contactPaths.refer.to({ contactId }),
      { referWords: '家賃', referTo: rent.serviceId, referHow: '' },
      aoki,
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('どのように案内したかを選んでください');
    expect(html).toContain('value="家賃"');
    expect((await app.post(contactPaths.refer.to({ contactId }), {}, aoki)).status).toBe(422);
  });

  test('is of its own desk, and goes along with a transfer', async () => {
    const { contactId } = await makeTalk(app, { deskId });
    const refer = contactPaths.refer.to({ contactId });
    expect((await app.post(refer, given(rent.serviceId), doi)).status).toBe(404);
    await app.post(contactPaths.take.to({ contactId }), {}, aoki);
    await app.post(refer, given(rent.serviceId, 'told'), aoki);
    const offer = { transferTo: other.deskId, basis: 'consent', handoff: '家賃のこと' };
    await app.post(transferPaths.offer.to({ contactId }), offer, aoki);
    const [offered] = await rows(sql`select id from transfers where contact_id = ${contactId}`);
    await app.post(transferPaths.accept.to({ transferId: String(offered?.['id']) }), {}, doi);
    expect(await page(contactId, doi, other.deskId)).toMatch(/家賃の給付金の例 伝えた/);
    expect(
      await inTransaction(app.db, aoki.who, (tx) =>
        tx.execute(sql`select 1 from contact_referrals where contact_id = ${contactId}`),
      ),
    ).toMatchObject({ rows: [] });
  });
});
