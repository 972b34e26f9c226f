import type { HTTPFetchError, messagingApi } from '@line/bot-sdk';

/** What LINE takes as one message. */
export type LineMessage = messagingApi.Message;

/** How LINE answered a request that sends. */
export type LineAnswer =
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** token: the reply token was used or is too old. month: nothing more may be pushed this month. */
      readonly why?: 'token' | 'month' | undefined;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** It never got there. */
  | { readonly kind: 'unreached' }
  /** Nobody said anything: it may have arrived. */
  | { readonly kind: 'silent' };

/** A step of the test that failed, or ok. */
export type LineTest =
  | 'ok'
  | 'token'
  | 'unreachable'
  | 'webhook-missing'
  | 'webhook-off'
  | 'webhook-elsewhere'
  | 'webhook-failed';

/** LINE's Messaging API, as far as a desk needs it. */
export interface LineApi {
  reply(token: string, request: { replyToken: string; messages: LineMessage[] }): Promise<LineAnswer>;
  push(
    token: string,
    request: { to: string; messages: LineMessage[]; retryKey: string },
  ): Promise<LineAnswer>;
  /** Whether the token is right, our address is set and used, and LINE reaches it. */
  test(token: string, webhookUrl: string): Promise<LineTest>;
}

/** Longer than this nobody waits for LINE (ms). */
const patience = 8000;

/** Seven megabytes, which only a desk on LINE needs. */
const sdk = () => import('@line/bot-sdk');

/** By the official SDK; `baseUrl` is LINE's own unless a test says otherwise. */
export function lineApi({ baseUrl, waitMs = patience }: { baseUrl: string; waitMs?: number }): LineApi {
  const client = async (token: string) => {
    const { messagingApi: api } = await sdk();
    return new api.MessagingApiClient({ channelAccessToken: token, baseURL: baseUrl });
  };
  return {
    reply: async (token, { replyToken, messages }) =>
      answerOf((await client(token)).replyMessage({ replyToken, messages }), waitMs),
    push: async (token, { to, messages, retryKey }) =>
      answerOf((await client(token)).pushMessage({ to, messages }, retryKey), waitMs),
    test: async (token, webhookUrl) => testChannel(await client(token), webhookUrl, waitMs),
  };
}

async function answerOf(sending: Promise<unknown>, waitMs: number): Promise<LineAnswer> {
  try {
    return (await inTime(sending, waitMs)) === late ? { kind: 'silent' } : { kind: 'taken' };
  } catch (error) {
    const refused = await asRefusal(error);
    if (refused) return refusalOf(refused);
    return neverLeft.includes(causeOf(error)) ? { kind: 'unreached' } : { kind: 'silent' };
  }
}

async function asRefusal(error: unknown): Promise<HTTPFetchError | undefined> {
  return error instanceof (await sdk()).HTTPFetchError ? error : undefined;
}

function refusalOf({ status, body, headers }: HTTPFetchError): LineAnswer {
  const why = /invalid reply token/i.test(body)
    ? 'token'
    : status === 429 && /monthly limit/i.test(body)
      ? 'month'
      : undefined;
  const after = Number(headers.get('retry-after'));
  return { kind: 'refused', status, why, retryAfterSeconds: after > 0 ? after : undefined };
}

/** Failures before anything was sent. */
const neverLeft = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : '';
}

const late = Symbol('late');

async function inTime<T>(work: Promise<T>, waitMs: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), waitMs);
  });
  work.catch(() => {});
  return Promise.race([work, waiting]).finally(() => clearTimeout(timer));
}

async function testChannel(
  client: messagingApi.MessagingApiClient,
  webhookUrl: string,
  waitMs: number,
): Promise<LineTest> {
  try {
    const set = await inTime(client.getWebhookEndpoint(), waitMs);
    if (set === late) return 'unreachable';
    if (!set.endpoint) return 'webhook-missing';
    if (!set.active) return 'webhook-off';
    if (set.endpoint !== webhookUrl) return 'webhook-elsewhere';
    const asked = await inTime(client.testWebhookEndpoint({ endpoint: webhookUrl }), waitMs);
    return asked !== late && asked.success ? 'ok' : 'webhook-failed';
  } catch (error) {
    const { status } = (await asRefusal(error)) ?? {};
    if (status === 401 || status === 403) return 'token';
    return status === 404 ? 'webhook-missing' : 'unreachable';
  }
}
