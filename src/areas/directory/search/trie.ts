interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
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
    for (const letter of word) {
      let next = node.next.get(letter);
      if (!next) node.next.set(letter, (next = { next: new Map() }));
      node = next;
    }
    if (node !== this.root) node.value ??= value;
  }

  get(word: string): Value | undefined {
    const hit = this.longestAt(word, 0);
    return hit?.length === word.length ? hit.value : undefined;
  }

  /** Every word that begins at this position, the shortest first. */
  *allAt(text: string, position: number): Generator<Hit<Value>> {
    let node = this.root;
    let at = position;
    while (at < text.length) {
      const letter = String.fromCodePoint(text.codePointAt(at) as number);
      const next = node.next.get(letter);
      if (!next) return;
      node = next;
      at += letter.length;
      if (node.value !== undefined) yield { length: at - position, value: node.value };
    }
  }

  longestAt(text: string, position: number): Hit<Value> | undefined {
    let longest: Hit<Value> | undefined;
    for (const hit of this.allAt(text, position)) longest = hit;
    return longest;
  }
}
