import type { Tx } from '#platform/database/database.ts';
import { organisationNames } from '../case-files/shown.ts';
import type { FieldClass } from '../relations/rules.ts';
import { classWords } from '../relations/words.ts';
import { words } from './words.ts';

/** The sentence that the person is read, as it stands when they agree. It is kept in clear: it names classes and organisations, and nobody. */
export async function shownWords(
  tx: Tx,
  { organisationIds, classes }: { organisationIds: readonly string[]; classes: readonly string[] },
): Promise<string> {
  const names = await organisationNames(tx, 'ja');
  const told = classes.map((each) => classWords.ja[each as FieldClass]).join('、');
  const named = names.filter(({ value }) => organisationIds.includes(value)).map(({ label }) => label);
  return words.ja.shown(named.join('、'), told);
}
