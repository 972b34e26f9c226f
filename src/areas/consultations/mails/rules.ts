import { ok, type Result, refuse } from '#platform/result.ts';

/** A mail as it was read, before anything of it is believed. Addresses in lower case. */
export interface InboundMail {
  readonly from: string | undefined;
  /** Everybody it was sent to, by the envelope and by its own headers. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly references: readonly string[];
  /** Plain text, whatever it was written in. */
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
  /** Lower-case values of the headers that tell machines from people. */
  readonly marks: MailMarks;
  /** Message-IDs of ours that stand in the returned part of a report. */
  readonly returned: readonly string[];
}

export interface MailMarks {
  readonly autoSubmitted: string;
  readonly precedence: string;
  readonly suppressesAnswers: boolean;
  /** Comes from a list or a mailing, which asks for no answer. */
  readonly isList: boolean;
  /** multipart/report, or from the mail system itself. */
  readonly isReport: boolean;
  /** A report that says it was not delivered, for good. */
  readonly isFailure: boolean;
}

/** Why a mail is not taken: the word that stands in the log, and nothing else of it. */
export type MailRefusal =
  | 'unreadable'
  | 'no-sender'
  | 'own'
  | 'report'
  | 'automatic'
  | 'bulk'
  | 'seen'
  | 'too-many'
  | 'no-desk';

/** Mails of one address within an hour after which a loop is more likely than a person. */
export const mostAnHour = 30;
/** Automatic answers to one address within an hour. */
export const mostAnswersAnHour = 3;

interface InboundFacts {
  readonly mail: Pick<InboundMail, 'from' | 'messageId' | 'marks'>;
  /** Addresses of desks, and the one that mail goes out from. */
  readonly own: readonly string[];
  /** The Message-ID is one of those that went out. */
  readonly wasSentByUs: boolean;
  readonly wasSeen: boolean;
  readonly recent: number;
  /** A desk has the address, or the mail answers one of ours. */
  readonly hasDesk: boolean;
}

/** Takes what a person wrote; what machines write to machines stops here. */
export function decideInbound(facts: InboundFacts): Result<'take', MailRefusal> {
  const { mail, own } = facts;
  const { autoSubmitted, precedence, isReport } = mail.marks;
  if (!mail.from) return refuse('no-sender');
  if (own.includes(mail.from) || facts.wasSentByUs) return refuse('own');
  if (isReport) return refuse('report');
  if (autoSubmitted && autoSubmitted !== 'no') return refuse('automatic');
  if (['bulk', 'junk', 'list', 'auto_reply'].includes(precedence)) return refuse('bulk');
  if (facts.wasSeen) return refuse('seen');
  if (!facts.hasDesk) return refuse('no-desk');
  return facts.recent >= mostAnHour ? refuse('too-many') : ok('take');
}

/** One automatic answer for a contact, none to machines and lists, and few to one address. */
export function mayAcknowledge(facts: {
  marks: MailMarks;
  isNew: boolean;
  answersToAddress: number;
}): boolean {
  const { marks, isNew, answersToAddress } = facts;
  return isNew && !marks.suppressesAnswers && !marks.isList && answersToAddress < mostAnswersAnHour;
}

interface Thread {
  readonly isSameAddress: boolean;
  readonly state: string;
  readonly isErased: boolean;
}

/**
 * Goes on in the contact that it answers, for as long as that is open, and only from the address that the contact has: whoever
 * else holds an answer of ours begins a contact of their own and reads nothing of the other.
 */
export function mayJoin(thread: Thread | undefined): boolean {
  return thread !== undefined && thread.isSameAddress && thread.state !== 'ended' && !thread.isErased;
}

/** 16 hex digits that lead an answer back: in the subject, in the address, in our own Message-IDs. */
const token = '([0-9a-f]{16})';

export function tokenOf(
  mail: Pick<InboundMail, 'to' | 'subject' | 'references' | 'returned'>,
): string | undefined {
  const places: readonly [RegExp, readonly string[]][] = [
    [new RegExp(`\\+${token}@`), mail.to],
    [new RegExp(`\\[#${token}\\]`), [mail.subject.normalize('NFKC').toLowerCase()]],
    [new RegExp(`^${token}\\.\\d+@`), [...mail.references, ...mail.returned]],
  ];
  for (const [pattern, texts] of places)
    for (const text of texts) {
      const found = pattern.exec(text)?.[1];
      if (found) return found;
    }
  return undefined;
}

/** The desk's address without what stands after a plus. */
export function baseAddress(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, '');
}

/** The line before repeated words, as mail programs write it in Japanese and English. */
const attribution =
  /^(?:on .{4,120} wrote:|\d{4}年\d{1,2}月\d{1,2}日.{0,120}[:：]|.{4,120}(?:wrote:|さんは書きました[:：]?|のメール[:：]))$/i;
/** After it everything is repeated, whatever it looks like. */
const forwarded = /^-{2,} ?(?:original message|元のメッセージ)/i;

/** What is new in an answer: repeated lines at its end are left out, unless nothing else would be left. */
export function withoutRepeated(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => forwarded.test(line));
  let end = from < 0 ? lines.length : from;
  while (end > 0 && isRepeated(lines[end - 1] ?? '')) end--;
  return lines.slice(0, end).join('\n').trim() || text.trim();
}

function isRepeated(line: string): boolean {
  return line.trim() === '' || /^\s*[>＞|]/.test(line) || attribution.test(line.trim());
}

/** Letters of one message of a conversation, and so many messages of one mail. */
const partLength = 3900;
export const mostParts = 10;

/** Long words in parts, cut at the end of a line where there is one. `isCut`: there was more. */
export function partsOf(text: string): { readonly parts: readonly string[]; readonly isCut: boolean } {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest && parts.length < mostParts) {
    const window = rest.slice(0, partLength);
    const line = window.lastIndexOf('\n');
    const end = rest.length <= partLength ? rest.length : line > partLength / 2 ? line : wholeLetters(window);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return { parts: parts.filter(Boolean), isCut: rest.length > 0 };
}

/** Does not cut a letter of two halves. */
function wholeLetters(text: string): number {
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}

/** Words that begin with `> `, as an answer repeats them. */
export function repeated(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Japanese unless nothing of it is. */
export function languageOfMail(text: string): 'ja' | 'en' {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) || !/[a-z]/i.test(text)
    ? 'ja'
    : 'en';
}

export type SettingsRefusal = 'address-taken' | 'address-wrong' | 'telling-sender' | 'telling-subject';

/** Words by which whoever looks over a shoulder would know what a mail is about. */
const telling =
  /相談|支援|窓口|センター|女性|暴力|虐待|dv|ドメスティック|自殺|いのち|命|困窮|生活保護|シェルター|保護|避難|離婚|福祉|counsel|support|shelter|violence|abuse|suicide|welfare|women|hotline/i;

/** An address belongs to one desk; a mailbox shows nothing that tells. */
export function decideMailSettings({
  mail,
  taken,
}: {
  mail: { readonly address: string; readonly sender: string; readonly subject: string };
  taken: readonly string[];
}): Result<'settle', SettingsRefusal> {
  if (!/^[^\s@+]{1,64}@[^\s@]{1,189}$/.test(mail.address)) return refuse('address-wrong');
  if (taken.includes(mail.address.toLowerCase())) return refuse('address-taken');
  if (telling.test(mail.sender.normalize('NFKC'))) return refuse('telling-sender');
  return telling.test(mail.subject.normalize('NFKC')) ? refuse('telling-subject') : ok('settle');
}
