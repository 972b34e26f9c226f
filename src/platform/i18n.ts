/** Languages of the interface, Japanese first. A further language is added here and then wherever a type asks for it. */
export const languages = ['ja', 'en'] as const;
export type Lang = (typeof languages)[number];
export const defaultLang: Lang = 'ja';

export function isLang(value: string | undefined | null): value is Lang {
  return value === 'ja' || value === 'en';
}

/** A text in every language of the interface. */
export type Text = Readonly<Record<Lang, string>>;

/** Turns the Japanese literal types into their shape, so that the other language has to say the same things. */
type SameShape<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: SameShape<T[K]> };

/**
 * Words of a slice: `const words = defineWords({ ja: {…}, en: {…} })`, read as `words[lang].title` or
 * `words[lang].count(3)`. A sentence missing in a language does not compile.
 */
export function defineWords<const Ja>(byLang: {
  ja: Ja;
  en: SameShape<Ja>;
}): Readonly<Record<Lang, SameShape<Ja>>> {
  return byLang as Readonly<Record<Lang, SameShape<Ja>>>;
}

/** Content typed by people: Japanese is required, other languages fall back to it. */
export function contentIn(lang: Lang, content: { ja: string; en?: string | null }): string {
  return (lang === 'en' ? content.en : undefined) || content.ja;
}

const numbers: Record<Lang, Intl.NumberFormat> = {
  ja: new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }),
};

/** 12345.6 → 12,345.6 */
export function formatNumber(lang: Lang, value: number): string {
  return numbers[lang].format(value);
}
