/** An element as a test looks at it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The XML of a package by the names of its parts. */
export type XmlParts = ReadonlyMap<string, Element>;

/** Reads XML as strictly as an office program does: what is not well-formed throws. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let found = token.exec(xml); found; found = token.exec(xml)) {
    at = token.lastIndex;
    const [, closing, name, attributes = '', empty, text] = found;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decoded(text);
    if (!name) continue;
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes what is not open`);
      continue;
    }
    const element: Element = { name, attributes: attributesOf(attributes), children: [], text: '' };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
  if (at !== xml.length) throw new Error(`no XML at ${at}: ${xml.slice(at, at + 60)}`);
  const [only, ...more] = root.children;
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one whole element');
  return only;
}

function attributesOf(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name ?? '', decoded(value ?? '')] as const,
  );
  const attributes = Object.fromEntries(pairs);
  if (Object.keys(attributes).length !== pairs.length) throw new Error(`an attribute twice: ${source}`);
  return attributes;
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w*);?/g, (all, name: string) => {
    const letter = named[name];
    if (letter === undefined || !all.endsWith(';')) throw new Error(`no entity: ${all}`);
    return letter;
  });
}

/** The element and everything in it, in the order of the file. */
export function everyElement(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(everyElement)];
}

export function textIn(element: Element): string {
  return everyElement(element)
    .map(({ text }) => text)
    .join('');
}
