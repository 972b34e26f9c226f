import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { answerUnreadable } from './unreadable.ts';

const server = createServer((_, response) => response.end('fine')).on('clientError', answerUnreadable);
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
afterAll(() => server.close());
const { port } = server.address() as AddressInfo;

function send(bytes: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('close', () => done(text)).on('error', failed);
  });
}

test('an address of a megabyte is answered with a page that leads back', async () => {
  const answer = await send(`GET /find?q=${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toContain('入力が長すぎます');
  expect(answer).toContain('<a href="/">');
});

test('what is no HTTP is answered with a page too', async () => {
  expect(await send('\u0000\u0001 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*読み取れませんでした/);
});
