import { expect, test } from 'vitest';
import { type Who, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, placeOperator } from '../access.ts';
import { countPlaces } from '../index.ts';
import { makePlace } from './fixtures.ts';
import { insertCount } from './visitors/store.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const it = system('test');
const one = await app.signIn(placeOperator);
const other = await app.signIn(placeOperator);
const office = await app.signIn(concierge);
const place = (organisationId: string, sealed = false) => makePlace(app.db, { organisationId, sealed });
const [table, room] = [await place(one.organisationId), await place(other.organisationId)];
await place(one.organisationId, true);

type Count = Parameters<typeof insertCount>[1];
const came = (count: Pick<Count, 'day' | 'bands'> & Partial<Count>) =>
  inTransaction(app.db, it, (tx) =>
    insertCount(tx, {
      serviceId: table,
      organisationId: one.organisationId,
      slot: '13:00',
      version: 1,
      total: Object.values(count.bands).reduce((sum, people) => sum + people, 0),
      how: 'first',
      at: new Date(),
      ...count,
    }),
  );
const figures = (on: string, who: Who = it) => inTransaction(app.db, who, (tx) => countPlaces(tx, { on }));

test('nothing was counted yet: the places that everybody sees stand alone, a sealed one does not', async () => {
  expect(await figures('2025-06-01')).toEqual({ shown: 2, counted: 0, sessions: 0, visitors: 0, bands: {} });
});

test('visits are those of the fiscal year of the day, from its first day to its last', async () => {
  await came({ day: '2025-03-31', bands: { adult: 100 } });
  await came({ day: '2025-04-01', bands: { primary: 8, adult: 2 } });
  await came({ day: '2025-04-01', slot: '17:00', bands: { senior: 1 } });
  await came({ day: '2026-03-31', bands: { primary: 3 } });
  await came({ day: '2026-04-01', bands: { unknown: 50 } });
  const year = {
    shown: 2,
    counted: 1,
    sessions: 3,
    visitors: 14,
    bands: { primary: 11, adult: 2, senior: 1 },
  };
  for (const on of ['2025-04-01', '2025-12-31', '2026-03-31']) expect(await figures(on)).toEqual(year);
  expect(await figures('2025-03-31')).toMatchObject({ sessions: 1, visitors: 100 });
  expect(await figures('2026-04-01')).toMatchObject({ sessions: 1, visitors: 50, bands: { unknown: 50 } });
});

test('of a session that was counted again the last count holds; that nobody came is a session too', async () => {
  const again = { day: '2025-04-01', version: 2, how: 'replace', reason: '名簿と合わせた' };
  await came({ ...again, bands: { primary: 5 } });
  await came({
    day: '2025-05-10',
    serviceId: room,
    organisationId: other.organisationId,
    bands: { adult: 0 },
  });
  expect(await figures('2025-06-01')).toMatchObject({
    counted: 2,
    sessions: 4,
    visitors: 9,
    bands: { primary: 8, senior: 1 },
  });
});

test('the concierge reads the same sums, who runs one place those of their own', async () => {
  expect(await figures('2025-06-01', office.who)).toEqual(await figures('2025-06-01'));
  expect(await figures('2025-06-01', other.who)).toMatchObject({ counted: 1, sessions: 1, visitors: 0 });
});
