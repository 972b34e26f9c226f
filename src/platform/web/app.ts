import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { anonymous, type Permission, type Role } from '../access.ts';
import type { Database } from '../database/database.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import type { Text } from '../i18n.ts';
import { inSources } from '../source-frames.ts';
import { apiError, apiResponse, asApi, isApi } from './api.ts';
import { type Cookies, cookiesFor } from './cookies.ts';
import { isStaffPath, makeApiVisit, makeVisit, whoIs } from './make-visit.ts';
import { compressible, PageCache } from './page-cache.ts';
import type { Route } from './routes.ts';
import {
  bodyWithin,
  clientOf,
  RateLimit,
  refuseForeignPost,
  securityHeaders,
  strictTransport,
} from './security.ts';
import type { AssetFile, Assets, Site, View } from './view.ts';
import type { Page, Tools } from './visit.ts';

/** What kind of page stands in for the one asked for. */
export type ErrorKind = 'not-found' | 'forbidden' | 'conflict' | 'too-large' | 'too-many' | 'broken';

export interface AppParts {
  readonly db: Database;
  readonly tools: Tools;
  readonly routes: readonly Route[];
  readonly roles: readonly Role[];
  /** Staff navigation: each item is shown to those who hold its permission. */
  readonly navigation: readonly {
    readonly href: string;
    readonly label: Text;
    readonly permission: Permission;
  }[];
  readonly publicNavigation: readonly { readonly href: string; readonly label: Text }[];
  /** At the end of every public page. */
  readonly publicFooter?: readonly { readonly href: string; readonly label: Text }[];
  readonly assets: Assets;
  readonly assetFiles: ReadonlyMap<string, AssetFile>;
  readonly site: () => Promise<Site>;
  readonly errorPage: (view: View, kind: ErrorKind, id?: string) => Page;
  /** Where somebody without a session is sent when a page asks for one. */
  readonly signInUrl: (next: string) => string;
}

export interface App {
  readonly hono: Hono;
  readonly cache: PageCache;
}

export interface Frame extends AppParts {
  readonly cookies: Cookies;
  readonly cache: PageCache;
}

/** Middleware, the routes, and the one place where thrown things become pages. */
export function createApp(parts: AppParts): App {
  const frame: Frame = { ...parts, cookies: cookiesFor(parts.tools.publicUrl), cache: new PageCache() };
  const hono = new Hono({ strict: false });
  const requests = new RateLimit(parts.tools.config.REQUESTS_PER_MINUTE);
  const posts = new RateLimit(Math.ceil(parts.tools.config.REQUESTS_PER_MINUTE / 5));
  const https = parts.tools.publicUrl.startsWith('https:');

  hono.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (https) for (const [name, value] of Object.entries(strictTransport)) c.res.headers.set(name, value);
  });
  hono.use(compress());
  hono.get('/healthz', (c) => c.text('ok'));
  hono.get('/readyz', async (c) => {
    const ready = await parts.db.pool.query('select 1').then(
      () => true,
      () => false,
    );
    return ready ? c.text('ready') : c.text('not ready', 503);
  });
  hono.get('/assets/*', (c) => asset(parts.assetFiles, c.req.path, c.req.header('accept-encoding') ?? ''));
  for (const route of parts.routes) if (route.answer.to === 'programs') hono.use(route.pattern, asApi);
  for (const route of parts.routes) if (route.answer.to === 'systems') mountHook(hono, frame, route);
  hono.use(async (c, next) => {
    const now = new Date();
    const client = clientOf(c, parts.tools.config.TRUSTED_PROXIES);
    if (!requests.allows(client, now) || (c.req.method === 'POST' && !posts.allows(client, now)))
      return errorResponse(frame, c, 'too-many');
    return next();
  });
  for (const route of parts.routes) if (route.answer.to !== 'systems') mount(hono, frame, route);
  hono.notFound((c) => errorResponse(frame, c, 'not-found'));
  hono.onError((error, c) => answerError(frame, c, error));
  return { hono, cache: frame.cache };
}

/** Before the counting of requests: a sender whose signatures are right may send as much as it has to say. */
function mountHook(hono: Hono, frame: Frame, route: Route): void {
  const wrong = new RateLimit(Math.ceil(frame.tools.config.REQUESTS_PER_MINUTE / 5));
  const size = bodyWithin(route.maxBody, (c) => c.body(null, 413));
  hono.post(route.pattern, size, async (c) => {
    if (route.answer.to !== 'systems') throw new NotFound('hook');
    const client = clientOf(c, frame.tools.config.TRUSTED_PROXIES);
    if (wrong.isUsedUp(client, new Date())) return c.body(null, 429);
    const body = Buffer.from(await c.req.arrayBuffer());
    const status = await route.answer.handle(makeApiVisit(frame, c) as never, body);
    if (status !== 200) wrong.allows(client, new Date());
    frame.tools.log.info({ route: `POST ${route.pattern}`, status }, 'hook');
    return c.body(null, status, { 'cache-control': 'no-store' });
  });
}

function mount(hono: Hono, frame: Frame, route: Route): void {
  const handlers =
    route.method === 'POST' ? [bodyWithin(route.maxBody, (c) => errorResponse(frame, c, 'too-large'))] : [];
  hono.on(route.method, [route.pattern], ...handlers, async (c) => {
    const started = performance.now();
    if (route.method === 'POST' && !route.secretUrl) refuseForeignPost(c, frame.tools.publicUrl);
    const begun = frame.cache.begin();
    const { response: made, ...about } = await answer(frame, route, c);
    const response = await keep(frame, route, c, made, { begun, ...about });
    frame.tools.log.info(
      {
        route: `${route.method} ${route.pattern}`,
        status: response.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    );
    return response;
  });
}

async function answer(
  frame: Frame,
  route: Route,
  c: Context,
): Promise<{ response: Response; until: Date | undefined; body?: Uint8Array | undefined }> {
  if (route.answer.to === 'programs') {
    const visit = makeApiVisit(frame, c);
    const data = await route.answer.handle(visit as never);
    const body = data.body instanceof Uint8Array ? data.body : undefined;
    return { response: apiResponse(c, data), until: visit.validUntil(), body };
  }
  if (route.answer.to === 'systems') throw new NotFound('page');
  const who = route.shared ? anonymous : await whoIs(frame, c);
  if (!route.permission.allows(who)) throw new Forbidden(route.permission.name);
  const visit = await makeVisit(frame, c, who, route.shared);
  const response = await route.answer.handle(visit as never);
  return { response, until: visit.validUntil() };
}

/** An answer that says how long it may be kept says it for this process too. */
async function keep(
  frame: Frame,
  route: Route,
  c: Context,
  response: Response,
  about: { begun: number; until: Date | undefined; body?: Uint8Array | undefined },
): Promise<Response> {
  if (response.headers.has('cache-control')) return varying(response);
  if (!route.kept || response.status !== 200) {
    response.headers.set('cache-control', route.kept && response.status === 304 ? 'no-cache' : 'no-store');
    return varying(response);
  }
  for (const [name, value] of Object.entries(securityHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  if (frame.tools.publicUrl.startsWith('https:'))
    for (const [name, value] of Object.entries(strictTransport)) response.headers.set(name, value);
  const url = new URL(c.req.url);
  const accepted = c.req.header('accept-encoding');
  return frame.cache.keep(`${url.pathname}${url.search}`, response, { ...about, accepted });
}

/** Said here, since `compress` would say it of a finished answer, and make a stream of its text for that. */
function varying(response: Response): Response {
  if (compressible.test(response.headers.get('content-type') ?? '') && !response.headers.has('vary'))
    response.headers.set('vary', 'Accept-Encoding');
  return response;
}

async function answerError(frame: Frame, c: Context, error: Error): Promise<Response> {
  if (error instanceof NotFound) return errorResponse(frame, c, 'not-found');
  if (error instanceof Conflict) return errorResponse(frame, c, 'conflict');
  if (error instanceof Forbidden) {
    const who = isApi(c) ? anonymous : await whoIs(frame, c);
    if (!isApi(c) && who.kind === 'anonymous' && c.req.method === 'GET')
      return c.redirect(frame.signInUrl(c.req.path), 303);
    return errorResponse(frame, c, 'forbidden');
  }
  const id = crypto.randomUUID();
  frame.tools.log.error({ id, route: `${c.req.method} ${c.req.routePath}`, stack: stackOf(error) }, 'bug');
  return errorResponse(frame, c, 'broken', id);
}

/** Frames of our own code only: the message of a database error may quote a row. */
function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.name})` : '';
  const lines = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return [`${error.name}${cause}`, ...lines.slice(0, 12).map(inSources)].join('\n');
}

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  broken: 500,
} as const;

async function errorResponse(frame: Frame, c: Context, kind: ErrorKind, id?: string): Promise<Response> {
  if (isApi(c)) return apiError(kind, id);
  try {
    const { view } = await makeVisit(frame, c, anonymous, !isStaffPath(c.req.path));
    const page = await frame.errorPage(view, kind, id).toString();
    return c.html(page, statusOf[kind]);
  } catch {
    return c.text(`${statusOf[kind]} ${kind} ${id ?? ''}`, statusOf[kind]);
  }
}

function asset(files: ReadonlyMap<string, AssetFile>, path: string, accepted: string): Response {
  const file = files.get(path);
  if (!file) throw new NotFound('asset');
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
  const body = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.bytes;
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  };
  if (encoding) headers['content-encoding'] = encoding;
  return new Response(body as BodyInit, { headers });
}
