import type { Problem } from '#platform/web/form-state.ts';
import type { Typed } from '#platform/web/form.ts';
import type { Lang } from '#platform/i18n.ts';
import { type Asked, baseOf, nameOf } from './pages/fields.tsx';
import { type Answer, type Answers, listed, readAnswer, said } from './rules.ts';
import { words } from './words.ts';

export interface Posted {
  readonly mine: Answers;
  readonly base: Answers;
  /** Fields about which the writer was asked and has not chosen. */
  readonly ask: readonly string[];
  readonly problems: readonly Problem[];
}

/** What was typed into the questions that were asked, with what the writer saw before, and what they chose of two versions. */
export function readPosted(lang: Lang, asked: readonly Asked[], typed: Typed): Posted {
  const problems: Problem[] = [];
  const mine: Record<string, Answer> = {};
  const base: Record<string, Answer> = {};
  const ask: string[] = [];
  for (const { field, options } of asked) {
    const name = nameOf(field.code);
    const before =
      field.kind === 'many' ? listed(typed[baseOf(field.code)]) : said(typed[baseOf(field.code)]);
    const read = readAnswer(field, options, typed[name] ?? '');
    base[field.code] = before;
    if (!read.ok) {
      problems.push({ field: name, message: words[lang].problems[read.refusal] });
      continue;
    }
    mine[field.code] = read.value;
    if (!listed(typed['ask']).includes(field.code)) continue;
    const keep = said(typed[`keep.${field.code}`]);
    if (keep === 'theirs') mine[field.code] = before;
    else if (keep === 'both') mine[field.code] = [said(before), said(read.value)].join('\n');
    else if (keep !== 'mine') ask.push(field.code);
  }
  return { mine, base, ask, problems };
}

/** Everything that was typed, as fields to send again; what somebody else saved is now what the writer has seen. */
export function typedAgain(
  typed: Typed,
  theirs: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const seen = new Map([...theirs].map(([field, value]) => [baseOf(field), value]));
  return Object.entries(typed)
    .filter(([name]) => name !== 'ask' && !name.startsWith('keep.') && !seen.has(name))
    .flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value] as const]
        : value.map((each) => [`${name}[]`, each] as const),
    )
    .concat([...seen]);
}
