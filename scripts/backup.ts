import { backupCommand } from '#platform/backup/command.ts';
import { StartError } from '#platform/errors.ts';

try {
  if (!(await backupCommand(process.env, console.log, process.argv[2]))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
