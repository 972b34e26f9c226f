import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { secretariat } from '#areas/programs/index.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { makeAssessedCase, makeCase } from '../case-files/fixtures.ts';
import { makePlannedCase } from '../plans/fixtures.ts';
import { answerPaths, casePaths, formPaths, planPaths, recordPaths, statisticsPaths } from '../paths.ts';
import { ensureForms, saveList } from './actions.ts';

const app = await testApp();
const april = new Date('2026-04-01T00:00:00Z');
await ensureForms(app.db, april);
const office = await app.signIn(secretariat, { kind: 'prefecture', name: '本部 事務' });
const chief = await app.signIn(caseSupervisor, { kind: 'npo', name: '杉 責任' });
const mori = await app.signIn(caseWorker, { organisationId: chief.organisationId, name: '森 支援' });
const it = system('test');
const year = '2026';

type Fields = Record<string, string>;
const listUrl = (list: string) => formPaths.list.to({ year, list });
const html = async (url: string, as: SignedIn = office) => (await app.get(url, as)).text();
const versions = () =>
  inTransaction(app.db, it, async (tx) =>
    (await tx.execute(sql`select fiscal_year, version, state from case_forms order by 1, 2`)).rows.map(
      (row) => Object.values(row).join(' '),
    ),
  );
const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** The fields of a page as a browser would send them. */
async function typedIn(url: string): Promise<Fields> {
  const page = await html(url);
  const fields: Fields = {};
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const [, name] = /name="([^"]+)"/.exec(tag) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? [];
    if (!name || tag.includes(' disabled')) continue;
    if (!tag.includes('type="checkbox"')) fields[name] = decode(value);
    else if (tag.includes(' checked')) fields[name] = 'on';
  }
  for (const [, name = '', inner = ''] of page.matchAll(
    /<select [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(inner)?.[1] ?? '';
  return fields;
}
/** The line of the page in which an option of this name stands. */
const lineOf = (fields: Fields, name: string) =>
  /o\.(\d+)/.exec(Object.entries(fields).find(([, value]) => value === name)?.[0] ?? '')?.[1] ?? '';
const begin = (at = year) => app.post(formPaths.begin.to({ year: at }), {}, office);
const publish = (at = year) => app.post(formPaths.publish.to({ year: at }), {}, office);

describe('an installation that begins', () => {
  test('has the standard forms once, for its fiscal year', async () => {
    expect(await ensureForms(app.db, april)).toBe(false);
    expect(await versions()).toEqual(['2026 1 published']);
  });
});

/** Agreed, looked at and decided: what the municipality does with it is 支援決定. */
async function decidePlan(caseId: string) {
  const [plan] = await inTransaction(
    app.db,
    it,
    async (tx) => (await tx.execute(sql`select id from case_plans where case_id = ${caseId}::uuid`)).rows,
  );
  const move = (name: string, fields: Fields, as: SignedIn) =>
    app.post(planPaths.move.to({ planId: String(plan?.['id']), move: name }), fields, as);
  await move('agree', { how: 'spoken' }, mori);
  await move('meet', { result: 'fits' }, mori);
  expect((await move('decide', {}, chief)).status).toBe(303);
  expect(await textOf(await app.get(planPaths.plan.to({ caseId }), chief))).toContain('支援決定');
}

describe('a prefecture edits its forms', () => {
  test('from a draft that nobody else sees until it is published, with what it changes told before', async () => {
    expect(await html(listUrl('housing'))).toContain('この年度の様式を変更する');
    expect((await begin()).status).toBe(303);
    expect((await begin()).status).toBe(422);
    const fields = await typedIn(listUrl('housing'));
    const typed = {
      ...fields,
      [`o.${lineOf(fields, '持家')}.ja`]: '持ち家',
      [`o.${lineOf(fields, '野宿')}.retired`]: 'on',
      'o.9.ja': '無料低額宿泊所',
      'o.9.en': 'Low-cost lodging',
    };
    expect((await app.post(listUrl('housing'), typed, office)).status).toBe(303);
    const { id } = await makeCase(
      { db: app.db, vault: app.tools.vault },
      { organisationId: mori.organisationId, receivedOn: '2026-05-01' },
    );
    const asked = () => html(answerPaths.form.to({ caseId: id, form: 'assessment' }), chief);
    expect(await asked()).toContain('持家');
    const told = await textOf(await app.get(formPaths.year.to({ year }), office));
    for (const change of [
      '住居：無料低額宿泊所 加えた',
      '住居：持ち家 言い方を変えた',
      '住居：野宿 使うのをやめた',
    ])
      expect(told).toContain(change);
    expect((await publish()).status).toBe(303);
    const after = await asked();
    for (const option of ['持ち家', '無料低額宿泊所']) expect(after).toContain(option);
    expect(after).not.toMatch(/<option value="street"/);
    expect(await versions()).toEqual(['2026 1 replaced', '2026 2 published']);
    expect(await html(formPaths.version.to({ year, version: '1' }))).toContain('持家');
  });

  test('what was published is retired, also when it is taken out in a later draft', async () => {
    await begin();
    const fields = await typedIn(listUrl('housing'));
    const line = lineOf(fields, '無料低額宿泊所');
    await app.post(listUrl('housing'), { ...fields, [`o.${line}.retired`]: 'on' }, office);
    expect(await html(listUrl('housing'))).toContain('無料低額宿泊所');
    await app.post(formPaths.discard.to({ year }), {}, office);
    expect(await versions()).toEqual(['2026 1 replaced', '2026 2 published']);
  });

  test('two who edit at once: the second is told, and overwrites nothing', async () => {
    await begin();
    const fields = await typedIn(listUrl('marriage'));
    const rename = (name: string) => ({ ...fields, 'o.0.ja': name });
    expect((await app.post(listUrl('marriage'), rename('結婚していない'), office)).status).toBe(303);
    const second = await app.post(listUrl('marriage'), rename('独身'), office);
    expect([second.status, (await textOf(second)).includes('ほかの人が先に保存しました')]).toEqual([
      422,
      true,
    ]);
    expect(await html(listUrl('marriage'))).toContain('結婚していない');
    await app.post(formPaths.discard.to({ year }), {}, office);
  });

  test('refusals are said, and what was typed stays', async () => {
    await begin();
    const fields = await typedIn(listUrl('screening'));
    const fixed = await app.post(listUrl('screening'), { ...fields, 'o.9.ja': '別の結果' }, office);
    expect([fixed.status, (await textOf(fixed)).includes('言い方だけを変えられます')]).toEqual([422, true]);
    const sex = await typedIn(listUrl('sex'));
    const twice = await app.post(listUrl('sex'), { ...sex, 'o.0.ja': '女性', 'o.2.en': 'Another' }, office);
    const shown = await twice.text();
    expect([
      twice.status,
      shown.includes('「女性」が二つあります'),
      shown.includes('value="Another"'),
    ]).toEqual([422, true, true]);
    expect(await textOf(await publish())).toContain('公表されている版と同じです');
    await app.post(formPaths.discard.to({ year }), {}, office);
    expect((await app.post(listUrl('sex'), sex, office)).status).toBe(422);
  });

  test('a question of one’s own is asked once it is published, and one that is retired is not', async () => {
    const url = formPaths.form.to({ year, form: 'intake' });
    await begin();
    const typed = {
      ...(await typedIn(url)),
      'new.part': 'intake',
      'new.ja': '通訳の要否',
      'new.en': 'Interpreter',
      'new.kind': 'one',
      'new.list': 'yes-no',
      'f.consultedWhere.retired': 'on',
    };
    expect((await app.post(url, typed, office)).status).toBe(303);
    const told = await textOf(await app.get(formPaths.year.to({ year }), office));
    expect(told.match(/インテーク・スクリーニング：\S+ \S+/g)).toEqual([
      'インテーク・スクリーニング：相談した先と時期 使うのをやめた',
      'インテーク・スクリーニング：通訳の要否 加えた',
    ]);
    await publish();
    const { id } = await makeCase(
      { db: app.db, vault: app.tools.vault },
      { organisationId: mori.organisationId, receivedOn: '2026-05-01' },
    );
    const asked = await html(answerPaths.form.to({ caseId: id, form: 'intake' }), chief);
    expect(asked).toContain('通訳の要否');
    expect(asked).not.toContain('相談した先と時期');
  });

  test('what plans, records, reviews, the timeline and the statistics say is corrected with its list', async () => {
    await begin();
    for (const [list, before, after] of [
      ['contact-way', '面談', '面接・面談'],
      ['service', '食料支援', '食べものの支援'],
      ['place', '街なか・その他', '街なか'],
      ['bearer', '当機関', 'わたしたちの窓口'],
      ['program', '居住支援事業', '地域居住支援事業'],
      ['change', '目標ができた', 'めざすことができた'],
    ] as const) {
      const fields = await typedIn(listUrl(list));
      const renamed = { ...fields, [`o.${lineOf(fields, before)}.ja`]: after };
      expect((await app.post(listUrl(list), renamed, office)).status).toBe(303);
    }
    const agencies = await typedIn(listUrl('agency'));
    const agency = { [`o.${lineOf(agencies, '警察')}.retired`]: 'on', 'o.42.ja': '見本の居場所' };
    expect((await app.post(listUrl('agency'), { ...agencies, ...agency }, office)).status).toBe(303);
    await publish();
    const { id: caseId } = await makeAssessedCase(
      { db: app.db, vault: app.tools.vault },
      { organisationId: mori.organisationId, assignedTo: mori.who.personId },
    );
    const at = { caseId };
    const record = await html(recordPaths.new.to(at), mori);
    for (const told of ['面接・面談', '食べものの支援', '>街なか<', '見本の居場所'])
      expect(record).toContain(told);
    expect(record).not.toContain('name="related[]" value="police"');
    const did = { on: '2026-05-02', at: '10:00', kind: 'interview', service: 'food', body: '米を渡した' };
    const write = (related: string) =>
      app.post(recordPaths.new.to(at), { ...did, 'related[]': related }, mori);
    expect((await write('nobody')).status).toBe(422);
    expect((await write('own-1')).status).toBe(303);
    expect(await html(recordPaths.timeline.to(at), mori)).toContain('面接・面談・食べものの支援');
    const plan = await html(planPaths.edit.to(at), mori);
    for (const told of ['わたしたちの窓口', '地域居住支援事業', '見本の居場所']) expect(plan).toContain(told);
    const rows = {
      'items.0.what': '米を受け取る',
      'items.0.bearer': 'own',
      'items.0.program': 'housing-support',
    };
    expect(
      (await app.post(planPaths.edit.to(at), { version: '0', 'items.rows': '1', ...rows }, mori)).status,
    ).toBe(303);
    expect(await html(planPaths.plan.to(at), mori)).toContain('わたしたちの窓口');
    expect(await html(planPaths.review.to(at), mori)).toContain('めざすことができた');
    const counted = { year, organisation: mori.organisationId };
    expect(await html(statisticsPaths.year.to({}, counted), chief)).toContain('食べものの支援');
  });

  test('a change, a program and a service of the prefecture’s own are asked, decided and counted as what they were added as', async () => {
    await begin();
    const added: readonly (readonly [string, string, string])[] = [
      ['change', '家計簿をつけるようになった', 'money'],
      ['program', '見本県の住まい支援事業', 'decided'],
      ['service', '見守りの支援', 'lasting'],
    ];
    for (const [list, ja, mark] of added) {
      const fields = await typedIn(listUrl(list));
      const at = Object.keys(fields).filter((name) => name.endsWith('.ja')).length - 1;
      const line = { [`o.${at}.ja`]: ja, [`o.${at}.en`]: mark, [`o.${at}.mark`]: mark };
      expect((await app.post(listUrl(list), { ...fields, ...line }, office)).status).toBe(303);
    }
    const changes = await typedIn(listUrl('change'));
    const gone = { ...changes, [`o.${lineOf(changes, '一般就労を始めた')}.retired`]: 'on' };
    const refused = await app.post(listUrl('change'), gone, office);
    expect([refused.status, await textOf(refused)]).toEqual([
      422,
      expect.stringContaining('使うのをやめることはできません'),
    ]);
    await publish();
    const { id: caseId } = await makeAssessedCase(
      { db: app.db, vault: app.tools.vault },
      { organisationId: mori.organisationId, assignedTo: mori.who.personId },
    );
    const at = { caseId };
    const watch = { on: '2026-05-02', at: '10:00', kind: 'visit', service: 'lasting', body: '訪ねた' };
    expect(await textOf(await app.post(recordPaths.new.to(at), watch, mori))).toContain(
      '続く支援は、始まった日を書いてください',
    );
    expect((await app.post(recordPaths.new.to(at), { ...watch, fromOn: '2026-05-02' }, mori)).status).toBe(
      303,
    );
    expect(await textOf(await app.get(casePaths.case.to(at), mori))).toContain('見守りの支援');
    const tools = { db: app.db, vault: app.tools.vault };
    const planned = { who: mori.who, organisationId: mori.organisationId, program: 'decided' };
    const plannedId = await makePlannedCase(tools, planned);
    await decidePlan(plannedId);
    const page = await html(planPaths.review.to({ caseId: plannedId }), mori);
    expect(page).toMatch(
      /name="changes\.money\[\]"[^>]*value="money"|value="money"[^>]*name="changes\.money\[\]"/,
    );
    const counted = { year, organisation: mori.organisationId };
    expect(await html(statisticsPaths.year.to({}, counted), chief)).toContain('見守りの支援');
  });

  test('the next fiscal year begins as a copy, and until it is published the year before is used', async () => {
    expect((await begin('2027')).status).toBe(303);
    expect(await html(formPaths.list.to({ year: '2027', list: 'housing' }))).toContain('持ち家');
    expect(
      (
        await app.post(
          casePaths.new.to({}),
          { organisationId: mori.organisationId, receivedOn: '2026-04-02', route: 'self' },
          mori,
        )
      ).status,
    ).toBe(303);
  });
});

describe('nobody but the secretariat', () => {
  test.each([
    ['worker', mori],
    ['supervisor', chief],
  ] as const)('a case %s neither opens nor changes the forms', async (_, as) => {
    expect((await app.get(formPaths.years.to({}), as)).status).toBe(403);
    expect((await app.post(formPaths.begin.to({ year }), {}, as)).status).toBe(403);
    const editing = { fiscalYear: 2027, revision: 1, list: 'sex', lines: [] };
    await expect(saveList(app.db, as.who, editing)).rejects.toThrow('case.forms');
    const written = await inTransaction(
      app.db,
      as.who,
      async (tx) => (await tx.execute(sql`update case_forms set version = 9 returning id`)).rows,
    );
    expect(written).toEqual([]);
    const drafts = await inTransaction(
      app.db,
      as.who,
      async (tx) => (await tx.execute(sql`select id from case_forms where state = 'draft'`)).rows,
    );
    expect(drafts).toEqual([]);
  });
});
