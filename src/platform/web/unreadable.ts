import type { Duplex } from 'node:stream';

const pages = {
  431: [
    '入力が長すぎます',
    '短くして、もう一度お試しください。',
    'That was too long. Please try again with less.',
  ],
  408: ['時間切れになりました', 'もう一度お試しください。', 'It took too long. Please try again.'],
  400: [
    '読み取れませんでした',
    '最初のページからお試しください。',
    'It could not be read. Please start from the first page.',
  ],
} as const;

const reasons = {
  431: 'Request Header Fields Too Large',
  408: 'Request Timeout',
  400: 'Bad Request',
} as const;

/** A request that is no HTTP, or whose address is too long for it, never reaches the router: it is answered here, by a page as well. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const [title, ja, en] = pages[status];
  const body = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><h1>${title}</h1><p>${ja}<p lang="en">${en}<p><a href="/">最初のページ / First page</a>`;
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncontent-security-policy: default-src 'none'\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`,
  );
}
