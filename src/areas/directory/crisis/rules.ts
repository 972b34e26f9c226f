import { english } from './languages/en/rules.ts';
import { spanish } from './languages/es/rules.ts';
import { indonesian } from './languages/id/rules.ts';
import { japanese } from './languages/ja/rules.ts';
import { korean } from './languages/ko/rules.ts';
import { nepali } from './languages/ne/rules.ts';
import { portuguese } from './languages/pt/rules.ts';
import { thai } from './languages/th/rules.ts';
import { tagalog } from './languages/tl/rules.ts';
import { vietnamese } from './languages/vi/rules.ts';
import { chinese } from './languages/zh/rules.ts';
import { type CrisisKind, crisisKinds, foldRun, foldWords, patternOf } from './signs/rules.ts';

export { type CrisisKind, crisisKinds } from './signs/rules.ts';

/** Letters that are looked at, from the beginning: forms take fewer. */
const mostLetters = 20_000;

const languages = [
  japanese,
  english,
  chinese,
  korean,
  vietnamese,
  tagalog,
  spanish,
  portuguese,
  nepali,
  thai,
  indonesian,
];

const byKind = crisisKinds.map((kind) => ({
  kind,
  run: patternOf(
    languages.flatMap((each) => each.run?.[kind] ?? []),
    'run',
  ),
  words: patternOf(
    languages.flatMap((each) => each.words?.[kind] ?? []),
    'words',
  ),
}));

/**
 * What a text says, in any of the eleven languages, that cannot wait; the most pressing first.
 *
 * It looks for words and understands nothing: 「死にたくない」 and 「死にたいくらい忙しい」 are found like 「死にたい」, since
 * showing numbers to somebody who does not need them costs little, and missing somebody who does costs a life. So it never
 * scores a person and never decides: it shows who is there now, and flags a text to people who read it.
 */
export function findCrises(text: string): readonly CrisisKind[] {
  const looked = text.slice(0, mostLetters);
  const run = foldRun(looked);
  const words = foldWords(looked);
  return byKind
    .filter((signs) => signs.run?.test(run) || signs.words?.test(words))
    .map((signs) => signs.kind);
}

/** The most pressing of `findCrises`. */
export function findCrisis(text: string): CrisisKind | undefined {
  return findCrises(text)[0];
}
