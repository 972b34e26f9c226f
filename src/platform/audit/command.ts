import { resolve } from 'node:path';
import { system } from '../access.ts';
import { readConfig } from '../config.ts';
import { inTransaction, openDatabase } from '../database/database.ts';
import { openExisting } from '../database/existing.ts';
import { explainServer } from '../database/server-fit.ts';
import { verifyLedger } from './ledger.ts';

/** `npm run audit:verify`: also while the app runs. Says one line; true when every link of the ledger holds. */
export async function verifyCommand(
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<boolean> {
  const config = readConfig(environment);
  const existing = await openExisting(config, resolve(config.DATA_DIR));
  const db = openDatabase(existing.url, { connections: 1 });
  try {
    const found = await inTransaction(db, system('audit.verify'), verifyLedger);
    say(
      found.intact
        ? `The ledger is intact: ${found.events} events.`
        : `The ledger is broken at event ${found.position}: ${found.why}.`,
    );
    return found.intact;
  } catch (error) {
    throw explainServer(error);
  } finally {
    await db.close();
    await existing.stop();
  }
}
