/** What stands instead of an address; the same in every language, so that a text reads the same for both sides. */
export const mask = '［連絡先は表示しません］';

/** Full-width forms that stand for the same letter, so that every sign keeps its place in the text. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—―−ｰ]/g, '-');
}

const mail =
  /[a-z0-9._%+-]{1,64}\s?(?:@|[([{]\s?(?:at|アットマーク|アット)\s?[)\]}]|\sat\s|☆|アットマーク)\s?[a-z0-9-]{1,63}(?:\s?(?:\.|[([]\s?(?:dot|ドット)\s?[)\]]|\sdot\s)\s?[a-z0-9-]{1,63}){1,5}/gi;
/** Japanese numbers: from 0 or +81, nine to eleven digits, whatever stands between them. */
const telephone =
  /(?<![\d.])(?:\+81[-\s(]{0,2}\(?0?\)?|\(?0)\d{1,4}\)?[-\s.(]{0,2}\d{1,4}[-\s.)]{0,2}\d{3,4}(?!\d)/g;
const messenger =
  /(?:line|ライン|skype|telegram|whatsapp|wechat|discord)\s{0,2}(?:の)?\s{0,2}(?:id|アイディー)\s{0,2}[:=はが]?\s{0,2}@?[a-z0-9._-]{3,40}/gi;
const schemes = /(?:mailto|tel|sms|line):[^\s、。」）]{3,80}/gi;

/**
 * A text of one side as the other one reads it: mail addresses, telephone numbers and names at messengers are taken out. Both sides
 * talk here, so that a talk can be helped, ended and counted.
 */
export function maskContacts(text: string): { readonly text: string; readonly masked: number } {
  const flat = plain(text);
  const found = [schemes, mail, messenger, telephone]
    .flatMap((pattern) => [...flat.matchAll(pattern)])
    .filter((match) => match[0].startsWith('tel') || !isTelephone(match[0]) || digitsOf(match[0]) >= 9)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  let [out, at, masked] = ['', 0, 0];
  for (const { from, to } of found) {
    if (from < at) continue;
    out += text.slice(at, from) + mask;
    masked += 1;
    at = to;
  }
  return { text: out + text.slice(at), masked };
}

const isTelephone = (found: string) => /^[\d+(]/.test(found) && !/[a-z]/i.test(found);
const digitsOf = (found: string) => found.replace(/\D/g, '').length;
