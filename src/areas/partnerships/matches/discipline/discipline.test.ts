import { type SQL, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { outbox } from '#platform/mail/tables.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { makeOffer } from '../../exchange/fixtures.ts';
import { findPost } from '../../exchange/store.ts';
import { makeAgent } from '../../members/fixtures.ts';
import { matchPaths } from '../../paths.ts';
import { answerRateOfMember } from '../counts/read.ts';
import { makeRequest } from '../fixtures.ts';
import { matchJobs } from '../jobs.ts';
import { findMatch } from '../store.ts';

const app = await testApp();
const silent = await makeAgent(app, { kind: 'company', nameJa: '返事のない株式会社' });
const groups = [
  await makeAgent(app, { nameJa: '試験の会一' }),
  await makeAgent(app, { nameJa: '試験の会二' }),
  await makeAgent(app, { nameJa: '試験の会三' }),
  await makeAgent(app, { nameJa: '試験の会四' }),
  await makeAgent(app, { nameJa: '試験の会五' }),
] as const;
const product = system('test');
const days = 86_400_000;
const start = new Date();
const later = (count: number) => new Date(start.getTime() + count * days);

const openOffer = (changes: Parameters<typeof makeOffer>[1]) =>
  makeOffer(app.db, { endsOn: addDays(tokyoDay(start), 400), ...changes });
const stored = (id: string) => inTransaction(app.db, product, (tx) => findMatch(tx, id));
const mails = () => inTransaction(app.db, product, (tx) => tx.select().from(outbox));
const change = (statement: SQL) => inTransaction(app.db, product, (tx) => tx.execute(statement));
const subjects = async (to: SignedIn) => {
  const { rows } = await change(sql`select email from people where id = ${to.who.personId}`);
  return (await mails())
    .filter(({ recipient }) => recipient === rows[0]?.['email'])
    .map(({ subject }) => subject);
};
async function morning(now: Date): Promise<void> {
  const watch = matchJobs({ publicUrl: 'http://localhost' }).find(({ name }) => name === 'match.watch');
  await watch?.run({ db: app.db, who: system('match.watch'), now, log: makeLog('silent') }, {});
}
const request = (by: SignedIn, postId: string, now = start, why?: string) =>
  makeRequest(
    app.db,
    by.who,
    { postId, organisationId: by.organisationId, ...(why ? { request: { why } } : {}) },
    now,
  );

describe('who does not answer', () => {
  test('is reminded twice, then the request lapses; three in a row, and what they offer rests until one press', async () => {
    const offer = await openOffer({ organisationId: silent.organisationId, monthlyCap: 9 });
    const ids = [];
    for (const by of groups.slice(0, 3)) ids.push(await request(by, offer.postId));
    await morning(later(2));
    expect(await subjects(silent)).not.toContain('相手の方が返事を待っています');
    await morning(later(3));
    await morning(later(3));
    expect((await subjects(silent)).filter((each) => each === '相手の方が返事を待っています')).toHaveLength(
      3,
    );
    await morning(later(7));
    expect((await subjects(silent)).filter((each) => each === '相手の方が返事を待っています')).toHaveLength(
      6,
    );
    expect(await stored(ids[0] ?? '')).toMatchObject({ status: 'proposed', reminders: 2 });
    await morning(later(14));
    for (const id of ids) expect(await stored(id)).toMatchObject({ status: 'lapsed' });
    const post = () => inTransaction(app.db, product, (tx) => findPost(tx, offer.postId));
    expect(await post()).toMatchObject({ state: 'paused', because: 'silence' });
    expect(await subjects(silent)).toContain('ニーズ・シーズをお休みにしました');
    const list = await (await app.get(matchPaths.list.to({}), silent)).text();
    expect(list).toContain('お休み中です');
    const { organisationId } = silent;
    expect((await app.post(matchPaths.resume.to({}), { organisationId }, groups[0])).status).toBe(403);
    expect(await post()).toMatchObject({ state: 'paused' });
    expect((await app.post(matchPaths.resume.to({}), { organisationId }, silent)).status).toBe(303);
    expect(await post()).toMatchObject({ state: 'published', because: null });
  });

  test('after coming back, one more silence is not the third', async () => {
    await change(sql`update match_pauses set resumed_at = ${later(15).toISOString()}::timestamptz`);
    const offer = await openOffer({ organisationId: silent.organisationId, monthlyCap: 9 });
    const id = await request(groups[3], offer.postId, later(16));
    await morning(later(31));
    expect(await stored(id)).toMatchObject({ status: 'lapsed' });
    const post = await inTransaction(app.db, product, (tx) => findPost(tx, offer.postId));
    expect(post.state).toBe('published');
  });

  test('the answer rate is public once five were asked, and is read by anybody without a name', async () => {
    const { organisationId } = silent;
    const rate = () =>
      inTransaction(app.db, anonymous, (tx) => answerRateOfMember(tx, { organisationId, now: later(60) }));
    expect(await rate()).toBeNull();
    const offer = await openOffer({ organisationId, monthlyCap: 9 });
    const id = await request(groups[4], offer.postId, later(20));
    await app.post(matchPaths.step.to({ matchId: id, step: 'decline' }), { reason: 'full' }, silent);
    expect(await rate()).toMatchObject({ asked: 5, answered: 1, percent: 20 });
  });
});

describe('who asks too much', () => {
  const sender = groups[0];

  test('the same words go to three, and to the fourth with a reason of their own', async () => {
    const offers = [];
    for (const each of [1, 2, 3, 4]) {
      const owner = await makeAgent(app, { kind: 'company', nameJa: `試験会社${each}` });
      offers.push((await openOffer({ organisationId: owner.organisationId })).postId);
    }
    const at = later(100);
    for (const postId of offers.slice(0, 3)) await request(sender, postId, at);
    await expect(request(sender, offers[3] ?? '', at)).rejects.toThrow('same-words');
    await request(sender, offers[3] ?? '', at, '御社の倉庫が、わたしたちの家の隣だからです');
  });

  test('five in a day are the most, and tomorrow is another day', async () => {
    const owner = await makeAgent(app, { nameJa: '試験の倉庫' });
    const ids = [];
    for (const each of [1, 2, 3, 4, 5, 6])
      ids.push((await openOffer({ organisationId: owner.organisationId, title: `品物${each}` })).postId);
    const at = later(120);
    for (const [index, postId] of ids.slice(0, 5).entries())
      await request(groups[1], postId, at, `わけ${'あ'.repeat(index)}`);
    await expect(request(groups[1], ids[5] ?? '', at, 'わけわけ')).rejects.toThrow('too-many-today');
    await request(groups[1], ids[5] ?? '', new Date(at.getTime() + days + 1), 'わけわけ');
  });

  test('a report shuts out at once if one likes, and tells the other nothing', async () => {
    const owner = await makeAgent(app, { nameJa: '試験の受け手' });
    const offer = await openOffer({ organisationId: owner.organisationId });
    const second = await openOffer({ organisationId: owner.organisationId });
    const matchId = await request(groups[2], offer.postId, later(130));
    const report = { why: 'spam', reportWords: '宣伝でした', reportBlock: 'on' };
    const done = await app.post(matchPaths.step.to({ matchId, step: 'report' }), report, owner);
    expect(done.status).toBe(303);
    await expect(request(groups[2], second.postId, later(131))).rejects.toThrow('not-taken');
    const seen = await (await app.get(matchPaths.match.to({ matchId }), groups[2])).text();
    expect(seen).not.toContain('宣伝でした');
    const list = await (await app.get(matchPaths.list.to({}), owner)).text();
    expect(list).toContain('申し出を受け取らない相手');
    const { organisationId } = owner;
    const pair = { organisationId, blockedId: groups[2].organisationId };
    expect((await app.post(matchPaths.unblock.to({}), pair, groups[2])).status).toBe(403);
    expect((await app.post(matchPaths.unblock.to({}), pair, owner)).status).toBe(303);
    await request(groups[2], second.postId, later(131));
  });
});
