import { inTransaction } from '#platform/database/database.ts';
import type { AnyJob, Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Delivery } from '../messages/deliveries.ts';
import { talker } from '../talks/actions.ts';
import type { LineApi } from './api.ts';
import { enqueueUser, eventsTask, workOff } from './events/actions.ts';
import { rememberedDays } from './events/rules.ts';
import { listForgotten, removeEventsBefore } from './events/store.ts';
import { removeLinksBefore } from './links/store.ts';
import { enqueueSending, sendTask } from './outbox/actions.ts';
import { sendWaiting } from './outbox/sending.ts';
import { deliver, ringBell, ringTask } from './outbox/deliver.ts';
import { listDue, removeEnded } from './outbox/store.ts';

const dayMs = 86_400_000;
/** Longer than events are remembered by their ids; sent messages are counted for a month. */
const eventDays = rememberedDays + 3;
const sentDays = 40;
/** Events that nobody took up for so long were forgotten (ms). */
const forgottenMs = 60_000;

export function lineJobs({
  vault,
  api,
  publicUrl,
}: {
  vault: Vault;
  api: LineApi;
  publicUrl: string;
}): readonly AnyJob[] {
  const events: Job<Parameters<typeof workOff>[2]> = {
    ...eventsTask,
    run: ({ db }, user) => workOff(db, { vault, publicUrl }, user),
  };
  const send: Job<{ friendId: string }> = {
    ...sendTask,
    run: ({ db }, payload) => sendWaiting(db, { vault, api }, payload),
  };
  const handOver: Job<Delivery> = {
    name: 'line.deliver',
    run: ({ db, now }, { contactId }) => deliver(db, { contactId }, now),
  };
  const ring: Job<{ contactId: string }> = {
    ...ringTask,
    run: ({ db, now }, { contactId }) => ringBell(db, { vault, contactId }, now),
  };
  return [events, send, handOver, ring, sweepJob, tidyJob];
}

/** Each minute: what a killed process left lying, and what waited for a new month. */
const sweepJob: Job<unknown> = {
  name: 'line.sweep',
  cron: '* * * * *',
  run: ({ db, now }) =>
    inTransaction(db, talker, async (tx) => {
      for (const user of await listForgotten(tx, new Date(now.getTime() - forgottenMs)))
        await enqueueUser(tx, user);
      for (const friendId of await listDue(tx, now)) await enqueueSending(tx, friendId);
    }),
};

/** 03:10 in Tokyo: what says nothing any more goes. */
const tidyJob: Job<unknown> = {
  name: 'line.tidy',
  cron: '10 18 * * *',
  run: async ({ db, now }) => {
    const ago = (days: number) => new Date(now.getTime() - days * dayMs);
    await inTransaction(db, talker, async (tx) => {
      await removeEventsBefore(tx, ago(eventDays));
      await removeLinksBefore(tx, ago(1));
      await removeEnded(tx, ago(sentDays));
    });
  },
};
