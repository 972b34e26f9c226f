import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { AnyJob, Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type Deadlines, deadlinesOn } from '../deadlines/rules.ts';
import { listDeadlines } from '../deadlines/store.ts';
import { type Letter, type Mailing, toReceiver, toSender, toSupervisor } from './letters.ts';
import { decideSending, referralMail, referralNext } from './moving.ts';
import { askNext } from './next.ts';
import { decideNext, dueOf, type ReferralMove, type ReferralState } from './rules.ts';
import { stopReferral } from './stop.ts';
import { listPastConsent, listWaiting, lockReferral, type Referral, updateReferral } from './store.ts';

interface Told {
  readonly moveId: string;
}

interface JobOptions {
  readonly publicUrl: string;
  readonly vault: Vault;
}

/** Letters of referrals after each move, the next in order, and every hour a look at what waits. */
export function referralJobs({ publicUrl, vault }: JobOptions): readonly AnyJob[] {
  const send: Job<Partial<Told> & { referralId: string; move: ReferralMove }> = {
    name: referralMail.name,
    run: ({ db, who, now }, { referralId, move, moveId }) =>
      inTransaction(db, who, async (tx) => {
        const once = moveId && `referral:${moveId}`;
        const mailing = { referral: await lockReferral(tx, referralId), publicUrl, now, once };
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
        const once = `referral:next:${referralId}`;
        if (!asked.ok) await toSender(tx, { referral, publicUrl, now, once }, 'go-on');
      }),
  };
  const watch: Job<unknown> = {
    name: 'referral.watch',
    cron: '5 * * * *',
    run: async ({ db, who, now }) => {
      const past = await inTransaction(db, who, (tx) => listPastConsent(tx, tokyoDay(now)));
      for (const { id } of past)
        await inTransaction(db, who, async (tx) =>
          endWithConsent(tx, { referral: await lockReferral(tx, id), publicUrl, now }),
        );
      const due = await inTransaction(db, who, (tx) => listDue(tx, now));
      for (const { id } of due)
        await inTransaction(db, who, async (tx) => {
          const mailing = { referral: await lockReferral(tx, id), publicUrl, now };
          await look(tx, mailing, vault);
        });
    },
  };
  return [send, next, watch];
}

/** What nobody has closed and has waited too long, by the deadlines of its sender. */
async function listDue(tx: Tx, now: Date): Promise<readonly Referral[]> {
  const known = new Map<string, Awaited<ReturnType<typeof listDeadlines>>>();
  const due = [];
  for (const referral of await listWaiting(tx)) {
    const sender = referral.onwardBy ?? referral.homeId;
    const rows = known.get(sender) ?? (await listDeadlines(tx, sender));
    known.set(sender, rows);
    if (dueOf(clockOf(referral), deadlinesAt(rows, referral, now), now)) due.push(referral);
  }
  return due;
}

function clockOf(referral: Referral) {
  return { ...referral, state: referral.state as ReferralState };
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
async function request(tx: Tx, mailing: Mailing, letter: 'request' | 'remind' | 'how-goes'): Promise<void> {
  const { referral, now } = mailing;
  if (letter === 'request' && referral.state !== 'requested') return;
  if ((await decideSending(tx, referral, now)).ok) return toReceiver(tx, mailing, letter);
  await stopReferral(tx, referral, 'basis-over', now);
  await toSender(tx, mailing, 'stopped');
}

/** The consent is over while the receiver has the person in their care: nobody reads on, and both sides hear why. */
async function endWithConsent(tx: Tx, mailing: Mailing): Promise<void> {
  const { referral, now } = mailing;
  // It was withdrawn meanwhile: that has stopped it already.
  if (!referral.sealedKey) return;
  await stopReferral(tx, referral, 'basis-over', now);
  await toReceiver(tx, mailing, 'over-there');
  await toSender(tx, mailing, 'over');
}

async function look(tx: Tx, mailing: Mailing, vault: Vault): Promise<void> {
  const { referral, now } = mailing;
  const rows = await listDeadlines(tx, referral.onwardBy ?? referral.homeId);
  const due = dueOf(clockOf(referral), deadlinesAt(rows, referral, now), now);
  if (due === 'remind-receiver') {
    await updateReferral(tx, referral.id, { remindedAt: now });
    const isMet = referral.state === 'in-progress' || referral.state === 'on-hold';
    await request(tx, mailing, isMet ? 'how-goes' : 'remind');
  }
  if (due === 'remind-sender') {
    await updateReferral(tx, referral.id, { remindedAt: now });
    await toSender(tx, mailing, 'open');
  }
  if (due === 'ask-outcome') {
    await updateReferral(tx, referral.id, { outcomeAskedAt: now });
    await toSender(tx, mailing, 'outcome');
  }
  if (due === 'tell-supervisor') await escalate(tx, mailing, vault);
}

/** The sender's supervisor hears of it, unless the next in order could be asked instead. */
async function escalate(tx: Tx, mailing: Mailing, vault: Vault): Promise<void> {
  const { referral, now } = mailing;
  await updateReferral(tx, referral.id, { escalatedAt: now });
  const late = { ...referral, escalatedAt: now };
  const goesOn = referral.advancedBy === 'product' && decideNext(late).ok;
  const asked = goesOn && (await askNext(tx, { vault, referral: late, by: 'product' }, now)).ok;
  if (!asked) await toSupervisor(tx, mailing, referral.state === 'requested' ? 'late' : 'still');
}

/** Those of the sender, as they held on the day on which it was sent. */
function deadlinesAt(
  rows: Awaited<ReturnType<typeof listDeadlines>>,
  { requestedAt }: Referral,
  now: Date,
): Deadlines {
  return deadlinesOn(rows, tokyoDay(requestedAt ?? now));
}
