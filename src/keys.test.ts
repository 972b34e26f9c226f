import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addKey, openVault } from '#platform/vault/key-ring.ts';
import { countEarlier, type KeyPlace, resealAll } from '#platform/vault/rotate.ts';
import { openDataKey } from '#platform/vault/vault.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { makeCase } from '#areas/cases/case-files/fixtures.ts';
import { referring } from '#areas/cases/referrals/fixtures.ts';
import { makeTalk } from '#areas/consultations/contacts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { testApp } from './app.testing.ts';
import { keyPlaces } from './keys.ts';

const app = await testApp();
const { db } = app;
const folder = mkdtempSync(join(tmpdir(), 'tsunagi-rotation-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const inMaintenance = async <Row extends object>(text: string): Promise<Row[]> => {
  const client = await db.owner.connect();
  try {
    await client.query(`begin; select set_config('app.maintenance', 'on', true)`);
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

test('every column with data keys of the vault is sealed again by a rotation', async () => {
  const columns = await inMaintenance<{ place: string }>(`select table_name || '.' || column_name as place
    from information_schema.columns where table_schema = 'public' and column_name = 'sealed_key'`);
  const listed = keyPlaces.map(({ table, column }) => `${table}.${column}`);
  expect(columns.map(({ place }) => place).filter((place) => !listed.includes(place))).toEqual([]);
  expect(columns.length).toBeGreaterThan(8);
});

test('a rotation that was killed goes on, and afterwards the new key alone opens everything', async () => {
  const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
  const { receiver, refer } = referring(app, mori);
  await refer(await receiver({ account: true }));
  for (let at = 0; at < 3; at += 1)
    await makeCase({ db, vault: app.tools.vault }, { organisationId: mori.organisationId });
  const { deskId } = await makeDesk(db, {});
  await makeTalk(app, { deskId, text: '鍵が変わっても読める言葉' });
  await addKey(folder);
  const vault = openVault(app.tools.secretKey, folder);
  const before = await countEarlier(db, vault, keyPlaces);
  expect(before).toBeGreaterThan(9);
  const killed = resealAll(db, vault, {
    places: keyPlaces,
    tell: () => {
      throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  const left = await countEarlier(db, vault, keyPlaces);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(before);
  const told: string[] = [];
  const tell = (table: string) => told.push(table);
  expect(await resealAll(db, vault, { places: keyPlaces, tell })).toBe(left);
  expect(told).toEqual(['persons', 'case_files', 'referrals']);
  expect(await countEarlier(db, vault, keyPlaces)).toBe(0);
  await opensWith({ keys: [vault.keys[0]], indexKey: vault.indexKey });
});

async function opensWith(only: Parameters<typeof openDataKey>[0]): Promise<void> {
  const rowsOf = ({ table, id, column }: KeyPlace) =>
    inMaintenance<{ id: string; sealed: string }>(
      `select ${id}::text as id, ${column} as sealed from ${table} where ${column} is not null`,
    );
  let opened = 0;
  for (const place of keyPlaces)
    for (const { id, sealed } of await rowsOf(place)) {
      openDataKey(only, { sealed, owner: place.owner(id) });
      opened += 1;
    }
  expect(opened).toBeGreaterThan(9);
}
