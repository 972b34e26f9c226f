import type { Tx } from '#platform/database/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Desk } from '../../desks/store.ts';
import { talkPaths } from '../../paths.ts';
import type { LineMessage } from '../api.ts';
import type { OpenChannel } from '../channels/keys.ts';
import { entrance, type Standing } from '../doorbells/bubbles.ts';
import { langOf, readLineStanding } from '../doorbells/standing.ts';
import { findOpenTalk, type Friend } from '../friends/store.ts';
import { linkMinutes, newLink } from '../links/actions.ts';
import { putOut } from '../outbox/actions.ts';

export interface Place {
  readonly vault: Vault;
  readonly publicUrl: string;
  readonly channel: OpenChannel;
}

/** Somebody did something, at a desk that is known. */
export interface Scene extends Place {
  readonly tx: Tx;
  readonly desk: Desk;
  readonly friend: Friend;
  readonly eventId: string;
  readonly now: Date;
}

/** Puts an answer out. What nobody wants to read later is not sent later. */
export async function answer(
  { tx, channel, friend, now }: Scene,
  message: LineMessage,
  { until = null }: { until?: Date | null } = {},
): Promise<void> {
  await putOut(tx, channel, { friend, message, until }, now);
}

export async function standing(scene: Scene): Promise<Standing> {
  const { tx, desk, friend, now } = scene;
  const contact = await findOpenTalk(tx, friend.id);
  return readLineStanding(tx, { desk, contact, lang: langOf(friend) }, now);
}

/** The way to our page, made now, good once. */
export async function showEntrance(scene: Scene, { wrote }: { wrote: boolean }): Promise<void> {
  const { tx, friend, now, publicUrl } = scene;
  const { token, until } = await newLink(tx, friend.id, now);
  const url = `${publicUrl}${talkPaths.fromLine.to({ token })}`;
  const shown = { ...(await standing(scene)), url, minutes: linkMinutes, wrote };
  await answer(scene, entrance(langOf(friend), shown), { until });
}
