import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '#areas/programs/index.ts';
import { programPaths } from '#areas/programs/paths.ts';
import { makeMeasure, makeProgram } from '#areas/programs/programs/fixtures.ts';
import { makeBureau, makeYear } from '#areas/programs/years/fixtures.ts';
import { grantApprover, grantOfficer } from '../access.ts';
import { subsidyTerms } from '../calls/fixtures.ts';
import { saveFacts } from '../calls/actions.ts';
import type { CallTerms } from '../calls/terms.ts';
import { awardLinkPaths, settlementPaths } from '../paths.ts';
import { makeDecided, receipt } from '../settlements/fixtures.ts';
import { findSettlement, listLines } from '../settlements/store.ts';
import { figureJob } from './jobs.ts';

const app = await testApp();
const place = { db: app.db, vault: app.tools.vault, files: app.tools.files };
const who = system('test');
const bureauId = await makeBureau(app.db);
await makeYear(app.db, { year: 2026, bureaus: [bureauId] });
const officer = await app.signIn(grantOfficer, { organisationId: bureauId, name: '補助 担当' });
const approver = await app.signIn(grantApprover, { organisationId: bureauId, name: '決裁 担当' });
const bureau = await app.signIn(reporter, { organisationId: bureauId, name: '報告 担当' });
const elsewhere = await app.signIn(reporter, { name: 'ほかの局' });
const office = await app.signIn(secretariat);

const programId = await makeProgram(app.db, { organisationId: bureauId, year: 2026 });
const people = { labelJa: '来た人', kind: 'people', unit: 'cases' } as const;
const measureId = await makeMeasure(app.db, { ...people, programId, counting: 'total', values: { 2026: 7 } });
const groups = await makeMeasure(app.db, {
  programId,
  labelJa: '概算払を受けた団体',
  kind: 'groups',
  unit: 'cases',
});

const base = subsidyTerms('2026-05-01').report;
const terms: Partial<CallTerms> = {
  report: base && {
    ...base,
    questions: [{ code: 'people', label: { ja: '来た人（延べ）', en: 'Visits' }, required: true }],
  },
  figures: [
    { code: 'f1', measureId, from: 'report', question: 'people', how: 'sum' },
    { code: 'f2', measureId: groups, from: 'application', question: 'needs-advance', how: 'count' },
  ],
};

const url = (token: string, step: 'work' | 'costs' | 'receipts' | 'papers' | 'check') =>
  awardLinkPaths.report.to({ token, step });
const work = { version: '0', done: 'ひらきました', result: '', endedOn: '2027-02-20', count: '' };

/** A group whose account was fixed after it reported so many people. */
async function fixed(count: string) {
  const made = await makeDecided(place, { bureauId, terms });
  const { token, awardId, callId } = made;
  await saveFacts(app.db, who, { callId, programId, budgetLine: '' });
  expect((await app.post(url(token, 'work'), { ...work, 'number.people': count })).status).toBe(303);
  const lines = () =>
    inTransaction(app.db, who, async (tx) => {
      const settlement = await findSettlement(tx, awardId);
      return settlement ? listLines(tx, settlement.id) : [];
    });
  const rows = (await lines()).flatMap((_, at) => [
    [`lines.${at}.id`, ''],
    [`lines.${at}.what`, '費用'],
    [`lines.${at}.spent`, at === 0 ? '200000' : '0'],
    [`lines.${at}.paidOn`, '2026-07-01'],
  ]);
  const costs = { version: '1', 'lines.rows': String(rows.length / 4), income: '', tax: '' };
  expect((await app.post(url(token, 'costs'), { ...costs, ...Object.fromEntries(rows) })).status).toBe(303);
  const upload = (name: string) => {
    const form = new FormData();
    form.set('for', name);
    form.set(`file-${name}`, receipt(name));
    return form;
  };
  const [first] = await lines();
  expect((await app.post(url(token, 'receipts'), upload(first?.id ?? ''))).status).toBe(303);
  expect((await app.post(url(token, 'papers'), upload('receipts'))).status).toBe(303);
  expect((await app.post(url(token, 'check'), {})).status).toBe(303);
  const inspected = await app.post(settlementPaths.inspection.to({ awardId }), { remark: '' }, officer);
  expect(inspected.status).toBe(303);
  const seen = { seen: '100000' };
  expect((await app.post(settlementPaths.fix.to({ awardId }), seen, approver)).status).toBe(303);
  return made;
}

const count = () =>
  figureJob({ vault: app.tools.vault }).run(
    { db: app.db, who: system('grant-figures.count'), now: new Date(), log: makeLog('silent') },
    { programId },
  );
interface OfferRow {
  id: string;
  value: string;
  sources: number;
  sha256: string;
  state: string;
  replaced: string | null;
}
const rowsOf = async <Row extends object>(statement: string, given: readonly string[]) =>
  inTransaction(app.db, who, async (tx) => (await tx.$client.query<Row>(statement, [...given])).rows);
const offers = (of: string) =>
  rowsOf<OfferRow>(
    `select id, value, sources, sha256, state, replaced from measure_offers where measure_id = $1 order by offered_at`,
    [of],
  );
const page = async () => textOf(await app.get(programPaths.program.to({ programId }), bureau));
const take = (offerId: string, form: Record<string, string>, as = bureau) =>
  app.post(programPaths.takeOffer.to({ programId, offerId }), form, as);
const values = () =>
  rowsOf<{ value: string }>(`select value from measure_values where measure_id = $1`, [measureId]);

test('a required number that is missing keeps the report from being sent; what is no number comes back as typed', async () => {
  const { token } = await makeDecided(place, { bureauId, terms });
  expect((await app.post(url(token, 'work'), work)).status).toBe(303);
  expect(await textOf(await app.get(url(token, 'check')))).toContain('数えた数を、すべて書いてください');
  const wrong = await app.post(url(token, 'work'), { ...work, version: '1', 'number.people': '百人' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('百人');
});

test('answers of groups whose amount is fixed reach the program with their file, beside what was typed', async () => {
  await fixed('１２０');
  await fixed('30');
  const waiting = await app.db.owner.query(
    `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'grant-figures.count'`,
  );
  expect(waiting.rowCount).toBe(1);
  await count();
  await count();
  const [offer] = await offers(measureId);
  expect(await offers(measureId)).toMatchObject([{ value: '150', sources: 2, state: 'offered' }]);
  expect(await values()).toEqual([{ value: '7' }]);
  const shown = await page();
  for (const said of ['集計から届いた数字', '7を150に変える', '2件の答え', '引き継がれていません'])
    expect(shown).toContain(said);
  const path = programPaths.offerFile.to({ programId, offerId: offer?.id ?? '' });
  const file = Buffer.from(await (await app.get(path, bureau)).arrayBuffer());
  expect(createHash('sha256').update(file).digest('hex')).toBe(offer?.sha256);
  expect(file.toString().match(/来た人（延べ）,(120|30),/g)).toHaveLength(2);
  expect((await app.get(path)).status).toBe(303);
});

test('the reporter takes it over in one press; who saw another value, or is of another bureau, does not', async () => {
  const [offer] = await offers(measureId);
  const { id = '', sha256 = '' } = offer ?? {};
  expect((await take(id, { sha256, standing: '7' }, elsewhere)).status).toBe(403);
  expect((await take(id, { sha256, standing: '7' }, officer)).status).toBe(403);
  await take(id, { sha256, standing: '8' });
  await take(id, { sha256: 'f'.repeat(64), standing: '7' });
  expect(await values()).toEqual([{ value: '7' }]);
  expect((await take(id, { sha256, standing: '7' })).status).toBe(303);
  expect(await values()).toEqual([{ value: '150' }]);
  expect(await offers(measureId)).toMatchObject([{ state: 'taken', replaced: '7' }]);
  expect(await page()).toContain('それまでの値：7');
  await take(id, { sha256, standing: '150' });
  expect(await offers(measureId)).toHaveLength(1);
});

test('evidence stays as it was taken: counted again it is another offer, and nobody changes it by SQL', async () => {
  await count();
  expect(await offers(measureId)).toHaveLength(1);
  await fixed('5');
  await count();
  expect(await offers(measureId)).toMatchObject([
    { value: '150', state: 'taken' },
    { value: '155', sources: 3, state: 'offered' },
  ]);
  expect(await values()).toEqual([{ value: '150' }]);
  const change = (by: typeof who) =>
    inTransaction(app.db, by, (tx) =>
      tx.$client.query(
        `update measure_offers set value = 1 where measure_id = '${measureId}' and state = 'taken'`,
      ),
    );
  await expect(change(who)).rejects.toThrow('never changes');
  await expect(change(office.who as never)).rejects.toThrow('never changes');
});

test('how many groups said yes is a figure too', async () => {
  expect(await offers(groups)).toMatchObject([{ value: '3', sources: 3 }]);
});
