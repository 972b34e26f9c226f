import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { publicPagesChannel } from '../public-pages.ts';
import { etagOf, isKnown } from './etag.ts';

const maxEntries = 2000;
const maxBytes = 24 * 1_048_576;
const maxRemembered = 500;
/** Types of which `vary` has to say that they come compressed or not. */
export const compressible = /^(text\/|application\/(json|xml|javascript)|image\/svg)/;

type Encoding = 'br' | 'gzip' | 'identity';

interface Kept {
  readonly etag: string;
  /** Of every encoding. */
  readonly headers: readonly string[];
  readonly compressible: boolean;
  /** In the encodings that somebody has asked for. */
  readonly bodies: Map<Encoding, Buffer>;
  /** What it shows changes by itself then. */
  readonly until: number;
}

/**
 * Whole public answers, rendered, and compressed as they were asked for. Keys are method-less URLs as asked. Answers come straight
 * from here, before the router. Nothing is kept while this process cannot hear of changes.
 */
export class PageCache {
  private readonly kept = new Map<string, Kept>();
  private readonly remembered = new Map<string, Promise<unknown>>();
  private bytes = 0;
  private generation = 0;
  private listening = false;
  private client: pg.Client | undefined;
  private closed = false;
  private retry: NodeJS.Timeout | undefined;

  /** Answers a request from memory; false when the router has to. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const kept = this.kept.get(request.url ?? '');
    if (!kept) return false;
    if (kept.until <= Date.now()) {
      this.drop(request.url ?? '', kept);
      return false;
    }
    if (isKnown(request.headers['if-none-match'], kept.etag)) {
      response.writeHead(304, kept.headers as string[]);
      response.end();
      return true;
    }
    const encoding = kept.compressible ? encodingOf(request.headers['accept-encoding']) : 'identity';
    const body = kept.bodies.get(encoding);
    if (!body) return false;
    response.writeHead(200, [...kept.headers, ...lengthOf(encoding, body)]);
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  /** A token to be given back to `keep`: what was rendered before a change is not kept after it. */
  begin(): number {
    return this.generation;
  }

  /** Keeps a page, and gives it as `accepted` asks for: who comes first gets it compressed like everybody after. */
  async keep(
    url: string,
    response: Response,
    {
      begun,
      accepted,
      until,
      body: given,
    }: {
      begun: number;
      accepted: string | undefined;
      until?: Date | undefined;
      /** The bytes of the response, where they are at hand. */
      body?: Uint8Array | undefined;
    },
  ): Promise<Response> {
    if (!this.listening || response.status !== 200 || url.length > 500) return response;
    const whole = given ?? new Uint8Array(await response.arrayBuffer());
    const kept = this.keptOf(url, {
      response,
      whole: Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength),
      until: until?.getTime() ?? Number.POSITIVE_INFINITY,
    });
    const encoding = kept.compressible ? encodingOf(accepted) : 'identity';
    const body =
      kept.bodies.get(encoding) ?? (await compress(encoding, kept.bodies.get('identity') as Buffer));
    if (begun === this.generation && this.listening) this.put(url, kept, { encoding, body });
    const headers = [...kept.headers, ...lengthOf(encoding, body)];
    const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : []));
    return new Response(body as BodyInit, { headers: pairs as [string, string][] });
  }

  /**
   * A value made of public data alone, made once and remembered like a page, also when many ask at a time. Its making begins
   * after it has its place, so that a change during the making forgets it.
   */
  remember<T>(name: string, make: () => Promise<T>): Promise<T> {
    if (!this.listening) return make();
    const found = this.remembered.get(name);
    if (found) return found as Promise<T>;
    if (this.remembered.size >= maxRemembered) this.remembered.clear();
    const made = Promise.resolve().then(make);
    this.remembered.set(name, made);
    made.catch(() => {
      if (this.remembered.get(name) === made) this.remembered.delete(name);
    });
    return made;
  }

  forget(): void {
    this.generation += 1;
    this.kept.clear();
    this.remembered.clear();
    this.bytes = 0;
  }

  /** Listens for changes; reconnects by itself, keeping nothing in between. */
  async listen(db: Database): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      ...db.owner.options,
      application_name: 'tsunagi-pages',
    } as pg.ClientConfig);
    const lost = () => {
      if (this.client !== client) return;
      this.listening = false;
      this.forget();
      this.client = undefined;
      client.end().catch(() => {});
      if (!this.closed) this.retry = setTimeout(() => this.listen(db).catch(() => {}), 1000);
    };
    this.client = client;
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.forget());
    try {
      await client.connect();
      await client.query(`listen ${publicPagesChannel}`);
      this.forget();
      this.listening = true;
    } catch {
      lost();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  /** The same answer that is kept already, to be given another encoding, or a new one. */
  private keptOf(
    url: string,
    { response, whole, until }: { response: Response; whole: Buffer; until: number },
  ): Kept {
    const etag = response.headers.get('etag') ?? etagOf(whole);
    const before = this.kept.get(url);
    if (before?.etag === etag && before.until === until) {
      before.bodies.set('identity', before.bodies.get('identity') ?? whole);
      return before;
    }
    response.headers.set('etag', etag);
    response.headers.set('cache-control', 'no-cache');
    response.headers.append('vary', 'Accept-Encoding');
    const headers: string[] = [];
    response.headers.forEach((value, key) => headers.push(key, value));
    return {
      etag,
      headers,
      compressible: compressible.test(response.headers.get('content-type') ?? ''),
      bodies: new Map([['identity', whole]]),
      until,
    };
  }

  private put(url: string, kept: Kept, { encoding, body }: { encoding: Encoding; body: Buffer }): void {
    const before = this.kept.get(url);
    if (before) this.drop(url, before);
    kept.bodies.set(encoding, body);
    this.makeRoom(sizeOf(kept));
    this.kept.set(url, kept);
    this.bytes += sizeOf(kept);
  }

  private makeRoom(size: number): void {
    for (const [url, oldest] of this.kept) {
      if (this.kept.size < maxEntries && this.bytes + size <= maxBytes) return;
      this.drop(url, oldest);
    }
  }

  private drop(url: string, kept: Kept): void {
    this.kept.delete(url);
    this.bytes -= sizeOf(kept);
  }
}

function sizeOf({ bodies }: Kept): number {
  let size = 0;
  for (const body of bodies.values()) size += body.byteLength;
  return size;
}

function encodingOf(accepted: string | string[] | undefined): Encoding {
  const text = typeof accepted === 'string' ? accepted : '';
  return text.includes('br') ? 'br' : text.includes('gzip') ? 'gzip' : 'identity';
}

function lengthOf(encoding: Encoding, body: Buffer): string[] {
  const length = ['content-length', String(body.byteLength)];
  return encoding === 'identity' ? length : ['content-encoding', encoding, ...length];
}

/** Pages as small as they get; of the large answers to programs the last per cent is not worth the time. */
async function compress(encoding: Encoding, body: Buffer): Promise<Buffer> {
  const thorough = body.byteLength < 65_536;
  if (encoding === 'gzip') return promisify(gzip)(body, { level: thorough ? 9 : 6 });
  return promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: thorough ? 9 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}
