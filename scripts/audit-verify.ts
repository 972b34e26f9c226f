import { verifyCommand } from '#platform/audit/command.ts';
import { StartError } from '#platform/errors.ts';

try {
  if (!(await verifyCommand(process.env, console.log))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
