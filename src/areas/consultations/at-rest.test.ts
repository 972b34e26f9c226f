import { expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from './access.ts';
import { makeTalk } from './contacts/fixtures.ts';
import { makeDesk } from './desks/fixtures.ts';
import { contactPaths, deskPaths, riskPaths, talkPaths, transferPaths } from './paths.ts';
import { deviceOf } from './talks/fixtures.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db, { settings: { chatsPerCounsellor: 9 } });
const there = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId });

/** A word for each field that somebody says, types or notes, so that a row tells which field it came from. */
const word = (field: string) => `ひみつ・${field}・ことば`;
const key = () => crypto.randomUUID();

/** Every row of every table as the database keeps it. */
async function everyRow(): Promise<readonly { readonly table: string; readonly row: string }[]> {
  const client = await app.db.owner.connect();
  try {
    await client.query(`begin; set local app.maintenance = 'on'`);
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const each = tables.map(({ name }) => `select '${name}' as "table", t::text as row from "${name}" t`);
    return (await client.query<{ table: string; row: string }>(each.join(' union all '))).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('whatever is said, typed or noted about somebody, no row of the database holds it in plain', async () => {
  const phone = deviceOf(app);
  await phone.post(talkPaths.desk.to({ desk: code }), { text: word('はじめ'), key: key() });
  await phone.post(talkPaths.say.to({}), { text: word('相談者'), key: key() });
  const { contactId } = await makeTalk(app, { deskId, text: word('二人目') });
  const to = { contactId };
  const posted: readonly [string, Record<string, string>][] = [
    [contactPaths.take.to(to), {}],
    [contactPaths.say.to(to), { text: word('返事'), key: key() }],
    [contactPaths.whisper.to(to), { whisper: word('内線'), key: key() }],
    [contactPaths.draft.to(to), { text: word('下書き') }],
    [
      contactPaths.record.to(to),
      {
        version: '1',
        content: word('内容'),
        response: word('対応'),
        next: word('次'),
        accompaniedBy: word('付き添い'),
      },
    ],
    [riskPaths.assess.to(to), { riskSent: '1', 'risk-level': '1', 'risk-note': word('危険') }],
    [transferPaths.offer.to(to), { transferTo: there.deskId, basis: 'consent', handoff: word('申し送り') }],
    [
      deskPaths.visit.to({ deskId }),
      {
        content: word('来所'),
        response: word('伝えた'),
        next: word('来所の次'),
        accompaniedBy: word('来所の付き添い'),
      },
    ],
    [
      deskPaths.mail.to({ deskId }),
      { address: 'himitsu@example.jp', subject: word('件名'), text: word('メール') },
    ],
  ];
  for (const [url, fields] of posted) {
    const { status } = await app.post(url, fields, chief);
    expect([200, 303], `${url} ${status}`).toContain(status);
  }
  const talk = await makeTalk(app, { deskId, text: word('三人目') });
  await app.post(contactPaths.take.to(talk), {}, aoki);
  await app.post(contactPaths.end.to(talk), { reason: 'done' }, aoki);
  expect((await app.post(contactPaths.debrief.to(talk), { debrief: word('振り返り') }, aoki)).status).toBe(
    303,
  );

  // It is there, for those who may read it.
  const page = await textOf(await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), chief));
  for (const field of ['二人目', '返事', '内線', '危険']) expect(page).toContain(word(field));
  const html = await (await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), chief)).text();
  for (const field of ['内容', '対応', '次', '付き添い']) expect(html).toContain(word(field));

  const rows = await everyRow();
  expect(rows.filter(({ table }) => table === 'messages').length).toBeGreaterThan(5);
  expect(rows.filter(({ row }) => /ひみつ|himitsu/.test(row))).toEqual([]);
});
