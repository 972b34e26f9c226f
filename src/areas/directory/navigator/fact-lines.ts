import type { Lang } from '#platform/i18n.ts';
import { choiceFacts, type ChoiceFact, numberFacts } from '../schemes/scheme.ts';
import type { Answers } from './flow.ts';
import { words } from './words.ts';

/** A home is lost otherwise than a job. */
export function choiceLabel(lang: Lang, name: ChoiceFact, value: string): string | undefined {
  const { choices } = words[lang];
  return choices[(name === 'home' && value === 'lost' ? 'homeLost' : value) as keyof typeof choices];
}

/** What was said for the schemes, for the desk to read: in Japanese, numbers as they were typed. */
export function factLines(
  answers: Answers,
): readonly { readonly ask: string; readonly said: readonly string[] }[] {
  const { facts } = words.ja;
  const numbers = numberFacts.map((name) => ({ ask: facts[name], said: answers[name] ?? [] }));
  const chosen = (Object.keys(choiceFacts) as ChoiceFact[]).map((name) => ({
    ask: facts[name],
    said: (answers[name] ?? []).flatMap((value) => choiceLabel('ja', name, value) ?? []),
  }));
  return [...numbers, ...chosen];
}
