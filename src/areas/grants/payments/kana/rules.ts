/** Names as banks write them: half-width kana of JIS X 0201 without small letters and ｦ, capital letters, digits, space and ( ) - . */

export type KanaDoubt =
  /** Letters that have no place in the file: a person has to write them in kana. */
  | { readonly kind: 'cannot-be-written'; readonly letters: string }
  /** Marks that banks refuse: they were left out. */
  | { readonly kind: 'left-out'; readonly letters: string }
  /** ヲ became ｵ. */
  | { readonly kind: 'replaced'; readonly letters: string }
  /** A legal form was recognised by its reading; it might be part of the name. */
  | { readonly kind: 'form-by-reading'; readonly letters: string }
  /** Longer than the field; the rest is not in the file. */
  | { readonly kind: 'cut'; readonly letters: string }
  | { readonly kind: 'empty'; readonly letters: '' };

export interface BankName {
  readonly text: string;
  readonly doubts: readonly KanaDoubt[];
}

/** Bytes of the payee's name in the file. */
export const payeeNameBytes = 30;

/** 法人略語 of the banks, the longer word before the one that is in it. Names by sign, and by reading. */
const legalForms: readonly (readonly [
  short: string,
  signs: readonly string[],
  readings: readonly string[],
])[] = [
  [
    'ﾄｸﾋ',
    ['認定特定非営利活動法人', '特定非営利活動法人', '認定NPO法人', 'NPO法人'],
    ['トクテイヒエイリカツドウホウジン', 'エヌピーオーホウジン'],
  ],
  ['ﾁﾄﾞｸ', ['地方独立行政法人'], ['チホウドクリツギョウセイホウジン']],
  ['ﾄﾞｸ', ['独立行政法人'], ['ドクリツギョウセイホウジン']],
  ['ﾌｸ', ['社会福祉法人'], ['シャカイフクシホウジン']],
  ['ﾎｺﾞ', ['更生保護法人'], ['コウセイホゴホウジン']],
  ['ｲ', ['医療法人社団', '医療法人財団', '社会医療法人', '医療法人'], ['イリョウホウジン']],
  [
    'ｼﾔ',
    ['一般社団法人', '公益社団法人', '社団法人'],
    ['イッパンシャダンホウジン', 'コウエキシャダンホウジン', 'シャダンホウジン'],
  ],
  [
    'ｻﾞｲ',
    ['一般財団法人', '公益財団法人', '財団法人'],
    ['イッパンザイダンホウジン', 'コウエキザイダンホウジン', 'ザイダンホウジン'],
  ],
  ['ｶﾞｸ', ['学校法人'], ['ガッコウホウジン']],
  ['ｼﾕｳ', ['宗教法人'], ['シュウキョウホウジン']],
  ['ﾍﾞﾝ', ['弁護士法人'], ['ベンゴシホウジン']],
  ['ﾉｳ', ['農事組合法人'], ['ノウジクミアイホウジン']],
  ['ｶ', ['株式会社', '㈱'], ['カブシキガイシャ', 'カブシキカイシャ']],
  ['ﾕ', ['有限会社', '㈲'], ['ユウゲンガイシャ', 'ユウゲンカイシャ']],
  ['ﾄﾞ', ['合同会社'], ['ゴウドウガイシャ', 'ゴウドウカイシャ']],
  ['ﾒ', ['合名会社'], ['ゴウメイガイシャ', 'ゴウメイカイシャ']],
  ['ｼ', ['合資会社'], ['ゴウシガイシャ', 'ゴウシカイシャ']],
];

const full =
  'ァアィイゥウェエォオカキクケコサシスセソタチッツテトナニヌネノハヒフヘホマミムメモャヤュユョヨラリルレロヮワヰヱヲンヵヶ';
const half = 'ｱｱｲｲｳｳｴｴｵｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾔﾕﾕﾖﾖﾗﾘﾙﾚﾛﾜﾜｲｴｵﾝｶｹ';
const halfOf = new Map(Array.from(full, (letter, at) => [letter, half[at] ?? '']));
/** Marks that people type in names and banks refuse. */
const refusedMarks = new Set(Array.from('*&$+;@=%,/:!?\'"#<>[]{}_~|、。「」『』【】《》〈〉…“”‘’'));
const hyphens = /[‐‑‒–—―−ーｰ─]/g;
/** Stands for a legal form until its place is known. */
const formMark = '\u0001';

/** A name that may be written as it is: every letter is one of the file's. */
export function isBankText(text: string): boolean {
  return /^[ｱ-ﾝﾞﾟA-Z0-9 ().-]*$/.test(text);
}

/** The name as the file says it, at most `bytes` long, and whatever a person should look at before. */
export function bankName(typed: string, bytes = payeeNameBytes): BankName {
  const doubts: KanaDoubt[] = [];
  const forms = shortenForms(plain(typed));
  if (forms.byReading) doubts.push({ kind: 'form-by-reading', letters: forms.byReading });
  const { text: written, ...odd } = lettersOf(forms.text);
  if (odd.unknown) doubts.push({ kind: 'cannot-be-written', letters: odd.unknown });
  if (odd.leftOut) doubts.push({ kind: 'left-out', letters: odd.leftOut });
  if (odd.replaced) doubts.push({ kind: 'replaced', letters: odd.replaced });
  const name = placeForms(written, forms.shorts);
  if (name === '') doubts.push({ kind: 'empty', letters: '' });
  if (name.length > bytes) doubts.push({ kind: 'cut', letters: name.slice(bytes) });
  return { text: name.slice(0, bytes).trimEnd(), doubts };
}

/** Letters in one form each: full-width kana with their voiced marks, capital letters, one kind of hyphen and of space. */
function plain(typed: string): string {
  return typed
    .replace(/㈱/g, '株式会社')
    .replace(/㈲/g, '有限会社')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x60))
    .replace(hyphens, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortenForms(name: string): { text: string; shorts: readonly string[]; byReading: string } {
  const found: { at: number; length: number; short: string; reading: boolean }[] = [];
  const free = (at: number, length: number) =>
    found.every((each) => at + length <= each.at || each.at + each.length <= at);
  for (const reading of [false, true])
    for (const [short, signs, readings] of legalForms)
      for (const word of reading ? readings.map(plain) : signs)
        for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + word.length))
          if (free(at, word.length)) found.push({ at, length: word.length, short, reading });
  let text = name;
  for (const { at, length } of found.toSorted((one, other) => other.at - one.at))
    text = `${text.slice(0, at)}${formMark}${text.slice(at + length)}`;
  const inOrder = found.toSorted((one, other) => one.at - other.at);
  const readings = inOrder.filter(({ reading }) => reading);
  return {
    text,
    shorts: inOrder.map(({ short }) => short),
    byReading: readings.map(({ at, length }) => name.slice(at, at + length)).join(' '),
  };
}

function lettersOf(name: string): { text: string; unknown: string; leftOut: string; replaced: string } {
  const odd = { text: '', unknown: '', leftOut: '', replaced: '' };
  for (const letter of name.normalize('NFD')) {
    if (letter === '\u3099') odd.text += 'ﾞ';
    else if (letter === '\u309a') odd.text += 'ﾟ';
    else if (halfOf.has(letter)) odd.text += halfOf.get(letter);
    else if (letter === formMark || isBankText(letter)) odd.text += letter;
    else if (letter === '・') odd.text += ' ';
    else if (!refusedMarks.has(letter)) odd.unknown += letter;
    if (letter === '・' || refusedMarks.has(letter)) odd.leftOut += letter;
    if (letter === 'ヲ') odd.replaced += letter;
  }
  return odd;
}

/** ｶ) before the name, (ｶ) within it, (ｶ behind it; no space beside it. */
function placeForms(written: string, shorts: readonly string[]): string {
  const name = written
    .replace(/ +/g, ' ')
    .replace(new RegExp(` ?${formMark} ?`, 'g'), formMark)
    .trim();
  const last = name.length - 1;
  let form = 0;
  return [...name]
    .map((letter, at) => {
      if (letter !== formMark) return letter;
      const short = shorts[form] ?? '';
      form += 1;
      if (at === 0) return `${short})`;
      return at === last ? `(${short}` : `(${short})`;
    })
    .join('');
}

/** Doubts that a person cannot confirm away: something has to be written differently. */
export function isBlocking({ kind }: KanaDoubt): boolean {
  return kind === 'cannot-be-written' || kind === 'empty';
}
