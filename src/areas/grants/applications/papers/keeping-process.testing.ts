import { system } from '#platform/access.ts';
import { inTransaction, openDatabase } from '#platform/database/database.ts';
import { keepFile } from '#platform/files/store.ts';

/**
 * A process of its own that keeps a paper: its file lies on the disk, its record is written and not committed. There it says so and
 * waits to be killed. Arguments: database, folder of files, picture (base64).
 */
const [url = '', folder = '', picture = ''] = process.argv.slice(2);
const upload = { content: Buffer.from(picture, 'base64'), name: 'paper', maxBytes: 1_000 };
await inTransaction(openDatabase(url), system('grant-link'), async (tx) => {
  const kept = await keepFile(tx, { folder }, { ...upload, kinds: ['image/png'] });
  process.stdout.write(kept.ok ? kept.value.sha256 : kept.refusal);
  await new Promise<never>(() => setInterval(() => {}, 60_000));
});
