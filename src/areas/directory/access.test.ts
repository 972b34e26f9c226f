import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, type Membership, type PersonWho, type Role, system, type Who } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { directoryEditor, directoryKeeper, maySeeService, mayWriteService } from './access.ts';
import { exampleLocation, makeMunicipalities, makeOwner, makeService } from './services/fixtures.ts';
import { findService } from './services/store.ts';
import { serviceLocations, services, serviceVersions } from './services/tables.ts';

const db = await testDatabase();
const [own, other] = [await makeOwner(db), await makeOwner(db)];

const person = (role: Pick<Role, 'name'>, organisationId: string): PersonWho => {
  const held: Membership = { organisationId, organisationKind: 'npo', organisationName: '', role: role.name };
  const personId = crypto.randomUUID();
  return { kind: 'person', personId, name: '試験', sessionId: '', memberships: [held] };
};

const people: readonly (readonly [string, Who])[] = [
  ['nobody', anonymous],
  ['the product', system('test')],
  ['a keeper', person(directoryKeeper, other)],
  ['an editor of its owner', person(directoryEditor, own)],
  ['an editor of another organisation', person(directoryEditor, other)],
  ['a member of its owner with another role', person({ name: 'reporter' }, own)],
];

const states = [false, true].flatMap((publish) => [false, true].map((sealed) => ({ publish, sealed })));

/** The rule and row-level security say the same sentence, over every role, owner and state. */
test.each(
  people.flatMap(([name, who]) => states.map((state) => [name, state.publish, state.sealed, who] as const)),
)('%s: published %s, sealed %s', async (_, publish, sealed, who) => {
  const { serviceId } = await makeService(db, { organisationId: own, sealed, publish: publish && !sealed });
  if (publish && sealed)
    await inTransaction(db, system('test'), (tx) =>
      tx.update(services).set({ publishedAt: new Date() }).where(eq(services.id, serviceId)),
    );
  const row = await inTransaction(db, system('test'), (tx) => findService(tx, serviceId));
  const rows = await inTransaction(db, who, async (tx) => ({
    seen: await tx.select().from(services).where(eq(services.id, serviceId)),
    versions: await tx.select().from(serviceVersions).where(eq(serviceVersions.serviceId, serviceId)),
    written: await tx
      .update(services)
      .set({ capacityNote: '試し' })
      .where(eq(services.id, serviceId))
      .returning({ id: services.id }),
  }));
  expect(rows.seen.length === 1).toBe(maySeeService(who, row));
  expect(rows.written.length === 1).toBe(mayWriteService(who, row));
  expect(rows.versions.length === 1).toBe(mayWriteService(who, row));
});

test.each(people)('%s adds entries and takes them away for those whom they write for', async (_, who) => {
  const may = mayWriteService(who, { organisationId: own });
  const { serviceId } = await makeService(db, { organisationId: own, publish: true });
  const row = await inTransaction(db, system('test'), (tx) => findService(tx, serviceId));
  const [id, code] = [crypto.randomUUID(), crypto.randomUUID()];
  const added = await inTransaction(db, who, (tx) => tx.insert(services).values({ ...row, id, code })).then(
    ({ rowCount }) => rowCount,
    ({ cause }) => cause.code,
  );
  expect(added).toBe(may ? 1 : '42501');
  const removed = await inTransaction(db, who, (tx) =>
    tx.delete(services).where(eq(services.id, serviceId)).returning({ id: services.id }),
  );
  expect(removed).toHaveLength(may ? 1 : 0);
});

test('nobody gives an entry to an organisation that they do not write for, or takes one', async () => {
  const editor = person(directoryEditor, own);
  const { serviceId } = await makeService(db, { organisationId: own });
  const give = inTransaction(db, editor, (tx) =>
    tx.update(services).set({ organisationId: other }).where(eq(services.id, serviceId)),
  );
  await expect(give).rejects.toMatchObject({ cause: { code: '42501' } });
  const { serviceId: theirs } = await makeService(db, { organisationId: other });
  const take = await inTransaction(db, editor, (tx) =>
    tx.update(services).set({ organisationId: own }).where(eq(services.id, theirs)).returning(),
  );
  expect(take).toEqual([]);
});

test('where a sealed entry is, nobody can ask', async () => {
  await makeMunicipalities(db);
  const { serviceId } = await makeService(db, {
    organisationId: own,
    sealed: true,
    content: { locations: [exampleLocation()] },
  });
  const asked = (who: Who) =>
    inTransaction(db, who, (tx) =>
      tx.select().from(serviceLocations).where(eq(serviceLocations.serviceId, serviceId)),
    );
  expect(await asked(anonymous)).toEqual([]);
  expect(await asked(person(directoryEditor, other))).toEqual([]);
  expect(await asked(person(directoryEditor, own))).toHaveLength(1);
});
