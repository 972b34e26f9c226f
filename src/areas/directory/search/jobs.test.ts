import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { updateOrganisation } from '#platform/people/organisations.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { makeService } from '../services/fixtures.ts';
import { searchServices } from './actions.ts';
import { refreshSearch } from './jobs.ts';
import { searchChanges, searchEntries } from './tables.ts';

const db = await testDatabase();
const monday = new Date('2026-11-02T01:00:00Z');
const threeWeeksLater = new Date('2026-11-23T15:30:00Z');
/** Tuesday, ten in the morning in Tokyo. */
const thatMorning = new Date('2026-11-24T01:00:00Z');

const refresh = (now: Date) =>
  refreshSearch.run({ db, who: system('search.refresh'), now, log: makeLog('silent') }, {});
const isOpen = async () => (await searchServices(db, anonymous, { open: true }, thatMorning)).open;

test('the search goes on knowing who is open, night after night, and does nothing twice', async () => {
  const { serviceId } = await makeService(db, { now: monday });
  expect(await isOpen()).toBe(0);
  await refresh(threeWeeksLater);
  expect(await isOpen()).toBe(1);
  const made = () => inTransaction(db, anonymous, (tx) => tx.select().from(searchEntries));
  expect((await made())[0]).toMatchObject({ serviceId, madeOn: '2026-11-24' });
  await refresh(threeWeeksLater);
  expect(await made()).toHaveLength(1);
});

test('what the search has lost it finds again; what is sealed it does not', async () => {
  await makeService(db, { now: monday, sealed: true });
  await inTransaction(db, system('test'), (tx) => tx.delete(searchEntries));
  await refresh(threeWeeksLater);
  expect((await searchServices(db, anonymous, {}, thatMorning)).total).toBe(1);
});

test('an organisation of another name is found by it from the next night on', async () => {
  const { organisationId } = await makeService(db, { now: thatMorning });
  await inTransaction(db, system('test'), (tx) =>
    updateOrganisation(tx, organisationId, { nameJa: '改名つばさ会' }),
  );
  await refresh(thatMorning);
  expect((await searchServices(db, anonymous, { q: '改名つばさ会' }, thatMorning)).total).toBe(1);
});

test('what changed is on record for two days, so that every process has seen it before it goes', async () => {
  const hour = 3_600_000;
  const [old, recent] = [new Date(Date.now() - 49 * hour), new Date(Date.now() - 47 * hour)];
  const [gone, kept] = [crypto.randomUUID(), crypto.randomUUID()];
  await inTransaction(db, system('test'), (tx) =>
    tx.insert(searchChanges).values([
      { serviceId: gone, at: old },
      { serviceId: kept, at: recent },
    ]),
  );
  await refresh(threeWeeksLater);
  const rows = await inTransaction(db, anonymous, (tx) => tx.select().from(searchChanges));
  const ids = rows.map(({ serviceId }) => serviceId);
  expect(ids).toContain(kept);
  expect(ids).not.toContain(gone);
});
