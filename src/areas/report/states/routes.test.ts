import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { makeCasesOfYear } from '#areas/cases/synthetic/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { findEdition } from '../editions/store.ts';
import { listWithheld } from '../disclosure/store.ts';
import { stateFigure } from '../figures/named.ts';
import { bindMeasures, type Bound, countYear } from '../live-measures/actions.ts';
import { listLiveValues } from '../live-measures/store.ts';

const app = await testApp();
const world = await reportWorld(app);
const worker = await app.signIn(caseWorker, { name: '支援 四' });
const small = await app.signIn(caseWorker, { name: '支援 五' });
let editionId = '';

async function support({ organisationId, who }: typeof worker, people: number): Promise<void> {
  if (who.kind !== 'person') throw new Error('a worker is a person');
  const desk = { organisationId, workerId: who.personId, people, fiscalYear: 2024 };
  await makeCasesOfYear(app.db, app.tools.vault, desk);
}

/** A code of its own: which of two equal numbers is withheld goes by name. */
async function named({ organisationId }: typeof worker, code: string): Promise<string> {
  await inTransaction(app.db, system('test'), (tx) =>
    tx.update(organisations).set({ code }).where(eq(organisations.id, organisationId)),
  );
  return code;
}

beforeAll(async () => {
  await support(worker, 96);
  await support(small, 24);
  const bindings: Bound[] = [
    { measureId: world.calls, live: 'consultations', parameters: { desk: await named(worker, 'large') } },
    {
      measureId: world.visitors,
      live: 'improved',
      parameters: { desk: await named(small, 'small'), domain: 'work' },
    },
  ];
  granted(await bindMeasures(app.db, world.secretariat.who, { fiscalYear: 2024, bindings }));
  await countYear(app.db, 2024);
  editionId = await publish(app, world);
});

const contentOf = async () =>
  (await inTransaction(app.db, world.secretariat.who, (tx) => findEdition(tx, editionId))).content;

describe('how people stood before and after', () => {
  test('is on a page of the edition, of all and of each program that the records of a desk count for', async () => {
    const text = await textOf(await app.get('/reports/2024/states'));
    for (const said of [
      'すべての事業と窓口',
      '夜の相談',
      '庭の集い',
      '住まい：はじめから、いまへ',
      '二度以上たずねた人',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/よくなった人が ?\d+人/);
    expect(await textOf(await app.get('/reports/2024/editions/1/states'))).toContain('すべての事業と窓口');
    expect((await app.get('/reports/2023/states')).status).toBe(404);
  });

  test('is led to from the edition and from the program, and from no program without', async () => {
    for (const url of ['/reports/2024', '/reports/2024/programs/night-desk'])
      expect(await (await app.get(url)).text()).toContain('/reports/2024/states');
    const program = await (await app.get('/reports/2024/programs/night-desk')).text();
    expect(program).toContain('/reports/2024/states#night-desk');
  });

  test('tells zeros and large numbers; the few of a small desk, and what would give them away, it keeps', async () => {
    const { states, fewest = 0 } = await contentOf();
    const flows = states?.flows ?? [];
    const values = flows.flatMap(({ counts }) => Object.values(counts));
    expect(values.filter((value) => value !== null && value > 0 && value < fewest)).toEqual([]);
    const of = (slug?: string) => flows.filter(({ program }) => program?.slug === slug);
    expect([of().length, of('night-desk').length, of('garden').length]).toEqual([6, 6, 6]);
    expect(of().map(({ counts }) => counts.all)).toEqual([90, 90, 90, 90, 90, 90]);
    expect(of('garden').every(({ counts }) => Object.values(counts).includes(null))).toBe(true);
    expect(of().some(({ counts }) => counts.better !== null)).toBe(true);
    expect(JSON.stringify(states)).not.toMatch(/"few"|"beside"/);
    const withheld = await inTransaction(app.db, world.secretariat.who, (tx) => listWithheld(tx, editionId));
    expect(withheld.some(({ cell }) => cell.startsWith('state '))).toBe(true);
  });

  test('leads from every number to its path, and from one that is not told to why', async () => {
    const page = await (await app.get('/reports/2024/states')).text();
    const { states } = await contentOf();
    for (const flow of states?.flows.slice(0, 2) ?? [])
      for (const key of ['all', 'better', '1-2', 'to-3'] as const) {
        const id = stateFigure(2024, flow, key);
        expect(page).toContain(`/figures/${id}`);
        const path = await textOf(await app.get(`/figures/${id}`));
        expect(path).toContain('「いまの様子」');
        if (flow.counts[key] === null) expect(path).toContain('1人から10人未満の数');
        else expect(path).toContain(`${flow.counts[key]} 人`);
      }
  });

  test('stands in the document and in the preview', async () => {
    expect(await textOf(await app.get('/reports/2024/document'))).toContain(
      'はじめといま：すべての事業と窓口',
    );
    const preview = await app.get(`/staff/report/editions/${editionId}/preview`, world.approver);
    expect(await textOf(preview)).toContain('公表される「人の暮らしの変化」');
  });

  test('is a live measure of a program: who got better at its desk', async () => {
    const values = await inTransaction(app.db, system('test'), (tx) => listLiveValues(tx, 2024));
    const improved = values.find(({ live }) => live === 'improved');
    expect(improved?.value ?? 0).toBeGreaterThan(0);
    expect(improved?.value ?? 99).toBeLessThanOrEqual(18);
    expect(improved?.version).toBe(2);
  });
});
