import { spawn } from 'node:child_process';
import type { DatabaseUser } from './database-user.ts';

interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly user: DatabaseUser | undefined;
  readonly cwd?: string;
  readonly input?: string;
}

export interface Ended {
  /** Exit status; -1 when the program could not be started or was killed. */
  readonly status: number;
  readonly output: string;
}

/** What PostgreSQL's programs see of our environment: no setting of the person who starts us reaches the database. */
export const programEnvironment = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: '',
  LANG: 'C',
  TZ: 'UTC',
  ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
};

/** Runs a program to its end, with both outputs in one text. Never throws. */
export function runProgram({ file, args, user, cwd, input }: Program): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(file, args, {
      ...user,
      ...(cwd ? { cwd } : {}),
      env: programEnvironment,
      stdio: 'pipe',
    });
    let output = '';
    const gather = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.stdin.on('error', () => {});
    child.on('error', (error: NodeJS.ErrnoException) =>
      done({ status: -1, output: `${output}${error.code ?? error.message}` }),
    );
    child.on('close', (status) => done({ status: status ?? -1, output }));
    child.stdin.end(input ?? '');
  });
}
