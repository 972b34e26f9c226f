import type { IncomingMessage, ServerResponse } from 'node:http';
import { system } from '../access.ts';
import { type Database, inTransaction } from '../database/database.ts';
import { tokyoDay } from '../dates.ts';
import { sectionLookedAt } from './rules.ts';
import { addViews } from './store.ts';

const flushMs = 60_000;
const counter = system('page-views.count');

/**
 * Counts looks at pages for everybody in this process, and adds them to the database every minute: a request waits for nothing. A
 * process that is killed loses what it counted since.
 */
export class PageViews {
  private counted = new Map<string, { day: string; section: string; n: number }>();

  private readonly sections: ReadonlySet<string>;

  constructor(sections: ReadonlySet<string>) {
    this.sections = sections;
  }

  /** To be called before a request is answered; it counts when the answer was a page. */
  watch({ method, url, headers }: IncomingMessage, response: ServerResponse): void {
    const section = sectionLookedAt(
      {
        method,
        url,
        accept: headers.accept,
        userAgent: headers['user-agent'],
        cookie: headers.cookie,
        purpose: String(headers['sec-purpose'] ?? ''),
      },
      this.sections,
    );
    if (section === undefined) return;
    response.once('finish', () => {
      if (response.statusCode === 200 || response.statusCode === 304) this.count(section, new Date());
    });
  }

  /** Every minute until it is closed, and once more then. */
  start(db: Database, failed: (error: unknown) => void): { readonly close: () => Promise<void> } {
    const timer = setInterval(() => void this.flush(db).catch(failed), flushMs).unref();
    return {
      close: async () => {
        clearInterval(timer);
        await this.flush(db).catch(failed);
      },
    };
  }

  /** What cannot be written is kept for the next time. */
  async flush(db: Database): Promise<void> {
    const taken = this.counted;
    if (taken.size === 0) return;
    this.counted = new Map();
    try {
      await inTransaction(db, counter, (tx) => addViews(tx, [...taken.values()]));
    } catch (error) {
      for (const { day, section, n } of taken.values()) this.add({ day, section, n });
      throw error;
    }
  }

  private count(section: string, now: Date): void {
    this.add({ day: tokyoDay(now), section, n: 1 });
  }

  private add(views: { day: string; section: string; n: number }): void {
    const key = `${views.day} ${views.section}`;
    const before = this.counted.get(key);
    if (before) before.n += views.n;
    else this.counted.set(key, views);
  }
}
