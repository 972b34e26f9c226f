/** JSON put together from parts that are written already. Everything is UTF-8 in buffers: nothing is parsed or encoded twice. */

const comma = Buffer.from(',');
const end = Buffer.from('}');

export function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** An object with one more member at its end. */
export function withMember(object: Buffer, name: string, value: Buffer): Buffer {
  return Buffer.concat([object.subarray(0, -1), Buffer.from(`,${JSON.stringify(name)}:`), value, end]);
}

export function arrayOf(items: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('[')];
  for (const [at, item] of items.entries()) {
    if (at > 0) parts.push(comma);
    parts.push(item);
  }
  parts.push(Buffer.from(']'));
  return Buffer.concat(parts);
}

/** A page of a list, as the standard heads it. */
export function pageOf(
  items: readonly Buffer[],
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
  return withMember(jsonOf(head), 'contents', arrayOf(items));
}

/** One object a line, read stretch by stretch as the reader takes them. */
export function linesOf(next: () => Promise<readonly Buffer[]>): ReadableStream<Uint8Array> {
  const newline = Buffer.from('\n');
  return new ReadableStream(
    {
      async pull(controller) {
        const items = await next();
        if (items.length === 0) controller.close();
        else controller.enqueue(Buffer.concat(items.flatMap((item) => [item, newline])));
      },
    },
    { highWaterMark: 0 },
  );
}
