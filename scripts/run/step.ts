import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** One tool of the check, run with this same Node. */
export interface Step {
  readonly name: string;
  /** A file to run with Node, and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Where the tests of this step leave their report, if it runs tests. */
  readonly report?: string;
  /** Runs alone: it needs both processors or keeps them busy. */
  readonly alone?: boolean;
}

export interface Outcome {
  readonly step: Step;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: number;
}

export const root = resolve(import.meta.dirname, '../..');

export async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, step.command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const passed = await new Promise<boolean>((done) => {
    child.on('error', (error) => {
      output += String(error);
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
  return { step, passed, output, seconds: (performance.now() - started) / 1000 };
}

/** Tools start tools by name, so the project's own come first on the path; colours only clutter a log. */
function environment(): NodeJS.ProcessEnv {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: `${resolve(root, 'node_modules/.bin')}${separator}${process.env['PATH'] ?? ''}`,
    NO_COLOR: '1',
  };
}
