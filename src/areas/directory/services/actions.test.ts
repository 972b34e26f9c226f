import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system, type Who } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { testDatabase } from '#platform/testing/database.ts';
import {
  createService,
  createServices,
  editService,
  publishService,
  restoreVersion,
  sealService,
  setCapacity,
  verifyService,
  withdrawService,
} from './actions.ts';
import {
  exampleContent,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
  makeService,
} from './fixtures.ts';
import { findService, listServices, listServicesByCodes } from './store.ts';
import { listVersions } from '../versions/store.ts';

const db = await testDatabase();
const it = system('test');
await makeMunicipalities(db);
const found = (serviceId: string) => inTransaction(db, it, (tx) => findService(tx, serviceId));
const versions = (serviceId: string) =>
  inTransaction(db, it, (tx) => listVersions(tx, serviceId, { limit: 50 }));

describe('changes of an entry', () => {
  test('each is the next version, and an earlier one can be brought back', async () => {
    const { serviceId } = await makeService(db);
    const content = exampleContent({ summary: { ja: '夜も開いています' } });
    granted(await editService(db, it, { serviceId, version: 1, content }));
    expect((await found(serviceId)).content.summary.ja).toBe('夜も開いています');
    granted(await restoreVersion(db, it, { serviceId, version: 1 }));
    expect((await found(serviceId)).content.summary).toEqual(exampleContent().summary);
    expect((await versions(serviceId)).map(({ version, how }) => [version, how])).toEqual([
      [3, 'restore'],
      [2, 'edit'],
      [1, 'create'],
    ]);
  });

  test('an edit of something that changed meanwhile is refused, a confirmation meanwhile is no such change', async () => {
    const { serviceId, organisationId } = await makeService(db);
    granted(await verifyService(db, it, { serviceId, organisationId }));
    const edit = (version: number, ja: string) =>
      editService(db, it, { serviceId, version, content: exampleContent({ summary: { ja } }) });
    granted(await edit(1, '一つ目'));
    expect(await edit(2, '二つ目')).toMatchObject({ ok: false, refusal: 'changed-meanwhile' });
    expect((await found(serviceId)).content.summary.ja).toBe('一つ目');
  });

  test('a confirmation can mend something on the way: one version, confirmed today; what somebody changed meanwhile stays', async () => {
    const { serviceId, organisationId } = await makeService(db);
    const mended = { version: 1, content: exampleContent({ summary: { ja: '土曜も開いています' } }) };
    granted(await verifyService(db, it, { serviceId, organisationId, mended }));
    expect(await found(serviceId)).toMatchObject({
      version: 2,
      verifiedBy: organisationId,
      content: mended.content,
    });
    const late = { version: 1, content: exampleContent() };
    expect(await verifyService(db, it, { serviceId, organisationId, mended: late })).toMatchObject({
      refusal: 'changed-meanwhile',
    });
  });

  test('where it is can be asked of the database as the content says', async () => {
    const { serviceId } = await makeService(db, { content: { locations: [exampleLocation()] } });
    const moved = exampleLocation({ municipality: '99301' });
    granted(
      await editService(db, it, { serviceId, version: 1, content: exampleContent({ locations: [moved] }) }),
    );
    expect((await found(serviceId)).content.locations).toEqual([moved]);
  });
});

describe('what the public sees', () => {
  const seen = async (organisationId: string) =>
    (await inTransaction(db, anonymous, (tx) => listServices(tx, { organisationId }, { limit: 10 }))).length;

  test('published entries, not drafts, not withdrawn and never sealed ones', async () => {
    const { serviceId, organisationId } = await makeService(db, { publish: false });
    expect(await seen(organisationId)).toBe(0);
    granted(await publishService(db, it, { serviceId }));
    expect(await seen(organisationId)).toBe(1);
    expect(await withdrawService(db, it, { serviceId, reason: ' ' })).toMatchObject({
      refusal: 'reason-missing',
    });
    granted(await withdrawService(db, it, { serviceId, reason: '移転のため' }));
    expect(await seen(organisationId)).toBe(0);
    granted(await sealService(db, it, { serviceId, reason: '避難先のため' }));
    expect(await publishService(db, it, { serviceId })).toMatchObject({ refusal: 'sealed' });
    await makeService(db, { organisationId, sealed: true });
    expect(await seen(organisationId)).toBe(0);
  });

  test('a confirmation says the day and when to look again', async () => {
    const { serviceId, organisationId } = await makeService(db);
    const now = new Date('2025-04-01T15:30:00Z');
    granted(await verifyService(db, it, { serviceId, organisationId }, now));
    expect(await found(serviceId)).toMatchObject({ verifiedOn: '2025-04-02', reviewOn: '2025-07-01' });
    granted(await setCapacity(db, it, { serviceId, capacity: 'waiting', note: '二週間ほど' }, now));
    expect(await found(serviceId)).toMatchObject({ capacity: 'waiting', version: 2 });
  });

  test('the keeper brings along what an owner said elsewhere; an editor confirms only by their own word', async () => {
    const organisationId = await makeOwner(db);
    const verified = { by: organisationId, on: '2026-01-10' };
    const input = { organisationId, content: exampleContent(), publish: true, verified };
    const { serviceId } = granted(await createService(db, it, input));
    expect(await found(serviceId)).toMatchObject({
      version: 1,
      verifiedOn: '2026-01-10',
      verifiedBy: organisationId,
      reviewOn: '2026-04-10',
    });
    const editor: Who = {
      kind: 'person',
      personId: randomUUID(),
      name: '見本',
      sessionId: '',
      memberships: [
        { organisationId, organisationKind: 'npo', organisationName: '見本', role: 'directory-editor' },
      ],
    };
    await expect(createService(db, editor, input)).rejects.toThrow(Forbidden);
  });

  test('entries that come together stand as those that came one by one, or none of them does', async () => {
    const organisationId = await makeOwner(db);
    const entry = (code: string, over: Partial<Parameters<typeof createService>[2]> = {}) => {
      const content = exampleContent({ name: { ja: code }, locations: [exampleLocation()] });
      return { organisationId, code, content, publish: true, ...over };
    };
    const verified = { by: organisationId, on: '2026-01-10' };
    const brought = [entry('brought-one', { verified }), entry('brought-two', { publish: false })];
    const [first] = granted(await createServices(db, it, brought));
    const { serviceId } = granted(await createService(db, it, entry('came-alone', { verified })));
    const standing = async (id: string) => {
      const { id: _id, code: _code, title: _title, content, ...row } = await found(id);
      const [version] = await versions(id);
      const { id: _version, serviceId: _service, content: _content, at: _at, ...said } = version ?? {};
      return { ...row, topics: content.topics, said, createdAt: null, updatedAt: null, publishedAt: null };
    };
    expect(await standing(first?.serviceId ?? '')).toEqual(await standing(serviceId));
    const listed = await inTransaction(db, anonymous, (tx) =>
      listServices(tx, { organisationId }, { limit: 10 }),
    );
    expect(listed.map(({ code }) => code)).toEqual(['brought-one', 'came-alone']);

    const taken = [entry('brought-three'), entry('brought-one')];
    expect(await createServices(db, it, taken)).toMatchObject({ refusal: 'code-taken' });
    const twice = [entry('brought-three'), entry('brought-three')];
    expect(await createServices(db, it, twice)).toMatchObject({ facts: { code: 'brought-three' } });
    const wrong = entry('brought-four', { content: exampleContent({ topics: ['nonsense'] }) });
    expect(await createServices(db, it, [entry('brought-five'), wrong])).toMatchObject({
      refusal: 'content-wrong',
      facts: { code: 'brought-four' },
    });
    const codes = await inTransaction(db, it, (tx) =>
      listServicesByCodes(tx, ['brought-three', 'brought-five']),
    );
    expect(codes).toEqual([]);
  });

  test('a closed organisation, or one that does not exist, answers for nothing, and nothing is written', async () => {
    const closed = await makeOwner(db);
    await inTransaction(db, it, (tx) =>
      tx.execute(sql`update organisations set closed_at = now() where id = ${closed}`),
    );
    for (const organisationId of [closed, randomUUID()])
      for (const publish of [false, true]) {
        const input = { organisationId, code: `of-${organisationId}`, content: exampleContent(), publish };
        expect(await createService(db, it, input)).toMatchObject({ refusal: 'owner-unknown' });
        expect(await createServices(db, it, [input])).toMatchObject({
          refusal: 'owner-unknown',
          facts: { code: input.code },
        });
        const left = await inTransaction(db, it, (tx) => listServicesByCodes(tx, [input.code]));
        expect(left).toEqual([]);
      }
  });

  test('a code belongs to one entry', async () => {
    const organisationId = await makeOwner(db);
    await makeService(db, { organisationId, code: 'mihon-desk' });
    const again = { organisationId, code: 'mihon-desk', content: exampleContent(), publish: true };
    const next = await inTransaction(db, it, async (tx) => {
      expect(await createService(tx, it, again)).toMatchObject({ refusal: 'code-taken' });
      return granted(await createService(tx, it, { ...again, code: 'mihon-other' }));
    });
    const { rows } = await inTransaction(db, it, (tx) =>
      tx.execute(sql`select s.code, (select count(*)::int from service_versions v where v.service_id = s.id) as versions,
        (select count(*)::int from search_entries e where e.service_id = s.id) as found,
        (select count(*)::int from audit_events a where a.subject_id = s.id::text) as events
        from services s where s.organisation_id = ${organisationId} order by s.code`),
    );
    const once = { versions: 1, found: 1, events: 1 };
    expect(rows).toEqual([
      { code: 'mihon-desk', ...once },
      { code: 'mihon-other', ...once },
    ]);
    expect((await found(next.serviceId)).version).toBe(1);
    const events = await inTransaction(db, it, (tx) =>
      tx.execute(sql`select 1 from audit_events a where subject_kind = 'service' and not exists
        (select from services s where s.id::text = a.subject_id)`),
    );
    expect(events.rows).toEqual([]);
  });
});
