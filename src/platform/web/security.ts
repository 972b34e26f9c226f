import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Forbidden } from '../errors.ts';

/** What a page needs beyond our own files; said by the one route that needs it. */
export interface PolicyNeeds {
  /** Another server whose pictures the page may show: `https://tiles.example.jp`. */
  readonly images?: string;
  /** The Trusted Types policy that the page's island may make; it passes nothing but constants of a library. */
  readonly trustedTypes?: string;
}

/** The content policy of a page. No inline script or style anywhere, so pages need no nonce and can be kept. */
export function contentPolicy({ images, trustedTypes = "'none'" }: PolicyNeeds = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${images ? ` ${images}` : ''}`,
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
}

/** On every answer that does not say otherwise itself. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Over HTTPS only. */
export const strictTransport = { 'strict-transport-security': 'max-age=31536000' };

/** A posted form has to come from one of our own pages, whatever its content type. */
export function refuseForeignPost(c: Context, publicUrl: string): void {
  const site = c.req.header('sec-fetch-site');
  if (site === 'same-origin') return;
  if (site === undefined) {
    const from = c.req.header('origin') ?? c.req.header('referer');
    const own = [publicUrl, new URL(c.req.url).origin].map((url) => new URL(url).origin);
    if (from && from !== 'null' && URL.canParse(from) && own.includes(new URL(from).origin)) return;
  }
  throw new Forbidden('own-page');
}

/** A body of so many bytes at most. Only one that does not say its length is counted, which makes a stream of it. */
export function bodyWithin(
  most: number,
  tooLarge: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  const counted = bodyLimit({ maxSize: most, onError: tooLarge });
  return (c, next) => {
    const said = c.req.header('content-length');
    if (said === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
    return Number(said) > most ? Promise.resolve(tooLarge(c)) : next();
  };
}

/** Requests per minute and client, in this process; the sign-in has its own lock in the database. */
export class RateLimit {
  private readonly counts = new Map<string, number>();
  private minute = 0;
  readonly perMinute: number;
  /** The span that is counted, where it is longer than a minute. */
  readonly minutes: number;

  constructor(perMinute: number, { minutes = 1 } = {}) {
    this.perMinute = perMinute;
    this.minutes = minutes;
  }

  /** Whether this minute is used up, without counting. */
  isUsedUp(client: string, now: Date): boolean {
    this.turn(now);
    return (this.counts.get(client) ?? 0) >= this.perMinute;
  }

  /** False when the client has used up this minute. */
  allows(client: string, now: Date): boolean {
    this.turn(now);
    const count = (this.counts.get(client) ?? 0) + 1;
    this.counts.set(client, count);
    return count <= this.perMinute;
  }

  private turn(now: Date): void {
    const minute = Math.floor(now.getTime() / (this.minutes * 60_000));
    if (minute === this.minute) return;
    this.minute = minute;
    this.counts.clear();
  }
}

/** The address of the client: the last one that a trusted proxy has added, or the socket's. Used for counting only. */
export function clientOf(c: Context, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    const client = chain.at(-trustedProxies);
    if (client) return client;
  }
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'local';
}
