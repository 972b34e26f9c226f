import { z } from 'zod';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers } from './flow.ts';
import { isGuideLanguage } from './guide/guide.ts';
import type { Talk } from './pages/talk.tsx';

/** A posted form before anything of it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/** Answers are small; whatever is larger did not come from our pages. */
export const mostBytes = 65_536;

export async function readPosted(visit: Visit): Promise<Fields> {
  const form = await visit.form(z.record(z.string(), z.unknown()));
  return form.ok ? form.values : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** In the language that was chosen, else that of the page on which the conversation began. */
export function talkOf(visit: Visit, answers: Answers, fields: Fields): Talk {
  const [chosen] = answers['language'] ?? [];
  const spoken = chosen ?? textOf(fields['speak']);
  return { view: visit.view, answers, language: isGuideLanguage(spoken) ? spoken : visit.lang };
}
