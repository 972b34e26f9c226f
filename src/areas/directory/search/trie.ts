interface Node<Value> {
  /** By code point: numbers are found faster than letters. */
  readonly next: Map<number, Node<Value>>;
  value?: Value;
}

export interface Hit<Value> {
  readonly length: number;
  readonly value: Value;
}

/** Many words looked for at once: asking costs the length of the text, not the number of the words. */
export class Trie<Value> {
  private readonly root: Node<Value> = { next: new Map() };

  constructor(entries: Iterable<readonly [string, Value]> = []) {
    for (const [word, value] of entries) this.add(word, value);
  }

  /** The first value of a word stays. */
  add(word: string, value: Value): void {
    let node = this.root;
    for (let at = 0; at < word.length; at += 1) {
      const point = word.codePointAt(at) as number;
      let next = node.next.get(point);
      if (!next) node.next.set(point, (next = { next: new Map() }));
      node = next;
      if (point > 0xffff) at += 1;
    }
    if (node !== this.root) node.value ??= value;
  }

  get(word: string): Value | undefined {
    const hit = this.longestAt(word, 0);
    return hit?.length === word.length ? hit.value : undefined;
  }

  /** Every word that begins at this position, the shortest first. */
  allAt(text: string, position: number): readonly Hit<Value>[] {
    let node: Node<Value> | undefined = this.root;
    let hits: Hit<Value>[] | undefined;
    for (let at = position; at < text.length; ) {
      const point = text.codePointAt(at) as number;
      node = node.next.get(point);
      if (!node) break;
      at += point > 0xffff ? 2 : 1;
      if (node.value !== undefined) (hits ??= []).push({ length: at - position, value: node.value });
    }
    return hits ?? none;
  }

  longestAt(text: string, position: number): Hit<Value> | undefined {
    return this.allAt(text, position).at(-1);
  }
}

const none: readonly never[] = [];
