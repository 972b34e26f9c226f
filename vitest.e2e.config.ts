import { defineConfig } from 'vitest/config';
import { keepFilesInMemory } from './scripts/run/in-memory.ts';

keepFilesInMemory();

export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/support/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    /** A page says what it says once it has come: what is asked of one waits for it. */
    expect: { poll: { timeout: 15_000, interval: 50 } },
  },
});
