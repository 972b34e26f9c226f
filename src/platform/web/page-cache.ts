import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { publicPagesChannel } from '../public-pages.ts';

const maxEntries = 2000;
const maxBytes = 128 * 1_048_576;
const compressible = /^(text\/|application\/(json|xml|javascript)|image\/svg)/;

interface Kept {
  readonly etag: string;
  readonly encodings: { readonly br: Encoded; readonly gzip: Encoded; readonly identity: Encoded };
  readonly size: number;
  /** What it shows changes by itself then. */
  readonly until: number;
}
interface Encoded {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/**
 * Whole public pages, rendered and compressed. Keys are method-less URLs as asked. Answers come straight from here, before the
 * router. Nothing is kept while this process cannot hear of changes.
 */
export class PageCache {
  private readonly kept = new Map<string, Kept>();
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
    if (request.headers['if-none-match'] === kept.etag) {
      response.writeHead(304, { etag: kept.etag, 'cache-control': 'no-cache' });
      response.end();
      return true;
    }
    const encoded = kept.encodings[encodingOf(request.headers['accept-encoding'])];
    response.writeHead(200, encoded.headers as string[]);
    response.end(request.method === 'HEAD' ? undefined : encoded.body);
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
    { begun, accepted, until }: { begun: number; accepted: string | undefined; until?: Date | undefined },
  ): Promise<Response> {
    if (!this.listening || response.status !== 200 || url.length > 500) return response;
    const kept = await encode(response, until?.getTime() ?? Number.POSITIVE_INFINITY);
    if (begun === this.generation && this.listening) {
      const before = this.kept.get(url);
      if (before) this.drop(url, before);
      this.makeRoom(kept.size);
      this.kept.set(url, kept);
      this.bytes += kept.size;
    }
    const { headers, body } = kept.encodings[encodingOf(accepted)];
    const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : []));
    return new Response(body as BodyInit, { headers: pairs as [string, string][] });
  }

  forget(): void {
    this.generation += 1;
    this.kept.clear();
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

  private makeRoom(size: number): void {
    for (const [url, oldest] of this.kept) {
      if (this.kept.size < maxEntries && this.bytes + size <= maxBytes) return;
      this.drop(url, oldest);
    }
  }

  private drop(url: string, kept: Kept): void {
    this.kept.delete(url);
    this.bytes -= kept.size;
  }
}

function encodingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | 'identity' {
  const text = typeof accepted === 'string' ? accepted : '';
  return text.includes('br') ? 'br' : text.includes('gzip') ? 'gzip' : 'identity';
}

async function encode(response: Response, until: number): Promise<Kept> {
  const body = Buffer.from(await response.arrayBuffer());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const small = !compressible.test(response.headers.get('content-type') ?? '');
  const [br, gz] = small
    ? [body, body]
    : await Promise.all([compressBrotli(body), promisify(gzip)(body, { level: 9 })]);
  const encoded = (name: string, bytes: Buffer): Encoded => {
    const headers: string[] = [];
    response.headers.forEach((value, key) => headers.push(key, value));
    headers.push(
      'etag',
      etag,
      'cache-control',
      'no-cache',
      'vary',
      'Accept-Encoding',
      'content-length',
      String(bytes.byteLength),
    );
    if (name !== 'identity' && !small) headers.push('content-encoding', name);
    return { headers, body: bytes };
  };
  const encodings = { br: encoded('br', br), gzip: encoded('gzip', gz), identity: encoded('identity', body) };
  return {
    etag,
    encodings,
    size: body.byteLength + (small ? 0 : br.byteLength + gz.byteLength),
    until,
  };
}

function compressBrotli(body: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  });
}
