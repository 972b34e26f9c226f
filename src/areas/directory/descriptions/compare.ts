import type { ServiceContent } from '../services/content.ts';
import type { describe, Said } from './describe.ts';

/** One thing that two contents say differently. */
export interface Difference {
  readonly field: keyof ServiceContent;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What is said differently, field by field, in the order of the form. */
export function differences(
  before: ReturnType<typeof describe>,
  after: ReturnType<typeof describe>,
): readonly Difference[] {
  const key = ({ field, label }: Said) => `${field} ${label}`;
  const [left, right] = [before, after].map((said) => new Map(said.map((each) => [key(each), each])));
  const keys = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  return [...keys].flatMap((each) => {
    const [one, other] = [left?.get(each), right?.get(each)];
    const said = one ?? other;
    if (!said || one?.text === other?.text) return [];
    return [{ field: said.field, label: said.label, before: one?.text ?? '', after: other?.text ?? '' }];
  });
}
