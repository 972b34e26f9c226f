import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mostBytes, parseMail } from './parse.ts';
import type { InboundMail } from './rules.ts';

const sample = (name: string) => readFileSync(new URL(`./eml/${name}.eml`, import.meta.url));
async function read(raw: Buffer): Promise<InboundMail> {
  const mail = await parseMail(raw);
  if (!mail.ok) throw new Error(mail.refusal);
  return mail.value;
}

describe('whatever a mail is written in, its words are read', () => {
  test.each([
    ['utf8', '家賃のことで', '家賃を二か月払えていません。\nどこに話せばよいですか。'],
    ['iso-2022-jp', '仕事がなくなりました', '先月で仕事がなくなりました。'],
    ['cp932-unnamed', 'no charset', '髙橋です（例示）。①電気代が払えません。'],
    ['cp932-named-utf8', 'wrong charset', '水道が止まりそうです。'],
    ['iso-2022-jp-unnamed', 'no charset', '話を聞いてください。'],
    ['multipart', '写真を送ります', '部屋の写真です。見てください。'],
  ])('%s', async (name, subject, text) => {
    const mail = await read(sample(name));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(text);
    expect(mail.from).toMatch(/^\w+@mail\.example\.com$/);
    expect(mail.to).toEqual(['madoguchi@desk.example.jp']);
  });

  test('of HTML the words alone: no script, no style, no picture that tells who looks', async () => {
    const { text } = await read(sample('html-only'));
    expect(text).toContain('夜になると不安です。');
    expect(text).toContain('こちら（https://example.com/about）に書きました。');
    expect(text).toContain('a < b & c d');
    expect(text).toContain('・一つ目\n・二つ目');
    expect(text).not.toMatch(/script|steal|track|pixel|color|secret|hidden|<p|onload/);
  });
});

test('attachments are named, and nothing more of them is kept', async () => {
  const { attachments } = await read(sample('multipart'));
  expect(attachments).toEqual([{ name: 'heya.jpg', bytes: 21 }]);
});

test('a report says that it is one, that it failed, and which of our mails it is about', async () => {
  const { marks, returned } = await read(sample('bounce'));
  expect(marks).toMatchObject({ isReport: true, isFailure: true, autoSubmitted: 'auto-replied' });
  expect(returned).toContain('0000000000000000.2@localhost');
});

test('only the beginning of a huge mail is looked at', async () => {
  const words = 'つらいです。\n'.repeat(60_000);
  const raw = Buffer.from(
    `From: a@mail.example.com\r\nTo: b@desk.example.jp\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}`,
  );
  expect(raw.length).toBeGreaterThan(mostBytes);
  const { text } = await read(raw);
  expect(text.length).toBeLessThanOrEqual(mostBytes);
  expect(text.startsWith('つらいです。')).toBe(true);
});

test.each([
  ['nothing', ''],
  ['no header', 'hello'],
  [
    'parts in parts without an end',
    `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(2000)}`,
  ],
  ['a header without an end', `Delivered-To: ${'a'.repeat(900_000)}\r\n\r\n`],
  ['blanks without an end', `\r\n\r\nx${' '.repeat(900_000)}x`],
  ['hard blanks without an end', `Content-Type: text/html\r\n\r\n${'&nbsp;'.repeat(150_000)}x`],
  ['a comment that never ends', `Content-Type: text/html\r\n\r\n${'<!--'.repeat(100_000)}`],
  ['brackets that never close', `Content-Type: text/html\r\n\r\n${'<a '.repeat(300_000)}`],
  ['a script that never ends', `Content-Type: text/html\r\n\r\n${'<script>'.repeat(100_000)}`],
])('is read or refused at once: %s', async (_, raw) => {
  const started = performance.now();
  const mail = await parseMail(Buffer.from(raw));
  if (mail.ok) expect(mail.value.from).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5000);
});
