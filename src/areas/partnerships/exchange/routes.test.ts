import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, dayName, tokyoDay } from '#platform/dates.ts';
import { outbox } from '#platform/mail/tables.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { caseWorker } from '#areas/cases/index.ts';
import { referring } from '#areas/cases/referrals/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, memberAgent } from '../access.ts';
import { makeAgent } from '../members/fixtures.ts';
import { exchangePaths, exchangeStaffPaths as paths } from '../paths.ts';
import { endPosts } from './endings.ts';
import { type Kind, kinds, sides } from './fields.ts';
import { makeNeed, makeOffer } from './fixtures.ts';
import { expiryJob } from './jobs.ts';
import { fieldsOf, kindOf } from './kind-table.ts';
import { saidTopics } from './said.ts';
import { findPost } from './store.ts';

const app = await testApp();
const company = await makeAgent(app, { kind: 'company', nameJa: '試験食品' });
const npo = await makeAgent(app, { nameJa: '試験の広場' });
const office = await app.signIn(concierge);
const today = tokyoDay(new Date());
const it = system('test');
const stored = (id: string) => inTransaction(app.db, it, (tx) => findPost(tx, id));

const rice = {
  side: 'offer',
  kind: 'goods',
  organisationId: company.organisationId,
  title: 'お米を毎月お渡しできます',
  detail: '倉庫にあるお米です。',
  conditions: '',
  quantity: '１，０００',
  unit: 'kg',
  startsOn: today,
  endsOn: addDays(today, 60),
  monthlyCap: '2',
  'topics[]': ['no_food'],
  'detail-category': 'food',
  'detail-useBy': addDays(today, 20),
  'detail-storage': 'room',
  'detail-handover': 'pick-up',
  'detail-pickUpTimes': '平日の昼',
  'detail-pickUpPlace': '試験倉庫',
};
async function draft(changes = {}, as = company): Promise<string> {
  const done = await app.post(paths.new.to({}), { ...rice, ...changes }, as);
  expect(done.status).toBe(303);
  return done.headers.get('location')?.split('/').at(-1) ?? '';
}
const step = (postId: string, name: string, as = company, fields = {}) =>
  app.post(paths.step.to({ postId, step: name }), fields, as);

describe('from draft to public', () => {
  test('a member drafts, publishes, pauses, resumes and ends; the public list follows at once', async () => {
    const postId = await draft();
    const list = async () => textOf(await app.get(exchangePaths.list.to({}, { kind: 'goods' })));
    expect(await stored(postId)).toMatchObject({
      state: 'draft',
      quantity: 1000,
      lastOn: addDays(today, 20),
    });
    expect(await list()).not.toContain(rice.title);
    expect((await app.get(exchangePaths.post.to({ postId }))).status).toBe(404);
    expect((await step(postId, 'publish')).status).toBe(303);
    expect(await list()).toContain(rice.title);
    const page = await textOf(await app.get(exchangePaths.post.to({ postId })));
    for (const said of ['1,000 kg', '賞味期限', '試験倉庫', '2件まで', '試験食品'])
      expect(page).toContain(said);
    await step(postId, 'pause');
    expect(await list()).not.toContain(rice.title);
    expect(await textOf(await app.get(exchangePaths.post.to({ postId })))).toContain('受け付けていません');
    await step(postId, 'resume');
    expect(await list()).toContain(rice.title);
    await step(postId, 'close', company, { ending: 'done' });
    expect(await stored(postId)).toMatchObject({ state: 'closed', because: 'done' });
    expect((await step(postId, 'resume')).status).toBe(422);
  });

  test('food without its use-by day is refused at its field, and what was typed stays', async () => {
    const answer = await app.post(paths.new.to({}), { ...rice, 'detail-useBy': '' }, company);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#f-detail-useBy"');
    expect(html).toContain('倉庫にあるお米です。');
  });

  test('who changed it in the meantime is not overwritten', async () => {
    const postId = await draft();
    const edit = (title: string) =>
      app.post(paths.edit.to({ postId }), { ...rice, title, revision: '0' }, company);
    expect((await edit('一つ目')).status).toBe(303);
    const second = await edit('二つ目');
    expect(second.status).toBe(422);
    expect(await textOf(second)).toContain('ほかの人が先に直しました');
    expect((await stored(postId)).title).toBe('一つ目');
  });
});

describe('the five kinds', () => {
  const told: Readonly<Record<Kind, Record<string, string | string[]>>> = {
    money: { 'detail-form': 'donation', 'detail-use': '食材の購入' },
    goods: { 'detail-category': 'clothes', 'detail-handover': 'delivery' },
    place: { 'detail-equipment[]': ['kitchen'], 'detail-times': '土曜の昼' },
    skills: { 'detail-skills[]': ['cooking'], 'detail-mode': 'online' },
    'work-training': { 'detail-tasks': '箱づめ', 'detail-daysPerWeek': '２', 'detail-hoursPerDay': '3' },
  };
  const read = {
    money: ['7円', '寄附', '食材の購入'],
    goods: ['7 kg', '衣類', '届ける'],
    place: ['7人', '調理場', '土曜の昼'],
    skills: ['7人', '調理', 'オンラインで'],
    'work-training': ['7人', '箱づめ', '週の日数 2', '一日の時間 3'],
  } as const;

  test.each(sides.flatMap((side) => kinds.map((kind) => ({ side, kind }))))(
    'a $side of $kind is written by the form of its kind, not without what it needs, and read with all of it',
    async ({ side, kind }) => {
      const form = {
        side,
        kind,
        organisationId: company.organisationId,
        title: `${side} ${kind}`,
        detail: '試験のための投稿です。',
        quantity: '7',
        unit: { money: 'yen', goods: 'kg', place: 'person', skills: 'person', 'work-training': 'person' }[
          kind
        ],
        startsOn: today,
        endsOn: addDays(today, 60),
        monthlyCap: side === 'offer' ? '2' : '',
        ...told[kind],
      };
      const asked = await (await app.get(paths.new.to({}, { side, kind }), company)).text();
      for (const { code } of fieldsOf(kind, side)) expect(asked).toContain(`name="detail-${code}`);
      for (const name of Object.keys(told[kind])) {
        const { [name as 'title']: _, ...without } = form;
        const code = name.replace('detail-', '').replace('[]', '');
        if (!fieldsOf(kind, side).find((field) => field.code === code)?.required) continue;
        const answer = await app.post(paths.new.to({}), without, company);
        expect([answer.status, await answer.text()]).toEqual([
          422,
          expect.stringContaining(`href="#f-detail-${code}"`),
        ]);
      }
      const made = await app.post(paths.new.to({}), form, company);
      const postId = made.headers.get('location')?.split('/').at(-1) ?? '';
      expect((await step(postId, 'publish')).status).toBe(303);
      const page = await textOf(await app.get(exchangePaths.post.to({ postId })));
      for (const said of [kindOf(kind).name.ja, ...read[kind]]) expect(page).toContain(said);
      expect(await textOf(await app.get(exchangePaths.list.to({}, { side, kind })))).toContain(form.title);
    },
  );
});

describe('who may do what', () => {
  test('another member sees no draft, changes nothing and is shown no button', async () => {
    const postId = await draft();
    expect((await app.get(paths.post.to({ postId }), npo)).status).toBe(404);
    await step(postId, 'publish');
    const page = await textOf(await app.get(paths.post.to({ postId }), npo));
    expect(page).toContain(rice.title);
    expect(page).not.toContain('終わらせる');
    expect((await step(postId, 'pause', npo)).status).toBe(404);
    expect((await stored(postId)).state).toBe('published');
  });

  test('nobody writes in another’s name, and who is no member drafts nothing', async () => {
    expect((await app.post(paths.new.to({}), rice, npo)).status).toBe(403);
    const stranger = await app.signIn(memberAgent);
    const answer = await app.post(
      paths.new.to({}),
      { ...rice, organisationId: stranger.organisationId },
      stranger,
    );
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('構成員だけ');
    expect((await app.get(paths.list.to({}))).status).toBe(303);
  });

  test('the office ends what does not belong there, and then nobody reads it', async () => {
    const { postId } = await makeOffer(app.db, { organisationId: company.organisationId });
    expect((await step(postId, 'pause', office)).status).toBe(403);
    expect((await step(postId, 'close', office, { ending: 'by-office' })).status).toBe(303);
    expect(await stored(postId)).toMatchObject({ because: 'by-office' });
    expect((await app.get(exchangePaths.post.to({ postId }))).status).toBe(404);
  });
});

test('a need is shown offers that fit, with why, and an offer the needs', async () => {
  const { postId } = await makeNeed(app.db, {
    organisationId: npo.organisationId,
    kind: 'skills',
    topics: ['debt'],
    unit: 'person',
    quantity: 2,
    title: '家計の相談相手を探しています',
  });
  const offered = { kind: 'skills', topics: ['debt'], unit: 'person', title: '家計の相談ができます' };
  const { organisationId } = company;
  const offer = await makeOffer(app.db, { ...offered, organisationId, quantity: 5 });
  await makeOffer(app.db, { ...offered, title: '終わった申し出', state: 'paused' });
  const page = await textOf(await app.get(paths.post.to({ postId }), npo));
  expect(page).toContain('家計の相談ができます');
  expect(page).toContain(`どちらも「${saidTopics('ja', ['debt'])}」のためのものです`);
  expect(page).toContain('県内どこでも対応できます');
  expect(page).toContain(
    `${dayName('ja', today)}から${dayName('ja', addDays(today, 30))}まで時期が重なります`,
  );
  expect(page).toContain('必要な2人がそろいます');
  expect(page).toContain('今月はあと3件受けられます');
  expect(page).not.toContain('終わった申し出');
  const other = await textOf(await app.get(paths.post.to({ postId: offer.postId }), company));
  expect(other).toContain('家計の相談相手を探しています');
  expect(other).not.toContain('終わった申し出');
});

test('what is past its last day ends in the night, and its member is told', async () => {
  const past = { startsOn: addDays(today, -9), endsOn: addDays(today, -1), title: '昨日まで' };
  const { postId } = await makeOffer(app.db, { ...past, organisationId: company.organisationId });
  await expiryJob({ publicUrl: 'http://localhost' }).run(
    { db: app.db, who: it, now: new Date() } as never,
    {},
  );
  expect(await stored(postId)).toMatchObject({ state: 'closed', because: 'expired' });
  const mails = await inTransaction(app.db, it, (tx) => tx.select().from(outbox));
  expect(mails.map(({ body }) => body).join('')).toContain('昨日まで');
});

test('a member that ends takes its posts with it', async () => {
  const going = await makeAgent(app, { nameJa: '去る会' });
  const { postId } = await makeNeed(app.db, { organisationId: going.organisationId });
  const { postId: other } = await makeNeed(app.db, { organisationId: npo.organisationId });
  await inTransaction(app.db, it, (tx) =>
    endPosts(tx, { organisationId: going.organisationId, why: 'removed', at: new Date() }),
  );
  expect(await stored(postId)).toMatchObject({ state: 'closed', because: 'member-ended' });
  expect((await stored(other)).state).toBe('published');
  expect((await app.get(exchangePaths.post.to({ postId }))).status).toBe(404);
});

test('of a photograph nothing is kept that its camera wrote into it; five are too many', async () => {
  const postId = await draft();
  const jpeg = Buffer.from('ffd8ffe10008457869660000ffda0002aabbffd9', 'hex');
  const send = (content: Buffer) => {
    const form = new FormData();
    form.append('photo', new File([new Uint8Array(content)], 'IMG_0001.jpg'));
    form.append('caption', '米袋');
    return app.post(paths.photos.to({ postId }), form, company);
  };
  expect((await send(Buffer.from('%PDF-1.7'))).status).toBe(422);
  expect((await send(jpeg)).status).toBe(303);
  const html = await (await app.get(paths.post.to({ postId }), company)).text();
  const photoId = /photos\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  expect((await app.get(exchangePaths.photo.to({ photoId }))).status).toBe(404);
  const own = Buffer.from(await (await app.get(paths.photo.to({ photoId }), company)).arrayBuffer());
  expect(own.includes('Exif')).toBe(false);
  await step(postId, 'publish');
  expect((await app.get(exchangePaths.photo.to({ photoId }))).headers.get('content-type')).toBe('image/jpeg');
  for (const _ of [2, 3, 4]) await send(jpeg);
  expect((await send(jpeg)).status).toBe(422);
});

test('the office drafts a need of ten searches that found nothing, once; of nine there is nothing', async () => {
  const count = (topic: string, times: number) =>
    inTransaction(app.db, anonymous, async (tx) => {
      for (let time = 0; time < times; time += 1)
        await tx.execute(sql`select count_unmet(${today.slice(0, 7)}, ${topic}, '', 'nothing-found')`);
    });
  await count('housing', 10);
  await count('debt', 9);
  const page = await textOf(await app.get(paths.unmet.to({}), office));
  expect(page).toContain('住まい');
  expect(page).not.toContain('債務');
  const key = `searched/${today.slice(0, 7)}/housing/`;
  const ask = () => app.post(paths.unmet.to({}), { key, kind: 'place' }, office);
  const done = await ask();
  expect(done.status).toBe(303);
  const postId = done.headers.get('location')?.split('/').at(-2) ?? '';
  expect(await stored(postId)).toMatchObject({ state: 'draft', source: 'unmet', topics: ['housing'] });
  expect((await ask()).status).toBe(422);
  expect((await app.get(paths.unmet.to({}), npo)).status).toBe(403);
});

test('ten referrals that were declined for lack of room become a draft that tells a number and nobody; a person publishes it', async () => {
  const worker = await app.signIn(caseWorker, { name: '森 支援' });
  const { receiver, refer, move } = referring(app, worker);
  const to = await receiver({ account: true });
  const { referralId } = await refer(to);
  await move(referralId, 'send');
  expect((await move(referralId, 'reject', { reason: 'no-capacity' }, to.worker)).status).toBe(303);
  // The same again, of others.
  const again = (times: number) =>
    inTransaction(app.db, it, async (tx) => {
      for (let time = 0; time < times; time += 1) {
        const { rows } =
          await tx.execute(sql`insert into referrals select (jsonb_populate_record(r, jsonb_build_object(
          'id', gen_random_uuid(), 'closed_at', clock_timestamp()))).* from referrals r where id = ${referralId}::uuid returning id`);
        await tx.execute(sql`insert into referral_moves select (jsonb_populate_record(m, jsonb_build_object(
          'id', gen_random_uuid(), 'referral_id', ${String(rows[0]?.['id'])}::text))).* from referral_moves m
          where referral_id = ${referralId}::uuid and move = 'reject'`);
      }
    });
  const lacks = async () => textOf(await app.get(paths.unmet.to({}), office));
  await again(8);
  expect(await lacks()).not.toMatch(/断られた紹介 \d/);
  await again(1);
  expect(await lacks()).toContain('余裕がなく断られた紹介 10');
  const html = await (await app.get(paths.unmet.to({}), office)).text();
  const key = /value="(declined\/[^"]+)"/.exec(html)?.[1] ?? '';
  const done = await app.post(paths.unmet.to({}), { key, kind: 'work-training' }, office);
  const postId = done.headers.get('location')?.split('/').at(-2) ?? '';
  const draft = await stored(postId);
  expect(draft).toMatchObject({ state: 'draft', side: 'need', source: 'unmet' });
  expect(draft.detail).toContain('10回、求められた支援につながりませんでした');
  expect(JSON.stringify(draft)).not.toMatch(
    new RegExp(`川 岸子|森 支援|受 取子|${to.serviceId}|${referralId}`),
  );
  expect((await app.get(exchangePaths.post.to({ postId }))).status).toBe(404);
  expect((await step(postId, 'publish', company)).status).toBe(404);
  expect((await step(postId, 'publish', office)).status).toBe(303);
  expect(await textOf(await app.get(exchangePaths.post.to({ postId })))).toContain('10回');
});
