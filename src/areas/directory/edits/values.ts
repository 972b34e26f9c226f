import type { Typed } from '#platform/web/form.ts';
import type { Translated } from '../hours/hours.ts';
import type { ServiceContent } from '../services/content.ts';
import { textOf } from '#platform/web/typed.ts';

/** A part of a form, read over the content that it was made from. */
export interface Reading {
  readonly content: ServiceContent;
  /** Which rows of the form became which rows of the content. */
  readonly rows: Readonly<Record<string, readonly number[]>>;
  /** What could not be read at all, by its name in the form. */
  readonly unread: readonly { readonly field: string; readonly problem: 'not-a-number' | 'not-a-time' }[];
}

/** Languages in which a form asks for text; what is there in others stays. */
export const typedLangs = ['ja', 'ja-simple', 'en'] as const;

export function readTranslated(typed: Typed, field: string, base: Translated): Translated {
  const kept = Object.entries(base).filter(([lang]) => !(typedLangs as readonly string[]).includes(lang));
  const others = typedLangs.slice(1).flatMap((lang) => {
    const said = `${field}.${lang}` in typed ? textOf(typed, `${field}.${lang}`) : (base[lang] ?? '');
    return said ? [[lang, said] as const] : [];
  });
  return { ...Object.fromEntries([...others, ...kept]), ja: textOf(typed, `${field}.ja`) };
}

/** Whole numbers in any width; undefined: nothing typed, NaN: no number. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s円歳]/g, '');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Numbers that are none, by their names in the form. */
export function unreadNumbers(typed: Typed, names: readonly string[]): Reading['unread'] {
  return names
    .filter((name) => Number.isNaN(readNumber(textOf(typed, name))))
    .map((field) => ({ field, problem: 'not-a-number' }));
}

/** Half width, as addresses, numbers and codes are kept. */
export function narrow(text: string): string {
  return text.normalize('NFKC').trim();
}
