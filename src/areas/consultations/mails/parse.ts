import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { ok, type Result, refuse } from '#platform/result.ts';
import { plainText } from './html/rules.ts';
import type { InboundMail, MailMarks } from './rules.ts';

/** Bytes of a mail that are looked at: what comes after is attachments, which are not kept. */
export const mostBytes = 1_048_576;
/** Bytes by which the charset is found. */
const probed = 65_536;

/** Reads a MIME message: any charset, HTML as plain text, attachments by name alone. `to`: who the envelope says it was for. */
export async function parseMail(
  raw: Buffer,
  to: readonly string[] = [],
): Promise<Result<InboundMail, 'unreadable'>> {
  const bytes = raw.subarray(0, mostBytes);
  const email = await readBest(bytes);
  if (!email) return refuse('unreadable');
  const header = (name: string) =>
    email.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  const marks = marksOf(email, header);
  return ok({
    from: addressesOf(email.from ? [email.from] : [])[0],
    to: [
      ...to.map((each) => each.toLowerCase()),
      ...addressesIn(header('delivered-to')),
      ...addressesIn(header('x-original-to')),
      ...addressesOf([...(email.to ?? []), ...(email.cc ?? [])]),
    ],
    subject: oneLine(email.subject ?? ''),
    messageId: idsIn(email.messageId)[0] ?? createHash('sha256').update(bytes).digest('hex'),
    references: [...idsIn(email.inReplyTo), ...idsIn(email.references).toReversed()].slice(0, 50),
    text: textOf(email),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      name: oneLine(filename ?? mimeType),
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
    marks,
    returned: marks.isReport ? idsIn(bytes.toString('latin1'), 200) : [],
  });
}

/** The charset that a mail names is sometimes not the one it is written in: the reading with the fewest broken letters stands. */
async function readBest(bytes: Buffer): Promise<Email | undefined> {
  const start = bytes.subarray(0, probed);
  const broken = await brokenAs(start);
  // The last letter may be cut in two.
  if (broken <= 1) return read(bytes);
  let best: { readonly broken: number; readonly charset?: string } = { broken };
  for (const charset of ['windows-31j', 'iso-2022-jp', 'euc-jp', 'utf-8']) {
    const as = { charset, broken: await brokenAs(asIfIn(start, charset)) };
    if (as.broken < best.broken) best = as;
  }
  return read(best.charset ? asIfIn(bytes, best.charset) : bytes);
}

async function read(bytes: Buffer): Promise<Email | undefined> {
  return PostalMime.parse(bytes, { maxNestingDepth: 20, maxRfc822NestingDepth: 1 }).catch(() => undefined);
}

/** U+FFFD, and what is left of ISO-2022-JP that nobody named. */
async function brokenAs(bytes: Buffer): Promise<number> {
  const { text = '', html = '', subject = '' } = (await read(bytes)) ?? {};
  return `${text}${html}${subject}`.match(/\ufffd|\u001b[$(]/g)?.length ?? 0;
}

function asIfIn(bytes: Buffer, charset: string): Buffer {
  const raw = bytes.toString('latin1');
  const named = raw.replace(/charset\s*=\s*"?[\w.:-]+"?/gi, `charset=${charset}`);
  const typed = /^content-type:\s*text\//im.test(named)
    ? named.replace(
        /^(content-type:\s*text\/\w+)\s*(?:;(?![^\n]*charset)[^\n]*)?(\r?\n)(?!\s+charset)/gim,
        `$1; charset=${charset}$2`,
      )
    : `Content-Type: text/plain; charset=${charset}\r\n${named}`;
  return Buffer.from(typed, 'latin1');
}

function textOf({ text = '', html }: Email): string {
  const plain = text.trim() || !html ? text : plainText(html);
  // Ends of lines differ from program to program; more than two empty ones say nothing.
  return plain
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

function marksOf(email: Email, header: (name: string) => string): MailMarks {
  const type = header('content-type');
  const from = addressesOf(email.from ? [email.from] : [])[0] ?? '';
  const isReport =
    /multipart\/report|delivery-status/.test(type) ||
    /^(mailer-daemon|postmaster)@/.test(from) ||
    header('return-path') === '<>';
  const attached = email.attachments
    .filter(({ mimeType }) => mimeType === 'message/delivery-status')
    .map(({ content }) =>
      typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('latin1'),
    )
    .join('\n');
  const said = `${attached}\n${email.text ?? ''}`;
  return {
    autoSubmitted: header('auto-submitted').split(';')[0]?.trim() ?? '',
    precedence: header('precedence'),
    suppressesAnswers: header('x-auto-response-suppress') !== '',
    isList: header('list-id') !== '' || header('list-unsubscribe') !== '',
    isReport,
    isFailure: isReport && (/^action:\s*failed/im.test(said) || /^status:\s*5\./im.test(said) || !attached),
  };
}

function addressesOf(addresses: readonly Address[]): string[] {
  return addresses
    .flatMap((each) => each.group ?? [each])
    .map(({ address }) => address.trim().toLowerCase())
    .filter((address) => isAddress(address));
}

function addressesIn(value: string): string[] {
  return (value.match(/[^\s<>,;"@]{1,64}@[^\s<>,;"@]{1,189}/g) ?? []).filter(isAddress);
}

export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]+$/.test(text);
}

/** Message-IDs in a header, without their brackets. */
function idsIn(value: string | undefined, most = 100): string[] {
  return [...(value ?? '').matchAll(/<([^\s<>]{3,250})>/g)].slice(0, most).map(([, id]) => id as string);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
