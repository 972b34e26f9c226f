import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { inTransaction, type Tx } from '../database/database.ts';
import { enqueue, type Job } from '../jobs.ts';
import { outbox } from './tables.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** Of what somebody asked to be told: the address at which one press ends it, also from the mail program itself (RFC 8058). */
  readonly unsubscribe?: string | undefined;
  /** Of the outbox: a mail that leaves twice, because the process was killed in between, is one mail to every mailbox. */
  readonly id?: string;
}

/** What a conversation by e-mail adds: threads, and marks by which machines know each other. */
export interface Envelope {
  /** The name beside the address that all mail goes out from. */
  readonly sender: string;
  readonly replyTo?: string | undefined;
  /** Message-IDs without brackets. */
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  /** Answered by nobody: no machine is to answer it either. */
  readonly automatic: boolean;
}

/** Takes a finished message out of the house. */
export interface MailCarrier {
  carry(mail: Mail, envelope?: Envelope): Promise<void>;
}

/** SMTP when a server is set; otherwise each message becomes a file in DATA_DIR/mail. */
export function mailCarrier({
  smtpUrl,
  from,
  folder,
}: {
  smtpUrl?: string | undefined;
  from: string;
  folder: string;
}): MailCarrier {
  const open = async () => {
    const { createTransport } = await import('nodemailer');
    return smtpUrl
      ? createTransport(smtpUrl, { from })
      : createTransport({ streamTransport: true, buffer: true }, { from });
  };
  let transport: ReturnType<typeof open> | undefined;
  return {
    async carry({ to, subject, body, unsubscribe, id }, envelope) {
      const mark = id && { messageId: `<${id}@${addressOf(from).replace(/^.*@/, '')}>` };
      const ending = unsubscribe && { headers: unsubscribeHeaders(unsubscribe) };
      const letter = {
        to,
        subject,
        text: body,
        ...mark,
        ...ending,
        ...(envelope && headersOf(envelope, from)),
      };
      const sent = (await (await (transport ??= open())).sendMail(letter)) as { message?: Buffer };
      if (smtpUrl || !sent.message) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(
        join(
          folder,
          `${new Date().toISOString().replaceAll(':', '')}-${crypto.randomUUID().slice(0, 8)}.eml`,
        ),
        sent.message,
        { mode: 0o600 },
      );
    },
  };
}

function unsubscribeHeaders(url: string) {
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  };
}

/** The address in `MAIL_FROM`, which may carry a name. */
export function addressOf(from: string): string {
  return /<([^<>\s]+)>/.exec(from)?.[1] ?? from.trim();
}

function headersOf({ sender, replyTo, messageId, inReplyTo, automatic }: Envelope, from: string) {
  return {
    from: { name: sender, address: addressOf(from) },
    messageId: `<${messageId}>`,
    ...(replyTo && { replyTo }),
    ...(inReplyTo && { inReplyTo: `<${inReplyTo}>`, references: `<${inReplyTo}>` }),
    ...(automatic && { headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' } }),
  };
}

/** Sends what waits in the outbox. The queue tries again with growing pauses; a mail that went out loses its body. */
export function sendMailJob(carrier: MailCarrier): Job<{ id: string }> {
  return {
    name: sendMail,
    async run({ db, who, now }, { id }) {
      const mail = await inTransaction(
        db,
        who,
        async (tx) => (await tx.select().from(outbox).where(eq(outbox.id, id)))[0],
      );
      if (!mail || mail.sentAt || mail.recipient === '') return;
      try {
        const { recipient: to, subject, body, unsubscribeUrl } = mail;
        await carrier.carry({ to, subject, body, unsubscribe: unsubscribeUrl ?? undefined, id });
      } catch (error) {
        const lastError = error instanceof Error ? error.name : 'unknown';
        await inTransaction(db, who, (tx) =>
          tx
            .update(outbox)
            .set({ tries: sql`${outbox.tries} + 1`, lastError })
            .where(eq(outbox.id, id)),
        );
        throw new Error('mail could not be handed over', { cause: error });
      }
      await inTransaction(db, who, (tx) =>
        tx.update(outbox).set({ sentAt: now, body: '', unsubscribeUrl: null }).where(eq(outbox.id, id)),
      );
    },
  };
}

/** Days (ms) for which it is known to whom a mail went, and for which one that did not go out is kept. */
const sentMs = 30 * 86_400_000;
const unsentMs = 90 * 86_400_000;

/** Each night: addresses and subjects of old mails go; the row stays, so that nothing is told a second time. */
export const forgetMailJob: Job<unknown> = {
  name: 'mail.forget',
  // 04:40 in Tokyo
  cron: '40 19 * * *',
  async run({ db, who, now }) {
    const before = (ms: number) => new Date(now.getTime() - ms);
    await inTransaction(db, who, (tx) =>
      tx
        .update(outbox)
        .set({ recipient: '', subject: '', body: '', unsubscribeUrl: null })
        .where(
          and(
            ne(outbox.recipient, ''),
            or(lt(outbox.sentAt, before(sentMs)), lt(outbox.createdAt, before(unsentMs))),
          ),
        ),
    );
  },
};

const sendMail = 'mail.send';

/**
 * Writes a mail in the caller's transaction; it goes out after the commit, exactly if there is one. `once`, for jobs: what it tells
 * of. A job that was killed after it had written, and runs again, tells it to nobody a second time.
 */
export async function post(tx: Tx, mail: Mail, once?: string): Promise<void> {
  await postAll(tx, [mail], once);
}

/** Many at once, in one statement. */
export async function postAll(tx: Tx, mails: readonly Mail[], once?: string): Promise<void> {
  const rows = new Map(
    mails.map(({ to, subject, body, unsubscribe: unsubscribeUrl }) => {
      const id = once ? idOf(`${once} ${to}`) : crypto.randomUUID();
      return [id, { id, recipient: to, subject, body, unsubscribeUrl }];
    }),
  );
  if (once)
    for (const { id } of await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(inArray(outbox.id, [...rows.keys()])))
      rows.delete(id);
  if (rows.size === 0) return;
  await tx.insert(outbox).values([...rows.values()]);
  for (const id of rows.keys()) await enqueue(tx, { name: sendMail } as Job<{ id: string }>, { id });
}

/** The same words are the same UUID (of version 8: by our own rule). */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
