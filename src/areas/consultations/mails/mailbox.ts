import { mostBytes } from './parse.ts';

/** Mails of one visit to a mailbox; what is left comes with the next. */
const most = 100;

/**
 * Reads what is new in a mailbox, the oldest first, and marks each as read once it was taken: what could not be taken stays new.
 * Of a large mail only its beginning is fetched.
 */
export async function readMailbox(
  address: string,
  take: (raw: Buffer) => Promise<void>,
): Promise<{ readonly taken: number }> {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  // Five megabytes, which only a product that fetches its mail needs.
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    socketTimeout: 60_000,
    connectionTimeout: 15_000,
  });
  // Told by `connect` and the commands as well; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  let taken = 0;
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
    try {
      const found = await client.search({ seen: false }, { uid: true });
      for (const uid of (found || []).slice(0, most)) {
        const mail = await client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true });
        if (!mail || !mail.source) continue;
        await take(mail.source);
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        taken++;
      }
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
  return { taken };
}
