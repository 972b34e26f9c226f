import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { startTsunagi, temporaryFolder } from './support/tsunagi.ts';

describe('starting and ending', () => {
  test('a signal ends the product cleanly, and it starts again on what it left', async () => {
    const dataDir = await temporaryFolder();
    try {
      const first = await startTsunagi({ from: 'none', dataDir });
      expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
      expect(await first.stop()).toBe(0);
      const second = await startTsunagi({ from: 'none', dataDir });
      expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
      expect(await second.stop()).toBe(0);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('two servers on copies of the demo world do not know each other', async () => {
    const [one, other] = await Promise.all([startTsunagi(), startTsunagi()]);
    try {
      expect(one.url).not.toBe(other.url);
      for (const { url } of [one, other]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });

  test('a bad setting is one clear line', async () => {
    await expect(startTsunagi({ from: 'none', env: { PORT: 'many' } })).rejects.toThrow(
      /ended with 1 .*\nBad setting: PORT/,
    );
  });
});
