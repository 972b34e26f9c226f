import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import {
  editService,
  publishService,
  restoreVersion,
  sealService,
  setCapacity,
  verifyService,
  withdrawService,
} from './actions.ts';
import { exampleContent, exampleLocation, granted, makeMunicipalities, makeService } from './fixtures.ts';
import { findService, listServices } from './store.ts';
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
});
