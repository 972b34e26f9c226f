import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const patienceMs = 15_000;

/** The mail to somebody that says something, as soon as it has gone out: without a mail server it is a file of the data folder. */
export async function mailTo(
  dataDir: string,
  { to, saying }: { to: string; saying: string },
): Promise<string> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    for (const name of await readdir(join(dataDir, 'mail')).catch(() => [])) {
      const mail = await readFile(join(dataDir, 'mail', name), 'utf8');
      if (new RegExp(`^To: .*${to}`, 'm').test(mail) && bodyOf(mail).includes(saying)) return bodyOf(mail);
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`no mail to ${to} in ${patienceMs / 1000} s that says ${saying}`);
}

function bodyOf(mail: string): string {
  const [head = '', ...rest] = mail.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (/^content-transfer-encoding: quoted-printable/im.test(head)) return unquoted(body);
  return body;
}

function unquoted(body: string): string {
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
