import { resolve } from 'node:path';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/database/database.ts';
import { openExisting } from '#platform/database/existing.ts';
import { makeLog } from '#platform/log.ts';
import { addressOf } from '#platform/mail/outbox.ts';
import { readSecretKey } from '#platform/secret-key.ts';
import { openVault } from '#platform/vault/key-ring.ts';
import { takeRaw } from './jobs.ts';
import { mostBytes } from './parse.ts';

/** `npm run mail:in -- [ADDRESS …] < message.eml`: one MIME message, as a mail server pipes it. True: it was taken. */
export async function mailInCommand(
  environment: Readonly<Record<string, string | undefined>>,
  input: AsyncIterable<Buffer>,
  to: readonly string[],
): Promise<boolean> {
  const config = readConfig(environment);
  const dataDir = resolve(config.DATA_DIR);
  const raw = await readStart(input);
  const existing = await openExisting(config, dataDir);
  const db = openDatabase(existing.url, { connections: 1 });
  try {
    const vault = openVault(await readSecretKey({ given: config.SECRET_KEY, dataDir }), dataDir);
    const log = makeLog(config.LOG_LEVEL);
    return await takeRaw(db, { vault, raw, from: addressOf(config.MAIL_FROM), to, log });
  } finally {
    await db.close();
    await existing.stop();
  }
}

/** The beginning of a large message; the rest is read to its end, so that whoever pipes it is not cut off. */
async function readStart(input: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of input) {
    if (length < mostBytes) parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts).subarray(0, mostBytes);
}
