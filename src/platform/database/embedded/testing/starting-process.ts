/** A process for start.test.ts: starts and stops the database of the folder given, as server.ts would. */
import { StartError } from '../../../errors.ts';
import { startEmbedded } from '../start.ts';

try {
  const embedded = await startEmbedded({ dataDir: process.argv[2] as string });
  process.stdout.write('started\n');
  await embedded.stop();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
