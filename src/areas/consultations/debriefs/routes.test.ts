import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { updateContact } from '../contacts/store.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths } from '../paths.ts';
import { eraseDue } from '../retention/actions.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const tester = system('test');
const words = '自分の手がふるえていた';
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, tester, async (tx) => (await tx.execute(statement)).rows);

async function noted(text = words) {
  const { contactId } = await makeTalk(app, { deskId });
  await inTransaction(app.db, tester, (tx) =>
    updateContact(tx, contactId, { state: 'ended', endedAt: new Date() }),
  );
  await app.post(contactPaths.debrief.to({ contactId }), { debrief: text }, aoki);
  return contactId;
}
const board = (contact: string, as: typeof aoki) =>
  app.get(deskPaths.desk.to({ deskId }, { contact }), as).then((page) => page.text());

describe('a counsellor’s own note', () => {
  test('is read by its writer alone: not by the supervisor, not in the database, not by their query', async () => {
    const contactId = await noted();
    expect(await board(contactId, aoki)).toContain(words);
    expect(await board(contactId, chief)).not.toContain(words);
    expect(JSON.stringify(await rows(sql`select * from debriefs`))).not.toContain('ふるえ');
    const seen = await inTransaction(
      app.db,
      chief.who,
      async (tx) => (await tx.execute(sql`select * from debriefs`)).rows,
    );
    expect(seen).toEqual([]);
  });

  test('is replaced by what is written later, and gone when it is saved empty', async () => {
    const contactId = await noted();
    await app.post(contactPaths.debrief.to({ contactId }), { debrief: '書き直した' }, aoki);
    expect(await board(contactId, aoki)).toContain('書き直した');
    await app.post(contactPaths.debrief.to({ contactId }), { debrief: ' ' }, aoki);
    expect(await rows(sql`select 1 from debriefs where contact_id = ${contactId}`)).toEqual([]);
  });

  test('goes after ninety days, and when its writer no longer works at the desk', async () => {
    const old = await noted();
    const young = await noted();
    await rows(sql`update debriefs set written_at = now() - interval '91 days' where contact_id = ${old}`);
    const there = () => rows(sql`select contact_id from debriefs where contact_id in (${old}, ${young})`);
    await eraseDue(app.db, tester);
    expect(await there()).toEqual([{ contact_id: young }]);
    await rows(sql`update memberships set ended_at = now() where person_id = ${aoki.who.personId}`);
    await eraseDue(app.db, tester);
    expect(await there()).toEqual([]);
  });
});
