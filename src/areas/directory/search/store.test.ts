import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { insertOrganisation, updateOrganisation } from '#platform/people/organisations.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { editService, verifyService } from '../services/actions.ts';
import { exampleContent, granted, makeMunicipalities, makeService } from '../services/fixtures.ts';
import { services } from '../services/tables.ts';
import { searchServices } from './actions.ts';
import { readFound } from './entries-found.ts';
import { replaceSearchEntries } from './store.ts';
import { searchEntries } from './tables.ts';

const db = await testDatabase();
const now = new Date('2026-11-24T05:00:00Z');
const content = exampleContent();

async function publish(): Promise<typeof services.$inferSelect> {
  return inTransaction(db, system('test'), async (tx) => {
    const code = crypto.randomUUID();
    const organisationId = await insertOrganisation(tx, { kind: 'npo', code, nameJa: '試験の会' });
    const [row] = await tx
      .insert(services)
      .values({
        organisationId,
        code,
        content,
        kind: 'desk',
        status: 'active',
        topics: [],
        areas: [],
        publishedAt: now,
      })
      .returning();
    if (!row) throw new Error('no row');
    await replaceSearchEntries(tx, [row], now);
    return row;
  });
}

const rows = () => inTransaction(db, anonymous, (tx) => tx.select().from(searchEntries));

test('what is sealed cannot be found from the same moment on, though nobody told the search', async () => {
  const service = await publish();
  expect(await rows()).toHaveLength(1);
  await inTransaction(db, system('test'), (tx) => tx.update(services).set({ sealed: true }));
  expect(await rows()).toHaveLength(0);
  await expect(
    inTransaction(db, system('test'), (tx) => replaceSearchEntries(tx, [{ ...service, sealed: false }], now)),
  ).rejects.toMatchObject({
    code: '42501',
    table: undefined,
    message: expect.stringContaining('search_entries'),
  });
});

test('an entry that was shown is shown as it is now, and not at all once it is sealed', async () => {
  const service = await publish();
  const name = content.name.ja ?? '';
  const shown = async () => {
    const { rows: found } = await searchServices(db, anonymous, { q: name }, now);
    return (await readFound(db, anonymous, found)).map((each) => [each.content.name.ja, each.capacity]);
  };
  expect(await shown()).toEqual([[name, null]]);
  const change = (set: Partial<typeof services.$inferInsert>) =>
    inTransaction(db, system('test'), (tx) =>
      tx
        .update(services)
        .set({ ...set, updatedAt: new Date() })
        .where(eq(services.id, service.id)),
    );
  await change({ capacity: 'full' });
  expect(await shown()).toEqual([[name, 'full']]);
  await change({ sealed: true });
  expect(await shown()).toEqual([]);
});

test('an entry that was shown is shown with the words and the owner it has now, however often they change', async () => {
  await makeMunicipalities(db);
  const name = { ja: '書きかえの相談窓口' };
  const { serviceId, organisationId } = await makeService(db, { content: { name }, now });
  const shown = async () => {
    const { rows: found } = await searchServices(db, anonymous, { q: name.ja }, now);
    const [first] = await readFound(db, anonymous, found);
    return [first?.content.summary.ja, first?.verifiedOn, first?.owner.nameJa];
  };
  const owner = 'みほん支援の会';
  expect(await shown()).toEqual([exampleContent().summary.ja, null, owner]);
  for (const [at, ja] of ['一度目の言葉です', '二度目の言葉です'].entries()) {
    const content = exampleContent({ name, summary: { ja } });
    granted(await editService(db, system('test'), { serviceId, version: at + 1, content }, now));
    expect(await shown()).toEqual([ja, null, owner]);
  }
  granted(await verifyService(db, system('test'), { serviceId, organisationId }, now));
  expect(await shown()).toEqual(['二度目の言葉です', '2026-11-24', owner]);
  await inTransaction(db, system('test'), (tx) =>
    updateOrganisation(tx, organisationId, { nameJa: '名をかえた会' }),
  );
  expect(await shown()).toEqual(['二度目の言葉です', '2026-11-24', '名をかえた会']);
});
