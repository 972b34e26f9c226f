/**
 * JSON put together from parts that are written already. Everything is UTF-8 in buffers: nothing is parsed or encoded twice,
 * and pieces are copied once, into the whole.
 */
export type Pieces = readonly Buffer[];

const comma = Buffer.from(',');
const end = Buffer.from('}');
const [open, close] = [Buffer.from('['), Buffer.from(']')];

export function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** A last member and the end of its object: `,"name":value}`. */
export function memberOf(name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`,${JSON.stringify(name)}:`), value, end]);
}

/** An object with one more member, which `memberOf` has written, at its end. */
export function withMember(object: Pieces, member: Buffer): Pieces {
  const last = object.at(-1);
  return last ? [...object.slice(0, -1), last.subarray(0, -1), member] : object;
}

export function arrayOf(items: readonly Pieces[]): Pieces {
  const pieces: Buffer[] = [open];
  for (const [at, item] of items.entries()) {
    if (at > 0) pieces.push(comma);
    pieces.push(...item);
  }
  pieces.push(close);
  return pieces;
}

/** A page of a list, as the standard heads it. */
export function pageOf(
  items: readonly Pieces[],
  { total, page, perPage }: { total: number; page: number; perPage: number },
): Buffer {
  const pages = Math.ceil(total / perPage);
  const head = {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: items.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: items.length === 0,
  };
  const start = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"contents":`);
  return Buffer.concat([start, ...arrayOf(items), end]);
}

/** One object a line, read stretch by stretch as the reader takes them. */
export function linesOf(next: () => Promise<readonly Pieces[]>): ReadableStream<Uint8Array> {
  const newline = Buffer.from('\n');
  return new ReadableStream(
    {
      async pull(controller) {
        const items = await next();
        if (items.length === 0) controller.close();
        else controller.enqueue(Buffer.concat(items.flatMap((item) => [...item, newline])));
      },
    },
    { highWaterMark: 0 },
  );
}
