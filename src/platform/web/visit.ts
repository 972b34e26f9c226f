import type { Context } from 'hono';
import type { z } from 'zod';
import type { PersonWho, Who } from '../access.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { FileStore } from '../files/store.ts';
import type { Lang } from '../i18n.ts';
import type { LiveHub } from '../live/hub.ts';
import type { Log } from '../log.ts';
import type { Vault } from '../vault/vault.ts';
import type { FormOutcome } from './form.ts';
import type { View } from './view.ts';

/** Things of the process that a handler may need besides the database. */
export interface Tools {
  readonly config: Config;
  readonly log: Log;
  readonly files: FileStore;
  /** Where people reach the product: https://… or http://localhost:3000. No slash at the end. */
  readonly publicUrl: string;
  /** Encrypts and signs what leaves the database; lies in the data folder. 32 bytes. */
  readonly secretKey: Buffer;
  /** Keys of what is sealed in the database. */
  readonly vault: Vault;
  readonly live: LiveHub;
}

/** HTML made by hono/jsx. */
export type Page = { toString(): string | Promise<string> };

/** One request, as the handler of an API sees it: there is no page, and nobody in particular asks. */
export interface ApiVisit<Params = unknown> {
  readonly c: Context;
  readonly db: Database;
  readonly who: Who;
  readonly now: Date;
  readonly params: Params;
  /** A query value, '' when absent. */
  readonly query: (name: string) => string;
  readonly tools: Tools;
  /** What is made of public data alone, made once and remembered in this process until `publicPagesChanged`. */
  readonly remember: <T>(name: string, make: () => Promise<T>) => Promise<T>;
  /** The answer changes by itself at this moment, data or not (a desk opens, a day ends): a kept one is kept until the earliest. */
  readonly changesAt: (moment: Date) => void;
}

/** One request, as the handler of a page sees it. */
export interface Visit<Params = unknown> extends ApiVisit<Params> {
  /** The signed-in person; throws Forbidden for anybody else. */
  readonly person: PersonWho;
  /** Who it is by now, for what stays open: somebody may have signed out, or lost a role. */
  readonly whoNow: () => Promise<Who>;
  readonly lang: Lang;
  readonly view: View;
  readonly form: <Schema extends z.ZodType>(schema: Schema) => Promise<FormOutcome<z.output<Schema>>>;
  /** Answers with a page; 422 for one that shows problems. */
  readonly page: (page: Page, status?: 200 | 201 | 403 | 404 | 409 | 410 | 422 | 429) => Promise<Response>;
  /** 303 to a URL of ours, in the same language, with a sentence to show there once. */
  readonly go: (url: string, notice?: string) => Response;
}
