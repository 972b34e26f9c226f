import { randomBytes } from 'node:crypto';
import type { webhook } from '@line/bot-sdk';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { talker } from '../../talks/actions.ts';
import {
  messageIndex,
  type OpenChannel,
  openChannel,
  sealFor,
  unsealFor,
  userIndex,
} from '../channels/keys.ts';
import { findChannel, findHookChannel } from '../channels/store.ts';
import { follow } from './deeds.ts';
import { readBody, type TakenEvent } from './read.ts';
import { isTimely, messageOf, readDeed } from './rules.ts';
import { insertEvent, isTakenBack, listToDo, lockEvent, writeDone } from './store.ts';

export const eventsTask = { name: 'line.events' } as Job<User>;

interface User {
  readonly deskId: string;
  readonly userIndex: string;
}

export interface Hook {
  readonly vault: Vault;
  /** null: the only one there is. */
  readonly code: string | null;
  readonly body: Buffer;
  readonly signature: string;
}

/**
 * Takes what LINE tells: the signature over the raw body first, then each event once by its id, sealed, with the job that does
 * the work in the same transaction. An unknown desk and a wrong signature are answered alike, after the same work.
 */
export async function takeLineHook(
  db: Database,
  { vault, code, body, signature }: Hook,
  now = new Date(),
): Promise<Result<'taken', 'signature' | 'unreadable'>> {
  const { validateSignature } = await import('@line/bot-sdk');
  return inTransaction(db, talker, async (tx) => {
    const found = await findHookChannel(tx, code);
    const channel = found && openChannel(vault, { deskId: found.desk_id, sealedKey: found.sealed_key });
    const secret = channel
      ? unsealFor(channel, 'secret', found.sealed_secret)
      : randomBytes(16).toString('hex');
    if (!validateSignature(body, secret, signature) || !channel) return refuse('signature');
    const events = readBody(body);
    if (!events) return refuse('unreadable');
    const timely = events.filter((event) => isTimely({ happenedAt: event.timestamp, now }));
    if (timely.length === 0 && events.length > 0) return refuse('unreadable');
    await store(tx, { vault, channel, events: timely }, now);
    return ok('taken');
  });
}

async function store(
  tx: Tx,
  { vault, channel, events }: { vault: Vault; channel: OpenChannel; events: readonly TakenEvent[] },
  now: Date,
): Promise<void> {
  const { deskId } = channel;
  const users = new Set<string>();
  for (const event of events) {
    const { webhookEventId: eventId, type, timestamp } = event;
    const index = userIndex(vault, deskId, event.userId);
    const messageId = messageOf(event);
    const { written } = await insertEvent(tx, {
      deskId,
      eventId,
      userIndex: index,
      messageIndex: messageId ? messageIndex(vault, deskId, messageId) : null,
      type,
      happenedAt: new Date(timestamp),
      receivedAt: now,
      sealed: sealFor(channel, `event:${eventId}`, JSON.stringify(event)),
      doneAt: null,
    });
    if (written) users.add(index);
  }
  for (const index of users) await enqueueUser(tx, { deskId, userIndex: index });
}

/** Several at once do no harm: each event is held while it is worked on, in the order in which they happened. */
export async function enqueueUser(tx: Tx, user: User): Promise<void> {
  await enqueue(tx, eventsTask, user);
}

/** Does what the events of one user lead to, one after the other, each in a transaction of its own. Safe to run twice. */
export async function workOff(
  db: Database,
  { vault, publicUrl }: { vault: Vault; publicUrl: string },
  user: User,
  clock: () => Date = () => new Date(),
): Promise<void> {
  const ids = await inTransaction(db, talker, (tx) => listToDo(tx, user));
  for (const eventId of ids)
    await inTransaction(db, talker, async (tx) => {
      const now = clock();
      const { deskId } = user;
      const event = await lockEvent(tx, { deskId, eventId });
      if (!event?.sealed) return;
      const channel = await findChannel(tx, deskId);
      await writeDone(tx, { deskId, eventId, now });
      if (!channel) return;
      const open = openChannel(vault, channel);
      const told = JSON.parse(unsealFor(open, `event:${eventId}`, event.sealed)) as TakenEvent;
      const deed = readDeed(told);
      const wasTakenBack =
        event.messageIndex !== null && event.type !== 'unsend' && (await isTakenBack(tx, event.messageIndex));
      const reply = replyOf(told);
      const happened = { user, userId: told.userId, eventId, reply, receivedAt: event.receivedAt };
      if (deed && !wasTakenBack)
        await follow(tx, { vault, publicUrl, channel: open }, { ...happened, deed }, now);
    });
}

function replyOf(event: webhook.Event): string | undefined {
  return 'replyToken' in event ? event.replyToken : undefined;
}
