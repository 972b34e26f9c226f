import { ok, type Result, refuse } from '#platform/result.ts';

export type PhraseRefusal = 'placeholder-unknown' | 'phrase-code-taken' | 'too-many-phrases';

/** What stands in braces in a phrase: 「{窓口}です」. */
export const placeholders = ['窓口', '番号', '時刻', '次の受付'] as const;
export type Placeholder = (typeof placeholders)[number];

const mostPhrases = 200;

/** A phrase whose braces everybody understands, under a code of its own. */
export function decidePhrase(facts: {
  text: string;
  codeTaken: boolean;
  others: number;
}): Result<'keep', PhraseRefusal> {
  const named = [...facts.text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const unknown = named.find((name) => !placeholders.includes(name as Placeholder));
  if (unknown !== undefined) return refuse('placeholder-unknown', { name: unknown.slice(0, 20) });
  if (facts.others >= mostPhrases) return refuse('too-many-phrases', { most: mostPhrases });
  return facts.codeTaken ? refuse('phrase-code-taken') : ok('keep');
}

/** The sentence as it is said now. */
export function fillPhrase(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => values[name as Placeholder] ?? whole);
}

/** Behind what is typed already, on a line of its own. */
export function appended(typed: string, phrase: string): string {
  return typed.trim() ? `${typed.replace(/\s+$/, '')}\n${phrase}` : phrase;
}
