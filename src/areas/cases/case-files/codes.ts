import type { Lang, Text } from '#platform/i18n.ts';

/** The name of a code; one that is no longer offered is read as before. */
type CodeName = Text & {
  readonly retired?: boolean;
  /** As what an entry of the prefecture's own counts: forms/standing.ts */
  readonly mark?: string;
};
export type Codes = Readonly<Record<string, CodeName>>;

/** A list of codes with their names, in the order in which they are offered. */
export function defineCodes<const Given extends Codes>(codes: Given): Given {
  return codes;
}

export function isCode(codes: Codes, code: string): boolean {
  return Object.hasOwn(codes, code);
}

/** What may be chosen: what is offered, and what was chosen before. */
export function choicesOf(
  lang: Lang,
  codes: Codes,
  chosen: string | readonly string[] | null = '',
): readonly { value: string; label: string }[] {
  return Object.entries(codes)
    .filter(([value, { retired }]) => !retired || (chosen ?? []).includes(value))
    .map(([value, name]) => ({ value, label: name[lang] }));
}

/** Entries of the prefecture's own that count as this. */
export function markedAs(codes: Codes, mark: string): readonly string[] {
  return Object.entries(codes).flatMap(([code, name]) => (name.mark === mark ? [code] : []));
}

/** The name of a code; one that its list does not have is shown as it is. */
export function codeName(lang: Lang, codes: Codes, code: string | null | undefined): string {
  return code ? (codes[code]?.[lang] ?? code) : '';
}

export function codeNames(lang: Lang, codes: Codes, chosen: readonly string[]): string {
  return chosen.map((code) => codeName(lang, codes, code)).join(lang === 'ja' ? '、' : ', ');
}
