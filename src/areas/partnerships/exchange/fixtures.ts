import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeMember } from '../members/fixtures.ts';
import type { Details, Kind } from './fields.ts';
import { insertPost } from './store.ts';
import type { exchangePosts } from './tables.ts';

type Changes = Partial<typeof exchangePosts.$inferInsert>;

const details: Readonly<Record<Kind, Details>> = {
  money: { form: 'donation', use: '食材の購入' },
  goods: { category: 'daily', handover: 'pick-up', pickUpTimes: '平日の昼', pickUpPlace: '試験倉庫' },
  place: { equipment: ['kitchen'], times: '土曜の昼' },
  skills: { skills: ['cooking'], mode: 'on-site', times: '土曜の朝' },
  'work-training': { tasks: '箱づめ', daysPerWeek: 2, hoursPerDay: 3 },
};

/** A published post of a member (one is made unless an organisation is named), open for thirty days. */
async function makePost(
  db: Database,
  side: 'need' | 'offer',
  { organisationId, ...changes }: Changes,
  now: Date,
): Promise<{ postId: string; organisationId: string }> {
  const owner = organisationId ?? (await makeMember(db, {}, now)).organisationId;
  const today = tokyoDay(now);
  const endsOn = changes.endsOn ?? addDays(today, 30);
  const kind = (changes.kind ?? 'goods') as Kind;
  const postId = await inTransaction(db, system('test'), (tx) =>
    insertPost(tx, {
      side,
      kind,
      organisationId: owner,
      state: 'published',
      title: side === 'need' ? '米を探しています' : '米をお渡しできます',
      detail: '試験のための投稿です。',
      topics: ['no_food'],
      quantity: 100,
      unit: kind === 'money' ? 'yen' : kind === 'goods' ? 'kg' : 'person',
      startsOn: today,
      endsOn,
      lastOn: endsOn,
      monthlyCap: side === 'offer' ? 3 : null,
      details: details[kind],
      publishedAt: now,
      changedAt: now,
      createdAt: now,
      ...changes,
    }),
  );
  return { postId, organisationId: owner };
}

export const makeNeed = (db: Database, changes: Changes = {}, now = new Date()) =>
  makePost(db, 'need', changes, now);

export const makeOffer = (db: Database, changes: Changes = {}, now = new Date()) =>
  makePost(db, 'offer', changes, now);
