import { strFromU8, unzipSync } from 'fflate';
import { type Element, everyElement, parseXml, textIn, type XmlParts } from '../office/xml.testing.ts';
import { grammar, leaves } from './grammar.testing.ts';
import { lintCharts } from './lint-charts.testing.ts';
import { lintFonts } from './lint-fonts.testing.ts';
import { lintPackage, twice } from './lint-package.testing.ts';
import { lintPresentation } from './lint-presentation.testing.ts';

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
    ...lintPackage(files, xml),
    ...lintPresentation(xml),
    ...lintCharts(files, xml),
    ...lintFonts(xml),
    ...[...xml].flatMap(([name, root]) =>
      name.startsWith('ppt/') && !name.endsWith('.rels')
        ? [...lintPart(name, root), ...lintValues(name, root)]
        : [],
    ),
    ...lintSlides(xml),
  ];
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

/** Colours are six digits, letters between 1 and 4,000 points, places whole numbers: anything else is not read. */
function lintValues(part: string, root: Element): string[] {
  return everyElement(root).flatMap(({ name, attributes }) =>
    Object.entries(attributes).flatMap(([key, value]) => {
      const must = mustBe[`${name} ${key}`] ?? mustBe[`* ${key}`];
      return must && !must.test(value) ? [`${part}: ${name} has ${key} ${value}`] : [];
    }),
  );
}

const whole = /^-?\d{1,10}$/;
const mustBe: Readonly<Record<string, RegExp>> = {
  'a:srgbClr val': /^[0-9A-F]{6}$/,
  'a:rPr sz': /^[1-9]\d{2,5}$/,
  'a:defRPr sz': /^[1-9]\d{2,5}$/,
  'a:endParaRPr sz': /^[1-9]\d{2,5}$/,
  'a:spcPts val': /^\d{1,6}$/,
  'a:gridCol w': /^\d{1,10}$/,
  'a:tr h': /^\d{1,10}$/,
  'p:cNvPr id': /^[1-9]\d{0,9}$/,
  '* x': whole,
  '* y': whole,
  '* cx': /^\d{1,10}$/,
  '* cy': /^\d{1,10}$/,
};

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

function lintSlides(xml: XmlParts): string[] {
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
