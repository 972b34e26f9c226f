import { defineConfig } from 'vitest/config';
import { keepFilesInMemory } from './scripts/run/in-memory.ts';

keepFilesInMemory();

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'seeds/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['src/platform/testing/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Files share what they import, which is most of the time of a file; each still has a database of its own.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
