import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { AnyJob, Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { deadlinesOn } from '../deadlines/rules.ts';
import { listDeadlines } from '../deadlines/store.ts';
import { type Letter, type Mailing, toReceiver, toSender, toSupervisor } from './letters.ts';
import { decideSending, referralMail, referralNext } from './moving.ts';
import { askNext } from './next.ts';
import { decideNext, dueOf, type ReferralMove, type ReferralState } from './rules.ts';
import { stopReferral } from './stop.ts';
import { listWaiting, lockReferral, type Referral, updateReferral } from './store.ts';

interface JobOptions {
  readonly publicUrl: string;
  readonly vault: Vault;
}

/** Letters of referrals after each move, the next in order, and every hour a look at what waits. */
export function referralJobs({ publicUrl, vault }: JobOptions): readonly AnyJob[] {
  const send: Job<{ referralId: string; move: ReferralMove }> = {
    name: referralMail.name,
    run: ({ db, who, now }, { referralId, move }) =>
      inTransaction(db, who, async (tx) => {
        const mailing = { referral: await lockReferral(tx, referralId), publicUrl, now };
        await tell(tx, mailing, move);
      }),
  };
  const next: Job<{ referralId: string }> = {
    name: referralNext.name,
    run: ({ db, who, now }, { referralId }) =>
      inTransaction(db, who, async (tx) => {
        const referral = await lockReferral(tx, referralId);
        // It was asked before this process was killed, or the sender was faster.
        if (!decideNext(referral).ok) return;
        const asked = await askNext(tx, { vault, referral, by: 'product' }, now);
        if (!asked.ok) await toSender(tx, { referral, publicUrl, now }, 'go-on');
      }),
  };
  const watch: Job<unknown> = {
    name: 'referral.watch',
    cron: '5 * * * *',
    run: async ({ db, who, now }) => {
      const waiting = await inTransaction(db, who, listWaiting);
      for (const { id } of waiting)
        await inTransaction(db, who, async (tx) => {
          const mailing = { referral: await lockReferral(tx, id), publicUrl, now };
          await look(tx, mailing, vault);
        });
    },
  };
  return [send, next, watch];
}

const letters: Partial<Record<ReferralMove, Letter>> = {
  accept: 'accepted',
  contact: 'contact',
  hold: 'moved',
  serve: 'moved',
  reject: 'go-on',
  fail: 'go-on',
};

async function tell(tx: Tx, mailing: Mailing, move: ReferralMove): Promise<void> {
  const letter = letters[move];
  if (move === 'send') return request(tx, mailing, 'request');
  if (move === 'cancel') return toReceiver(tx, mailing, 'cancelled');
  if (letter) await toSender(tx, mailing, letter);
}

/** A consent may have been withdrawn, or may be over, since it was sent: then nothing leaves, and the sender hears of it. */
async function request(tx: Tx, mailing: Mailing, letter: 'request' | 'remind'): Promise<void> {
  const { referral, now } = mailing;
  if (letter === 'request' && referral.state !== 'requested') return;
  if ((await decideSending(tx, referral, now)).ok) return toReceiver(tx, mailing, letter);
  await stopReferral(tx, referral, 'basis-over', now);
  await toSender(tx, mailing, 'stopped');
}

async function look(tx: Tx, mailing: Mailing, vault: Vault): Promise<void> {
  const { referral, now } = mailing;
  const due = dueOf(
    { ...referral, state: referral.state as ReferralState },
    await deadlinesOf(tx, referral, now),
    now,
  );
  if (due === 'remind-receiver') {
    await updateReferral(tx, referral.id, { remindedAt: now });
    await request(tx, mailing, 'remind');
  }
  if (due === 'tell-supervisor') {
    await updateReferral(tx, referral.id, { escalatedAt: now });
    const late = { ...referral, escalatedAt: now };
    const goesOn = referral.advancedBy === 'product' && decideNext(late).ok;
    const asked = goesOn && (await askNext(tx, { vault, referral: late, by: 'product' }, now)).ok;
    if (!asked) await toSupervisor(tx, mailing, 'late');
  }
  if (due === 'ask-outcome') {
    await updateReferral(tx, referral.id, { outcomeAskedAt: now });
    await toSender(tx, mailing, 'outcome');
  }
}

/** Those of the sender, as they held on the day on which it was sent. */
async function deadlinesOf(tx: Tx, { homeId, onwardBy, requestedAt }: Referral, now: Date) {
  return deadlinesOn(await listDeadlines(tx, onwardBy ?? homeId), tokyoDay(requestedAt ?? now));
}
