import type { Cell, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { steadyPackage } from '../office/package.ts';
import type { Book, BookSheet, Check } from './book.ts';
import { fontName, styles } from './looks.ts';

/**
 * Writes an .xlsx. Unless it is open, its sheets are protected: people fill the input cells, and find the rest as it was when it
 * returns.
 */
export async function writeWorkbook(book: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: book.sheets.map((sheet) => asSheet(sheet, book)),
    properties: { title: book.title, creator: book.author },
    defaultFont: { name: fontName, size: 10 },
    ...(book.open ? {} : { workbookProtection: { lockStructure: true } }),
    activeSheet: 0,
  });
  return book.on ? steadyPackage(bytes, book.on) : bytes;
}

function asSheet(sheet: BookSheet, { open = false }: Book): WriteSheet {
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,30}$/u.test(sheet.name))
    throw new Error(`a sheet cannot be named ${sheet.name}`);
  const cells = new Map<string, Partial<Cell>>();
  const rows: CellValue[][] = [];
  for (const [row, { cells: own }] of sheet.rows.entries()) {
    rows.push(own.map((cell) => cell?.value ?? null));
    for (const [column, cell] of own.entries()) {
      if (!cell) continue;
      const value = cell.value ?? null;
      cells.set(`${row},${column}`, {
        value,
        style: styles[cell.look],
        ...(cell.formula ? { type: 'formula', formula: cell.formula, formulaResult: value } : {}),
      });
    }
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, hidden }) => ({ width, hidden: hidden ?? false })),
    rows,
    cells,
    rowDefs: rowDefs(sheet),
    merges: (sheet.merges ?? []).map(mergeOf),
    dataValidations: (sheet.checks ?? []).flatMap(validations),
    ...(sheet.freeze ? { freezePane: sheet.freeze } : {}),
    ...(open
      ? {}
      : {
          protection: { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true },
        }),
    view: {
      showGridLines: false,
      ...(sheet.tabColor ? { tabColor: { rgb: sheet.tabColor } } : {}),
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.5, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 },
      ...(sheet.repeatRows ? { printTitlesRow: sheet.repeatRows } : {}),
      ...(sheet.printArea ? { printArea: sheet.printArea } : {}),
    },
    headerFooter: { oddFooter: sheet.footer ?? '&C&P / &N' },
    veryHidden: sheet.veryHidden ?? false,
  };
}

function rowDefs({ rows }: BookSheet): NonNullable<WriteSheet['rowDefs']> {
  return new Map(
    rows.flatMap(({ height, hidden }, index) =>
      height === undefined && !hidden
        ? []
        : [[index, { ...(height === undefined ? {} : { height }), hidden: hidden ?? false }] as const],
    ),
  );
}

/** Excel takes a validation over a few dozen ranges; more are spread over several of the same kind. */
const rangesAtOnce = 60;

function validations({ range, ...check }: Check): DataValidation[] {
  const ranges = range.split(' ');
  return Array.from({ length: Math.ceil(ranges.length / rangesAtOnce) }, (_, index) =>
    validation({ ...check, range: ranges.slice(index * rangesAtOnce, (index + 1) * rangesAtOnce).join(' ') }),
  );
}

function validation({ range, takes, title, message }: Check): DataValidation {
  const told = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: message,
  } as const;
  if (takes === 'whole' || takes === 'decimal')
    return { ...told, type: takes, operator: 'greaterThanOrEqual', formula1: '0' };
  if ('oneOf' in takes) return { ...told, type: 'list', formula1: takes.oneOf };
  return { ...told, type: 'textLength', operator: 'lessThanOrEqual', formula1: String(takes.textUpTo) };
}

/** `B2:D2` as numbers from 0. */
function mergeOf(range: string) {
  const [from = '', to = ''] = range.split(':');
  const start = place(from);
  const end = place(to);
  return { startRow: start.row, startCol: start.column, endRow: end.row, endCol: end.column };
}

function place(reference: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
