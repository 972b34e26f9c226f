import type { Book, BookCell, BookSheet } from '#ui/workbook/book.ts';
import { termName } from '../entries/contents.ts';
import type { BookFacts } from './book-facts.ts';
import { guideSheet } from './build-guide.ts';
import { valuesSheet } from './build-values.ts';
import { wordsSheet } from './build-words.ts';
import { type Key, keyRows, markers } from './layout/rules.ts';
import { sealOf } from './seal.ts';
import { bookWords } from './book-words.ts';

/** The workbook of one bureau in one round: a guide, the values, the words, and the sealed ids. */
export function buildWorkbook(facts: BookFacts): Book {
  return {
    title: `${facts.round.title} ${facts.organisation.name}`,
    author: facts.author,
    sheets: [guideSheet(facts), valuesSheet(facts), wordsSheet(facts), keySheet(facts)],
  };
}

/** Ids, versions and their seal, and the ratings that the drop-downs offer (column E). */
function keySheet({ lang, round, organisation, contents, words }: BookFacts): BookSheet {
  const key: Key = {
    roundId: round.id,
    organisationId: organisation.id,
    entries: contents.map(({ entryId, stamp }) => ({ id: entryId, stamp })),
    measures: contents.flatMap(({ entryId, measures }) => measures.map(({ id }) => ({ id, entryId }))),
  };
  const sealed = [...keyRows(key), ['seal', sealOf(key, round.workbookKey), ''] as const];
  const plain = (value: string): BookCell => ({ value, look: 'plain' });
  const ratings = words.ratings.map((term) => termName(lang, term));
  const length = Math.max(sealed.length, ratings.length);
  return {
    name: bookWords[lang].sheets.key,
    columns: [{ width: 14 }, { width: 46 }, { width: 46 }, { width: 4 }, { width: 20 }],
    rows: [
      { cells: [plain(markers.key)] },
      ...Array.from({ length }, (_, index) => ({
        cells: [...(sealed[index] ?? ['', '', '']), '', ratings[index] ?? ''].map((value) =>
          value ? plain(value) : null,
        ),
      })),
    ],
    veryHidden: true,
  };
}
