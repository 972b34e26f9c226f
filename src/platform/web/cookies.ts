import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Cookie names carry `__Host-` over HTTPS: bound to this host, never sent in clear. */
export interface Cookies {
  read(c: Context, name: string): string | undefined;
  write(
    c: Context,
    name: string,
    value: string,
    options?: { maxAgeSeconds?: number; sameSite?: 'Lax' | 'Strict' },
  ): void;
  drop(c: Context, name: string): void;
}

export function cookiesFor(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const full = (name: string) => (secure ? `__Host-${name}` : name);
  return {
    read: (c, name) => getCookie(c, full(name)),
    write: (c, name, value, { maxAgeSeconds, sameSite = 'Lax' } = {}) =>
      setCookie(c, full(name), value, {
        path: '/',
        httpOnly: true,
        secure,
        sameSite,
        ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
      }),
    drop: (c, name) => {
      deleteCookie(c, full(name), { path: '/', secure });
    },
  };
}

export const sessionCookie = 'session';
export const langCookie = 'lang';
export const noticeCookie = 'notice';
