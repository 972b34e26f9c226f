import { strFromU8, unzipSync } from 'fflate';
import { type Element, everyElement, parseXml, textIn, type XmlParts } from '../office/xml.testing.ts';
import { pointedAtBy } from './lint-package.testing.ts';

/** Charts can be edited: their numbers lie in the workbook beside them, and it says what the chart shows. */
export function lintCharts(files: Readonly<Record<string, Uint8Array>>, xml: XmlParts): readonly string[] {
  return [...xml].flatMap(([name, root]) => {
    if (!/^ppt\/charts\/[^/]*\.xml$/.test(name)) return [];
    const [book] = pointedAtBy(xml, name, 'package');
    const cells = cellsOf(files[book ?? '']);
    const problems = [...lintAxes(root), ...(cells ? lintSeries(root, cells) : ['has no workbook'])];
    return problems.map((problem) => `${name} ${problem}`);
  });
}

/** `Sheet1!B2` → what stands there, as text; undefined: no workbook. */
function cellsOf(book: Uint8Array | undefined): ReadonlyMap<string, string> | undefined {
  if (!book) return undefined;
  const parts = unzipSync(book);
  const read = (name: string) => {
    const part = parts[name];
    return part ? everyElement(parseXml(strFromU8(part))) : [];
  };
  const shared = read('xl/sharedStrings.xml')
    .filter(({ name }) => name === 'si')
    .map(textIn);
  const sheets = read('xl/workbook.xml').filter(({ name }) => name === 'sheet');
  return new Map(
    sheets.flatMap(({ attributes: { name: sheet = '' } }, at) =>
      read(`xl/worksheets/sheet${at + 1}.xml`)
        .filter(({ name }) => name === 'c')
        .map((cell) => {
          const said = textIn(cell);
          const { r = '', t } = cell.attributes;
          return [`${sheet}!${r}`, t === 's' ? (shared[Number(said)] ?? '') : said] as const;
        }),
    ),
  );
}

/** Every axis that a series stands on is there, and crosses another that is. */
function lintAxes(root: Element): string[] {
  const all = everyElement(root);
  const idsIn = (kinds: readonly string[], tag: string) =>
    all
      .filter(({ name }) => kinds.includes(name))
      .flatMap(({ children }) => children.filter(({ name }) => name === tag))
      .map(({ attributes }) => attributes['val'] ?? '');
  const axes = idsIn(['c:catAx', 'c:valAx'], 'c:axId');
  const used = [
    ...idsIn(['c:barChart', 'c:lineChart'], 'c:axId'),
    ...idsIn(['c:catAx', 'c:valAx'], 'c:crossAx'),
  ];
  const lost = used.filter((id) => !axes.includes(id));
  return lost.length > 0 || used.length < 4 ? [`stands on an axis that is not there`] : [];
}

function lintSeries(root: Element, cells: ReadonlyMap<string, string>): string[] {
  return everyElement(root)
    .filter(({ name }) => name === 'c:strRef' || name === 'c:numRef')
    .flatMap(({ children }) => {
      const [formula, cache] = children;
      const named = placesOf(formula ? textIn(formula) : '');
      const count = cache?.children.find(({ name }) => name === 'c:ptCount')?.attributes['val'];
      const points = (cache?.children ?? []).filter(({ name }) => name === 'c:pt');
      const shown = new Map(points.map((point) => [Number(point.attributes['idx']), textIn(point)]));
      if (Number(count) !== named.length) return [`counts ${count} in ${named.join(' ')}`];
      return named
        .filter((place, at) => !isSame(shown.get(at) ?? '', cells.get(place) ?? ''))
        .map((place) => `shows something else than ${place} of its workbook`);
    });
}

function isSame(shown: string, kept: string): boolean {
  return shown === kept || (shown !== '' && kept !== '' && Number(shown) === Number(kept));
}

/** `Sheet1!$B$2:$B$4` → Sheet1!B2, Sheet1!B3, Sheet1!B4 */
function placesOf(formula: string): readonly string[] {
  const [, sheet, column, first, last = first] =
    /^(\w+)!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
  if (!sheet) return [];
  const [from, to] = [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 }, (_, at) => `${sheet}!${column}${from + at}`);
}
