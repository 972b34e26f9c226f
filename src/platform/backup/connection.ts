import pg from 'pg';
import { explainServer } from '../database/server-fit.ts';
import { steadyText } from './catalog.ts';

/** Runs `work` on one connection of the owner, which is closed whatever happens. */
export async function withOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-backup' });
  // A connection that breaks fails the statement that is running; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect().catch((error: unknown) => {
    throw explainServer(error);
  });
  try {
    await client.query(steadyText);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
