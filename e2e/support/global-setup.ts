import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../scripts/browser.ts';
import { copyFolder, launch, startScript, temporaryFolder } from './tsunagi.ts';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
  }
}

/** Once per run: find the browser, start as an operator does and load the demo world, and start the server that reading journeys share, in two processes. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  const demoWorld = await temporaryFolder();
  const loading = await launch({ env: {}, dataDir: demoWorld, keep: true, script: startScript });
  const ended = await loading.stop();
  if (ended !== 0)
    throw new Error(`what had just loaded the demo world ended with ${ended}:\n${loading.output()}`);
  const dataDir = await temporaryFolder();
  copyFolder(demoWorld, dataDir);
  const shared = await launch({
    env: { PROCESSES: '2' },
    dataDir,
    keep: false,
    script: startScript,
  });
  project.provide('demoWorld', demoWorld);
  project.provide('sharedUrl', shared.url);
  return async () => {
    await shared.stop();
    await rm(demoWorld, { recursive: true, force: true });
  };
}
