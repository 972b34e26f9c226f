import { connect, type Socket } from 'node:net';

/** clean: looked at · infected: refused · unscanned: no scanner is set · unreachable: one is set and did not answer */
export type Scan = 'clean' | 'infected' | 'unscanned' | 'unreachable';

const longestMs = 30_000;
const chunkBytes = 65_536;

/**
 * Shows a file to ClamAV (INSTREAM) before anything of it is kept. `socket`: the setting CLAMAV_SOCKET, a path or `host:port`.
 * Whatever the scanner says that is neither a yes nor a no (too large for it, broken, silent) counts as not having answered.
 */
export async function scanFile(
  socket: string | undefined,
  content: Uint8Array,
  { timeoutMs = longestMs } = {},
): Promise<Scan> {
  if (!socket) return 'unscanned';
  const said = await ask(connect(placeOf(socket)), content, timeoutMs);
  if (said === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(said) ? 'infected' : 'unreachable';
}

function placeOf(socket: string): { path: string } | { host: string; port: number } {
  const [, host, port] = /^([^/]+):(\d{1,5})$/.exec(socket) ?? [];
  return host && port ? { host, port: Number(port) } : { path: socket };
}

/** The answer without its closing NUL; empty when there is none. */
function ask(socket: Socket, content: Uint8Array, timeoutMs: number): Promise<string> {
  return new Promise((answer) => {
    let said = '';
    const done = (text: string) => {
      clearTimeout(clock);
      socket.destroy();
      answer(text);
    };
    const clock = setTimeout(() => done(''), timeoutMs);
    socket.setEncoding('utf8');
    socket.on('error', () => done(''));
    socket.on('data', (part: string) => {
      said += part;
      if (said.includes('\u0000')) done(said.slice(0, said.indexOf('\u0000')).trim());
    });
    socket.on('close', () => done(said.trim()));
    socket.on('connect', () => {
      socket.write('zINSTREAM\u0000');
      for (let at = 0; at < content.byteLength; at += chunkBytes) {
        const chunk = content.subarray(at, at + chunkBytes);
        socket.write(lengthOf(chunk.byteLength));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(bytes);
  return four;
}
