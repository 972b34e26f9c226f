import type { Tx } from '#platform/database/database.ts';
import { findCrises } from '#areas/directory/index.ts';
import { findDesk } from '../../desks/store.ts';
import { type OpenChannel, sealFor } from '../channels/keys.ts';
import { numbers, welcome } from '../doorbells/bubbles.ts';
import { langOf } from '../doorbells/standing.ts';
import { type Friend, insertFriend, lockFriendByIndex, updateFriend } from '../friends/store.ts';
import { enqueueSending } from '../outbox/actions.ts';
import { replyMs } from '../outbox/rules.ts';
import { dropWaiting } from '../outbox/store.ts';
import { hear, hearChange, hearUnsend, raiseFlag } from './heard.ts';
import { press } from './pressed.ts';
import type { Deed } from './rules.ts';
import { answer, type Place, type Scene, showEntrance, standing } from './scene.ts';

export interface Happened {
  readonly user: { readonly deskId: string; readonly userIndex: string };
  readonly userId: string;
  readonly eventId: string;
  readonly reply: string | undefined;
  readonly receivedAt: Date;
  readonly deed: Deed;
}

/** What a deed leads to. In doorbell mode no word that was typed is kept; in direct mode it becomes a message of the contact. */
export async function follow(tx: Tx, place: Place, happened: Happened, now: Date): Promise<void> {
  const { deed, eventId } = happened;
  const friend = await befriend(tx, place.channel, happened, now);
  const desk = await findDesk(tx, happened.user.deskId);
  const scene: Scene = { ...place, tx, desk, friend, eventId, now };
  const isDirect = desk.settings.line.mode === 'direct';
  switch (deed.kind) {
    case 'came':
      await greet(scene);
      break;
    case 'left':
      await updateFriend(tx, friend.id, { state: 'blocked', sealedReply: null, replyUntil: null });
      await dropWaiting(tx, friend.id, { state: 'blocked', now });
      break;
    case 'unsent':
      await hearUnsend(scene, deed.messageId);
      break;
    case 'changed':
      if (isDirect) await hearChange(scene, deed);
      else await ringCrisis(scene, deed.text);
      break;
    case 'pressed':
      await press(scene, deed.press);
      break;
    case 'wrote':
      if (isDirect) await hear(scene, deed);
      else if (!(await ringCrisis(scene, deed.text))) await showEntrance(scene, { wrote: true });
      break;
    case 'sent':
      if (isDirect) await hear(scene, deed);
      else await showEntrance(scene, { wrote: true });
      break;
  }
  await enqueueSending(tx, friend.id);
}

/** Who it is, written once; an answer to what they did may go with the token that came with it. */
async function befriend(
  tx: Tx,
  channel: OpenChannel,
  { user, userId, reply, receivedAt, deed }: Happened,
  now: Date,
): Promise<Friend> {
  const changed = (id: string) => ({
    lastSeenAt: now,
    state: deed.kind === 'left' ? 'blocked' : 'following',
    ...(reply
      ? {
          sealedReply: sealFor(channel, `reply:${id}`, reply),
          replyUntil: new Date(receivedAt.getTime() + replyMs),
        }
      : {}),
  });
  const known = await lockFriendByIndex(tx, user);
  if (!known) {
    const id = crypto.randomUUID();
    const sealedUser = sealFor(channel, `user:${id}`, userId);
    const nothing = { lang: 'ja', sealedReply: null, replyUntil: null };
    const fresh: Friend = { ...user, ...nothing, id, sealedUser, firstSeenAt: now, ...changed(id) };
    if ((await insertFriend(tx, fresh)).written) return fresh;
  }
  const friend = known ?? (await lockFriendByIndex(tx, user));
  if (!friend) throw new Error('friend was not written');
  const change = changed(friend.id);
  await updateFriend(tx, friend.id, change);
  return { ...friend, ...change };
}

async function greet(scene: Scene): Promise<void> {
  const { desk, friend } = scene;
  const lang = langOf(friend);
  const retentionDays = desk.settings.doors.line?.retentionDays ?? 0;
  const name = lang === 'ja' ? desk.nameJa : desk.nameEn;
  await answer(scene, welcome(lang, { ...(await standing(scene)), desk: name, retentionDays }));
}

/** Words that cannot wait: who is there now, the way to us, and a flag for people at the desk. The words are not kept. */
async function ringCrisis(scene: Scene, text: string): Promise<boolean> {
  const crises = findCrises(text);
  if (crises.length === 0) return false;
  await raiseFlag(scene, crises);
  await answer(scene, numbers(langOf(scene.friend), crises, await standing(scene)));
  await showEntrance(scene, { wrote: true });
  return true;
}
