import type { Child } from 'hono/jsx';

interface SheetProps {
  /** 様式1 */
  readonly number: string;
  readonly title: string;
  /** 【本人同意あり】 */
  readonly variant?: string | undefined;
  /** What the frames mean, when it was printed: at the head, so that it takes no page of its own. */
  readonly foot?: string;
  readonly children?: Child;
}

/** An official form on A4: boxes with lines around them, alone on the paper. */
export function Sheet({ number, title, variant, foot, children }: SheetProps) {
  return (
    <article class="sheet" aria-label={title}>
      <header>
        <p>{number}</p>
        <h2>{title}</h2>
        <p class="variant">
          {variant}
          {foot && <small>{foot}</small>}
        </p>
      </header>
      {children}
    </article>
  );
}

export interface Box {
  readonly label: string;
  readonly value: Child;
  /** Takes the whole line. */
  readonly wide?: boolean;
  /** Told to the state: a thick frame. */
  readonly thick?: boolean;
  /** Room to write: three lines and more. */
  readonly tall?: boolean;
}

/** A block of a form: labels and what stands beside them, two on a line where they fit. */
export function SheetBoxes({ title, boxes }: { title: string; boxes: readonly Box[] }) {
  return (
    <table class="sheet-boxes">
      <caption>{title}</caption>
      <colgroup>
        <col class="name" />
        <col />
        <col class="name" />
        <col />
      </colgroup>
      <tbody>
        {linesOf(boxes).map((line) => (
          <tr>
            {line.map(({ label, value, thick, tall }) => (
              <>
                <th scope="row" class={thick ? 'thick' : undefined}>
                  {label}
                </th>
                <td
                  colspan={line.length === 1 ? 3 : undefined}
                  class={[thick && 'thick', tall && 'tall'].filter(Boolean).join(' ') || undefined}
                >
                  {value}
                </td>
              </>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Boxes in their order, two on a line unless one of them needs it all. */
export function linesOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const lines: Box[][] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last?.length === 1 && !last[0]?.wide && !box.wide) last.push(box);
    else lines.push([box]);
  }
  return lines;
}

export interface SheetColumn {
  readonly label: string;
  /** Of the width, in twelfths. */
  readonly width: 1 | 2 | 3 | 4 | 5 | 6;
}

/** Rows of a form: what was done, by whom, when. `blank`: so many lines to write on, if there is nothing yet. */
export function SheetRows({
  title,
  columns,
  rows: given,
  thick,
  blank = 0,
}: {
  title: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly Child[])[];
  thick?: boolean;
  blank?: number;
}) {
  const empty = Array.from({ length: blank }, () => columns.map(() => <span class="line" />));
  const rows = given.length > 0 ? given : empty;
  return (
    <table class={thick ? 'sheet-rows thick' : 'sheet-rows'}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {columns.map(({ label, width }) => (
            <th scope="col" class={`w${width}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, at) => (
              <td data-label={columns[at]?.label}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface Tick {
  readonly label: string;
  readonly mark: string;
}

/** Every option of a list with its box, so that the paper can be filled with a pen. */
export function Ticks({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <ul class="ticks">
      {ticks.map(({ label, mark }) => (
        <li>
          <span aria-hidden="true">{mark}</span>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** A line to sign on. */
export function SignatureLine({ label, day }: { label: string; day: string }) {
  return (
    <p class="signature">
      <span>{day}</span>
      <span>{label}</span>
    </p>
  );
}

/** Prints the page; browsers without scripts have a menu for it. */
export function PrintButton({ label }: { label: string }) {
  return (
    <div data-share="">
      <button type="button" class="button secondary" data-share-print hidden>
        {label}
      </button>
    </div>
  );
}
