import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** What every scanner knows as a test, in two parts so that no scanner takes this file for it. */
export const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** Speaks what clamd speaks, on a socket of its own, and finds the test virus wherever it is in the stream. */
export async function testScanner({ answer }: { answer?: string } = {}): Promise<{
  socket: string;
  seen: Buffer[];
  stop: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-scan-'));
  const socket = join(folder, 'clamd.sock');
  const seen: Buffer[] = [];
  const server = createServer((client) => {
    let got = Buffer.alloc(0);
    client.on('data', (part) => {
      got = Buffer.concat([got, part as Buffer]);
      const content = streamOf(got);
      if (!content) return;
      seen.push(content);
      const found = content.includes(testVirus) ? 'Eicar-Test-Signature FOUND' : 'OK';
      client.end(`stream: ${answer ?? found}\u0000`);
    });
    client.on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(socket, done));
  const stop = () => void server.close();
  afterAll(async () => {
    stop();
    await rm(folder, { recursive: true, force: true });
  });
  return { socket, seen, stop };
}

/** The file in a whole INSTREAM command; undefined while something of it is still on its way. */
function streamOf(got: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\u0000';
  if (!got.toString('latin1').startsWith(command)) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > got.length) return undefined;
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
