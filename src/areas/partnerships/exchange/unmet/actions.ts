import { organisationsWith, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, dayName, tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { listDeclined } from '#areas/cases/index.ts';
import { listMunicipalities, listServicesByIds, listUnmetNeeds } from '#areas/directory/index.ts';
import { can, concierge } from '../../access.ts';
import type { Kind } from '../fields.ts';
import { placeNames, saidTopics } from '../said.ts';
import { insertPostOnce, listSourceKeys } from '../store.ts';
import { draftable, keyOf, type Lack } from './rules.ts';
import { words } from './words.ts';

const looksBackDays = 120;
const openDays = 90;

export type UnmetRefusal = 'not-enough' | 'drafted-already';

/** What a need may be drafted of, as numbers of ten and more of one month, worry and municipality; for the office. */
export async function listDraftable(db: Database, who: Who, now = new Date()): Promise<readonly Lack[]> {
  mustWatch(who);
  const from = addDays(tokyoDay(now), -looksBackDays).slice(0, 7);
  const searched = (await listUnmetNeeds(db, from)).flatMap(({ times, month, topic, municipality }) =>
    times === null ? [] : [{ why: 'searched' as const, month, topic, municipality, times }],
  );
  const declined = await listDeclined(db, from);
  return inTransaction(db, who, async (tx) =>
    draftable([...searched, ...(await byTopic(tx, declined))], new Set(await listSourceKeys(tx))),
  );
}

/** A referral stands for the first worry of the entry that it went to. */
async function byTopic(tx: Tx, declined: Awaited<ReturnType<typeof listDeclined>>): Promise<readonly Lack[]> {
  const services = await listServicesByIds(tx, [...new Set(declined.map(({ serviceId }) => serviceId))]);
  const topicOf = new Map(services.map(({ id, content }) => [id, content.topics[0] ?? '']));
  return declined.map(({ serviceId, month, times }) => ({
    why: 'declined',
    month,
    topic: topicOf.get(serviceId) ?? '',
    municipality: '',
    times,
  }));
}

/** A draft of the office, with words that name a number and nobody: a person reads, changes and publishes it. */
export async function draftOfUnmet(
  db: Database,
  who: Who,
  { key, kind }: { key: string; kind: Kind },
  now = new Date(),
): Promise<Result<{ postId: string }, UnmetRefusal>> {
  mustWatch(who);
  const lack = (await listDraftable(db, who, now)).find((each) => keyOf(each) === key);
  const [organisationId] = organisationsWith(who, concierge);
  if (!lack || !organisationId) return refuse('not-enough');
  const today = tokyoDay(now);
  const endsOn = addDays(today, openDays);
  return inTransaction(db, who, async (tx) => {
    const t = words.ja;
    const topic = saidTopics('ja', [lack.topic]);
    const place = placeNames('ja', await listMunicipalities(tx)).get(lack.municipality) ?? t.inPrefecture;
    const month = dayName('ja', `${lack.month}-01`).replace(/1日$/, '');
    const postId = await insertPostOnce(tx, {
      side: 'need',
      kind,
      organisationId,
      title: t.titleOf(topic),
      detail: t.detailOf(topic, place, lack.times, month),
      topics: [lack.topic],
      municipalities: lack.municipality ? [lack.municipality] : [],
      startsOn: today,
      endsOn,
      lastOn: endsOn,
      source: 'unmet',
      sourceKey: key,
      createdAt: now,
      changedAt: now,
    });
    if (!postId) return refuse('drafted-already');
    const subject = { kind: 'post', id: postId };
    await record(tx, { event: 'exchange.watch', subject, facts: { step: 'draft', key } }, now);
    return ok({ postId });
  });
}

function mustWatch(who: Who): void {
  if (!can.watchExchange.allows(who)) throw new Forbidden(can.watchExchange.name);
}
