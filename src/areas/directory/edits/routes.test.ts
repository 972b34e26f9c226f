import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { updateOrganisation } from '#platform/people/organisations.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { editService, verifyService } from '../services/actions.ts';
import type { ServiceContent } from '../services/content.ts';
import {
  exampleChannel,
  exampleContent,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeService,
} from '../services/fixtures.ts';
import { findService, listServices } from '../services/store.ts';
import type { Part } from '../descriptions/parts.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const editor = await app.signIn(directoryEditor, { kind: 'npo', name: '編集 花子' });
const stranger = await app.signIn(directoryEditor, { kind: 'npo' });
const keeper = await app.signIn(directoryKeeper);

const make = (content?: Partial<ServiceContent>) =>
  makeService(app.db, { organisationId: editor.organisationId, ...(content && { content }) });
const stored = (serviceId: string) => inTransaction(app.db, editor.who, (tx) => findService(tx, serviceId));
const url = (id: string, part: Part) => staffDirectoryPaths.part.to({ id, part });

const basics = {
  version: '1',
  kind: 'desk',
  status: 'active',
  'name.ja': 'みほん暮らしの相談窓口',
  'name.en': 'Example life support desk',
  nameKana: 'ミホンクラシノソウダンマドグチ',
  'summary.ja': 'お金や住まいの困りごとを一緒に考えます',
  'summary.en': 'We think with you about money and housing',
  'description.ja': '予約はいりません。',
  'topics[]': ['income'],
  'serviceTypes[]': ['consultation'],
  website: 'https://mihon.example.jp/desk',
  email: 'desk@mihon.example.jp',
  illustrative: 'on',
};

describe('who may edit', () => {
  test('editors of its owner and keepers; others are turned away, and strangers of a draft see nothing', async () => {
    const { serviceId } = await make();
    expect((await app.get(url(serviceId, 'basics'), editor)).status).toBe(200);
    expect((await app.get(url(serviceId, 'basics'), keeper)).status).toBe(200);
    expect((await app.get(url(serviceId, 'basics'), stranger)).status).toBe(403);
    expect((await app.post(url(serviceId, 'basics'), basics, stranger)).status).toBe(403);
    const draft = await makeService(app.db, { organisationId: editor.organisationId, publish: false });
    expect((await app.get(url(draft.serviceId, 'basics'), stranger)).status).toBe(404);
    expect((await app.get(url(serviceId, 'basics'))).status).toBe(303);
  });
});

describe('the parts of the form', () => {
  test('every part shows what is stored', async () => {
    const { serviceId } = await make({ locations: [exampleLocation()] });
    const shown = async (part: Part) => (await app.get(url(serviceId, part), editor)).text();
    expect(await shown('basics')).toContain('みほん暮らしの相談窓口');
    expect(await shown('audience')).toContain('どなたでも');
    expect(await shown('contact')).toContain('0120-000-001');
    expect(await shown('hours')).toContain('value="09:00"');
    expect(await shown('places')).toContain('みほん市役所');
    expect(await shown('applying')).toContain('電話するか、直接来てください');
    expect(await shown('access')).toContain('車椅子可');
  });

  test('basics: saved, and everything else stays as it was', async () => {
    const { serviceId } = await make({ locations: [exampleLocation()] });
    const before = await stored(serviceId);
    const form = { ...basics, keywords: '家賃、夜逃げ', note: '年度の見直し' };
    expect((await app.post(url(serviceId, 'basics'), form, editor)).status).toBe(303);
    const { content, version } = await stored(serviceId);
    expect(version).toBe(2);
    expect(content).toMatchObject({ topics: ['income'], keywords: ['家賃', '夜逃げ'] });
    expect(content.channels).toEqual(before.content.channels);
    expect(content.locations).toEqual(before.content.locations);
    expect(content.hours).toEqual(before.content.hours);
  });

  test('what is wrong is said at its field, and what was typed is still there', async () => {
    const { serviceId } = await make();
    const form = { ...basics, 'name.ja': '', website: 'mihon', nameKana: '=みほん' };
    const answer = await app.post(url(serviceId, 'basics'), form, editor);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const text of [
      'href="#f-name-ja"',
      'href="#f-website"',
      '表計算ソフトが式とみなす',
      'value="mihon"',
    ])
      expect(html).toContain(text);
    expect((await stored(serviceId)).version).toBe(1);
  });

  test('what is published cannot lose its last way of contact', async () => {
    const { serviceId } = await make({ website: '', email: '', locations: [] });
    const form = { version: '1', 'channels.rows': '1', 'channels.0.kind': '', 'channels.0.value': '' };
    const answer = await app.post(url(serviceId, 'contact'), form, editor);
    expect(answer.status).toBe(422);
    expect((await stored(serviceId)).content.channels).toHaveLength(1);
  });

  test('nothing changed, nothing written', async () => {
    const { serviceId } = await make();
    const { content } = await stored(serviceId);
    const form = { version: '1', 'languages[]': [], 'accessibility[]': [] };
    expect((await app.post(url(serviceId, 'access'), form, editor)).status).toBe(303);
    expect(await stored(serviceId)).toMatchObject({ version: 1, content });
  });
});

describe('rows without a script', () => {
  const channels = {
    version: '1',
    'channels.rows': '3',
    'channels.0.kind': 'phone',
    'channels.0.value': '０１２０（０００）００２',
    'channels.0.freeOfCharge': 'on',
    'channels.1.kind': '',
    'channels.1.value': '',
    'channels.2.kind': 'line',
    'channels.2.value': '@mihon',
    'channels.2.label.ja': '夜だけ',
  };

  test('empty rows are left out, numbers are written one way, and ids are new or kept', async () => {
    const { serviceId } = await make();
    const [old] = (await stored(serviceId)).content.channels;
    const form = { ...channels, 'channels.0.id': old?.id ?? '', 'channels.2.id': crypto.randomUUID() };
    expect((await app.post(url(serviceId, 'contact'), form, editor)).status).toBe(303);
    const { content } = await stored(serviceId);
    expect(content.channels).toMatchObject([
      { id: old?.id, kind: 'phone', value: '0120-000-002', freeOfCharge: true },
      { kind: 'line', value: 'mihon', label: { ja: '夜だけ' } },
    ]);
    expect(content.channels[1]?.id).not.toBe(form['channels.2.id']);
  });

  test('a row is added, and one moved up, with everything typed kept and nothing saved', async () => {
    const { serviceId } = await make();
    const add = await app.post(url(serviceId, 'contact'), { ...channels, do: 'add:channels' }, editor);
    expect(add.status).toBe(200);
    const html = await add.text();
    expect(html).toContain('name="channels.rows" value="4"');
    expect(html).toContain('name="channels.3.value"');
    expect(html).toContain('@mihon');
    const up = await app.post(url(serviceId, 'contact'), { ...channels, do: 'up:channels.2' }, editor);
    expect(await up.text()).toMatch(/name="channels\.1\.value"[^>]*value="@mihon"/);
    expect((await stored(serviceId)).version).toBe(1);
  });

  test('a row that is ticked away goes; a problem is shown at the row in which it was typed', async () => {
    const { serviceId } = await make();
    const wrong = { ...channels, 'channels.2.kind': 'mail', 'channels.2.value': 'nobody' };
    const answer = await app.post(url(serviceId, 'contact'), wrong, editor);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#f-channels-2-value"');
    const removed = { ...wrong, 'channels.2.remove': 'on' };
    expect((await app.post(url(serviceId, 'contact'), removed, editor)).status).toBe(303);
    expect((await stored(serviceId)).content.channels).toHaveLength(1);
  });
});

test('a place at an address that the organisation has already is the same place', async () => {
  const known = exampleLocation({ name: 'みほん会館' });
  await make({ locations: [known] });
  const { serviceId } = await make();
  const { municipality, precision, name, town, line } = known;
  const row = { municipality, precision, name, town, line, postalCode: '〒000-0001' };
  const fields = Object.entries(row).map(([field, value]) => [`locations.0.${field}`, value]);
  const form = { version: '1', 'locations.rows': '1', ...Object.fromEntries(fields) };
  expect((await app.post(url(serviceId, 'places'), form, editor)).status).toBe(303);
  const [location] = (await stored(serviceId)).content.locations;
  expect(location).toMatchObject({ id: known.id, postalCode: '0000001' });
  expect(location?.serviceAtLocationId).not.toBe(known.serviceAtLocationId);
});

describe('hours', () => {
  const hours = {
    version: '1',
    'hours.known': 'rules',
    'hours.rules.rows': '3',
    'hours.rules.0.days[]': ['1', '2', '3', '4', '5'],
    'hours.rules.0.opens': '9時',
    'hours.rules.0.closes': '午後5時15分',
    'hours.rules.0.lastEntry': '17:00',
    'hours.rules.1.days[]': ['6'],
    'hours.rules.1.nth[]': ['2', '4'],
    'hours.rules.1.opens': '22:00',
    'hours.rules.1.closes': '翌2:00',
    'hours.rules.2.opens': '',
    'hours.onHolidays': 'closed',
    'hours.closures.rows': '2',
    'hours.closures.0.from': '12月29日',
    'hours.closures.0.to': '1/3',
    'hours.exceptions.rows': '1',
    'hours.exceptions.0.date': '2026-05-01',
    'hours.exceptions.0.closed': 'on',
    'hours.exceptions.0.label': '大掃除',
    'hours.note.ja': '雨の日は休み',
  };

  test('are read as people write them', async () => {
    const { serviceId } = await make();
    expect((await app.post(url(serviceId, 'hours'), hours, editor)).status).toBe(303);
    expect((await stored(serviceId)).content.hours).toEqual({
      rules: [
        { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:15', lastEntry: '17:00' },
        { days: [6], nth: [2, 4], opens: '22:00', closes: '02:00' },
      ],
      publicHolidays: 'closed',
      closures: [{ from: '12-29', to: '01-03' }],
      exceptions: [{ date: '2026-05-01', intervals: [], label: '大掃除' }],
      note: { ja: '雨の日は休み' },
    });
  });

  test('what is no time is asked about, where it stands', async () => {
    const { serviceId } = await make();
    const wrong = { ...hours, 'hours.rules.1.opens': '夜', 'hours.rules.0.days[]': [] };
    const answer = await app.post(url(serviceId, 'hours'), wrong, editor);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#f-hours-rules-1-opens"');
    expect(html).toContain('href="#f-hours-rules-0-days"');
    expect(html).toContain('value="夜"');
  });

  test('a way of contact may have its own, and lose them again', async () => {
    const { serviceId } = await make();
    const [channel] = (await stored(serviceId)).content.channels;
    const own = staffDirectoryPaths.channelHours.to({ id: serviceId, channel: channel?.id ?? '' });
    expect((await app.get(own, editor)).status).toBe(200);
    const form = { ...hours, channel: channel?.id ?? '' };
    expect((await app.post(own, form, editor)).status).toBe(303);
    const { content } = await stored(serviceId);
    expect(content.channels[0]?.hours?.rules).toHaveLength(2);
    expect(content.hours).toEqual(exampleContent().hours);
    await app.post(own, { version: '2', channel: channel?.id ?? '', 'hours.known': 'unknown' }, editor);
    expect((await stored(serviceId)).content.channels[0]?.hours).toBeUndefined();
    const unknown = staffDirectoryPaths.channelHours.to({ id: serviceId, channel: crypto.randomUUID() });
    expect((await app.get(unknown, editor)).status).toBe(404);
  });
});

describe('two people at once', () => {
  test('different fields: both stand', async () => {
    const { serviceId } = await make();
    const { content } = await stored(serviceId);
    granted(
      await editService(app.db, keeper.who, {
        serviceId,
        version: 1,
        content: { ...content, channels: [exampleChannel({ value: '0120-000-009' })] },
      }),
    );
    expect(
      (await app.post(url(serviceId, 'basics'), { ...basics, email: 'a@b.example.jp' }, editor)).status,
    ).toBe(303);
    const now = (await stored(serviceId)).content;
    expect(now.email).toBe('a@b.example.jp');
    expect(now.channels[0]?.value).toBe('0120-000-009');
  });

  test('the same field: both are shown, nothing typed is lost, and saving again decides', async () => {
    const { serviceId } = await make();
    const { content } = await stored(serviceId);
    const theirs = { ...content, summary: { ja: 'あちらの一文' }, email: 'theirs@mihon.example.jp' };
    granted(await editService(app.db, keeper.who, { serviceId, version: 1, content: theirs }));
    const mine = { ...basics, 'summary.ja': 'こちらの一文', 'summary.en': '' };
    const answer = await app.post(url(serviceId, 'basics'), mine, editor);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    for (const text of ['あちらの一文', 'こちらの一文', 'name="over" value="2"', 'name="version" value="1"'])
      expect(html).toContain(text);
    expect((await stored(serviceId)).content.summary.ja).toBe('あちらの一文');
    expect((await app.post(url(serviceId, 'basics'), { ...mine, over: '2' }, editor)).status).toBe(303);
    const now = (await stored(serviceId)).content;
    expect(now.summary.ja).toBe('こちらの一文');
    expect(now.email).toBe('theirs@mihon.example.jp');
  });

  test('a confirmation meanwhile is no conflict', async () => {
    const { serviceId, organisationId } = await make();
    granted(await verifyService(app.db, editor.who, { serviceId, organisationId }));
    expect((await app.post(url(serviceId, 'basics'), basics, editor)).status).toBe(303);
  });
});

describe('a new entry', () => {
  const to = staffDirectoryPaths.newService.to({ kind: 'place' });
  const form = {
    organisationId: editor.organisationId,
    'name.ja': '土曜の子ども食堂',
    nameKana: 'ドヨウノコドモショクドウ',
    'summary.ja': '土曜の夕方、だれでも食べられます',
    'topics[]': ['no_food', 'community'],
  };

  test('is a draft of one’s own organisation', async () => {
    const answer = await app.post(to, form, editor);
    expect(answer.status).toBe(303);
    const [made] = await inTransaction(app.db, editor.who, (tx) =>
      listServices(tx, { kind: 'place', organisationId: editor.organisationId }, { limit: 1 }),
    );
    expect(made).toMatchObject({ publishedAt: null, content: { topics: ['no_food', 'community'] } });
    expect(answer.headers.get('location')).toBe(staffDirectoryPaths.service.to({ id: made?.id ?? '' }));
  });

  test('not in the name of another, and not without a name', async () => {
    const wrong = await app.post(
      to,
      { ...form, organisationId: stranger.organisationId, 'name.ja': '' },
      editor,
    );
    expect(wrong.status).toBe(422);
    const text = await textOf(wrong);
    expect(text).toContain('担当する団体を選んでください');
    expect(text).toContain('名前：入力してください');
  });

  test('by a keeper, in the name of an organisation that is there and open, and of nothing else', async () => {
    const closed = await app.signIn(directoryEditor, { kind: 'npo' });
    await inTransaction(app.db, system('test'), (tx) =>
      updateOrganisation(tx, closed.organisationId, { closedAt: new Date() }),
    );
    const tried = async (organisationId: string) => {
      const answer = await app.post(to, { ...form, organisationId }, keeper);
      return [answer.status, answer.status === 422 ? await textOf(answer) : ''] as const;
    };
    expect((await tried(editor.organisationId))[0]).toBe(303);
    for (const gone of [closed.organisationId, crypto.randomUUID()])
      expect(await tried(gone)).toEqual([422, expect.stringContaining('この団体は閉じられている')]);
    for (const nothing of ['', 'somewhere'])
      expect(await tried(nothing)).toEqual([422, expect.stringContaining('担当する団体を選んでください')]);
  });
});
