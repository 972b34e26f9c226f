import { StartError } from '#platform/errors.ts';
import { rotateCommand } from '#platform/vault/command.ts';
import { keyPlaces } from '#src/keys.ts';

try {
  if (!(await rotateCommand(process.env, console.log, keyPlaces))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
