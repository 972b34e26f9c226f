import { StartError } from '#platform/errors.ts';
import { mailInCommand } from '#areas/consultations/mails/command.ts';

/** EX_TEMPFAIL of sysexits: the mail server keeps the message and tries again. */
const tryAgain = 75;

try {
  await mailInCommand(process.env, process.stdin, process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof StartError ? error.message : 'The mail could not be taken; try again later.',
  );
  process.exitCode = tryAgain;
}
