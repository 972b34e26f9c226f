import { type Element, everyElement, textIn, type XmlParts } from '../office/xml.testing.ts';

/** Faces that hold Japanese letters, of Windows, of macOS, of both offices, and of what renders slides elsewhere. */
const japaneseFaces: readonly string[] = [
  'Yu Gothic',
  '游ゴシック',
  'Meiryo',
  'メイリオ',
  'MS PGothic',
  'ＭＳ Ｐゴシック',
  'BIZ UDPGothic',
  'BIZ UDPゴシック',
  'Hiragino Sans',
  'Noto Sans JP',
];
/** The theme's own, whatever it is: looked at with the theme. */
const ofTheme = ['+mj-ea', '+mn-ea'];
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Every text has a face in which Japanese can be read, and Japanese is said to be Japanese. */
export function lintFonts(xml: XmlParts): readonly string[] {
  return [...xml].flatMap(([name, root]) => {
    if (!name.startsWith('ppt/') || name.endsWith('.rels')) return [];
    const all = everyElement(root);
    const problems = [
      ...all.filter((each) => /^a:(major|minor)Font$/.test(each.name)).flatMap(lintTheme),
      ...(name.startsWith('ppt/theme/') ? [] : all.flatMap(lintFace)),
      ...all.filter((each) => each.name === 'a:r' || each.name === 'a:fld').flatMap(lintRun),
      ...all.filter((each) => styles.has(each.name)).flatMap(lintStyle),
      ...all.filter((each) => each.name === 'c:txPr').flatMap(lintStyle),
    ];
    return problems.map((problem) => `${name}: ${problem}`);
  });
}

function lintTheme({ name, children }: Element): string[] {
  const ea = children.find((each) => each.name === 'a:ea')?.attributes['typeface'] ?? '';
  const forJapan = children.find(({ attributes }) => attributes['script'] === 'Jpan')?.attributes['typeface'];
  return [
    ...(japaneseFaces.includes(ea) ? [] : [`${name} has no Japanese in its face ${ea || '(none)'}`]),
    ...(japaneseFaces.includes(forJapan ?? '') ? [] : [`${name} names no face for Japan`]),
  ];
}

/** A face of its own, that has no Japanese, would be put on Japanese letters. */
function lintFace({ name, attributes: { typeface = '' } }: Element): string[] {
  if (name !== 'a:ea' || ofTheme.includes(typeface) || japaneseFaces.includes(typeface)) return [];
  return [`a text in ${typeface || 'no face'}, which has no Japanese`];
}

function lintRun(run: Element): string[] {
  const properties = run.children.find(({ name }) => name === 'a:rPr');
  const text = textIn(run);
  const { lang, altLang } = properties?.attributes ?? {};
  return [
    ...(properties?.children.some(({ name }) => name === 'a:ea')
      ? []
      : [`「${text}」 names no Japanese face`]),
    ...(lang ? [] : [`「${text}」 names no language`]),
    ...(japanese.test(text) && lang !== 'ja-JP' && altLang !== 'ja-JP'
      ? [`「${text}」 is not said to be Japanese`]
      : []),
  ];
}

/** From which texts without properties of their own take theirs. */
const styles = new Set(['p:titleStyle', 'p:bodyStyle', 'p:otherStyle', 'p:defaultTextStyle']);

function lintStyle(style: Element): string[] {
  const defaults = everyElement(style).filter(({ name }) => name === 'a:defRPr');
  const without = defaults.filter(({ children }) => !children.some(({ name }) => name === 'a:ea'));
  return without.length > 0 || defaults.length === 0 ? [`${style.name} names no Japanese face`] : [];
}
