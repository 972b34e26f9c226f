import { dayName } from '#platform/dates.ts';
import type { BookRow, BookSheet, Look } from '#ui/workbook/book.ts';
import { type BookFacts, footerOf } from './book-facts.ts';
import { bookWords } from './book-words.ts';

const columns = [{ width: 3 }, { width: 34 }, { width: 88 }];

/** The first sheet: for whom, until when, how, and what the colours mean. Fits on one page. */
export function guideSheet(facts: BookFacts): BookSheet {
  const { lang, round, organisation, contact, today } = facts;
  const t = bookWords[lang];
  const rows: BookRow[] = [
    line('', 'plain', 8),
    line(t.title(round.title), 'title', 34),
    line('', 'plain', 6),
    pair(t.bureau, organisation.name),
    pair(t.deadline, dayName(lang, round.deadlineOn)),
    pair(t.contact, contact),
    pair(t.made, dayName(lang, today)),
    ...(round.message ? [line('', 'plain', 8), wide(round.message, 'message')] : []),
    line('', 'plain', 12),
    line(t.steps, 'step', 24),
    ...t.step.map((step, index) => pair(step, t.stepText[index] ?? '', 'label', 'text')),
    line('', 'plain', 12),
    line(t.rules, 'step', 24),
    ...t.rule.map((rule) => wide(`・${rule}`, 'text')),
    line('', 'plain', 12),
    line(t.looks, 'step', 24),
    look('input-text', t.lookInput),
    look('shown', t.lookShown),
    look('blocked', t.lookBlocked),
  ];
  return {
    name: t.sheets.guide,
    columns,
    rows,
    merges: rows.flatMap(({ cells }, index) =>
      cells.length === 2 && cells[1]?.value ? [`B${index + 1}:C${index + 1}`] : [],
    ),
    printArea: `$B$1:$C$${rows.length}`,
    footer: footerOf(facts),
    onePage: true,
    tabColor: '8FAFD6',
  };
}

function line(value: string, kind: Look, height: number): BookRow {
  return { cells: [null, { value, look: kind }], height };
}

/** One paragraph over both columns. */
function wide(value: string, kind: Look): BookRow {
  return line(value, kind, heightOf(value, 62));
}

function pair(term: string, value: string, termLook: Look = 'label', valueLook: Look = 'shown'): BookRow {
  return {
    cells: [null, { value: term, look: termLook }, { value, look: valueLook }],
    height: heightOf(value, 46),
  };
}

function look(kind: Look, meaning: string): BookRow {
  return { cells: [null, { value: '', look: kind }, { value: meaning, look: 'text' }], height: 22 };
}

/** Points for a text in lines of so many full-width letters; Latin letters take half. */
function heightOf(text: string, perLine: number): number {
  const lines = text
    .split('\n')
    .map((part) => [...part].reduce((sum, letter) => sum + (letter < '\u0100' ? 0.55 : 1), 0))
    .reduce((sum, length) => sum + Math.max(1, Math.ceil(length / perLine)), 0);
  return Math.max(24, lines * 16 + 8);
}
