import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system, type PersonWho, type Who } from '#platform/access.ts';
import { verifyLedger } from '#platform/audit/ledger.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { listVersions } from '../../versions/store.ts';
import {
  exampleContent,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
  makeService,
} from '../fixtures.ts';
import { findService, listServices, listServicesByCodes } from '../store.ts';
import { createService, createServices } from './actions.ts';

const db = await testDatabase();
const it = system('test');
await makeMunicipalities(db);
const found = (serviceId: string) => inTransaction(db, it, (tx) => findService(tx, serviceId));
const versions = (serviceId: string) =>
  inTransaction(db, it, (tx) => listVersions(tx, serviceId, { limit: 50 }));

describe('new entries', () => {
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

  test('what one person adds at the same time is written together, and each hears what became of it', async () => {
    const organisationId = await makeOwner(db);
    const elsewhere = await makeOwner(db);
    await makeService(db, { organisationId, code: 'there-before' });
    const keeper: PersonWho = {
      kind: 'person',
      personId: randomUUID(),
      name: '見本 花子',
      sessionId: randomUUID(),
      memberships: [
        { organisationId, organisationKind: 'bureau', organisationName: '見本', role: 'directory-keeper' },
      ],
    };
    const entry = (code: string, over: Partial<Parameters<typeof createService>[2]> = {}) =>
      createService(db, keeper, {
        organisationId,
        code,
        content: exampleContent({ name: { ja: code } }),
        publish: true,
        ...over,
      });
    const answers = await Promise.all([
      entry('at-once-0'),
      entry('at-once-1', { publish: false }),
      entry('at-once-2', { organisationId: elsewhere }),
      entry('there-before'),
      entry('at-once-1'),
      entry('at-once-3', { organisationId: randomUUID() }),
      entry('at-once-4', { content: exampleContent({ topics: ['nonsense'] }) }),
      entry('at-once-5', { note: '最後' }),
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.value.version : answer.refusal))).toEqual([
      1,
      1,
      1,
      'code-taken',
      'code-taken',
      'owner-unknown',
      'content-wrong',
      1,
    ]);
    const ids = answers.flatMap((answer) => (answer.ok ? [answer.value.serviceId] : []));
    const { rows } = await inTransaction(db, it, (tx) =>
      tx.execute(sql`select s.code, s.organisation_id = ${elsewhere} as elsewhere, s.published_at is not null as public,
        (select json_agg(json_build_array(v.how, v.note, v.person_name, v.at = s.created_at)) from service_versions v where v.service_id = s.id) as versions,
        (select count(*)::int from search_entries e where e.service_id = s.id) as found,
        (select count(*)::int from audit_events a where a.subject_id = s.id::text and a.person_id = ${keeper.personId} and a.at = s.created_at) as events,
        (select count(distinct v.xmin::text)::int from service_versions v where v.service_id = any(${sql.param(ids)}::uuid[])) as transactions
        from services s where s.id = any(${sql.param(ids)}::uuid[]) order by s.code`),
    );
    const each = { elsewhere: false, public: true, found: 1, events: 1, transactions: 2 };
    const said = (note = '') => [['create', note, '見本 花子', true]];
    expect(rows).toEqual([
      { code: 'at-once-0', ...each, versions: said() },
      { code: 'at-once-1', ...each, public: false, found: 0, versions: said() },
      { code: 'at-once-2', ...each, elsewhere: true, versions: said() },
      { code: 'at-once-5', ...each, versions: said('最後') },
    ]);
    expect(await inTransaction(db, it, verifyLedger)).toMatchObject({ intact: true });
  });
});
