import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const executables = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const packages = ['chromium', 'fonts-noto-cjk'];

export const advice =
  'The browser tests need Chromium or Chrome. On Debian or Ubuntu: sudo apt-get install chromium fonts-noto-cjk. ' +
  'Elsewhere install Chrome, or name an executable: CHROMIUM=/path/to/chrome npm test';

interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
  /** Installs Debian packages, where this process may; undefined where it may not. */
  readonly install: ((names: readonly string[]) => void) | undefined;
}

/** The browser of this machine: CHROMIUM, then one that is installed, then Debian's, which root installs through apt. */
export function findChromium(machine: Machine = thisMachine()): string {
  const { environment, isExecutable, install } = machine;
  const named = environment['CHROMIUM'];
  if (named && !isExecutable(named)) throw new Error(`CHROMIUM names ${named}, which cannot be run.`);
  if (named) return named;
  const found = search(machine);
  if (found) return found;
  if (!install) throw new Error(advice);
  install(packages);
  const installed = search(machine);
  if (!installed) throw new Error(advice);
  return installed;
}

function search({ environment, isExecutable }: Machine): string | undefined {
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...onPath, ...folders].flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...executables].find(isExecutable);
}

function thisMachine(): Machine {
  const mayInstall = process.getuid?.() === 0 && canRun('/usr/bin/apt-get');
  return { environment: process.env, isExecutable: canRun, install: mayInstall ? installWithApt : undefined };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt(wanted: readonly string[]): void {
  console.log(`No browser found: installing ${wanted.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
    env,
    stdio: 'inherit',
  });
}
