import { ok, refuse, type Result } from '#platform/result.ts';

export type Encoding = 'utf-8' | 'cp932' | 'utf-16';
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly delimiter: ',' | '\t';
}

/**
 * The text of a file from an office: what its byte-order mark says; otherwise UTF-8 if every byte fits; otherwise CP932.
 * (`shift_jis` of the encoding standard is CP932: ①, ㈱, 髙 and 﨑 are in it.) Control characters are in no text.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded, 'not-text'> {
  const found = decodeMarked(bytes) ?? decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'shift_jis');
  if (!found || hasControls(found.text)) return refuse('not-text');
  return ok({ ...found, delimiter: delimiterOf(found.text) });
}

type Read = Omit<Decoded, 'delimiter'>;

function decodeMarked(bytes: Uint8Array): Read | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodeAs(bytes, 'utf-16be');
  return undefined;
}

const names = { 'utf-8': 'utf-8', shift_jis: 'cp932', 'utf-16le': 'utf-16', 'utf-16be': 'utf-16' } as const;

function decodeAs(bytes: Uint8Array, label: keyof typeof names): Read | undefined {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: names[label] };
  } catch {
    return undefined;
  }
}

function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

/** Excel's «Unicode text» has tabs; whoever has more of them in the headings is meant. */
function delimiterOf(text: string): ',' | '\t' {
  const headings = text.slice(0, 20_000).split(/[\r\n]/, 1)[0] ?? '';
  return headings.split('\t').length > headings.split(',').length ? '\t' : ',';
}
