import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeFilesPublic, placeOf, writeOnce } from '#platform/files/store.ts';
import { files } from '#platform/files/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { measureFigure } from '../figures/named.ts';
import { planWorld, publish, reportWorld } from '../editions/fixtures.ts';
import { reporter } from '#areas/programs/index.ts';
import { makeMeasure, makeProgram } from '#areas/programs/programs/fixtures.ts';
import { testApp } from '#src/app.testing.ts';

describe('the public report of an invented prefecture', async () => {
  const app = await testApp();
  const world = await reportWorld(app);

  test('says nothing before anything was published', async () => {
    expect(await textOf(await app.get('/reports'))).toContain('公表された報告は、まだありません。');
    for (const url of ['/reports/2024', '/reports/2024/programs/night-desk', '/reports/2024/measures.csv'])
      expect((await app.get(url)).status, url).toBe(404);
  });

  test('shows the year in the words of that prefecture, with counts by category and marks', async () => {
    await publish(app, world, { note: '初めての版です' });
    await planWorld(app);
    await publish(app, world, { year: 2025, kind: 'plan' });
    const text = await textOf(await app.get('/reports/2024'));
    expect(text).toContain('潮見県 潮見県くらし支え合い本部');
    expect(text).toContain('令和6年度の取組みの結果');
    expect(text).toContain('事業数 2 事業 区分数 2 区分 新しい事業 1 事業');
    expect(text).toMatch(/1 住まいを支える 1 部屋をさがす/);
    expect(text).toMatch(/夜の相談 新/);
    expect(text).toMatch(/庭の集い 例示/);
    expect(text).toContain('実際の事業や実績ではありません');
    expect(text).toContain('初めての版です');
    expect(text).toContain('令和7年7月31日');
    expect(text).not.toContain('神奈川');
  });

  test('shows a figure with its unit, last year and the change', async () => {
    const text = await textOf(await app.get('/reports/2024/programs/night-desk'));
    expect(text).toMatch(/電話の相談 63,468 件 昨年度 38,576 ?件/);
    expect(text).toContain('昨年度より24,892件多い（+64.5％）');
    expect(text).toContain('続けて来る人が増えた');
    expect(text).toContain('出典：');
  });

  test('says how people were counted', async () => {
    expect(await textOf(await app.get('/reports/2024/programs/garden'))).toContain('来た人（延べ） 207 人');
  });

  test('shows a plan at the page of its year while there are no results, with the total in words', async () => {
    const text = await textOf(await app.get('/reports/2025'));
    expect(text).toContain('令和7年度の取組みの計画');
    expect(text).toMatch(/予算の総額 3,825 万円/);
    expect(text).toMatch(/新 見守りの輪/);
    expect(text).toMatch(/その他 316/);
  });

  test('leads from the years to each report', async () => {
    const response = await app.get('/reports');
    const html = await response.text();
    expect(html).toContain('href="/reports/2024"');
    expect(html).toContain('href="/reports/2025"');
  });

  test('is whole in English, names as far as the bureaus gave them', async () => {
    const text = await textOf(await app.get('/reports/2024/programs/night-desk?lang=en'));
    expect(text).toContain('Night desk');
    expect(text).toContain('24,892 cases more than last year (+64.5%)');
    const html = await (await app.get('/reports/2024?lang=en')).text();
    expect(html).toContain('href="/reports/2024/programs/night-desk?lang=en"');
    expect(html).toContain('<link rel="alternate" hreflang="ja" href="/reports/2024">');
  });

  test('gives the figures as open data, byte for byte', async () => {
    const response = await app.get('/reports/2024/measures.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe(
      'fiscal_year,program_id,program,category,bureau,measure_id,measure,unit,period,value,previous_value,source,edition,figure_id',
    );
    expect(lines[1]).toBe(
      `2024,${world.nightDesk},夜の相談,住まいを支える,2024年度の局1,${world.calls},電話の相談,件,2024,63468,38576,相談の記録,1,${measureFigure(2024, world.calls)}`,
    );
    expect(
      lines
        .filter((line) => line.includes('"夜の来所, 「急ぎ」"'))
        .map((line) => line.split(',').slice(-6, -1)),
    ).toEqual(
      expect.arrayContaining([
        ['2024-04', '12', '', '', '1'],
        ['2024-05', '30', '', '', '1'],
      ]),
    );
    expect(lines.at(-1)).toBe('');
  });

  test('reads as it was published, whatever its words and its programs are called later', async () => {
    const shown = async () =>
      Promise.all(
        ['/reports/2024', '/reports/2024/programs/night-desk'].map(async (url) => textOf(await app.get(url))),
      );
    const before = await shown();
    await inTransaction(app.db, system('test'), async (tx) => {
      for (const table of ['terms', 'programs', 'organisations', 'measures'])
        await tx.execute(`update ${table} set ${table === 'measures' ? 'label_ja' : 'name_ja'} = '別の名前'`);
    });
    expect(await shown()).toEqual(before);
  });

  test('keeps a former edition where it was, and says that there is a newer one', async () => {
    await publish(app, world, { note: '二つ目の版です', now: new Date('2025-08-31T03:00:00Z') });
    const older = await textOf(await app.get('/reports/2024/editions/1'));
    expect(older).toContain('これは第1版です。いまの版は第2版です。');
    expect(older).toContain('初めての版です');
    expect(older).not.toContain('二つ目の版です');
    expect(await textOf(await app.get('/reports/2024'))).toContain('二つ目の版です');
    expect((await app.get('/reports/2024/editions/1/programs/night-desk')).status).toBe(200);
    expect((await app.get('/reports/2024/editions/3')).status).toBe(404);
  });

  test('leads from each number to its years, and from none that nobody reported', async () => {
    await makeMeasure(app.db, { programId: world.nightDesk, labelJa: 'まだ数えていない', values: {} });
    await publish(app, world, {
      now: new Date('2025-09-30T03:00:00Z'),
      withoutReason: '数えているところです',
    });
    const html = await (await app.get('/reports/2024/programs/night-desk')).text();
    const links = [...html.matchAll(/href="(\/reports\/figures\/[^"]+)"/g)].map(([, href = '']) => href);
    expect(links).toHaveLength(2);
    for (const link of links) expect((await app.get(link)).status, link).toBe(200);
  });

  test('says which programs are new, were expanded or ended, on the overview and on their pages', async () => {
    const more = { year: 2024, organisationId: world.reporter.organisationId, category: 'home' };
    await makeProgram(app.db, { ...more, slug: 'wider', nameJa: '広がった集い', continuity: 'expanded' });
    await makeProgram(app.db, { ...more, slug: 'last', nameJa: '最後の集い', continuity: 'ended' });
    await publish(app, world, {
      now: new Date('2025-10-31T03:00:00Z'),
      withoutReason: '数えているところです',
    });
    const overview = await textOf(await app.get('/reports/2024'));
    for (const shown of [/広がった集い 拡充/, /最後の集い 終了/, /夜の相談 新|別の名前 新/])
      expect(overview).toMatch(shown);
    expect(await textOf(await app.get('/reports/2024/programs/wider'))).toContain('拡充した事業');
    expect(await textOf(await app.get('/reports/2024/programs/last?lang=en'))).toContain('Ended program');
  });
});

test('a picture that was taken in before locations were taken out goes out without one, and a broken one not at all', async () => {
  const app = await testApp();
  const bureau = await app.signIn(reporter);
  const photograph = Buffer.from('ffd8ffe1000b457869660000475053ffda0002010203ffd9', 'hex');
  const publicFile = async (content: Buffer) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await writeOnce(placeOf(app.tools.files, sha256), content);
    return inTransaction(app.db, bureau.who, async (tx) => {
      const file = { sha256, bytes: content.length, mediaType: 'image/jpeg', name: 'desk.jpg' };
      const uploaded = { ...file, uploadedBy: bureau.who.kind === 'person' ? bureau.who.personId : null };
      const [row] = await tx.insert(files).values(uploaded).returning({ id: files.id });
      await makeFilesPublic(tx, [row?.id ?? ''], new Date());
      return `/files/${row?.id}`;
    });
  };
  const shown = await app.get(await publicFile(photograph));
  expect(Buffer.from(await shown.arrayBuffer()).toString('hex')).toBe('ffd8ffda0002010203ffd9');
  expect((await app.get(await publicFile(photograph.subarray(0, 9)))).status).toBe(404);
});
