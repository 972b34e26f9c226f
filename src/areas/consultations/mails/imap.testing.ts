import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mailbox that speaks as much IMAP as reading and marking needs. */
export interface FakeMailbox {
  readonly url: string;
  readonly seen: ReadonlySet<number>;
  readonly commands: readonly string[];
  close(): Promise<void>;
}

export async function fakeMailbox(mails: readonly Buffer[]): Promise<FakeMailbox> {
  const seen = new Set<number>();
  const commands: string[] = [];
  const server: Server = createServer((socket) => talk(socket, { mails, seen, commands }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://desk%40example.jp:se%2Fcret@127.0.0.1:${port}/INBOX`,
    seen,
    commands,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Mailbox {
  readonly mails: readonly Buffer[];
  readonly seen: Set<number>;
  readonly commands: string[];
}

function talk(socket: Socket, mailbox: Mailbox): void {
  socket.on('error', () => {});
  socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n');
  let waiting = '';
  socket.on('data', (data) => {
    waiting += data.toString('latin1');
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      const [tag = '', ...words] = line.split(' ');
      mailbox.commands.push(words.join(' '));
      for (const part of answer(tag, words.join(' '), mailbox)) socket.write(part);
      if (/^LOGOUT/i.test(words.join(' '))) socket.end();
    }
  });
}

function answer(tag: string, command: string, { mails, seen }: Mailbox): readonly (string | Buffer)[] {
  const done = `${tag} OK done\r\n`;
  const numbers = mails.map((_, at) => at + 1);
  const [, range = '', rest = ''] = /^UID (?:FETCH|STORE) (\S+) (.*)$/i.exec(command) ?? [];
  const uid = Number(range.split(':')[0]);
  if (/^CAPABILITY/i.test(command)) return ['* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n', done];
  if (/^LIST|^LSUB/i.test(command)) return ['* LIST (\\HasNoChildren) "/" "INBOX"\r\n', done];
  if (/^SELECT/i.test(command))
    return [
      `* ${mails.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen)]\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT ${mails.length + 1}]\r\n`,
      `${tag} OK [READ-WRITE] done\r\n`,
    ];
  if (/^UID SEARCH/i.test(command))
    return [`* SEARCH ${numbers.filter((number) => !seen.has(number)).join(' ')}\r\n`, done];
  if (/^UID STORE/i.test(command)) {
    seen.add(uid);
    return [`* ${uid} FETCH (UID ${uid} FLAGS (\\Seen))\r\n`, done];
  }
  const mail = mails[uid - 1];
  if (/^UID FETCH/i.test(command) && mail) {
    const most = Number(/<0\.(\d+)>/.exec(rest)?.[1] ?? mail.length);
    const sent = mail.subarray(0, most);
    return [`* ${uid} FETCH (UID ${uid} BODY[]<0> {${sent.length}}\r\n`, sent, ')\r\n', done];
  }
  return [done];
}
