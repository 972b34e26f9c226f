import { z } from 'zod';
import type { Text } from '#platform/i18n.ts';
import { field, type Typed } from '#platform/web/form.ts';
import { filledRows, textOf } from '#platform/web/typed.ts';

export interface Reader {
  readonly typed: Typed;
  readonly noNumbers: string[];
  readonly noDays: string[];
  readonly whole: (name: string) => number;
  readonly day: (name: string) => string;
}

export function makeReader(typed: Typed): Reader {
  const [noNumbers, noDays]: [string[], string[]] = [[], []];
  return {
    typed,
    noNumbers,
    noDays,
    whole(name) {
      const read = field.wholeOrNull({ max: 1_000_000_000_000 }).safeParse(textOf(typed, name));
      if (!read.success) noNumbers.push(name);
      return read.data ?? 0;
    },
    day(name) {
      const text = textOf(typed, name);
      if (text && !z.iso.date().safeParse(text).success) noDays.push(name);
      return text;
    },
  };
}

export function both(typed: Typed, name: string): Text {
  return { ja: textOf(typed, `${name}.ja`), en: textOf(typed, `${name}.en`) };
}

export function hintOf(typed: Typed, name: string): { hint?: Text } {
  const hint = both(typed, name);
  return hint.ja ? { hint } : {};
}

/** `needs-advance=yes` */
export function onlyIfOf(typed: Typed, name: string): { onlyIf?: { code: string; is: string } } {
  const [code, is] = textOf(typed, name).split('=');
  return code && is ? { onlyIf: { code, is } } : {};
}

export const isCode = (text: string) => /^[a-z0-9-]{1,60}$/.test(text);

/** Codes of rows: those they had, and the next free ones for new rows. */
export function rowsOf<Row>(
  typed: Typed,
  { list, says, letter }: { list: string; says: readonly string[]; letter: string },
  read: (name: (of: string) => string, code: string) => Row,
): Row[] {
  const rows = filledRows(typed, list, says);
  const taken = new Set(rows.map((at) => textOf(typed, `${list}.${at}.code`)));
  return rows.map((at) => {
    const had = textOf(typed, `${list}.${at}.code`);
    const code = isCode(had) ? had : freeCode(letter, taken);
    taken.add(code);
    return read((of) => `${list}.${at}.${of}`, code);
  });
}

export function freeCode(letter: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

export const labelled = ['label.ja', 'label.en'];
