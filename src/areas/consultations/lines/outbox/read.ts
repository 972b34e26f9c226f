import type { Tx } from '#platform/database/database.ts';
import type { Contact } from '../../contacts/store.ts';
import type { DeskSettings } from '../../desks/settings.ts';
import { type Desk, findDesk } from '../../desks/store.ts';
import { modeOf } from '../doorbells/standing.ts';
import { findFriend, findTalk } from '../friends/store.ts';
import { monthOf } from './rules.ts';
import { countByState, findPushes } from './store.ts';

/** How a contact stands at LINE, for the counsellor who has it open. */
export interface ContactAtLine {
  readonly mode: DeskSettings['line']['mode'];
  /** Whose channel it is, where another desk has handed the contact over. */
  readonly channelOf: Desk | undefined;
  readonly blocked: boolean;
  readonly waiting: number;
  /** What waits does so because nothing is left of the month. */
  readonly held: boolean;
  readonly dead: number;
  /** Doorbell: whether our page has shown the last words, or the bell has rung for them. */
  readonly seen: boolean;
  readonly rung: boolean;
}

export async function readContactAtLine(
  tx: Tx,
  contact: Contact,
  now: Date,
): Promise<ContactAtLine | undefined> {
  const talk = await findTalk(tx, contact.id);
  const friend = talk && (await findFriend(tx, talk.friendId));
  if (!friend) return undefined;
  const desk = await findDesk(tx, contact.deskId);
  const { pushesPerMonth } = desk.settings.line;
  const counts = await countByState(tx, contact.id);
  const pushes = await findPushes(tx, { deskId: contact.deskId, month: monthOf(now) });
  const waiting = counts['waiting'] ?? 0;
  return {
    mode: modeOf(desk, friend),
    channelOf: friend.deskId === desk.id ? undefined : await findDesk(tx, friend.deskId),
    blocked: friend.state === 'blocked',
    waiting,
    held: waiting > 0 && pushes >= pushesPerMonth,
    dead: counts['dead'] ?? 0,
    seen: contact.seenSeq >= contact.lastSeq,
    rung: talk.rungSeq > contact.seenSeq,
  };
}

export interface Budget {
  readonly used: number;
  readonly most: number;
}

/** What a desk has used of its month; undefined where it has no LINE. */
export async function readBudget(
  tx: Tx,
  { deskId, settings }: { deskId: string; settings: DeskSettings },
  now: Date,
): Promise<Budget | undefined> {
  if (!settings.doors.line?.open) return undefined;
  const used = await findPushes(tx, { deskId, month: monthOf(now) });
  return { used, most: settings.line.pushesPerMonth };
}
