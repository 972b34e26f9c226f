import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { system, type Who } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { secretariat } from '#areas/programs/index.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { casePaths, statisticsPaths } from '../paths.ts';
import { makeSyntheticCases, type SyntheticCases } from './actions.ts';

const app = await testApp();
const own = await app.signIn(caseWorker, { kind: 'desk' });
const { organisationId } = own;
const others = {
  worker: await app.signIn(caseWorker, { kind: 'desk' }),
  supervisor: await app.signIn(caseSupervisor, { kind: 'desk' }),
  office: await app.signIn(secretariat),
};
const year: SyntheticCases = {
  organisationId,
  fiscalYear: 2024,
  seed: 'test',
  people: 28,
  consultations: 133,
  accompaniments: 17,
  protection: 1,
  independence: 2,
  sexes: ['female'],
  worries: ['housing'],
  municipalities: ['14201'],
  workers: [own.who.personId],
  names: [['見本 あおい', 'みほん あおい']],
  words: { consultation: ['（例示）話しました。'] },
};
const make = (who: Who) => makeSyntheticCases(app.db, who, { vault: app.tools.vault, ...year });

beforeAll(() => make(system('test')));

const rowsOf = (who: Who, table: 'case_records' | 'case_files' | 'person_details' | 'person_keys') =>
  inTransaction(app.db, who, async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    );
    return rows[0]?.n;
  });
const consultations = statisticsPaths.rows.to(
  { organisationId },
  { year: '2024', figure: 'service', code: 'consultation' },
);

test('a desk opens its 133 consultations to 133 rows, each leading to its case', async () => {
  const shown = await app.get(consultations, own);
  const html = await shown.text();
  expect(html).toContain('133件');
  const [, caseId = ''] = /\/staff\/cases\/([0-9a-f-]{36})"/.exec(html) ?? [];
  expect((await app.get(casePaths.case.to({ caseId }), own)).status).toBe(200);
  expect(await rowsOf(own.who, 'case_records')).toBe(133 + 17 + 1 + 2);
});

test.each(Object.entries(others))(
  'the %s of another organisation sees none, by page or by database',
  async (_, other) => {
    expect([403, 404]).toContain((await app.get(consultations, other)).status);
    for (const table of ['case_records', 'case_files', 'person_details', 'person_keys'] as const)
      expect(await rowsOf(other.who, table)).toBe(0);
  },
);

test('the headquarters counts them all the same', async () => {
  const shown = await textOf(
    await app.get(statisticsPaths.year.to({}, { year: '2024', organisation: organisationId }), others.office),
  );
  expect(shown).toContain('相談支援 133 28');
  expect(shown).toContain('同行支援 17');
  expect(shown).toContain('一時保護 1 1');
  expect(shown).toContain('自立支援 2 2');
});

test('people who never were are found by name like anybody, and made by nobody but the product', async () => {
  const found = await textOf(await app.post(casePaths.search.to({}), { q: 'みほん あおい' }, own));
  expect(found).toContain('見本 あおい');
  await expect(make(own.who)).rejects.toBeInstanceOf(Forbidden);
});
