import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { makeAsk, type Outside } from './ask.ts';

/** A server of this machine that plays the world outside under the name outside.example. */
async function outsideServer(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: (path: string) => `http://outside.example:${port}${path}`, port };
}

/** The guard as it is, but for this machine standing in for the outside. */
const toThisMachine: Partial<Outside> = {
  resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  isPublic: () => true,
  mayAsk: ({ protocol, hostname }) => protocol === 'http:' && hostname === 'outside.example',
};
const asked: string[] = [];
const { url } = await outsideServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const at = request.url ?? '';
  if (['/only-get', '/flood'].includes(at) && request.method === 'HEAD') return response.writeHead(405).end();
  if (at === '/moved') return response.writeHead(301, { location: '/ok' }).end();
  if (at === '/round') return response.writeHead(302, { location: '/round' }).end();
  if (at === '/inside') return response.writeHead(302, { location: 'http://127.0.0.1/admin' }).end();
  if (at === '/nowhere') return response.writeHead(302, { location: 'http://[' }).end();
  if (at === '/gone') return response.writeHead(404).end();
  if (at === '/slow') return undefined;
  if (at === '/flood') {
    response.writeHead(200, { 'content-length': 1e12 });
    return response.write('x'.repeat(65_536));
  }
  return response.writeHead(200).end('ok');
});
const ask = makeAsk({ ...toThisMachine, timeoutMs: 500 });

describe('asking the outside', () => {
  test.each([
    ['/ok', { outcome: 'ok', status: 200 }],
    ['/only-get', { outcome: 'ok', status: 200 }],
    ['/moved', { outcome: 'ok', status: 200 }],
    ['/gone', { outcome: 'gone', status: 404 }],
    ['/flood', { outcome: 'ok', status: 200 }],
    ['/round', { outcome: 'redirects' }],
    ['/inside', { outcome: 'not-public' }],
    ['/slow', { outcome: 'timeout' }],
  ])('%s', async (path, answer) => expect(await ask(url(path))).toEqual(answer));

  test('an answer that makes no sense is no address, and nothing is thrown', async () => {
    expect(await ask(url('/nowhere'))).toMatchObject({ outcome: 'redirects' });
    expect(await ask('no address')).toEqual({ outcome: 'unreachable' });
    expect(await makeAsk({ ...toThisMachine, timeoutMs: 500 })('http://outside.example:1/')).toEqual({
      outcome: 'unreachable',
    });
  });

  test('a name that leads to this machine is not asked, whatever it is called', async () => {
    const before = asked.length;
    const guarded = makeAsk({
      ...toThisMachine,
      isPublic: (address) => address !== '127.0.0.1',
      timeoutMs: 500,
    });
    expect(await guarded(url('/ok'))).toEqual({ outcome: 'not-public' });
    expect(asked.length).toBe(before);
  });

  test('one private address among public ones is enough to be refused', async () => {
    const guarded = makeAsk({
      mayAsk: () => true,
      resolve: (_, done) =>
        done(null, [
          { address: '8.8.8.8', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ]),
      timeoutMs: 500,
    });
    expect(await guarded(url('/ok'))).toEqual({ outcome: 'not-public' });
  });

  test('a name is looked up once for each question, and the connection goes to what was found', async () => {
    const found: string[] = [];
    const rebinding = makeAsk({
      ...toThisMachine,
      timeoutMs: 500,
      resolve: (host, done) => {
        found.push(host);
        done(null, [{ address: found.length === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 }]);
      },
    });
    expect(await rebinding(url('/ok'))).toEqual({ outcome: 'ok', status: 200 });
    expect(found).toEqual(['outside.example']);
  });

  test('as it stands in the product, it asks neither this machine nor a number of it', async () => {
    const real = makeAsk({ timeoutMs: 500 });
    for (const address of ['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://2130706433/'])
      expect(await real(address)).toEqual({ outcome: 'not-public' });
  });
});
