import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openDatabase } from '#platform/database/database.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { copyOfDemo, startTsunagi, type Tsunagi } from './tsunagi.ts';

/** The product beside a database that the journey can reach, so that a desk is open at whatever hour it is walked. */
export interface DeskWorld {
  readonly tsunagi: Tsunagi;
  readonly url: string;
  /** Opens all doors of a desk at these Tokyo times, every day; absent: day and night. */
  readonly openDesk: (code: string, hours?: { opens: string; closes: string }) => Promise<void>;
  readonly query: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

export const staff = {
  women: 'josei-sodan@example.jp',
  womenSupervisor: 'josei-sv@example.jp',
  life: 'inochi-sodan@example.jp',
  livelihood: 'kurashi-sodan@example.jp',
} as const;

export async function startDeskWorld(settings: Readonly<Record<string, string>> = {}): Promise<DeskWorld> {
  const dataDir = await copyOfDemo();
  const server = await startEmbedded({ dataDir, durable: false });
  const secret = await readFile(join(dataDir, 'secret.key'), 'utf8');
  const env = { ...settings, DATABASE_URL: server.url, SECRET_KEY: secret };
  const tsunagi = await startTsunagi({ from: 'none', env });
  const db = openDatabase(server.url);
  // Row-level security holds for the owner too: the journey says who it is.
  const query = async (text: string, values: unknown[] = []) => {
    const client = await db.owner.connect();
    try {
      await client.query(`select set_config('app.system', 'e2e', false)`);
      return (await client.query(text, values)).rows;
    } finally {
      client.release(true);
    }
  };
  return {
    tsunagi,
    url: tsunagi.url,
    query,
    openDesk: async (code, hours) => {
      const rules = hours ? [{ days: [1, 2, 3, 4, 5, 6, 7], ...hours }] : [];
      const open = { alwaysOpen: !hours, rules, publicHolidays: 'same', closures: [], exceptions: [] };
      await query(
        `update desks set settings = jsonb_set(settings, '{doors}', (select jsonb_object_agg(key, value || $2::jsonb)
          from jsonb_each(settings -> 'doors'))) where code = $1`,
        [code, JSON.stringify({ open: true, hours: open })],
      );
    },
    stop: async () => {
      await db.close();
      await tsunagi.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The words of a conversation as a page shows them, each with who said it; waits until the page shows any and has come wholly. */
export async function wordsOf(page: Page, name: string): Promise<string[]> {
  const items = page.getByRole('list', { name, exact: true }).getByRole('listitem');
  await items.first().waitFor();
  await page.waitForLoadState();
  return (await items.allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/** Somebody without an account writes their first words to a desk; gives their number and passphrase. */
export async function beginTalk(
  page: Page,
  { url, desk, text }: { url: string; desk: string; text: string },
): Promise<{ number: string; passphrase: string }> {
  await page.goto(`${url}/talk/${desk}`);
  await page.getByLabel(/いま、どんなことで/).fill(text);
  await page.getByRole('button', { name: '話しはじめる' }).click();
  const [number, passphrase] = [page.getByRole('definition').nth(0), page.getByRole('definition').nth(1)];
  return {
    number: (await number.textContent())?.trim() ?? '',
    passphrase: (await passphrase.textContent())?.trim() ?? '',
  };
}
