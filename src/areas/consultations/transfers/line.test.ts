import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import type { SignedIn } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { takeContact } from '../contacts/actions.ts';
import type { DeskSettings } from '../desks/settings.ts';
import { lineWorld } from '../lines/desk.testing.ts';
import { pressEvent, textEvent } from '../lines/line.testing.ts';
import { ringBell } from '../lines/outbox/deliver.ts';
import { contactPaths, deskPaths, talkPaths, transferPaths } from '../paths.ts';

const { app, rows, desk, tell, settle, arrived } = await lineWorld();
const { vault } = app.tools;
const line: DeskSettings['line'] = { mode: 'direct', decision: '福援第1号', pushesPerMonth: 100 };
const here = await desk({ line });
const there = await desk({
  line,
  readers: { ja: '引き継いだ窓口の相談員だけです', en: 'Only the counsellors of the other desk' },
});
const aoki = await app.signIn(counsellor, { organisationId: here.deskId, name: '青木 相談' });
const doi = await app.signIn(counsellor, { organisationId: there.deskId, name: '土井 相談' });
const userId = `U${crypto.randomUUID().replaceAll('-', '')}`;
const said = (text: string) => ({ text, key: crypto.randomUUID() });
const board = async ({ deskId }: { deskId: string }, contact: string, as: SignedIn) =>
  textOf(await app.get(deskPaths.desk.to({ deskId }, { contact }), as));

test('a conversation by LINE that is handed over goes on: the bell rings at the account that the person knows, and no word of the other desk goes through it', async () => {
  await tell(here.code, textEvent('家賃が払えません', { userId }));
  const [row] = await rows(sql`select id from contacts where desk_id = ${here.deskId}`);
  const contactId = String(row?.['id']);
  await takeContact(app.db, aoki.who, { contactId });
  await app.post(contactPaths.say.to({ contactId }), said('別の窓口が詳しいです'), aoki);
  await settle();
  expect(arrived().join()).toContain('別の窓口が詳しいです');
  const offer = { transferTo: there.deskId, basis: 'consent', handoff: '住まいの制度を' };
  await app.post(transferPaths.offer.to({ contactId }), offer, aoki);
  const [offered] = await rows(sql`select id from transfers where contact_id = ${contactId}`);
  await app.post(transferPaths.accept.to({ transferId: String(offered?.['id']) }), {}, doi);
  await app.post(contactPaths.say.to({ contactId }), said('土井です、住まいのことを一緒に'), doi);
  await settle();
  // The time in which an open page would have shown it.
  await ringBell(app.db, { vault, contactId });
  await ringBell(app.db, { vault, contactId });
  await settle();
  const rung = arrived();
  expect(rung).toHaveLength(1);
  expect(rung[0]).toContain('お知らせがあります');
  expect(rung[0]).not.toMatch(/住まい|土井|試験の相談窓口/);
  const seen = await board(there, contactId, doi);
  expect(seen).toContain('試験の相談窓口のLINEから来て');
  expect(seen).toContain('LINEで知らせました');

  await tell(here.code, textEvent('ありがとうございます', { userId }));
  expect(await board(there, contactId, doi)).toContain('ありがとうございます');
  expect(await board(here, contactId, aoki)).not.toContain('ありがとうございます');
  expect(await rows(sql`select 1 from contacts where desk_id = ${here.deskId} and state <> 'ended'`)).toEqual(
    [],
  );

  await tell(here.code, pressEvent('open', { userId }));
  const url = /http:\/\/localhost(\/talk\/line\/[\w-]+)/.exec(arrived().join(' '))?.[1] ?? '';
  expect(await textOf(await app.get(url))).toContain('引き継いだ窓口の相談員だけです');
  const come = await app.send(url, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
  const cookie = (come.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const person = await textOf(await app.send(talkPaths.conversation.to({}), { headers: { cookie } }));
  for (const words of ['家賃が払えません', '土井です、住まいのことを一緒に', '返事はこの画面で読めます'])
    expect(person).toContain(words);
  expect(person).not.toContain('合言葉はそのまま');
});
