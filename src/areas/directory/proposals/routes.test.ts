import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { auditEvents } from '#platform/audit/tables.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { findPaths, staffDirectoryPaths } from '../paths.ts';
import { editService, sealService } from '../services/actions.ts';
import { exampleContent, granted, makeMunicipalities, makeService } from '../services/fixtures.ts';
import { findService } from '../services/store.ts';
import { listVersions } from '../versions/store.ts';
import { acceptProposal } from './actions.ts';
import { findProposal } from './store.ts';
import { proposals } from './tables.ts';

const app = await testApp({ TRUSTED_PROXIES: '1' });
const it = system('test');
await makeMunicipalities(app.db);
const keeper = await app.signIn(directoryKeeper, { kind: 'prefecture' });
const owner = await app.signIn(directoryEditor, { kind: 'npo' });
const neighbour = await app.signIn(directoryEditor, { kind: 'municipality', name: '隣の 職員' });
const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(app.db, it, work);
const stored = (serviceId: string) => asSystem((tx) => findService(tx, serviceId));

let clients = 0;
/** A form from somewhere else each time, unless a place is given. */
async function send(
  url: string,
  fields: Record<string, string>,
  from = `10.0.0.${(clients += 1)}`,
): Promise<Response> {
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': from };
  return app.send(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
}
const words = { field: 'phone', said: '0120-000-005', source: '電話で聞いた', email: 'neighbour@example.jp' };
const suggest = (id: string, fields: Record<string, string> = {}, from?: string) =>
  send(findPaths.suggest.to({ id }), { ...words, ...fields }, from);
const entry = async (content = {}) =>
  (await makeService(app.db, { organisationId: owner.organisationId, content })).serviceId;
const about = (serviceId: string | null) =>
  asSystem(async (tx) => (await tx.select().from(proposals)).filter((each) => each.serviceId === serviceId));
async function suggested(serviceId: string, fields = {}): Promise<string> {
  expect((await suggest(serviceId, fields)).status).toBe(303);
  return (await about(serviceId)).at(-1)?.id ?? '';
}
const page = (id: string, as: SignedIn) => app.get(staffDirectoryPaths.proposal.to({ id }), as);
const accept = (id: string, fields: Record<string, string>, as = owner) =>
  app.post(staffDirectoryPaths.acceptProposal.to({ id }), fields, as);

describe('anybody', () => {
  test('says what is wrong, without an account and without a trace, and nothing of it is public', async () => {
    const id = await entry();
    const form = await app.get(findPaths.suggest.to({ id }));
    expect(form.headers.get('set-cookie')).toBeNull();
    expect(await textOf(form)).toContain('そのまま公開されることはありません');
    const sent = await suggest(id, { said: 'まるでちがう番号です' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('set-cookie')).toBeNull();
    expect(await textOf(await app.get(sent.headers.get('location') ?? ''))).toContain('ありがとうございます');
    expect(await about(id)).toMatchObject([
      { status: 'open', origin: 'public', personId: null, items: [{ field: 'phone' }] },
    ]);
    expect((await stored(id)).version).toBe(1);
    expect(await textOf(await app.get(findPaths.service.to({ id })))).not.toContain('まるでちがう');
    expect((await app.get(staffDirectoryPaths.proposals.to({}))).status).toBe(303);
  });

  test('what is missing or too long is said where it was typed, and what was typed stays', async () => {
    const id = await entry();
    const wrong = await suggest(id, { field: '', said: '', source: 'わたしが見た', email: 'no address' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('わたしが見た');
    expect((await suggest(id, { said: 'x'.repeat(1001) })).status).toBe(422);
    expect((await suggest(id, { field: 'part' })).status).toBe(422);
    expect(await about(id)).toEqual([]);
  });

  test('control characters and letters that turn the text around do not arrive', async () => {
    const id = await entry();
    expect((await suggest(id, { said: 'あ\u0000い\u0007う\u202eえ' })).status).toBe(303);
    expect((await about(id))[0]?.items[0]?.said).toBe('あいうえ');
  });

  test('a machine that fills every field is thanked and forgotten', async () => {
    const id = await entry();
    expect((await suggest(id, { nickname: 'buy now' })).status).toBe(303);
    expect(await about(id)).toEqual([]);
  });

  test('one place sends six in ten minutes; what waits about one entry is twenty', async () => {
    const id = await entry();
    const statuses = [];
    for (let time = 0; time < 8; time += 1) statuses.push((await suggest(id, {}, '192.0.2.7')).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
    for (let time = 0; time < 14; time += 1) await suggest(id);
    const full = await suggest(id);
    expect(full.status).toBe(422);
    expect(await full.text()).toContain('すでに多くの知らせ');
    expect(await about(id)).toHaveLength(20);
  });

  test('a sealed entry and one that never was are the same to them', async () => {
    const id = await entry({ name: { ja: 'ひみつの家' } });
    granted(await sealService(app.db, it, { serviceId: id, reason: '安全' }));
    const unknown = crypto.randomUUID();
    for (const each of [id, unknown]) {
      expect((await app.get(findPaths.suggest.to({ id: each }))).status).toBe(404);
      const sent = await suggest(each);
      expect(await sent.text()).not.toContain('ひみつ');
    }
    expect(await about(id)).toEqual([]);
  });

  test('tells of support that is not listed; the keeper makes a draft of it', async () => {
    const fields = {
      kind: 'place',
      name: 'まだない食堂',
      what: '土曜の夕ご飯',
      where: 'みほん市本町9',
      phone: '0120-000-006',
    };
    expect((await send(findPaths.suggestNew.to({}), fields)).status).toBe(303);
    const id = (await about(null)).at(-1)?.id ?? '';
    expect((await page(id, owner)).status).toBe(404);
    expect(await textOf(await page(id, keeper))).toContain('まだない食堂');
    const draft = {
      organisationId: owner.organisationId,
      kind: 'place',
      name: 'まだない食堂',
      description: '土曜の夕ご飯',
      address: 'みほん市本町9',
      phone: '0120-000-006',
      website: '',
    };
    const url = staffDirectoryPaths.acceptSuggestion.to({ id });
    expect((await app.post(url, draft, owner)).status).toBe(404);
    const made = await app.post(url, draft, keeper);
    const serviceId = /services\/([0-9a-f-]{36})/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
    expect(await stored(serviceId)).toMatchObject({
      publishedAt: null,
      organisationId: owner.organisationId,
      kind: 'place',
    });
    expect((await stored(serviceId)).content.locations[0]).toMatchObject({
      municipality: '99201',
      town: '本町',
      line: '9',
    });
    expect((await app.post(url, draft, keeper)).status).toBe(422);
  });
});

describe('whoever answers for the entry', () => {
  test('reads it beside what stands, with the address, which nobody else sees', async () => {
    const serviceId = await entry();
    const id = await suggested(serviceId);
    const text = await textOf(await page(id, owner));
    for (const shown of ['0120-000-005', '0120-000-001', '電話で聞いた', 'neighbour@example.jp'])
      expect(text).toContain(shown);
    expect((await page(id, neighbour)).status).toBe(404);
    const list = await app.get(staffDirectoryPaths.proposals.to({}), owner);
    expect(await list.text()).not.toContain('neighbour@example.jp');
  });

  test('accepts it: the entry changes as a version of its own kind, and the address is erased', async () => {
    const serviceId = await entry();
    const id = await suggested(serviceId);
    const fields = { take: 'cells', field: 'phone', version: '1', phone: '0120-000-005' };
    expect((await accept(id, fields)).status).toBe(303);
    expect((await stored(serviceId)).content.channels[0]?.value).toBe('0120-000-005');
    const [version] = await asSystem((tx) => listVersions(tx, serviceId, { limit: 1 }));
    expect(version).toMatchObject({ how: 'proposal', version: 2 });
    expect(await asSystem((tx) => findProposal(tx, id))).toMatchObject({
      status: 'accepted',
      email: null,
      madeVersion: 2,
    });
    expect(await textOf(await page(id, owner))).toContain('第2版');
    const events = await asSystem((tx) => tx.select().from(auditEvents));
    expect(JSON.stringify(events)).not.toMatch(/neighbour@|電話で聞いた/);
  });

  test('what cannot be read or changes nothing comes back with what was typed', async () => {
    const serviceId = await entry();
    const id = await suggested(serviceId);
    const wrong = await accept(id, { take: 'cells', field: 'phone', version: '1', phone: 'よるの番号' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('よるの番号');
    expect(
      (await accept(id, { take: 'cells', field: 'phone', version: '1', phone: '0120-000-001' })).status,
    ).toBe(422);
    expect((await accept(id, { take: 'content', version: '1' })).status).toBe(422);
    expect((await accept(id, { take: 'everything' })).status).toBe(422);
    expect(await asSystem((tx) => findProposal(tx, id))).toMatchObject({ status: 'open' });
  });

  test('chooses another field to write it into, and another form where it fits none', async () => {
    const id = await suggested(await entry(), { field: 'other', said: '金曜も開いています' });
    expect(await textOf(await page(id, owner))).toContain('編集の画面で直します');
    const hours = await app.get(staffDirectoryPaths.proposal.to({ id }, { field: 'hours' }), owner);
    expect(await hours.text()).toContain('月火水木金');
    expect((await accept(id, { take: 'done' })).status).toBe(303);
  });

  test('declines it with a reason', async () => {
    const id = await suggested(await entry());
    const url = staffDirectoryPaths.declineProposal.to({ id });
    expect((await app.post(url, { reason: '' }, owner)).status).toBe(422);
    expect((await app.post(url, { reason: '電話で確かめました' }, neighbour)).status).toBe(404);
    expect((await app.post(url, { reason: '電話で確かめました' }, owner)).status).toBe(303);
    expect(await asSystem((tx) => findProposal(tx, id))).toMatchObject({ status: 'declined', email: null });
    expect((await app.post(url, { reason: 'もう一度' }, keeper)).status).toBe(422);
  });

  test('two who decide at once: one of them does, the entry changes once', async () => {
    const serviceId = await entry();
    const id = await suggested(serviceId);
    const decision = {
      take: 'cells',
      field: 'phone',
      version: 1,
      status: 'active',
      cells: { phone: '0120-000-005' },
    } as const;
    const both = await Promise.all(
      [owner, keeper].map(({ who }) => acceptProposal(app.db, who, { proposalId: id, decision })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already-decided' });
    expect((await stored(serviceId)).version).toBe(2);
  });
});

describe('an editor of another organisation', () => {
  const propose = (id: string, fields: Record<string, string>, as = neighbour) =>
    app.post(
      staffDirectoryPaths.propose.to({ id, part: 'applying' }),
      { version: '1', why: '先方に聞いた', ...fields },
      as,
    );

  test('proposes a part as it should be; the owner takes it over what changed meanwhile', async () => {
    const serviceId = await entry();
    expect(
      (await app.get(staffDirectoryPaths.propose.to({ id: serviceId, part: 'applying' }), neighbour)).status,
    ).toBe(200);
    const sent = await propose(serviceId, { 'application.ja': 'まず電話してください' });
    expect(sent.status).toBe(303);
    const id = (await about(serviceId))[0]?.id ?? '';
    expect((await stored(serviceId)).content.application.ja).toBe('電話するか、直接来てください');
    const current = (await stored(serviceId)).content;
    granted(
      await editService(app.db, it, {
        serviceId,
        version: 1,
        content: { ...current, summary: { ja: '新しい一文' } },
      }),
    );
    const text = await textOf(await page(id, owner));
    expect(text).toContain('まず電話してください');
    expect((await accept(id, { take: 'content', version: '2' })).status).toBe(303);
    expect((await stored(serviceId)).content).toMatchObject({
      application: { ja: 'まず電話してください' },
      summary: { ja: '新しい一文' },
    });
  });

  test('sees what became of it, decides nothing, and proposes nothing for what it may write', async () => {
    const serviceId = await entry();
    await propose(serviceId, { 'application.ja': '予約してください' });
    const id = (await about(serviceId))[0]?.id ?? '';
    expect(await textOf(await page(id, neighbour))).toContain('判断するのは、担当する団体');
    expect((await accept(id, { take: 'content', version: '1' }, neighbour)).status).toBe(404);
    expect(
      (await app.get(staffDirectoryPaths.propose.to({ id: serviceId, part: 'applying' }), owner)).status,
    ).toBe(303);
    const { application } = exampleContent();
    const same = await propose(serviceId, { 'application.ja': application.ja, 'costs.free': 'on' });
    expect(same.status).toBe(422);
  });

  test('is not told of an entry that was sealed after the proposal', async () => {
    const serviceId = await entry({ name: { ja: 'のちにひみつの家' } });
    await propose(serviceId, { 'application.ja': '予約してください' });
    const id = (await about(serviceId))[0]?.id ?? '';
    granted(await sealService(app.db, it, { serviceId, reason: '安全' }));
    const shown =
      (await textOf(await page(id, neighbour))) +
      (await textOf(await app.get(staffDirectoryPaths.proposals.to({}), neighbour)));
    expect(shown).not.toContain('ひみつ');
    expect(
      (await app.get(staffDirectoryPaths.propose.to({ id: serviceId, part: 'basics' }), neighbour)).status,
    ).toBe(404);
  });

  test('finds entries of others by name to propose something', async () => {
    await entry({ name: { ja: 'とくべつな名前の窓口' } });
    const find = (as: SignedIn) => app.get(staffDirectoryPaths.proposals.to({}, { q: 'とくべつな名前' }), as);
    expect(await textOf(await find(neighbour))).toContain('とくべつな名前の窓口');
    expect(await textOf(await find(owner))).toContain('見つかりません');
  });
});
