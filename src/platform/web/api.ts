import type { Context } from 'hono';
import type { ErrorKind } from './app.ts';
import { etagOf, isKnown } from './etag.ts';

/** What an API route gives back; the router makes the response of it: open to every origin, with an ETag, 304 where it is known. */
export interface ApiAnswer {
  readonly status?: 200 | 400 | 404;
  /** Whole, or a stream that is written as it is made: such a one has no ETag and is never kept. */
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** False: left nowhere, because it answers words that somebody typed. */
  readonly keep?: boolean;
}

/** One thing that is wrong with a request. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly detail: string;
}

/** Everybody's program may read it, from a page of any origin. */
const openHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};
const allowed = 'GET, HEAD, OPTIONS';

/** Marks the request as an API's, answers what is no reading, and opens every answer, errors too. */
export async function asApi(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  c.set('api', true);
  if (c.req.method === 'OPTIONS')
    return new Response(null, {
      status: 204,
      headers: {
        ...openHeaders,
        allow: allowed,
        'access-control-allow-methods': allowed,
        'access-control-allow-headers': 'Accept, If-None-Match',
        'access-control-max-age': '86400',
      },
    });
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const response = problem({ status: 405, title: 'Method not allowed', detail: `Use ${allowed}.` });
    response.headers.set('allow', allowed);
    return response;
  }
  await next();
  for (const [name, value] of Object.entries(openHeaders)) c.res.headers.set(name, value);
  return undefined;
}

export function isApi(c: Context): boolean {
  return c.get('api') === true;
}

/** 400, naming each parameter that is wrong and why. */
export function badRequest(problems: readonly ParameterProblem[]): ApiAnswer {
  const detail = problems.map((each) => `${each.parameter}: ${each.detail}`).join('; ');
  const body = { type: 'about:blank', title: 'Bad request', status: 400, detail, errors: problems };
  return { status: 400, body: JSON.stringify(body), type: problemType };
}

const kinds: Record<ErrorKind, { status: number; title: string; detail: string }> = {
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing public at this address.' },
  forbidden: { status: 403, title: 'Forbidden', detail: 'This is not public.' },
  conflict: { status: 409, title: 'Conflict', detail: 'It changed meanwhile. Ask again.' },
  'too-large': { status: 413, title: 'Too large', detail: 'The request is too large.' },
  'too-many': { status: 429, title: 'Too many requests', detail: 'Wait a minute, then ask again.' },
  broken: { status: 500, title: 'Internal error', detail: 'The error is ours. Tell us its id.' },
};

/** What the router's errors are to a program. */
export function apiError(kind: ErrorKind, id?: string): Response {
  const response = problem({ ...kinds[kind], ...(id ? { id } : {}) });
  if (kind === 'too-many') response.headers.set('retry-after', '60');
  return response;
}

/** Problem details as RFC 9457 says them. */
const problemType = 'application/problem+json';

function problem(said: { status: number; title: string; detail: string; id?: string }): Response {
  return new Response(JSON.stringify({ type: 'about:blank', ...said }), {
    status: said.status,
    headers: { ...openHeaders, 'content-type': problemType, 'cache-control': 'no-store' },
  });
}

export function apiResponse(c: Context, answer: ApiAnswer): Response {
  const { body, status = 200 } = answer;
  const headers = new Headers({
    ...openHeaders,
    'content-type': answer.type ?? 'application/json',
    ...answer.headers,
  });
  if (answer.keep === false || status !== 200 || body instanceof ReadableStream)
    headers.set('cache-control', 'no-store');
  if (status === 200 && !(body instanceof ReadableStream)) {
    const etag = etagOf(body);
    headers.set('etag', etag);
    if (isKnown(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  }
  return new Response(body as BodyInit, { status, headers });
}
