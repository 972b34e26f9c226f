import { strFromU8, unzipSync } from 'fflate';
import { type Element, everyElement, parseXml, textIn } from '../office/xml.testing.ts';
import { grammar, leaves } from './grammar.testing.ts';

/**
 * What in a slide file would make PowerPoint offer to repair it, or would leave somebody without its content. Nothing: an empty list.
 */
export function lintDeck(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const xml = new Map(
    names
      .filter((name) => /\.(xml|rels)$/.test(name))
      .map((name) => [name, parseXml(strFromU8(files[name] ?? new Uint8Array()))] as const),
  );
  return [
    ...lintTypes(names, xml),
    ...lintRelations(names, xml),
    ...[...xml].flatMap(([name, root]) =>
      name.startsWith('ppt/') && !name.endsWith('.rels') ? lintPart(name, root) : [],
    ),
    ...lintSlides(xml),
  ];
}

type Parts = ReadonlyMap<string, Element>;

function lintTypes(names: readonly string[], xml: Parts): string[] {
  const types = xml.get('[Content_Types].xml')?.children ?? [];
  const overrides = types.flatMap(({ attributes }) => attributes['PartName'] ?? []);
  const extensions = types.flatMap(({ attributes }) => attributes['Extension'] ?? []);
  return [
    ...twice(overrides).map((name) => `${name} has two types`),
    ...overrides
      .filter((name) => !names.includes(name.slice(1)))
      .map((name) => `${name} has a type and is not there`),
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !overrides.includes(`/${name}`))
      .filter(
        (name) =>
          !extensions.includes(name.slice(name.lastIndexOf('.') + 1)) ||
          /^(ppt|docProps)\/.*[^s]\.xml$/.test(name),
      )
      .map((name) => `${name} has no type`),
  ];
}

function lintRelations(names: readonly string[], xml: Parts): string[] {
  const pointedAt = new Set<string>();
  const problems = [...xml].flatMap(([name, root]) => {
    if (!name.endsWith('.rels')) return [];
    const source = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    const ids = root.children.map(({ attributes }) => attributes['Id'] ?? '');
    const broken = root.children.flatMap(({ attributes: { Target = '', TargetMode } }) => {
      if (TargetMode === 'External') return [];
      const target = new URL(Target, `http://package/${source}`).pathname.slice(1);
      pointedAt.add(target);
      return names.includes(target) ? [] : [`${source} points at ${target}, which is not there`];
    });
    const used = usedIds(xml.get(source));
    return [
      ...twice(ids).map((id) => `${source} has ${id} twice`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${source} names ${id}, which points nowhere`),
      ...broken,
    ];
  });
  const alone = names.filter((name) => !/\.rels$|^\[/.test(name) && !pointedAt.has(name));
  return [...problems, ...alone.map((name) => `nothing points at ${name}`)];
}

function usedIds(root: Element | undefined): string[] {
  if (!root) return [];
  return everyElement(root).flatMap(({ attributes }) =>
    ['r:id', 'r:embed', 'r:link'].flatMap((name) => attributes[name] ?? []),
  );
}

function lintPart(part: string, root: Element): string[] {
  return everyElement(root).flatMap((element) => {
    const { name, children } = element;
    const rule = grammar[name];
    const at = `${part}: ${name}`;
    // One name, two meanings: a chart as a frame names it, and the chart itself.
    if (
      leaves.has(name) ||
      (name === 'c:chart' && 'r:id' in element.attributes) ||
      (name === 'c:marker' && 'val' in element.attributes)
    )
      return children.length > 0 ? [`${at} holds ${children[0]?.name}`] : [];
    if (rule === undefined) return [`${at} is not known`];
    return lintChildren(rule, children).map((problem) => `${at} ${problem}`);
  });
}

function lintChildren(rule: string, children: readonly Element[]): string[] {
  let at = 0;
  const problems = rule.split(' ').flatMap((term) => {
    const sign = /[!*+]$/.exec(term)?.[0] ?? '';
    const allowed = term.replace(/[!*+]$/, '').split('|');
    let count = 0;
    while (allowed.includes(children[at]?.name ?? '') && (count === 0 || '*+'.includes(sign || '?'))) {
      at += 1;
      count += 1;
    }
    return count === 0 && (sign === '!' || sign === '+') ? [`lacks ${allowed.join(' or ')}`] : [];
  });
  const left = children[at];
  return left ? [...problems, `has ${left.name} where it may not stand`] : problems;
}

function lintSlides(xml: Parts): string[] {
  const slides = [...xml].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const titles = slides.map(([, root]) => titleOf(root));
  return [
    ...twice(titles).map((title) => `two slides are called ${title}`),
    ...slides.flatMap(([name, root]) => {
      const all = everyElement(root);
      const known = all.filter((each) => each.name === 'p:cNvPr');
      return [
        ...(titleOf(root) === '' ? [`${name} has no title`] : []),
        ...twice(known.map(({ attributes }) => attributes['id'] ?? '')).map(
          (id) => `${name} has two shapes ${id}`,
        ),
        ...all
          .filter(isSilent)
          .map((each) => `${name}: ${each.name} says nothing to those who do not see it`),
        ...all
          .filter((each) => each.name === 'a:tbl')
          .flatMap((table) => lintTable(table).map((problem) => `${name}: ${problem}`)),
        ...all.filter(isOutside).map((each) => `${name}: ${each.name} lies beyond the slide`),
      ];
    }),
  ];
}

function titleOf(root: Element): string {
  const shape = everyElement(root).find(
    (each) =>
      each.name === 'p:sp' &&
      everyElement(each).some(
        ({ name, attributes }) =>
          name === 'p:ph' && /itle$/i.test(attributes['type'] ?? '') && attributes['type'] !== 'subTitle',
      ),
  );
  return shape ? textIn(shape) : '';
}

function isSilent(element: Element): boolean {
  if (element.name !== 'p:graphicFrame' && element.name !== 'p:pic') return false;
  return !everyElement(element).some(({ name, attributes }) => name === 'p:cNvPr' && attributes['descr']);
}

function lintTable(table: Element): string[] {
  const columns = everyElement(table).filter(({ name }) => name === 'a:gridCol').length;
  return table.children
    .filter(({ name, children }) => name === 'a:tr' && children.length !== columns)
    .map(({ children }) => `a row of ${children.length} cells in a table of ${columns} columns`);
}

function isOutside({ name, children }: Element): boolean {
  if (name !== 'p:xfrm' && name !== 'a:xfrm') return false;
  const read = (tag: string, attribute: string) =>
    Number(children.find((child) => child.name === tag)?.attributes[attribute] ?? 0);
  const [x, y] = [read('a:off', 'x'), read('a:off', 'y')];
  return x < 0 || y < 0 || x + read('a:ext', 'cx') > 12_192_000 || y + read('a:ext', 'cy') > 6_858_000;
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
