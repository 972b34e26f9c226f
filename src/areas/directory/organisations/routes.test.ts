import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { makeService } from '../services/fixtures.ts';
import { findConfirmationAddress, findProfile } from './store.ts';

const app = await testApp();
const editor = await app.signIn(directoryEditor, { kind: 'npo' });
const stranger = await app.signIn(directoryEditor, { kind: 'npo' });
const keeper = await app.signIn(directoryKeeper);
const { organisationId: id } = editor;
const url = staffDirectoryPaths.organisation.to({ id });

const profile = {
  nameKana: 'ミホンノカイ',
  descriptionJa: '地域で支え合う会です。',
  descriptionEn: 'Neighbours for neighbours.',
  website: 'https://mihon.example.jp',
  legalNumber: '７０００-０１２０-５０００２',
};

test('a profile is written by its own editors and by keepers', async () => {
  expect((await app.post(url, profile, stranger)).status).toBe(403);
  expect((await app.post(url, profile, editor)).status).toBe(303);
  const stored = await inTransaction(app.db, anonymous, (tx) => findProfile(tx, id));
  expect(stored).toMatchObject({ nameKana: 'ミホンノカイ', legalNumber: '7000012050002' });
  expect(await (await app.get(url, keeper)).text()).toContain('地域で支え合う会です。');
  expect((await app.get(url, stranger)).status).toBe(403);
});

test('a wrong number is said at its field, and what was typed stays', async () => {
  const answer = await app.post(
    url,
    { ...profile, legalNumber: '8000012050002', descriptionJa: '新しい紹介' },
    editor,
  );
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('href="#f-legalNumber"');
  expect(html).toContain('新しい紹介');
});

test('where mailed links go is known to nobody outside, and stands in no record', async () => {
  const to = staffDirectoryPaths.confirmationAddress.to({ id });
  expect((await app.post(to, { email: 'nobody' }, editor)).status).toBe(422);
  expect((await app.post(to, { email: 'mailbox@mihon.example.jp' }, editor)).status).toBe(303);
  const address = (who: typeof anonymous | typeof editor.who) =>
    inTransaction(app.db, who, (tx) => findConfirmationAddress(tx, id));
  expect(await address(editor.who)).toBe('mailbox@mihon.example.jp');
  expect(await address(stranger.who)).toBe('');
  expect(await address(anonymous)).toBe('');
  const events = await inTransaction(app.db, system('test'), (tx) => tx.select().from(auditEvents));
  expect(JSON.stringify(events)).not.toContain('mailbox@');
  await app.post(to, { email: '' }, editor);
  expect(await address(editor.who)).toBe('');
});

test('keepers see every organisation, editors their own', async () => {
  await makeService(app.db, { organisationId: id });
  const list = async (as: typeof editor) =>
    textOf(await app.get(staffDirectoryPaths.organisations.to({}), as));
  const [own, theirs] = [editor, stranger].map(({ who }) => who.memberships[0]?.organisationName ?? '');
  expect(await list(keeper)).toContain(theirs);
  expect(await list(editor)).toContain(own);
  expect(await list(editor)).not.toContain(theirs);
});
