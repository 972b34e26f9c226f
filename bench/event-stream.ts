import { Agent, get, request } from 'node:http';

export interface Stream {
  readonly close: () => void;
}

const streams = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
const posts = new Agent({ keepAlive: true, maxSockets: 64 });

/** An open live page; `heard` gets what arrives, as it arrives. Resolves when the page is open. */
export function listen(
  url: string,
  cookie: string,
  heard: (text: string) => void = () => {},
): Promise<Stream> {
  return new Promise((opened, failed) => {
    const asked = get(url, { agent: streams, headers: { cookie, accept: 'text/event-stream' } }, (answer) => {
      if (answer.statusCode !== 200) return failed(new Error(`${url} answered ${answer.statusCode}`));
      answer.setEncoding('utf8').on('data', heard);
      answer.on('error', () => {});
      opened({ close: () => asked.destroy() });
    });
    asked.on('error', failed);
  });
}

/** One message as the person's page sends it. */
export function sayTo(url: string, cookie: string, text: string): Promise<void> {
  const body = new URLSearchParams({ text, key: crypto.randomUUID() }).toString();
  const headers = {
    cookie,
    origin: new URL(url).origin,
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((done, failed) => {
    const posted = request(url, { method: 'POST', agent: posts, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? done() : failed(new Error(`a message was answered ${answer.statusCode}`)),
      );
    });
    posted.on('error', failed);
    posted.end(body);
  });
}
