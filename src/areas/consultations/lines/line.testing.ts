import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived at LINE: shown to a person by a reply or a push. */
export interface Arrived {
  readonly how: 'reply' | 'push';
  readonly to: string;
  readonly retryKey: string | undefined;
  readonly messages: readonly LineShown[];
}

export type LineShown = Record<string, unknown> & { readonly type: string };

/** What LINE does with the next request, once. `lost`: it arrives, but no answer comes back. `hang`: neither. */
export type Mood =
  | { readonly status: number; readonly message?: string; readonly retryAfter?: number }
  | 'lost'
  | 'hang';

/** A LINE of our own on this machine: takes replies once by their token, and pushes once by their retry key, as LINE does. */
export interface FakeLine {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Moods of the requests to come; afterwards it is well. */
  readonly moods: Mood[];
  /** Every request that sends, whatever became of it. */
  readonly requests: { readonly path: string; readonly retryKey: string | undefined }[];
  endpoint: { endpoint: string; active: boolean } | undefined;
  reaches: boolean;
  readonly token: string;
  stop(): Promise<void>;
}

export async function startFakeLine(token = 'token-'.padEnd(60, 'x')): Promise<FakeLine> {
  const used = new Set<string>();
  const server = createServer((request, response) => void take({ line, used }, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: FakeLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: [],
    moods: [],
    requests: [],
    endpoint: undefined,
    reaches: true,
    token,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return line;
}

type Reply = (status: number, body: unknown, headers?: Record<string, string>) => void;
type Here = { readonly line: FakeLine; readonly used: Set<string> };

async function take(here: Here, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { line } = here;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const path = request.url ?? '';
  const answer: Reply = (status, body, headers = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
  if (request.headers.authorization !== `Bearer ${line.token}`)
    return answer(401, { message: 'Authentication failed' });
  if (path === '/v2/bot/channel/webhook/endpoint')
    return line.endpoint ? answer(200, line.endpoint) : answer(404, { message: 'Not found' });
  if (path === '/v2/bot/channel/webhook/test') return answer(200, { success: line.reaches, statusCode: 200 });
  const retryKey = request.headers['x-line-retry-key'] as string | undefined;
  line.requests.push({ path, retryKey });
  const mood = line.moods.shift();
  if (mood === 'hang') return;
  if (typeof mood === 'object') {
    const headers: Record<string, string> = mood.retryAfter ? { 'retry-after': String(mood.retryAfter) } : {};
    return answer(mood.status, { message: mood.message ?? '' }, headers);
  }
  const how = path.endsWith('/reply') ? 'reply' : 'push';
  const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
  arrive(here, { how, retryKey, body }, mood === 'lost' ? () => {} : answer);
}

function arrive(
  { line, used }: Here,
  sent: { how: 'reply' | 'push'; retryKey: string | undefined; body: Record<string, unknown> },
  answer: Reply,
): void {
  const { how, retryKey, body } = sent;
  const once = how === 'reply' ? `reply:${String(body['replyToken'])}` : `push:${retryKey}`;
  if (used.has(once))
    return how === 'reply'
      ? answer(400, { message: 'Invalid reply token' })
      : answer(409, { message: 'The retry key is already accepted' });
  used.add(once);
  const to = String(body['to'] ?? body['replyToken']);
  line.arrived.push({ how, to, retryKey, messages: body['messages'] as LineShown[] });
  answer(200, { sentMessages: [] });
}

/** As LINE signs: HMAC-SHA256 of the raw body with the channel secret, in Base64. */
export function signed(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

export const exampleSecret = '0123456789abcdef0123456789abcdef';
export const exampleUser = `U${'a1'.repeat(16)}`;

let told = 0;

/** An event in LINE's official shape; what is given replaces or adds. */
export function lineEvent(
  type: string,
  change: Record<string, unknown> = {},
  { userId = exampleUser, at = new Date() }: { userId?: string; at?: Date } = {},
): Record<string, unknown> {
  told += 1;
  return {
    type,
    mode: 'active',
    timestamp: at.getTime(),
    source: { type: 'user', userId },
    webhookEventId: `01H${String(told).padStart(23, '0')}`,
    deliveryContext: { isRedelivery: false },
    ...(['unfollow', 'unsend'].includes(type) ? {} : { replyToken: `reply-${told}-${crypto.randomUUID()}` }),
    ...change,
  };
}

export function textEvent(text: string, options?: { userId?: string; at?: Date; id?: string }) {
  const message = { type: 'text', id: options?.id ?? String(500_000 + told), quoteToken: 'q', text };
  return lineEvent('message', { message }, options);
}

export function pressEvent(data: string, options?: { userId?: string; at?: Date }) {
  return lineEvent('postback', { postback: { data } }, options);
}

export function lineBody(...events: readonly Record<string, unknown>[]): string {
  return JSON.stringify({ destination: `U${'0'.repeat(32)}`, events });
}

/** All words of a message, as a person reads them, and where its buttons lead. */
export function wordsOf(message: LineShown): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string' && ['text', 'label', 'uri', 'data'].includes(key)) found.push(value);
    else if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (value && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) walk(each, name);
  };
  walk(message, '');
  return found.join(' ');
}
