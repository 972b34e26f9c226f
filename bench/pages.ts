import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { LiveHub } from '#platform/live/hub.ts';
import { makeLog } from '#platform/log.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';
import { tsunagi } from '#src/app.tsx';
import { median } from './outcome.ts';

/** The product in this process, without its page cache: every page is read and rendered anew. */
export interface Pages {
  readonly db: Database;
  readonly vault: Vault;
  readonly render: (path: string, asked?: Asked) => Promise<number>;
}

interface Asked {
  readonly cookie?: string;
  /** Posted, as from a page of ours. */
  readonly form?: Readonly<Record<string, string>>;
}

/** `asOwner`: every statement is the owner's, for measuring what row-level security costs. */
export async function openPages(url: string, folder: string, { asOwner = false } = {}): Promise<Pages> {
  const opened = openDatabase(url);
  const db = asOwner ? { ...opened, pool: opened.owner } : opened;
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: folder, REQUESTS_PER_MINUTE: '1000000' });
  const secretKey = createHash('sha256').update('bench').digest();
  const vault = makeVault(secretKey);
  const { hono } = await tsunagi({
    db,
    tools: {
      config,
      log: makeLog('silent'),
      files: { folder: join(folder, 'files') },
      publicUrl: 'http://localhost',
      secretKey,
      vault,
      live: new LiveHub(),
    },
  });
  const render = async (path: string, { cookie, form }: Asked = {}) => {
    const started = performance.now();
    const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) };
    const response = await hono.request(path, {
      headers,
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const text = await response.text();
    if (response.status !== 200 || text.length < 1000) throw new Error(`${path} answered ${response.status}`);
    return performance.now() - started;
  };
  return { db, vault, render };
}

/** Milliseconds of one thing in each place, taken in turns so that both see the same machine. */
export async function compare(
  places: readonly Pages[],
  measure: (place: Pages) => Promise<number>,
  { turns, warmUp }: { turns: number; warmUp: number },
): Promise<number[]> {
  const times: number[][] = places.map(() => []);
  for (let turn = -warmUp; turn < turns; turn += 1)
    for (const [at, place] of places.entries()) {
      const took = await measure(place);
      if (turn >= 0) times[at]?.push(took);
    }
  return times.map(median);
}
