/**
 * Written JSON of entries, by id and the mark of their row: what has not changed is not written again. The least recently
 * used go when there is too much of it.
 */
export class Fragments {
  private readonly kept = new Map<string, { readonly mark: string; readonly json: Buffer }>();
  private bytes = 0;
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  get(key: string, mark: string): Buffer | undefined {
    const found = this.kept.get(key);
    if (found?.mark !== mark) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.json;
  }

  put(key: string, mark: string, json: Buffer): void {
    const before = this.kept.get(key);
    if (before) this.drop(key, before.json);
    for (const [oldest, { json: old }] of this.kept) {
      if (this.bytes + json.byteLength <= this.maxBytes) break;
      this.drop(oldest, old);
    }
    this.kept.set(key, { mark, json });
    this.bytes += json.byteLength;
  }

  private drop(key: string, json: Buffer): void {
    this.kept.delete(key);
    this.bytes -= json.byteLength;
  }
}
