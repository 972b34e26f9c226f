import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, mayAsk } from './addresses.ts';
import { type LinkAnswer, outcomeOfStatus } from './rules.ts';

/** Asks the outside how an address answers. Never throws. */
export type Ask = (url: string) => Promise<LinkAnswer>;

/** What the world outside is made of; tests bring their own. */
export interface Outside {
  readonly resolve: (
    host: string,
    done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
  ) => void;
  readonly http: typeof httpRequest;
  readonly https: typeof httpsRequest;
  readonly timeoutMs: number;
  readonly mayAsk: (url: URL) => boolean;
  readonly isPublic: (address: string) => boolean;
}

const realOutside: Outside = {
  resolve: (host, done) => resolveName(host, { all: true }, done),
  http: httpRequest,
  https: httpsRequest,
  timeoutMs: 10_000,
  mayAsk,
  isPublic: isPublicAddress,
};

const mostRedirects = 5;

/** HEAD first, GET where a server does not know HEAD; redirects are followed, each step as carefully as the first. */
export function makeAsk(given: Partial<Outside> = {}): Ask {
  const outside = { ...realOutside, ...given };
  return async (text) => {
    try {
      return await follow(new URL(text), outside);
    } catch (error) {
      return { outcome: outcomeOfError(error) };
    }
  };
}

async function follow(first: URL, outside: Outside): Promise<LinkAnswer> {
  let url = first;
  for (let step = 0; step <= mostRedirects; step += 1) {
    if (!outside.mayAsk(url)) return { outcome: 'not-public' };
    const head = await ask(url, 'HEAD', outside);
    const answer = [400, 403, 404, 405, 500, 501].includes(head.status)
      ? await ask(url, 'GET', outside)
      : head;
    if (answer.status < 300 || answer.status >= 400 || !answer.location)
      return { outcome: outcomeOfStatus(answer.status), status: answer.status };
    if (!URL.canParse(answer.location, url.href)) return { outcome: 'redirects', status: answer.status };
    url = new URL(answer.location, url);
  }
  return { outcome: 'redirects' };
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
}

/** Only the head of the answer is waited for; nothing of its body is read. */
function ask(url: URL, method: 'HEAD' | 'GET', outside: Outside): Promise<Answer> {
  const send = url.protocol === 'https:' ? outside.https : outside.http;
  const signal = AbortSignal.timeout(outside.timeoutMs);
  return new Promise((done, fail) => {
    const headers = { 'user-agent': 'Tsunagi link check', accept: '*/*' };
    const options = { method, headers, signal, lookup: publicOnly(outside), agent: false } as const;
    const request: ClientRequest = send(url, options, (response: IncomingMessage) => {
      done({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    request.on('error', fail);
    request.end();
  });
}

/** The connection is made to the very address that was looked at: a name cannot change its mind in between. */
function publicOnly({ resolve, isPublic }: Outside): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) return done(error, '', 4);
      if (!first || !addresses.every(({ address }) => isPublic(address))) return done(new NotPublic(), '', 4);
      return options.all ? done(null, [...addresses]) : done(null, first.address, first.family);
    });
  };
}

class NotPublic extends Error {}

function outcomeOfError(error: unknown): LinkAnswer['outcome'] {
  if (error instanceof NotPublic) return 'not-public';
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code) ? 'certificate' : 'unreachable';
}
