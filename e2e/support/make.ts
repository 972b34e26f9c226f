/** Names of elements that never hold any. */
const single = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** What they hold is one after the other of a kind: how many, and in which order, is no other make. */
const lists = new Set(['tbody', 'ul', 'ol', 'dl', 'select', 'datalist', 'svg', 'g']);

interface Open {
  readonly name: string;
  readonly children: string[];
}

/**
 * How the main part of a page is made: its elements in each other, without words, attributes and repetitions. Two pages of one make
 * are sound or unsound together, though one has a row more than the other.
 */
export function makeOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const root: Open = { name: '', children: [] };
  const open: Open[] = [root];
  const close = () => {
    const done = open.pop() as Open;
    (open.at(-1) as Open).children.push(`<${done.name}>${inside(done)}</${done.name}>`);
  };
  for (const [, end, name = ''] of main.matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|[^">])*>/gi)) {
    if (end) {
      if (open.length > 1) close();
    } else {
      open.push({ name, children: [] });
      if (single.has(name)) close();
    }
  }
  while (open.length > 1) close();
  return inside(root);
}

function inside({ name, children }: Open): string {
  if (lists.has(name)) return [...new Set(children)].sort().join('');
  return children.filter((child, at) => child !== children[at - 1]).join('');
}
