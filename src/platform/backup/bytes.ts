/** Bytes of a stream, taken in portions of one's own choice. */
export interface ByteSource {
  /** Exactly `length` bytes, or undefined when the stream ends before. */
  take(length: number): Promise<Buffer | undefined>;
  /** What is left in hand after `take` found the end. */
  rest(): Buffer;
  /** True when no byte is left. */
  isOver(): Promise<boolean>;
}

export function bytesOf(stream: AsyncIterable<Buffer>): ByteSource {
  const iterator = stream[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let size = 0;

  async function fill(wanted: number): Promise<boolean> {
    while (size < wanted) {
      const next = await iterator.next();
      if (next.done) return false;
      held.push(next.value);
      size += next.value.length;
    }
    return true;
  }

  return {
    async take(length) {
      if (!(await fill(length))) return undefined;
      const all = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
      held = [all.subarray(length)];
      size -= length;
      return all.subarray(0, length);
    },
    rest() {
      return Buffer.concat(held.splice(0));
    },
    async isOver() {
      return !(await fill(1));
    },
  };
}
