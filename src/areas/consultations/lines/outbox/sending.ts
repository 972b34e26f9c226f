import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { announce } from '#platform/live/announce.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { findDesk } from '../../desks/store.ts';
import { contactTopic, deskTopic } from '../../messages/keys.ts';
import { talker } from '../../talks/actions.ts';
import type { LineApi, LineAnswer, LineMessage } from '../api.ts';
import { type OpenChannel, openChannel, unsealFor } from '../channels/keys.ts';
import { findChannel } from '../channels/store.ts';
import { type Friend, lockFriend, updateFriend } from '../friends/store.ts';
import { enqueueSending, idsOf } from './actions.ts';
import { opened } from './opened.ts';
import { type After, decideAfter, decideHow, monthOf } from './rules.ts';
import {
  type Call,
  dropWaiting,
  findCall,
  findOpenCall,
  findPushes,
  giveBackPush,
  insertCall,
  listOfCall,
  listWaiting,
  type Out,
  takePush,
  updateCall,
  updateOut,
  useUpMonth,
} from './store.ts';

/** Messages that LINE takes in one request. */
const mostAtOnce = 5;
/** A try is given up for lost after this (ms): the process that made it was killed. */
const claimMs = 30_000;

export interface Sending {
  readonly vault: Vault;
  readonly api: LineApi;
}

/** Sends what waits for somebody, request after request, until nothing is left or LINE asks for patience. */
export async function sendWaiting(
  db: Database,
  sending: Sending,
  { friendId }: { friendId: string },
  clock: () => Date = () => new Date(),
): Promise<void> {
  for (;;) {
    const claimed = await inTransaction(db, talker, (tx) => claim(tx, sending.vault, friendId, clock()));
    if (!claimed) return;
    const answer = claimed.channel ? await ask(sending.api, claimed) : ({ kind: 'taken' } as const);
    const goesOn = await inTransaction(db, talker, (tx) => conclude(tx, claimed.call, answer, clock()));
    if (!goesOn) return;
  }
}

interface Claimed {
  readonly call: Call;
  readonly messages: LineMessage[];
  readonly to: string;
  readonly replyToken: string;
  /** undefined: a channel that sends nowhere. */
  readonly channel: { readonly token: string } | undefined;
}

/** The request that is next for somebody, in this process's hands for half a minute; undefined: there is nothing to do now. */
async function claim(tx: Tx, vault: Vault, friendId: string, now: Date): Promise<Claimed | undefined> {
  const friend = await lockFriend(tx, friendId);
  const channel = friend && (await findChannel(tx, friend.deskId));
  if (!friend || !channel) return undefined;
  const open = openChannel(vault, channel);
  const before = await findOpenCall(tx, friendId);
  const carried = before ? await goOn(tx, before, now) : await nextCall(tx, open, friend, now);
  if (!carried) return undefined;
  const { call, outs } = carried;
  return {
    call,
    messages: await opened(tx, { vault, channel: open, friend, outs }),
    to: unsealFor(open, `user:${friendId}`, friend.sealedUser),
    replyToken: call.sealedToken ? unsealFor(open, `reply:${friendId}`, call.sealedToken) : '',
    channel: channel.sends ? { token: unsealFor(open, 'token', channel.sealedToken) } : undefined,
  };
}

/** A request in somebody's hands, and the messages that it carries. `call.doubtful` is as it was before this try. */
interface Carried {
  readonly call: Call;
  readonly outs: readonly Out[];
}

/** What a try writes down first. Doubtful until an answer is written down: the process may be killed between the two. */
function triedAt({ tries, firstTriedAt }: Pick<Call, 'tries' | 'firstTriedAt'>, now: Date) {
  const claimedUntil = new Date(now.getTime() + claimMs);
  return { tries: tries + 1, firstTriedAt: firstTriedAt ?? now, claimedUntil, doubtful: true };
}

/** One more try of a request that is open, unless somebody is at it. */
async function goOn(tx: Tx, call: Call, now: Date): Promise<Carried | undefined> {
  const busyUntil = [call.claimedUntil, call.nextTryAt].find((at) => at && at > now);
  if (busyUntil) {
    await enqueueSending(tx, call.friendId, busyUntil);
    return undefined;
  }
  const { claimedUntil, doubtful, ...tried } = triedAt(call, now);
  await updateCall(tx, call.id, { ...tried, claimedUntil, doubtful });
  return { call: { ...call, ...tried }, outs: await listOfCall(tx, call.id) };
}

async function nextCall(
  tx: Tx,
  channel: OpenChannel,
  friend: Friend,
  now: Date,
): Promise<Carried | undefined> {
  await dropWaiting(tx, friend.id, { state: 'late', now });
  if (friend.state === 'blocked') await dropWaiting(tx, friend.id, { state: 'blocked', now });
  const outs = await listWaiting(tx, friend.id, mostAtOnce);
  if (outs.length === 0) return undefined;
  const { deskId } = channel;
  const { pushesPerMonth } = (await findDesk(tx, deskId)).settings.line;
  const month = monthOf(now);
  const pushes = await findPushes(tx, { deskId, month });
  const how = decideHow({ replyUntil: friend.replyUntil, pushes, pushesPerMonth, now });
  if (how === 'wait' || (how === 'push' && !(await takePush(tx, { deskId, month, most: pushesPerMonth }))))
    return undefined;
  if (how === 'reply') await updateFriend(tx, friend.id, { sealedReply: null, replyUntil: null });
  const call = await insertCall(tx, {
    deskId,
    friendId: friend.id,
    how,
    state: 'open',
    sealedToken: how === 'reply' ? friend.sealedReply : null,
    tokenUntil: how === 'reply' ? friend.replyUntil : null,
    createdAt: now,
    ...triedAt({ tries: 0, firstTriedAt: null }, now),
  });
  await updateOut(tx, idsOf(outs), { callId: call.id });
  return { call: { ...call, doubtful: false }, outs: outs.map((out) => ({ ...out, callId: call.id })) };
}

async function ask(api: LineApi, claimed: Claimed): Promise<LineAnswer> {
  const { call, messages, to, replyToken } = claimed;
  const token = claimed.channel?.token ?? '';
  if (messages.length === 0) return { kind: 'taken' };
  return call.how === 'reply'
    ? api.reply(token, { replyToken, messages })
    : api.push(token, { to, messages, retryKey: call.id });
}

/** Writes down what came of a try. True: the next may go at once. */
async function conclude(tx: Tx, tried: Call, answer: LineAnswer, now: Date): Promise<boolean> {
  const friend = await lockFriend(tx, tried.friendId);
  const call = await findCall(tx, tried.id);
  if (!friend || !call || call.state !== 'open') return false;
  const how = call.how as 'reply' | 'push';
  const { tries, tokenUntil, doubtful } = tried;
  const firstTriedAt = tried.firstTriedAt ?? now;
  const after = decideAfter({ how, answer, tries, firstTriedAt, tokenUntil, doubtful, now });
  const outs = await listOfCall(tx, call.id);
  const goesOn = await follow(tx, { call: tried, outs, after }, now);
  const contactIds = [...new Set(outs.flatMap(({ contactId }) => contactId ?? []))];
  await announce(tx, deskTopic(call.deskId), ...contactIds.map(contactTopic));
  return goesOn;
}

async function follow(
  tx: Tx,
  { call, outs, after }: { call: Call; outs: readonly Out[]; after: After },
  now: Date,
): Promise<boolean> {
  const free = { claimedUntil: null };
  const { deskId } = call;
  const mostPushes = async () => (await findDesk(tx, deskId)).settings.line.pushesPerMonth;
  switch (after.next) {
    case 'sent':
      await updateOut(tx, idsOf(outs), { state: 'sent', sentAt: now, sealed: null });
      await updateCall(tx, call.id, { ...free, state: 'sent', endedAt: now, sealedToken: null });
      return (await listWaiting(tx, call.friendId, 1)).length > 0;
    case 'again':
      await updateCall(tx, call.id, {
        ...free,
        nextTryAt: after.at,
        doubtful: after.doubtful,
        lastError: after.why,
      });
      await enqueueSending(tx, call.friendId, after.at);
      return false;
    case 'turn': {
      if (!(await takePush(tx, { deskId, month: monthOf(now), most: await mostPushes() }))) {
        await letGo(tx, call, outs, after.why, now);
        return false;
      }
      const turned = { how: 'push', sealedToken: null, tokenUntil: null, nextTryAt: null, createdAt: now };
      await updateCall(tx, call.id, { ...free, ...turned, doubtful: after.doubtful, lastError: after.why });
      return true;
    }
    case 'wait':
      await useUpMonth(tx, { deskId, month: monthOf(now), most: await mostPushes() });
      await letGo(tx, call, outs, after.why, now);
      return false;
    case 'dead':
      if (call.how === 'push') await giveBackPush(tx, { deskId, month: monthOf(call.createdAt) });
      await updateOut(tx, idsOf(outs), { state: 'dead' });
      await updateCall(tx, call.id, { ...free, state: 'dead', endedAt: now, lastError: after.why });
      return true;
  }
}

/** Its messages wait for the person's next one, as if they had never been tried. */
async function letGo(tx: Tx, call: Call, outs: readonly Out[], why: string, now: Date): Promise<void> {
  await updateOut(tx, idsOf(outs), { callId: null });
  const ended = { state: 'dropped', endedAt: now, claimedUntil: null, sealedToken: null };
  await updateCall(tx, call.id, { ...ended, lastError: why });
}
