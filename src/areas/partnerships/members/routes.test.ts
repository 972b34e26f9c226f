import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, type TestApp, testApp } from '#src/app.testing.ts';
import { makeService } from '#areas/directory/services/fixtures.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { makeAward } from '#areas/grants/awards/fixtures.ts';
import { makeCourse, makeSession } from '#areas/training/fixtures.ts';
import { concierge } from '../access.ts';
import { listApplications } from '../applications/store.ts';
import { makeOffer } from '../exchange/fixtures.ts';
import { makeRequest } from '../matches/fixtures.ts';
import { exchangePaths, groupPaths, memberPaths, memberStaffPaths, partnershipPaths } from '../paths.ts';
import { eraseTogetherJob } from '../retention/jobs.ts';
import { makeWorkplace } from '../workplaces/fixtures.ts';
import { end, endMember, renewMember } from './actions.ts';
import type { Ended } from './endings.ts';
import { makeAgent, makeMember } from './fixtures.ts';
import { memberJob } from './jobs.ts';
import { countMembers, findMember, isMember, listAllMembers, listMembers } from './store.ts';

let app: TestApp;
let office: SignedIn;
const it = system('test');

beforeAll(async () => {
  app = await testApp();
  office = await app.signIn(concierge, { kind: 'bureau', name: '連携 結' });
});

const rows = async (query: SQL) =>
  (await inTransaction(app.db, it, (tx) => tx.execute<Record<string, string | null>>(query))).rows;
const mailsTo = (mail: string) =>
  rows(sql`select subject, body from mail_outbox where recipient = ${mail} order by created_at`);
const tokenIn = (mail: Record<string, string | null> | undefined) =>
  /partners\/join\/([A-Za-z0-9_-]{43})/.exec(mail?.body ?? '')?.[1] ?? '';

async function apply(mail: string, name = 'みなとのパン工房', more: Record<string, string[]> = {}) {
  const fields = {
    organisationName: name,
    kind: 'company',
    about: 'パンを焼いて、あまった分を届けたいです。',
    website: '',
    'topics[]': ['debt', 'no-such-worry'],
    'municipalities[]': ['14201'],
    name: '試験 花子',
    mail,
    phone: '045-000-0001',
    ...more,
  };
  const answer = await app.post('/partners/join', fields);
  return { answer, token: tokenIn((await mailsTo(mail)).at(-1)) };
}

async function applicationId(name: string): Promise<string> {
  const [row] = await rows(sql`select id from member_applications where organisation_name = ${name}`);
  return row?.id ?? '';
}

describe('joining', () => {
  test('an application reaches the office only when its address was confirmed, and its words stand sealed', async () => {
    const { answer, token } = await apply('hanako@example.jp', '確認の会');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).not.toContain('hanako');
    const list = memberStaffPaths.applications.to({});
    expect(await textOf(await app.get(list, office))).not.toContain('確認の会');
    await app.post(memberPaths.confirm.to({ token }), {});
    expect(await textOf(await app.get(list, office))).toContain('確認の会');
    expect(JSON.stringify(await rows(sql`select * from member_applications`))).not.toMatch(
      /花子|hanako|045-000-0001/,
    );
  });

  test('the same address is mailed once, and the answer is the same', async () => {
    await apply('twice@example.jp', '一度目の会');
    const { answer } = await apply('twice@example.jp', '二度目の会');
    expect(answer.status).toBe(303);
    expect(await mailsTo('twice@example.jp')).toHaveLength(1);
  });

  test('the office asks back, is answered, and accepts: an organisation, a member in the groups it asked for and an invitation come of it', async () => {
    const named = { nameJa: '食の部会', nameEn: '', purposeJa: '食を届けます', purposeEn: '' };
    const made = await app.post(groupPaths.list.to({}), named, office);
    const group = { groupId: made.headers.get('location')?.split('/').at(-1) ?? '' };
    const groupPage = async () => textOf(await app.get(memberPaths.group.to(group)));
    const { token } = await apply('taro@example.jp', '受け入れの会', {
      'groupIds[]': [group.groupId, crypto.randomUUID()],
    });
    await app.post(memberPaths.confirm.to({ token }), {});
    const id = await applicationId('受け入れの会');
    const ask = memberStaffPaths.ask.to({ applicationId: id });
    expect((await app.post(ask, { askWords: '' }, office)).status).toBe(422);
    await app.post(ask, { askWords: 'どの曜日に届けますか' }, office);
    expect((await app.get(memberPaths.application.to({ token }))).status).toBe(404);
    const next = tokenIn((await mailsTo('taro@example.jp')).at(-1));
    expect(await textOf(await app.get(memberPaths.application.to({ token: next })))).toContain(
      'どの曜日に届けますか',
    );
    await app.post(memberPaths.answer.to({ token: next }), { words: '金曜日です' });
    const page = await textOf(await app.get(memberStaffPaths.application.to({ applicationId: id }), office));
    expect(page).toContain('金曜日です');
    expect(page).toContain('taro@example.jp');
    expect(await groupPage()).not.toContain('受け入れの会');
    const accept = memberStaffPaths.accept.to({ applicationId: id });
    expect((await app.post(accept, { organisationId: '' }, office)).status).toBe(303);
    expect((await app.post(accept, { organisationId: '' }, office)).status).toBe(422);
    const subjects = (await mailsTo('taro@example.jp')).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject?.includes('招待'))).toBe(true);
    const list = await textOf(await app.get('/partners'));
    expect(list).toContain('受け入れの会');
    expect(list).not.toContain('taro@example.jp');
    expect(await groupPage()).toContain('受け入れの会');
    const invited = await rows(sql`select memberships from invitations where email = 'taro@example.jp'`);
    expect(JSON.stringify(invited)).toContain('member-agent');
  });

  test('nobody is mailed from a refused application without its reason behind the link', async () => {
    const { token } = await apply('jiro@example.jp', '断りの会');
    await app.post(memberPaths.confirm.to({ token }), {});
    const refuse = memberStaffPaths.refuse.to({ applicationId: await applicationId('断りの会') });
    await app.post(refuse, { refuseWords: '県外の活動のためです' }, office);
    const next = tokenIn((await mailsTo('jiro@example.jp')).at(-1));
    expect(await textOf(await app.get(memberPaths.application.to({ token: next })))).toContain(
      '県外の活動のためです',
    );
    expect(await textOf(await app.get('/partners'))).not.toContain('断りの会');
  });

  test('who applied is forgotten, what was not confirmed vanishes', async () => {
    await apply('late@example.jp', '押されない会');
    const job = memberJob({ publicUrl: app.tools.publicUrl, vault: app.tools.vault, endings: [] });
    const run = (now: Date) => job.run({ db: app.db, who: it, now, log: makeLog('silent') }, {});
    await run(new Date(Date.now() + 49 * 3_600_000));
    expect(await applicationId('押されない会')).toBe('');
    const sealed = async () =>
      (await rows(sql`select sealed from member_applications where organisation_name = '断りの会'`))[0]
        ?.sealed;
    expect(await sealed()).toBeTypeOf('string');
    const later = new Date(Date.now() + 91 * 24 * 3_600_000);
    await eraseTogetherJob.run({ db: app.db, who: it, now: later, log: makeLog('silent') }, {});
    expect(await sealed()).toBeNull();
  });
});

describe('the page that a member owns', () => {
  const profile = {
    kind: 'npo',
    about: '夜の居場所をひらいています。',
    aboutEn: '',
    website: 'https://example.jp/yoru',
    'topics[]': ['debt'],
    'municipalities[]': [],
  };

  test('its agent changes it; another member and a foreign agent do not', async () => {
    const own = await makeAgent(app, { nameJa: '持ち主の会' });
    const other = await makeAgent(app, { nameJa: 'よその会' });
    const url = memberStaffPaths.member.to({ organisationId: own.organisationId });
    expect((await app.post(url, profile, other)).status).toBe(403);
    expect((await app.post(url, { ...profile, website: 'javascript:x' }, own)).status).toBe(422);
    expect((await app.post(url, profile, own)).status).toBe(303);
    const { code } = await inTransaction(app.db, it, (tx) => findMember(tx, own.organisationId));
    const page = await textOf(await app.get(memberPaths.member.to({ code })));
    expect(page).toContain('夜の居場所をひらいています。');
    expect(page).toContain('県内全域');
  });

  test('the list is narrowed by kind, place and worry, and comes as a file', async () => {
    await makeMember(app.db, {
      nameJa: '絞り込み企業',
      kind: 'company',
      municipalities: ['14201'],
      topics: ['debt'],
    });
    await makeMember(app.db, { nameJa: '絞り込み法人', kind: 'npo', municipalities: ['14204'] });
    const shown = await textOf(await app.get('/partners?kind=company&place=14201&topic=debt'));
    expect(shown).toContain('絞り込み企業');
    expect(shown).not.toContain('絞り込み法人');
    const csv = await (await app.get('/partners/members.csv?kind=npo')).text();
    expect(csv).toContain('絞り込み法人');
    expect(csv).not.toContain('絞り込み企業');
  });

  test('the start page leads an agent to their own member, and the office to what waits', async () => {
    const own = await makeAgent(app, { nameJa: '入り口の会' });
    const mine = await textOf(await app.get(partnershipPaths.home.to({}), own));
    expect(mine).toContain('入り口の会');
    expect(mine).not.toContain('入会の申込み');
    expect(await textOf(await app.get(partnershipPaths.home.to({}), office))).toContain('入会の申込み');
  });
});

describe('the one page that a member owns', () => {
  const pageOf = async (organisationId: string, query: Record<string, string> = {}) => {
    const { code } = await inTransaction(app.db, it, (tx) => findMember(tx, organisationId));
    return textOf(await app.get(memberPaths.member.to({ code }, query)));
  };

  test('of one that has nothing yet tells the directory, and that there is no answer rate yet, and no empty part', async () => {
    const { organisationId } = await makeMember(app.db, { nameJa: '始めたばかりの会' });
    const page = await pageOf(organisationId);
    expect(page).toContain('掲載している支援情報はありません');
    expect(page).toContain('割合は表示していません');
    for (const part of ['これまでの成果', '開いている研修', '受けた補助金', '就労訓練の場'])
      expect(page).not.toContain(part);
  });

  test('shows what it offers, how it answers, what came of it, what it teaches, where it trains, what it was granted', async () => {
    const own = await makeAgent(app, { nameJa: '何でもする会' });
    const { organisationId } = own;
    const { postId } = await makeOffer(app.db, {
      organisationId,
      title: '味噌をお渡しできます',
      monthlyCap: 9,
    });
    await makeOffer(app.db, { organisationId, title: '休みの品', state: 'paused', because: 'by-hand' });
    const askers = await Promise.all([1, 2, 3, 4, 5].map(() => makeAgent(app)));
    const ids = [];
    for (const by of askers)
      ids.push(await makeRequest(app.db, by.who, { postId, organisationId: by.organisationId }));
    await rows(sql`update matches set answered_at = asked_at where id <> ${ids[0]}`);
    await rows(sql`update matches set status = 'lapsed' where id = ${ids[0]}`);
    await rows(sql`update matches set status = 'closed', agreed_at = asked_at where id = ${ids[1]}`);
    await rows(sql`insert into match_deliveries (id, match_id, delivered_on, quantity, unit, confirmed_at, counted_at)
      select gen_random_uuid(), id, current_date - 1, 42, 'kg', now(), now() from matches where id = ${ids[1]}`);
    const courseId = await makeCourse(app.db, organisationId);
    await makeSession(app.db, courseId);
    await makeWorkplace(app.db, { organisationId, name: '何でもの作業場' });
    const { applicantId } = await makeAward({ db: app.db, vault: app.tools.vault }, { yen: 123_000 });
    const other = await makeAward({ db: app.db, vault: app.tools.vault }, { yen: 77_000 });
    await rows(
      sql`update grant_applicants set organisation_id = ${organisationId} where id = ${applicantId}`,
    );
    const page = await pageOf(organisationId);
    for (const told of [
      '味噌をお渡しできます',
      '届いた申し出の80%に返事',
      '42 kg',
      '試験の研修',
      '何でもの作業場',
      '123,000円',
    ])
      expect(page).toContain(told);
    expect(other.applicantId).not.toBe(applicantId);
    expect(page).not.toContain('77,000円');
    expect(page).not.toContain('休みの品');
    expect(await pageOf(organisationId, { lang: 'en' })).toContain('Grants received');
    const post = await textOf(await app.get(exchangePaths.post.to({ postId })));
    expect(post).toContain('届いた申し出の80%に返事');
  });
});

test('the one page links its entries of the directory, and none that is a draft or sealed', async () => {
  const { organisationId } = await makeMember(app.db, { nameJa: '窓口のある会' });
  const entry = (ja: string, how = {}) =>
    makeService(app.db, { organisationId, content: { name: { ja } }, ...how });
  const { serviceId } = await entry('夜の電話相談');
  await entry('下書きの相談', { publish: false });
  await entry('所在を伏せた家', { sealed: true });
  const { code } = await inTransaction(app.db, it, (tx) => findMember(tx, organisationId));
  const html = await (await app.get(memberPaths.member.to({ code }))).text();
  expect(html).toContain(`<a href="${findPaths.service.to({ id: serviceId })}">夜の電話相談</a>`);
  expect(html).not.toMatch(/下書きの相談|所在を伏せた家|掲載している支援情報はありません/);
});

describe('a long list', () => {
  test('goes on behind its last line, narrowed or not, and none is left out or told twice', async () => {
    for (const at of Array.from({ length: 6 }, (_, each) => each))
      await makeMember(app.db, { nameJa: `続く会${at % 2}`, kind: 'university' });
    const filter = { kind: 'university', topic: '', place: '' };
    const seen: string[] = [];
    for (let after: string | undefined; seen.length < 20; ) {
      const part = await inTransaction(app.db, it, (tx) => listMembers(tx, filter, { after, limit: 2 }));
      seen.push(...part.map(({ code }) => code));
      if (part.length < 2) break;
      after = part.at(-1)?.code;
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
    const all = await inTransaction(app.db, it, (tx) => listAllMembers(tx));
    const [first, second] = [all.at(1), all.slice(2)];
    const rest = await inTransaction(app.db, it, (tx) => listAllMembers(tx, { after: first?.code }));
    expect(rest.map(({ code }) => code)).toEqual(second.map(({ code }) => code));
  });

  test('of applications goes on behind the one that was read last, in both orders', async () => {
    for (const at of [1, 2, 3]) await apply(`tsuzuku${at}@example.jp`, `続く申込${at}`);
    for (const newestFirst of [false, true]) {
      const list = (part: object) =>
        inTransaction(app.db, it, (tx) => listApplications(tx, ['unconfirmed'], { newestFirst, ...part }));
      const all = (await list({})).map(({ id }) => id);
      expect(all.length).toBeGreaterThanOrEqual(3);
      expect((await list({ after: all[0] })).map(({ id }) => id)).toEqual(all.slice(1));
    }
  });
});

describe('the end of a membership', () => {
  test('a removal needs a reason, ends what the slices listed in the same transaction, and is told to the member alone', async () => {
    const own = await makeAgent(app, { nameJa: '除名の会' });
    const { organisationId } = own;
    const remove = memberStaffPaths.remove.to({ organisationId });
    expect((await app.post(remove, { reason: '' }, office)).status).toBe(422);
    expect((await app.post(remove, { reason: '約束を守らない' }, own)).status).toBe(403);
    const seen: Ended[] = [];
    const input = { organisationId, why: 'removed', reason: '約束を守らない' } as const;
    const ended = await endMember(app.db, office.who, input, [async (_, each) => void seen.push(each)]);
    expect(ended.ok).toBe(true);
    expect(seen.map(({ why }) => why)).toEqual(['removed']);
    expect(await textOf(await app.get('/partners'))).not.toContain('除名の会');
    const url = memberStaffPaths.member.to({ organisationId });
    expect(await textOf(await app.get(url, own))).toContain('約束を守らない');
    const other = await makeAgent(app);
    expect((await app.get(url, other)).status).toBe(404);
    expect(await inTransaction(app.db, anonymous, (tx) => isMember(tx, organisationId))).toBe(false);
  });

  test('when an ending fails, the member stays one', async () => {
    const { organisationId } = await makeMember(app.db);
    const input = { organisationId, why: 'removed', reason: '理由' } as const;
    const broken = async () => Promise.reject(new Error('stop'));
    await expect(endMember(app.db, office.who, input, [broken])).rejects.toThrow('stop');
    expect(await inTransaction(app.db, it, (tx) => isMember(tx, organisationId))).toBe(true);
  });

  test('an agent leaves by one press', async () => {
    const own = await makeAgent(app, { nameJa: '退会の会' });
    const leave = memberStaffPaths.leave.to({ organisationId: own.organisationId });
    expect((await app.post(leave, {}, office)).status).toBe(403);
    expect((await app.post(leave, {}, own)).status).toBe(303);
    expect(await textOf(await app.get('/partners'))).not.toContain('退会の会');
  });

  test('thirty days ahead its agents are reminded once; after the last day it lapses, and may be renewed', async () => {
    const today = tokyoDay(new Date());
    const own = await makeAgent(app, { nameJa: '更新の会', until: addDays(today, 20) });
    const { organisationId } = own;
    const seen: Ended[] = [];
    const endings = [async (_: unknown, each: Ended) => void seen.push(each)];
    const job = memberJob({ publicUrl: 'http://localhost', vault: app.tools.vault, endings });
    const run = (days: number) =>
      job.run(
        { db: app.db, who: it, now: new Date(Date.now() + days * 86_400_000), log: makeLog('silent') },
        {},
      );
    const reminders = async () =>
      (await rows(sql`select id from mail_outbox where body like '%更新の会%' and subject like '%更新%'`))
        .length;
    await run(0);
    await run(1);
    expect(await reminders()).toBe(1);
    await run(22);
    expect(seen.filter((each) => each.organisationId === organisationId).map(({ why }) => why)).toEqual([
      'lapsed',
    ]);
    const renewed = await renewMember(app.db, own.who, { organisationId }, new Date());
    expect(renewed.ok).toBe(true);
    expect(await inTransaction(app.db, it, (tx) => isMember(tx, organisationId))).toBe(true);
  });

  test('it is renewed by one press of its own agent, when its last days have come and after them', async () => {
    const today = tokyoDay(new Date());
    const own = await makeAgent(app, { nameJa: '押して続ける会', until: addDays(today, 20) });
    const { organisationId } = own;
    const renew = memberStaffPaths.renew.to({ organisationId });
    const page = await app.get(memberStaffPaths.member.to({ organisationId }), own);
    expect(await page.text()).toContain(`action="${renew}"`);
    expect((await app.post(renew, {}, await makeAgent(app))).status).toBe(403);
    expect((await app.post(renew, {}, own)).status).toBe(303);
    const until = async () => (await inTransaction(app.db, it, (tx) => findMember(tx, organisationId))).until;
    expect((await until()) > addDays(today, 380)).toBe(true);
    expect((await app.post(renew, {}, own)).status).toBe(422);
    await rows(sql`update members set state = 'lapsed', ended_at = now(), until = ${addDays(today, -5)}
      where organisation_id = ${organisationId}`);
    expect(await textOf(await app.get('/partners'))).not.toContain('押して続ける会');
    expect((await app.post(renew, {}, own)).status).toBe(303);
    expect(await textOf(await app.get('/partners'))).toContain('押して続ける会');
  });

  test('a day’s count knows who has ended since, and who has not begun', async () => {
    const count = (on: string) => inTransaction(app.db, it, (tx) => countMembers(tx, { on }));
    const [day, after] = ['2031-05-01', '2031-06-01'];
    const before = await count(day);
    const term = { joinedOn: '2031-04-15', until: '2032-04-14' };
    const { organisationId } = await makeMember(app.db, term);
    expect(await count(day)).toBe(before + 1);
    expect(await count('2031-04-14')).toBe(await count('2031-04-13'));
    const ended = { organisationId, why: 'left', at: new Date('2031-05-20T00:00:00Z') } as const;
    await inTransaction(app.db, it, (tx) => end(tx, { ended, reason: '', endings: [] }));
    expect(await count(day)).toBe(before + 1);
    expect(await count(after)).toBe(before);
  });
});
