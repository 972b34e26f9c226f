import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { outbox } from '#platform/mail/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, placeOperator } from '../access.ts';
import { countPlaces } from '../index.ts';
import { eraseTogetherJob } from '../retention/jobs.ts';
import { placePaths, placeStaffPaths } from '../paths.ts';
import { daily, makePlace } from './fixtures.ts';
import { paperJob } from './papers/jobs.ts';
import { countVisitors } from './visitors/actions.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const operator = await app.signIn(placeOperator, { name: '居場所 担当' });
const other = await app.signIn(placeOperator, { name: '別の 担当' });
const office = await app.signIn(concierge);
const today = tokyoDay(new Date());
const serviceId = await makePlace(app.db, {
  organisationId: operator.organisationId,
  hours: { ...daily, closures: [] },
});
const it = system('test');
const { log, publicUrl } = app.tools;
const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
  inTransaction(app.db, it, async (tx) => (await tx.$client.query<Row>(sql)).rows);
const seen = async (as: typeof operator, table: string): Promise<number> =>
  inTransaction(app.db, as.who, async (tx) => (await tx.$client.query(`select 1 from ${table}`)).rows.length);
const mails = (subject: string) =>
  inTransaction(app.db, it, async (tx) =>
    (await tx.select().from(outbox)).filter((mail) => mail.subject.includes(subject)),
  );

describe('what a place looks for', () => {
  const wish = {
    kind: 'hands',
    title: '土曜の配膳',
    detail: '',
    wanted: '2',
    unit: '人',
    untilOn: addDays(today, 20),
  };
  const answer = { name: '見本 手伝', reach: '046-000-0001', amount: '1', words: '行けます', nickname: '' };
  const idOf = async () =>
    (await rows<{ id: string }>('select id from place_wishes order by created_at desc limit 1'))[0]?.id ?? '';

  test('stands on its page and in the directory, is answered without an account, and the answer lies sealed', async () => {
    expect((await app.post(placeStaffPaths.wishes.to({ serviceId }), wish, operator)).status).toBe(303);
    expect(await textOf(await app.get(findPaths.places.to({})))).toContain(`探しています ${wish.title}`);
    const wishId = await idOf();
    for (const url of [placePaths.place.to({ serviceId }), findPaths.service.to({ id: serviceId })])
      expect(await textOf(await app.get(url))).toContain('土曜の配膳');
    const url = placePaths.wish.to({ serviceId, wishId });
    const vague = await app.post(url, { ...answer, reach: 'そのうち' });
    expect([vague.status, await textOf(vague)]).toEqual([
      422,
      expect.stringContaining('電話番号かメールアドレスを'),
    ]);
    expect((await app.post(url, answer)).status).toBe(303);
    expect((await app.post(url, { ...answer, nickname: 'bot' })).status).toBe(303);
    const kept = await rows('select * from place_answers');
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/見本|046-000/);
    expect(JSON.stringify(await mails('募集に返事'))).not.toMatch(/見本|046-000|土曜/);
    expect(await mails('募集に返事')).toHaveLength(1);
  });

  test('is read and settled by its operator alone, and ends by itself when there is enough', async () => {
    const wishId = await idOf();
    await app.post(placePaths.wish.to({ serviceId, wishId }), { ...answer, name: '見本 二人', amount: '1' });
    const page = placeStaffPaths.wish.to({ serviceId, wishId });
    expect(await textOf(await app.get(page, operator))).toContain('見本 手伝');
    expect((await app.get(page, other)).status).toBe(403);
    expect(await seen(other, 'place_answers')).toBe(0);
    expect(await seen(office, 'place_answers')).toBe(0);
    for (const { id: answerId } of await rows<{ id: string }>('select id from place_answers'))
      await app.post(placeStaffPaths.answer.to({ serviceId, wishId, answerId }), { to: 'agreed' }, operator);
    expect(await textOf(await app.get(placePaths.place.to({ serviceId })))).not.toContain('土曜の配膳');
    const late = await app.post(placePaths.wish.to({ serviceId, wishId }), answer);
    expect([late.status, await textOf(late)]).toEqual([
      422,
      expect.stringContaining('この募集は終わりました'),
    ]);
  });

  test('what people said of themselves is gone ninety days after the end, not before', async () => {
    const run = (days: number) =>
      eraseTogetherJob.run({ db: app.db, who: it, log, now: new Date(Date.now() + days * 86_400_000) }, {});
    await run(89);
    expect(await rows('select 1 from place_answers')).toHaveLength(2);
    await run(92);
    expect(await rows('select 1 from place_answers')).toHaveLength(0);
  });

  test('food is asked for in the amount that is needed', async () => {
    const food = { ...wish, kind: 'food', title: '夏休みのお米', wanted: '30', unit: 'kg' };
    expect((await app.post(placeStaffPaths.wishes.to({ serviceId }), food, operator)).status).toBe(303);
    const page = await textOf(await app.get(placePaths.place.to({ serviceId })));
    expect(page).toMatch(/夏休みのお米.*食べもの.*あと30kg/);
  });

  test('answers from one place are slowed down', async () => {
    await app.post(placeStaffPaths.wishes.to({ serviceId }), { ...wish, wanted: '' }, operator);
    const url = placePaths.wish.to({ serviceId, wishId: await idOf() });
    const answers = [];
    for (let at = 0; at < 8; at += 1) answers.push((await app.post(url, answer)).status);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('visitors', () => {
  const yesterday = addDays(today, -1);
  const url = placeStaffPaths.count.to({ serviceId, day: yesterday, slot: '1300' });

  test('are counted once for a session; a second count is added or corrects, and what was there stays', async () => {
    expect((await app.get(url, operator)).status).toBe(200);
    expect((await app.post(url, { primary: '８', adult: '3' }, operator)).status).toBe(303);
    const again = await app.post(url, { primary: '8', adult: '3' }, operator);
    expect([again.status, await textOf(again)]).toEqual([422, expect.stringContaining('すでに11人')]);
    expect((await app.post(url, { senior: '2', way: 'add' }, operator)).status).toBe(303);
    const fix = { primary: '9', adult: '3', senior: '2', way: 'replace', reason: '名簿と合わせた' };
    expect((await app.post(url, fix, operator)).status).toBe(303);
    const page = await textOf(await app.get(url, operator));
    for (const text of ['最初の記録', '足した', '名簿と合わせた']) expect(page).toContain(text);
    const figures = await inTransaction(app.db, it, (tx) => countPlaces(tx, { on: yesterday }));
    expect(figures).toMatchObject({
      counted: 1,
      sessions: 1,
      visitors: 14,
      bands: { primary: 9, senior: 2 },
    });
  });

  test('two telephones at once leave one first count', async () => {
    const count = () =>
      countVisitors(app.db, operator.who, {
        serviceId,
        day: addDays(today, -2),
        slot: '13:00',
        counted: { adult: 4 },
        way: undefined,
        reason: '',
      });
    const both = await Promise.all([count(), count()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('are not counted before the session, nor by or for others', async () => {
    const ahead = placeStaffPaths.count.to({ serviceId, day: addDays(today, 2), slot: '1300' });
    expect((await app.post(ahead, { adult: '1' }, operator)).status).toBe(422);
    expect((await app.post(url, { adult: '1' }, other)).status).toBe(403);
    expect(await seen(other, 'place_counts')).toBe(0);
    const noSession = placeStaffPaths.count.to({ serviceId, day: yesterday, slot: '0900' });
    expect((await app.get(noSession, operator)).status).toBe(404);
    expect(await textOf(await app.get(placeStaffPaths.visitors.to({ serviceId }), operator))).toContain('14');
  });
});

function upload(fields: Record<string, string>, content: Uint8Array): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([new Uint8Array(content)], '写真 IMG_0001.png'));
  return form;
}

describe('pictures', () => {
  const url = placeStaffPaths.photos.to({ serviceId });
  const pot = { alternative: '大きな鍋', shows: 'nobody', consent: '', consentedOn: '' };

  test('of children need a signature on paper, and a day', async () => {
    for (const [fields, said] of [
      [{ ...pot, shows: 'children' }, '同意のもらい方'],
      [{ ...pot, shows: 'children', consent: 'word', consentedOn: today }, '保護者の署名'],
      [{ ...pot, shows: 'adults', consent: 'word' }, '同意をもらった日'],
    ] as const) {
      const refused = await app.post(url, upload(fields, pixel), operator);
      expect([refused.status, await textOf(refused)]).toEqual([422, expect.stringContaining(said)]);
    }
    expect((await app.post(url, upload(pot, pixel), other)).status).toBe(403);
  });

  test('are seen by everybody without what the camera wrote into them, and by nobody once taken off', async () => {
    const end = pixel.length - 12;
    const text = Buffer.from('tEXtplace\0here');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length - 4);
    const spied = Buffer.concat([pixel.subarray(0, end), length, text, Buffer.alloc(4), pixel.subarray(end)]);
    expect((await app.post(url, upload(pot, spied), operator)).status).toBe(303);
    expect(await (await app.get(placePaths.place.to({ serviceId }))).text()).toContain('alt="大きな鍋"');
    const [photo] = await rows<{ id: string }>('select id from place_photos');
    const photoId = photo?.id ?? '';
    const shown = await app.get(placePaths.photo.to({ serviceId, photoId }));
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer()).includes('place')).toBe(false);
    expect(
      (await app.post(placeStaffPaths.removePhoto.to({ serviceId, photoId }), {}, operator)).status,
    ).toBe(303);
    expect((await app.get(placePaths.photo.to({ serviceId, photoId }))).status).toBe(404);
    expect(await (await app.get(placePaths.place.to({ serviceId }))).text()).not.toContain('大きな鍋');
  });
});

describe('papers', () => {
  const url = placeStaffPaths.papers.to({ serviceId });
  const paper = { kind: 'insurance', expiresOn: addDays(today, 25) };

  test('lie sealed, are opened by their operator only, and the concierge sees kind and day', async () => {
    expect((await app.post(url, upload(paper, pixel), operator)).status).toBe(303);
    expect(await textOf(await app.get(url, operator))).toContain('写真 IMG_0001.png');
    const [row] = await rows<{ id: string; sealed_name: string }>('select * from place_papers');
    const open = placeStaffPaths.paper.to({ serviceId, paperId: row?.id ?? '' });
    expect(Buffer.from(await (await app.get(open, operator)).arrayBuffer()).equals(pixel)).toBe(true);
    expect((await app.get(open, other)).status).toBe(403);
    expect((await app.get(open, office)).status).toBe(403);
    expect(await seen(other, 'place_papers')).toBe(0);
    const overview = await textOf(await app.get(placeStaffPaths.overview.to({}), office));
    expect(overview).toContain('30日以内に期限');
    expect(overview).not.toContain('IMG_0001');
    expect((await app.get(placeStaffPaths.overview.to({}), operator)).status).toBe(403);
  });

  test('are told of thirty days before, seven days before and after the end, each once; a newer one ends that', async () => {
    const remind = (days: number) =>
      paperJob({ publicUrl }).run(
        { db: app.db, who: it, log, now: new Date(Date.now() + days * 86_400_000) },
        {},
      );
    for (const days of [0, 1, 18, 19, 26, 27]) await remind(days);
    expect(await mails('書類の期限')).toHaveLength(3);
    const newer = { ...paper, expiresOn: addDays(today, 26) };
    expect((await app.post(url, upload(newer, pixel), operator)).status).toBe(303);
    await remind(27);
    await remind(28);
    expect(await mails('書類の期限')).toHaveLength(4);
    const over = await app.post(url, upload({ ...paper, expiresOn: addDays(today, -1) }, pixel), operator);
    expect([over.status, await textOf(over)]).toEqual([
      422,
      expect.stringContaining('すでに期限が切れています'),
    ]);
  });

  test('the place’s first page says what waits', async () => {
    const page = await textOf(await app.get(placeStaffPaths.place.to({ serviceId }), operator));
    for (const text of ['来た人の数', '募集', '写真', '保険と衛生の書類']) expect(page).toContain(text);
  });
});
