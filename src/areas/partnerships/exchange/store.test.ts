import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { testApp } from '#src/app.testing.ts';
import { concierge, memberAgent } from '../access.ts';
import { makeNeed, makeOffer } from './fixtures.ts';
import {
  countTaken,
  expirePosts,
  findPost,
  freeCapacity,
  listPublished,
  lockPost,
  takeCapacity,
  updatePost,
  useQuantity,
} from './store.ts';
import { listCandidates } from './suggestions/store.ts';
import { exchangeReach } from './tables.ts';

const app = await testApp();
const npo = await app.signIn(memberAgent, { kind: 'npo' });
const company = await app.signIn(memberAgent, { kind: 'company' });
const office = await app.signIn(concierge);
const now = new Date();
const day = tokyoDay(now);
const it = system('test');
const take = (offerId: string, who = npo.who, on = day) =>
  inTransaction(app.db, who, (tx) => takeCapacity(tx, { offerId, day: on }));
const stored = (id: string) => inTransaction(app.db, it, (tx) => findPost(tx, id));

test('an offer takes on as many requests in a month as its offerer set, however many come at once', async () => {
  const { postId } = await makeOffer(app.db, { organisationId: company.organisationId, monthlyCap: 3 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => take(postId)));
  expect(answers.toSorted()).toEqual(['full', 'full', 'full', 'taken', 'taken', 'taken']);
  const month = day.slice(0, 7);
  await inTransaction(app.db, npo.who, (tx) => freeCapacity(tx, { offerId: postId, month }));
  expect(await take(postId)).toBe('taken');
  expect(await inTransaction(app.db, npo.who, (tx) => countTaken(tx, { offerId: postId, month }))).toBe(3);
});

test('what is over, paused, a draft or a need takes on nothing', async () => {
  const old = await makeOffer(app.db, { startsOn: addDays(day, -9), endsOn: addDays(day, -1) });
  expect(await take(old.postId)).toBe('expired');
  const paused = await makeOffer(app.db, { state: 'paused', because: 'silence' });
  expect(await take(paused.postId)).toBe('not-open');
  const draft = await makeOffer(app.db, { state: 'draft', publishedAt: null });
  expect(await take(draft.postId)).toBe('not-open');
  const need = await makeNeed(app.db);
  expect(await take(need.postId)).toBe('not-open');
});

test('an offer that ends while it is being accepted ends after it, or before it and says so', async () => {
  const { postId } = await makeOffer(app.db, { startsOn: addDays(day, -9), endsOn: day });
  const tomorrow = addDays(day, 1);
  const expire = () => inTransaction(app.db, it, (tx) => expirePosts(tx, { today: tomorrow, at: now }));
  await inTransaction(app.db, npo.who, async (tx) => {
    expect(await takeCapacity(tx, { offerId: postId, day })).toBe('taken');
    await expire();
    expect((await findPost(tx, postId)).state).toBe('published');
  });
  await expire();
  expect(await stored(postId)).toMatchObject({ state: 'closed', because: 'expired' });
  expect(await take(postId)).toBe('expired');
});

test('what is promised to the last is used up and found no more; what comes back does not open by itself', async () => {
  const { postId } = await makeOffer(app.db, { quantity: 100 });
  const use = (amount: number) =>
    inTransaction(app.db, npo.who, (tx) => useQuantity(tx, { postId, amount, at: now }));
  const reach = async () =>
    (await inTransaction(app.db, anonymous, (tx) => tx.select().from(exchangeReach))).filter(
      (row) => row.postId === postId,
    );
  expect(await use(60)).toBe(true);
  const left = Object.fromEntries(
    (await reach()).map(({ municipality, quantityLeft }) => [municipality, quantityLeft]),
  );
  expect(left).toEqual({ '': 40, '*': 40 });
  expect(await use(41)).toBe(false);
  expect(await use(40)).toBe(true);
  expect(await stored(postId)).toMatchObject({ state: 'closed', because: 'used-up' });
  expect(await reach()).toEqual([]);
  expect(await use(-10)).toBe(true);
  expect(await stored(postId)).toMatchObject({ state: 'paused', usedQuantity: 90 });
});

test('a draft is seen by its own agents and the office alone, and nobody else writes what is published', async () => {
  const draft = await makeNeed(app.db, {
    organisationId: npo.organisationId,
    state: 'draft',
    publishedAt: null,
  });
  const find = (who: typeof npo.who) => inTransaction(app.db, who, (tx) => findPost(tx, draft.postId));
  expect(await find(npo.who)).toMatchObject({ state: 'draft' });
  expect(await find(office.who)).toMatchObject({ state: 'draft' });
  await expect(find(company.who)).rejects.toThrow('post not found');
  const open = await makeNeed(app.db, { organisationId: npo.organisationId });
  const write = (who: typeof npo.who) =>
    inTransaction(app.db, who, (tx) => updatePost(tx, { id: open.postId, revision: 0 }, { title: '別の題' }));
  expect(await write(company.who)).toBe(false);
  await expect(inTransaction(app.db, company.who, (tx) => lockPost(tx, open.postId))).rejects.toThrow(
    'post not found',
  );
  expect(await write(npo.who)).toBe(true);
  expect(await write(npo.who)).toBe(false);
});

test('the list goes on where a page ended, and filters by side, kind, worry and municipality', async () => {
  const far = '99901';
  const local = { kind: 'skills', municipalities: [far], topics: ['debt'] };
  const first = await makeOffer(app.db, local, new Date(now.getTime() + 1000));
  const second = await makeOffer(app.db, local, new Date(now.getTime() + 2000));
  await makeOffer(app.db, { ...local, municipalities: ['99902'] });
  await makeOffer(app.db, { ...local, topics: ['health'] });
  await makeNeed(app.db, local);
  const filter = { side: 'offer', kind: 'skills', topic: 'debt', municipality: far } as const;
  const list = (after?: { at: Date; id: string }) =>
    inTransaction(app.db, anonymous, (tx) => listPublished(tx, filter, { today: day, after, limit: 1 }));
  const [top] = await list();
  expect(top?.id).toBe(second.postId);
  const [next] = await list({ at: top?.publishedAt as Date, id: second.postId });
  expect(next?.id).toBe(first.postId);
  expect(await list({ at: next?.publishedAt as Date, id: first.postId })).toEqual([]);
});

test('candidates share a place: those with a worry in common first, then the newest, and of whoever needs it anywhere each once', async () => {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const fits = { kind: 'work-training', unit: 'person', endsOn: addDays(day, 60), lastOn: addDays(day, 60) };
  const offer = async (municipalities: string[], topics: string[], minutes: number, changes = {}) =>
    (await makeOffer(app.db, { ...fits, municipalities, topics, publishedAt: ago(minutes), ...changes }))
      .postId;
  const [both, here, everywhere, elsewhere, here2] = [
    await offer(['99201', '99202'], ['debt'], 50),
    await offer(['99201'], ['debt', 'housing'], 40),
    await offer([], ['violence'], 30),
    await offer(['99203'], ['debt'], 20),
    await offer(['99202'], [], 10),
  ];
  await offer([], ['debt'], 5, { kind: 'place' });
  await offer([], ['debt'], 5, { startsOn: addDays(day, 40) });
  await offer([], ['debt'], 5, { state: 'paused' });
  const candidates = async (municipalities: string[], topics: string[], limit = 80) => {
    const need = await makeNeed(app.db, {
      ...fits,
      municipalities,
      topics,
      endsOn: addDays(day, 30),
      lastOn: addDays(day, 30),
    });
    return inTransaction(app.db, npo.who, async (tx) => {
      const own = await findPost(tx, need.postId);
      const found = await listCandidates(tx, own, { today: day, limit });
      return found.map(({ post }) => post.id).toSorted();
    });
  };
  const ids = (...of: string[]) => of.toSorted();
  expect(await candidates(['99201', '99202'], ['debt'])).toEqual(ids(both, here, everywhere, here2));
  expect(await candidates(['99201', '99202'], ['debt'], 2)).toEqual(ids(both, here));
  expect(await candidates(['99201', '99202'], ['debt'], 3)).toEqual(ids(both, here, here2));
  expect(await candidates([], ['debt'])).toEqual(ids(both, here, everywhere, elsewhere, here2));
  expect(await candidates([], ['debt'], 4)).toEqual(ids(both, here, elsewhere, here2));
  expect(await candidates([], [], 2)).toEqual(ids(elsewhere, here2));
});
