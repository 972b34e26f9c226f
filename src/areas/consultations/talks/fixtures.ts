import { anonymous } from '#platform/access.ts';
import type { TestApp } from '#src/app.testing.ts';

export interface Device {
  /** `talk=…`, or nothing. */
  cookie: string;
  get(url: string): Promise<Response>;
  post(url: string, fields: FormData | Record<string, string | string[]>): Promise<Response>;
}

/** A device of somebody without an account: keeps the cookie that it is given. */
export function deviceOf(app: Pick<TestApp, 'get' | 'post'>): Device {
  const as = () => ({ who: anonymous, organisationId: '', cookie: self.cookie }) as never;
  const keep = (response: Response) => {
    const set = response.headers.get('set-cookie');
    if (set?.startsWith('talk=')) self.cookie = (set.split(';')[0] as string).replace(/^talk=$/, '');
    return response;
  };
  const self: Device = {
    cookie: '',
    get: async (url) => keep(await app.get(url, as())),
    post: async (url, fields) => keep(await app.post(url, fields, as())),
  };
  return self;
}
