import type { Lang } from '../i18n.ts';
import type { RefusalFacts } from '../result.ts';
import type { FormState } from './form-state.ts';
import type { Typed } from './form.ts';

/** The words of every refusal of a slice; one that is missing in a language does not compile. */
export type RefusalWords<Refusal extends string> = Readonly<
  Record<Lang, Readonly<Record<Refusal, string | ((facts: RefusalFacts) => string)>>>
>;

/** What a rule refused, as far as its words have to know. */
export interface RefusedWith<Refusal extends string> {
  readonly refusal: Refusal;
  readonly facts?: RefusalFacts;
}
/** The same for whatever these words can say. */
export type RefusedBy<Words extends { readonly ja: object }> = RefusedWith<keyof Words['ja'] & string>;

export function sayRefusal<Refusal extends string>(
  words: RefusalWords<Refusal>,
  lang: Lang,
  { refusal, facts = {} }: RefusedWith<Refusal>,
): string {
  const said = words[lang][refusal];
  return typeof said === 'string' ? said : said(facts);
}

/** The form again as it was typed, with the refusal at the field that it is about, or above the form. */
export function refusedForm<Refusal extends string>({
  words,
  lang,
  refused,
  typed,
  fields = {},
}: {
  words: RefusalWords<Refusal>;
  lang: Lang;
  refused: RefusedWith<Refusal>;
  typed: Typed;
  fields?: Partial<Record<Refusal, string>>;
}): FormState {
  const message = sayRefusal(words, lang, refused);
  return { values: typed, problems: [{ field: fields[refused.refusal] ?? '', message }] };
}
