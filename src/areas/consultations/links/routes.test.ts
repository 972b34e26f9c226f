import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths, linkPaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const doi = await app.signIn(counsellor, { organisationId: other.deskId, name: '土井 相談' });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const page = async (contactId: string) =>
  textOf(await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki));
const phone = (value: string) => ({ markKind: 'phone', 'mark-phone': value });

test('a number that the person gives proposes the earlier talk; a counsellor links it, and takes it back', async () => {
  const earlier = await makeTalk(app, { deskId });
  const now = await makeTalk(app, { deskId });
  const to = { contactId: now.contactId };
  expect(await page(now.contactId)).not.toContain('同じ人かもしれません');
  const mark = { markKind: 'number', 'mark-number': ` ${earlier.number}` };
  expect((await app.post(linkPaths.mark.to(to), mark, aoki)).status).toBe(303);
  const proposed = await page(now.contactId);
  expect(proposed).toContain('同じ人かもしれません');
  expect(proposed).toContain('手がかり：前の番号を本人が言った');
  // Nothing is linked by itself, and neither record is changed.
  expect(await rows(sql`select * from contact_links`)).toEqual([]);
  const before = await rows(
    sql`select version, last_seq from contacts where id in (${now.contactId}, ${earlier.contactId})`,
  );
  const link = { earlierId: earlier.contactId, state: 'linked' };
  expect((await app.post(linkPaths.decide.to(to), link, aoki)).status).toBe(303);
  expect((await app.post(linkPaths.decide.to(to), link, aoki)).status).toBe(422);
  for (const each of [now, earlier]) expect(await page(each.contactId)).toContain('取り消す');
  expect(
    await rows(
      sql`select version, last_seq from contacts where id in (${now.contactId}, ${earlier.contactId})`,
    ),
  ).toEqual(before);
  await app.post(linkPaths.undo.to({ contactId: earlier.contactId }), { otherId: now.contactId }, aoki);
  expect(await page(now.contactId)).toContain('同じ人かもしれません');
  const events = await rows(sql`select event from audit_events where event like 'link.%' order by position`);
  expect(events.map(({ event }) => event)).toEqual(['link.mark', 'link.decide', 'link.undo']);
});

test('the same telephone is known again without being kept; who is somebody else is dismissed', async () => {
  const earlier = await makeTalk(app, { deskId });
  const now = await makeTalk(app, { deskId });
  await app.post(linkPaths.mark.to({ contactId: earlier.contactId }), phone('045-000-0001'), aoki);
  await app.post(linkPaths.mark.to({ contactId: now.contactId }), phone('０４５ ０００ ０００１'), aoki);
  expect(await page(now.contactId)).toContain('手がかり：同じ電話番号');
  expect(JSON.stringify(await rows(sql`select * from contact_marks`))).not.toContain('0450000001');
  const dismissed = { earlierId: earlier.contactId, state: 'dismissed' };
  await app.post(linkPaths.decide.to({ contactId: now.contactId }), dismissed, aoki);
  expect(await page(now.contactId)).toContain('ちがう人とした相談 1件');
  const wrong = await textOf(
    await app.post(linkPaths.mark.to({ contactId: now.contactId }), phone('110'), aoki),
  );
  expect(wrong).toContain('10けたか11けた');
});

test('across desks nothing is proposed: neither by a number nor by a telephone', async () => {
  const theirs = await makeTalk(app, { deskId: other.deskId });
  const mine = await makeTalk(app, { deskId });
  await app.post(linkPaths.mark.to({ contactId: theirs.contactId }), phone('045-000-0002'), doi);
  await app.post(linkPaths.mark.to({ contactId: mine.contactId }), phone('045-000-0002'), aoki);
  const number = { markKind: 'number', 'mark-number': theirs.number };
  expect((await app.post(linkPaths.mark.to({ contactId: mine.contactId }), number, aoki)).status).toBe(422);
  expect(await page(mine.contactId)).not.toContain('同じ人かもしれません');
  const link = { earlierId: theirs.contactId, state: 'linked' };
  expect((await app.post(linkPaths.decide.to({ contactId: mine.contactId }), link, aoki)).status).toBe(422);
  expect((await app.post(linkPaths.decide.to({ contactId: theirs.contactId }), link, aoki)).status).toBe(404);
});
