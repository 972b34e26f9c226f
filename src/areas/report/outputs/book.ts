import type { Book, BookCell, BookRow, BookSheet } from '#ui/workbook/book.ts';
import { type Block, type Line, lineText, type Manuscript, type Section } from '../manuscripts/manuscript.ts';
import { type Surroundings, urlOf } from './pieces.ts';
import { words } from './words.ts';

type Table = Extract<Block, { kind: 'table' }>;
interface Found {
  readonly table: Table;
  readonly section: Section;
  readonly sheet: string;
}

/** Every table of a manuscript on a sheet of its own, and every figure with its name; numbers are numbers. */
export function bookOf(manuscript: Manuscript, surroundings: Surroundings): Book {
  const { lang, title, operator, headquarters, edition } = manuscript;
  const text = words[lang];
  const tables = manuscript.sections
    .flatMap((section) => section.blocks.map((block) => ({ block, section })))
    .flatMap(({ block, section }) => (block.kind === 'table' ? [{ table: block, section }] : []))
    .map((found, at): Found => ({ ...found, sheet: text.tableNumber(at + 1) }));
  return {
    title,
    author: `${operator} ${headquarters}`,
    open: true,
    on: edition.publishedOn ?? `${edition.fiscalYear}-04-01`,
    sheets: [
      guideSheet(manuscript, tables),
      ...tables.map((found) => tableSheet(manuscript, found)),
      definitionsSheet(manuscript),
      figuresSheet(manuscript, surroundings),
    ],
  };
}

const cell = (value: string | number | null, look: BookCell['look'] = 'cell-text'): BookCell => ({
  value,
  look,
});
const headings = (texts: readonly string[]): BookRow => ({
  cells: texts.map((text) => cell(text, 'heading')),
});

function guideSheet({ lang, title }: Manuscript, tables: readonly Found[]): BookSheet {
  const text = words[lang];
  return {
    name: text.guideSheet,
    columns: [{ width: 16 }, { width: 40 }, { width: 60 }],
    rows: [
      { cells: [cell(text.guide(title), 'title')], height: 28 },
      { cells: [cell(text.guideLead, 'lead')] },
      headings([text.sheet, text.where, text.table]),
      ...tables.map(({ table, section, sheet }) => ({
        cells: [cell(sheet), cell(section.heading), cell(table.caption)],
      })),
      { cells: [cell(text.definitionsSheet), cell(title), cell(text.definitions)] },
      { cells: [cell(text.figuresSheet), cell(title), cell(text.allFigures)] },
    ],
  };
}

function tableSheet(manuscript: Manuscript, { table, section, sheet }: Found): BookSheet {
  const units = table.columns.map((_, at) => unitOf(manuscript, table, at));
  return {
    name: sheet,
    columns: table.columns.map(({ align }, at) => ({ width: align === 'end' ? 18 : at === 0 ? 42 : 60 })),
    rows: [
      { cells: [cell(table.caption, 'title')], height: 28 },
      { cells: [cell(section.heading, 'lead')] },
      headings(
        table.columns.map(({ heading }, at) => {
          const unit = units[at];
          if (!unit) return heading;
          return manuscript.lang === 'ja' ? `${heading}（${unit}）` : `${heading} (${unit})`;
        }),
      ),
      ...table.rows.map((row) => ({ cells: row.map((line, at) => cellOf(manuscript, line, units[at])) })),
    ],
    freeze: { rows: 3, columns: 0 },
    repeatRows: '$1:$3',
  };
}

/** The unit that every number of a column has; undefined where they differ, and then each cell says its own. */
function unitOf({ figures }: Manuscript, table: Table, column: number): string | undefined {
  const units = table.rows.flatMap((row) => {
    const id = aloneIn(row[column] ?? []);
    return id ? [figures[id]?.unit] : [];
  });
  return units.length > 0 && new Set(units).size === 1 ? units[0] : undefined;
}

function aloneIn(line: Line): string | undefined {
  const [only, ...more] = line;
  return only && 'figure' in only && more.length === 0 ? only.figure : undefined;
}

function cellOf(manuscript: Manuscript, line: Line, unit: string | undefined): BookCell {
  const id = aloneIn(line);
  const value = id && unit !== undefined ? manuscript.figures[id]?.value : undefined;
  return typeof value === 'number' ? numberCell(value) : cell(lineText(manuscript, line));
}

function numberCell(value: number | null): BookCell {
  return cell(value, value === null || Number.isInteger(value) ? 'cell-number' : 'cell-decimal');
}

/** How numbers are to be read, and what each counts as far as its bureau says. */
/** How numbers are read, then what every one of them is: the same that its path says. */
function definitionsSheet({ lang, edition, sections, figures }: Manuscript): BookSheet {
  const text = words[lang];
  const { id, label, unit, period, source } = text.columns;
  const headingOf = new Map(sections.map((section) => [section.id, section.heading]));
  return {
    name: text.definitionsSheet,
    columns: [16, 40, 40, 70, 10, 12, 50].map((width) => ({ width })),
    rows: [
      { cells: [cell(text.definitions, 'title')], height: 28 },
      ...text.readings.map(([said, meaning]) => ({
        cells: [cell(''), cell(''), cell(said), cell(meaning)],
      })),
      headings([id, text.where, label, text.definition, unit, period, source]),
      ...Object.values(figures).map((figure) => ({
        cells: [
          cell(figure.id),
          cell(headingOf.get(figure.section) ?? ''),
          cell(figure.label),
          cell(figure.definition ?? ''),
          cell(figure.unit),
          cell(figure.period ?? String(edition.fiscalYear)),
          cell(figure.source ?? ''),
        ],
      })),
    ],
  };
}

function figuresSheet(manuscript: Manuscript, surroundings: Surroundings): BookSheet {
  const { lang, sections, figures } = manuscript;
  const text = words[lang];
  const { id, label, value, unit, shown, note, url } = text.columns;
  const headingOf = new Map(sections.map((section) => [section.id, section.heading]));
  return {
    name: text.figuresSheet,
    columns: [16, 40, 40, 16, 10, 24, 40, 50].map((width) => ({ width })),
    rows: [
      { cells: [cell(text.allFigures, 'title')], height: 28 },
      { cells: [cell(text.guideLead, 'lead')] },
      headings([id, text.where, label, value, unit, shown, note, url]),
      ...Object.values(figures).map((figure) => ({
        cells: [
          cell(figure.id),
          cell(headingOf.get(figure.section) ?? ''),
          cell(figure.label),
          numberCell(figure.value),
          cell(figure.unit),
          cell(figure.shown),
          cell(figure.note),
          cell(urlOf(figure.id, { manuscript, surroundings })),
        ],
      })),
    ],
    freeze: { rows: 3, columns: 1 },
    repeatRows: '$1:$3',
  };
}
