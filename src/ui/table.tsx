import type { Child } from 'hono/jsx';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { words } from './words.ts';

export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  /** Numbers stand to the right with equally wide digits. Numbers in the rows are formatted by the table. */
  readonly align?: 'number' | 'center';
  /** Said once in the heading: 件, 人, 千円. */
  readonly unit?: string;
  /** The cell that names its row. */
  readonly head?: boolean;
}

export type Row<Key extends string = string> = Readonly<Partial<Record<Key, Child>>>;

interface DataTableProps<Key extends string> {
  readonly view: View;
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Key>[];
  readonly rows: readonly Row<Key>[];
  /** A last row of sums. */
  readonly total?: Row<Key>;
  /** Columns as wide in every table of the page: the first takes nearly half, the others share the rest. */
  readonly even?: boolean;
  /** On narrow screens each row becomes a block of its own. Otherwise the table scrolls sideways. */
  readonly stacked?: boolean;
  /** Shown instead of an empty body. */
  readonly empty?: string;
}

export function DataTable<Key extends string>(props: DataTableProps<Key>) {
  const { view, caption, columns, rows, total } = props;
  const table = (
    <table class={['table', props.stacked && 'stacked', props.even && 'even'].filter(Boolean).join(' ')}>
      <caption class={props.captionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.align}>
              {column.label}
              {column.unit && <small class="unit">{words[view.lang].inUnit(column.unit)}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow view={view} columns={columns} row={row} missing={words[view.lang].noValue} />
        ))}
        {rows.length === 0 && props.empty && (
          <tr>
            <td colspan={columns.length}>{props.empty}</td>
          </tr>
        )}
      </tbody>
      {total && (
        <tfoot>
          <TableRow view={view} columns={columns} row={total} missing="" />
        </tfoot>
      )}
    </table>
  );
  return props.stacked ? (
    table
  ) : (
    <div class="scroll" role="region" tabindex={0} aria-label={words[view.lang].scrollTable(caption)}>
      {table}
    </div>
  );
}

interface TableRowProps<Key extends string> {
  readonly view: View;
  readonly columns: readonly Column<Key>[];
  readonly row: Row<Key>;
  /** Shown for a value that is not there: a dash, which is not a zero; nothing in a row of sums. */
  readonly missing: string;
}

function TableRow<Key extends string>({ view, columns, row, missing }: TableRowProps<Key>) {
  return (
    <tr>
      {columns.map((column) => {
        const content = cellContent(view, row[column.key], missing);
        if (column.head) {
          return (
            <th scope="row" class={column.align}>
              {content}
            </th>
          );
        }
        return (
          <td
            class={column.align}
            data-label={column.unit ? `${column.label}${words[view.lang].inUnit(column.unit)}` : column.label}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** Numbers get thousands separators. */
function cellContent(view: View, value: Child | undefined, missing: string): Child {
  if (value === undefined || value === null || value === '') return missing;
  return typeof value === 'number' ? formatNumber(view.lang, value) : value;
}
