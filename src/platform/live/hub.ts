import pg from 'pg';
import type { Database } from '../database/database.ts';
import { liveChannel } from './announce.ts';

/** While nothing can be heard, everybody looks by themselves this often (ms). */
const deafPause = 2000;

export interface Watcher {
  readonly topics: readonly string[];
  /** Something may be new: look. */
  readonly wake: () => void;
  /** The process ends. */
  readonly end: () => void;
}

/** The open live pages of this process, woken by topics that any process announces. */
export class LiveHub {
  private readonly byTopic = new Map<string, Set<Watcher>>();
  private readonly all = new Set<Watcher>();
  private client: pg.Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  get watchers(): number {
    return this.all.size;
  }

  watch(watcher: Watcher): () => void {
    this.all.add(watcher);
    for (const topic of watcher.topics) {
      const watchers = this.byTopic.get(topic) ?? new Set();
      this.byTopic.set(topic, watchers.add(watcher));
    }
    return () => {
      this.all.delete(watcher);
      for (const topic of watcher.topics) {
        const watchers = this.byTopic.get(topic);
        watchers?.delete(watcher);
        if (watchers?.size === 0) this.byTopic.delete(topic);
      }
    };
  }

  /** Listens for announcements; reconnects by itself, and lets everybody look after a silence. */
  async listen(db: Database): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      ...db.owner.options,
      application_name: 'tsunagi-live',
    } as pg.ClientConfig);
    const lost = () => {
      if (this.client !== client) return;
      this.client = undefined;
      client.end().catch(() => {});
      this.wakeAll();
      if (!this.closed) this.retry = setTimeout(() => this.listen(db).catch(() => {}), deafPause);
    };
    this.client = client;
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => {
      for (const watcher of this.byTopic.get(payload ?? '') ?? []) watcher.wake();
    });
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      this.wakeAll();
    } catch {
      lost();
    }
  }

  /** Ends every open page and stops listening. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    for (const watcher of this.all) watcher.end();
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => {});
  }

  private wakeAll(): void {
    for (const watcher of this.all) watcher.wake();
  }
}
