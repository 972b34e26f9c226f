import { fiscalYearName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { BookCell, BookRow, BookSheet } from '#ui/workbook/book.ts';
import { type EntryContent, termName } from '../entries/contents.ts';
import { type BookFacts, footerOf, hiddenRow, isLocked, titleRows } from './book-facts.ts';
import { maxText } from './cells/rules.ts';
import { headingRow, markers, noRow, wordColumns } from './layout/rules.ts';
import { bookWords } from './book-words.ts';

const widths = { id: 4, program: 28, summary: 44, evaluation: 52, rating: 14, nextStep: 44 } as const;

/** One row per program: what was done, how it is judged, what comes next. */
export function wordsSheet(facts: BookFacts): BookSheet {
  const t = bookWords[facts.lang];
  const rows: BookRow[] = [
    hiddenRow([markers.words, ...wordColumns.slice(1)]),
    ...titleRows(t.wordsTitle(fiscalYearName(facts.lang, facts.round.fiscalYear)), t.wordsLead),
    {
      cells: wordColumns.map((column) => ({
        value: column === 'id' ? noRow : t[column],
        look: 'heading',
      })),
      height: 28,
    },
    ...facts.contents.map((content) => programRow(facts, content)),
  ];
  const input = (column: string) => `${column}${headingRow + 1}:${column}${rows.length}`;
  const ratings = facts.words.ratings.length;
  const text = { takes: { textUpTo: maxText }, title: t.textTitle, message: t.textMessage(maxText) };
  return {
    name: t.sheets.words,
    columns: wordColumns.map((column) => ({ width: widths[column], hidden: column === 'id' })),
    rows,
    freeze: { rows: headingRow, columns: 2 },
    checks:
      facts.contents.length === 0
        ? []
        : [
            ...(ratings > 0
              ? [
                  {
                    range: input('E'),
                    takes: { oneOf: `${t.sheets.key}!$E$2:$E$${ratings + 1}` },
                    title: t.ratingTitle,
                    message: t.ratingMessage,
                  },
                ]
              : []),
            { range: `${input('C')} ${input('D')} ${input('F')}`, ...text },
          ],
    repeatRows: '$4:$4',
    printArea: `$B$2:$F$${rows.length}`,
    footer: footerOf(facts),
    tabColor: '2B5797',
  };
}

function programRow({ lang, words }: BookFacts, content: EntryContent): BookRow {
  const t = bookWords[lang];
  const locked = isLocked(content);
  const name = contentIn(lang, { ja: content.nameJa, en: content.nameEn });
  const state =
    content.status === 'submitted' || content.status === 'accepted'
      ? `\n【${t.locked[content.status]}】`
      : '';
  const rating = words.ratings.find(({ code }) => code === content.rating);
  const text = (value: string): BookCell => ({ value, look: locked ? 'shown-text' : 'input-text' });
  const longest = Math.max(
    content.summary.length / 24,
    content.evaluation.length / 28,
    content.nextStep.length / 24,
  );
  return {
    cells: [
      { value: content.entryId, look: 'plain' },
      { value: `${name}${state}`, look: 'label' },
      text(content.summary),
      text(content.evaluation),
      {
        value: rating ? termName(lang, rating) : content.rating,
        look: locked ? 'shown-choice' : 'input-choice',
      },
      text(content.nextStep),
    ],
    // About fourteen points a line, from four lines to what Excel shows of a row.
    height: Math.min(400, Math.max(64, Math.ceil(longest + 1) * 14)),
  };
}
