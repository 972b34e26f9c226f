import { randomUUID } from 'node:crypto';
import type { Typed } from '#platform/web/form.ts';
import type { ServiceContent } from '../services/content.ts';
import type { Reading } from './values.ts';
import { listOf, textOf } from '#platform/web/typed.ts';

interface Noted {
  readonly id: string;
  readonly code: string;
  readonly note: string;
}

export function readAccess(typed: Typed, base: ServiceContent): Partial<Reading> {
  const languages = readNoted(typed, 'languages', base.languages);
  const accessibility = readNoted(typed, 'accessibility', base.accessibility);
  return { content: { ...base, languages, accessibility } };
}

/** Each chosen word with its note; one that was there keeps its id. */
function readNoted(typed: Typed, list: string, stored: readonly Noted[]): Noted[] {
  return listOf(typed, list).map((code) => ({
    id: stored.find((each) => each.code === code)?.id ?? randomUUID(),
    code,
    note: textOf(typed, `${list}.${code}.note`),
  }));
}
