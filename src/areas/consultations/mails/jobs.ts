import type { AnyJob, Job } from '#platform/jobs.ts';
import { inTransaction } from '#platform/database/database.ts';
import type { Log } from '#platform/log.ts';
import { addressOf, type MailCarrier } from '#platform/mail/outbox.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { Db } from '#platform/database/database.ts';
import type { Delivery } from '../messages/deliveries.ts';
import { takeMail } from './actions.ts';
import { noteUndeliverable } from './reports.ts';
import { readLetter } from './delivery.ts';
import { readMailbox } from './mailbox.ts';
import { parseMail } from './parse.ts';
import { markSent } from './store.ts';

interface MailTools {
  readonly carrier: MailCarrier;
  readonly vault: Vault;
  /** MAIL_FROM. */
  readonly from: string;
  /** A mailbox that is looked at each minute; absent: mail comes by the piped command, or not at all. */
  readonly imapUrl: string | undefined;
}

export function mailJobs({ carrier, vault, from, imapUrl }: MailTools): readonly AnyJob[] {
  const address = addressOf(from);
  const deliver: Job<Delivery> = {
    name: 'mail.deliver',
    async run({ db, who, now }, delivery) {
      const letter = await readLetter(db, who, { ...delivery, vault, from: address }, now);
      if (!letter) return;
      const failed = await carrier.carry(letter.mail, letter.envelope).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failed && isRefused(failed)) return noteUndeliverable(db, { vault, ...delivery }, now);
      // What a mail server says may name the recipient: the log holds the kind of the failure alone.
      if (failed) throw new Error(`mail could not be handed over: ${(failed as Error).name}`);
      await inTransaction(db, who, (tx) => markSent(tx, letter.idIndex, now));
    },
  };
  const poll: Job<unknown> = {
    name: 'mail.poll',
    cron: '* * * * *',
    async run({ db, log }) {
      if (!imapUrl) return;
      // The next minute tries again; a queue of failed visits would help nobody.
      const visit = await readMailbox(imapUrl, async (raw) => {
        await takeRaw(db, { vault, raw, from: address, log });
      }).catch((error: unknown) => ({ failed: error instanceof Error ? error.name : 'unknown' }));
      if ('failed' in visit) log.warn(visit, 'mailbox could not be read');
      else if (visit.taken > 0) log.info(visit, 'mailbox read');
    },
  };
  return imapUrl ? [deliver, poll] : [deliver];
}

/** The mail server will not take it for this address, now or later (SMTP 5xx at the recipient). */
function isRefused(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode >= 500;
}

/** One mail as it came over the wire; what is not taken leaves one word in the log, and nothing of whose it was. */
export async function takeRaw(
  db: Db,
  {
    vault,
    raw,
    from,
    to,
    log,
  }: { vault: Vault; raw: Buffer; from: string; to?: readonly string[]; log: Log },
): Promise<boolean> {
  const mail = await parseMail(raw, to);
  const taken = mail.ok ? await takeMail(db, { vault, mail: mail.value, from }) : mail;
  if (!taken.ok) log.info({ why: taken.refusal }, 'mail was not taken');
  return taken.ok;
}
