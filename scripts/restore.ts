import { restoreCommand } from '#platform/backup/command.ts';
import { StartError } from '#platform/errors.ts';

try {
  await restoreCommand(process.env, console.log, process.argv[2]);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
