import type { Codes } from '../case-files/codes.ts';
import type { FormSet } from './form.ts';
import { listOf } from './rules.ts';

/** What the work on a case is written with, by the list of the forms in which it stands. */
const lists = {
  kinds: 'contact-way',
  services: 'service',
  places: 'place',
  withWhom: 'with-whom',
  related: 'agency',
  bearers: 'bearer',
  programs: 'program',
  meetingResults: 'meeting-result',
  changes: 'change',
  outcomes: 'outcome',
} as const;

export type CaseLists = Readonly<Record<keyof typeof lists, Codes>>;

/** The lists as the prefecture words them: `codes.ts` of each slice holds the codes on which rules stand, and the first words. */
export function caseLists(set: FormSet): CaseLists {
  const codesOf = (list: string): Codes =>
    Object.fromEntries(
      listOf(set, list).options.map(({ code, name, retired, mark }) => [
        code,
        { ...name, ...(retired && { retired }), ...(mark && { mark }) },
      ]),
    );
  const named = Object.entries(lists).map(([name, list]) => [name, codesOf(list)]);
  return Object.fromEntries(named) as CaseLists;
}
