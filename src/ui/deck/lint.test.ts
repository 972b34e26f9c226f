import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exampleDeck } from './example.testing.ts';
import { lintDeck } from './lint.testing.ts';
import { writeDeck } from './write.ts';

const bytes = await writeDeck(exampleDeck);
const slide = 'ppt/slides/slide2.xml';
const types = '[Content_Types].xml';
const presentation = 'ppt/presentation.xml';
const chart = 'ppt/charts/chart1.xml';
const core = 'docProps/core.xml';

type Broken = readonly [what: string, part: string, from: RegExp | string, to: string, problem: RegExp];

const broken: readonly Broken[] = [
  // What stands in what.
  ['a shape without its text', slide, '<a:lstStyle/>', '', /lacks a:lstStyle/],
  [
    'a text without a paragraph',
    slide,
    /(<a:lstStyle\/>)<a:p>.*?<\/a:p>(?=<\/p:txBody>)/,
    '$1',
    /p:txBody lacks a:p/,
  ],
  [
    'a cell without a paragraph',
    slide,
    /(<a:txBody><a:bodyPr[^>]*\/><a:lstStyle\/>).*?(?=<\/a:txBody>)/,
    '$1',
    /a:txBody lacks a:p/,
  ],
  ['an empty line', slide, '<a:noFill/></a:lnL>', '</a:lnL>', /lacks a:noFill or a:solidFill/],
  [
    'a ground without effects',
    'ppt/slideMasters/slideMaster1.xml',
    '<a:effectLst/></p:bgPr>',
    '</p:bgPr>',
    /lacks a:effectLst/,
  ],
  [
    'children in another order',
    chart,
    /(<c:cat>.*?<\/c:cat>)(<c:val>.*?<\/c:val>)/,
    '$2$1',
    /where it may not stand/,
  ],
  ['a colour that is none', slide, 'srgbClr val="FFFFFF"', 'srgbClr val="white"', /a:srgbClr has val white/],
  ['letters of no size', slide, / sz="1400"/, ' sz="NaN"', /a:rPr has sz NaN/],
  ['a place between two points', slide, / x="457200"/, ' x="457200.5"', /a:off has x 457200.5/],
  ['a letter that XML does not know', slide, '一行目', '一行\u0001目', /a letter that XML does not know/],

  // The package.
  [
    'a type of what is not there',
    types,
    '</Types>',
    '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>',
    /is not there/,
  ],
  [
    'a slide that is said to be something else',
    types,
    'presentationml.slide+xml',
    'presentationml.slideLayout+xml',
    /slide1\.xml is said to be/,
  ],
  [
    'a part without a type',
    types,
    /<Override PartName="\/ppt\/charts\/chart2\.xml"[^>]*>/,
    '',
    /chart2\.xml/,
  ],
  [
    'pictures without a type',
    types,
    /<Default Extension="png"[^>]*>/,
    '',
    /image1\.png is said to be nothing/,
  ],
  ['a link that leads nowhere', slide, /r:embed="rId\d+"/, 'r:embed="rId99"', /rId99, which points nowhere/],
  [
    'a relation to what is not there',
    'ppt/slides/_rels/slide2.xml.rels',
    'charts/chart2.xml',
    'charts/chart9.xml',
    /chart9\.xml, which is not there/,
  ],
  [
    'a relation of another kind',
    'ppt/slides/_rels/slide2.xml.rels',
    'relationships/chart"',
    'relationships/image"',
    /calls ppt\/charts\/chart1\.xml its image/,
  ],
  [
    'a file without properties',
    '_rels/.rels',
    /<Relationship Id="rId2"[^>]*>/,
    '',
    /not one core-properties/,
  ],
  ['a file without a title', core, /<dc:title>.*?<\/dc:title>/, '<dc:title></dc:title>', /no dc:title/],
  ['a file without a language', core, /<dc:language>.*?<\/dc:language>/, '', /no dc:language/],
  ['a moment that is none', core, '2025-07-31T00:00:00Z', '2025-07-31', /no dcterms:created/],

  // Slides, layouts, masters, notes.
  ['two slides of one id', presentation, 'id="257"', 'id="256"', /two slides have the id 256/],
  ['a slide with an id too small', presentation, 'id="257"', 'id="7"', /a slide has the id 7/],
  [
    'a layout with the id of a master',
    'ppt/slideMasters/slideMaster1.xml',
    'id="2147483649"',
    'id="2147483648"',
    /two masters or layouts have the id/,
  ],
  [
    'a layout with an id too small',
    'ppt/slideMasters/slideMaster1.xml',
    'id="2147483649"',
    'id="300"',
    /a master or layout has the id 300/,
  ],
  [
    'a slide that is not shown',
    presentation,
    /<p:sldId id="257"[^>]*>/,
    '',
    /2 slides, of which 1 are shown/,
  ],
  [
    'slides that are counted otherwise',
    'docProps/app.xml',
    '<Slides>2</Slides>',
    '<Slides>3</Slides>',
    /and 3 counted/,
  ],
  [
    'a slide without a layout',
    'ppt/slides/_rels/slide1.xml.rels',
    /<Relationship Id="rId1"[^>]*>/,
    '',
    /slide1\.xml has not one slideLayout/,
  ],
  [
    'notes without their master',
    presentation,
    /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/,
    '',
    /notes without a notes master/,
  ],
  [
    'notes of another slide',
    'ppt/notesSlides/_rels/notesSlide2.xml.rels',
    'slides/slide2.xml',
    'slides/slide1.xml',
    /not the notes of its slide/,
  ],
  [
    'masters that share a theme',
    'ppt/notesMasters/_rels/notesMaster1.xml.rels',
    'theme2',
    'theme1',
    /two masters have/,
  ],
  ['a place that the layout has not', slide, 'idx="12"', 'idx="77"', /a place sldNum 77/],
  ['two shapes of one id', slide, 'id="3"', 'id="2"', /two shapes 2/],
  ['a row with a cell too few', slide, /<a:tc>.*?<\/a:tc>/, '', /row of 1 cells/],
  ['a picture without words', slide, 'descr="部屋"', '', /says nothing/],
  ['a shape beyond the slide', slide, 'x="6350000"', 'x="9350000"', /beyond the slide/],

  // Charts and their workbooks.
  [
    'a chart that shows another number',
    chart,
    '<c:v>3115</c:v>',
    '<c:v>3116</c:v>',
    /something else than Sheet1!B2/,
  ],
  [
    'a chart that calls a column otherwise',
    chart,
    '<c:v>電話</c:v>',
    '<c:v>訪問</c:v>',
    /something else than Sheet1!A2/,
  ],
  [
    'a chart of a number that nobody told',
    chart,
    '<c:ptCount val="2"/><c:pt idx="0"><c:v>3115</c:v></c:pt>',
    '<c:ptCount val="2"/><c:pt idx="0"><c:v>3115</c:v></c:pt><c:pt idx="1"><c:v>0</c:v></c:pt>',
    /something else than Sheet1!B3/,
  ],
  ['a chart with a row too many', chart, '$B$3', '$B$4', /counts 2 in/],
  [
    'a chart on an axis that is not there',
    chart,
    '<c:crossAx val="222"/>',
    '<c:crossAx val="333"/>',
    /an axis that is not there/,
  ],
  [
    'a chart without its workbook',
    'ppt/charts/_rels/chart1.xml.rels',
    /<Relationship Id="rId1"[^>]*>/,
    '',
    /has no workbook/,
  ],

  // Faces and languages.
  [
    'a theme without a Japanese face',
    'ppt/theme/theme1.xml',
    '<a:ea typeface="Yu Gothic"/>',
    '<a:ea typeface=""/>',
    /a:majorFont has no Japanese in its face \(none\)/,
  ],
  [
    'a theme in a face without Japanese',
    'ppt/theme/theme1.xml',
    /(<a:minorFont>.*?)<a:ea typeface="Yu Gothic"\/>/,
    '$1<a:ea typeface="Arial"/>',
    /a:minorFont has no Japanese in its face Arial/,
  ],
  [
    'notes whose theme names no face for Japan',
    'ppt/theme/theme2.xml',
    '<a:font script="Jpan" typeface="游ゴシック"/>',
    '',
    /names no face for Japan/,
  ],
  [
    'a text that has lost its Japanese face',
    slide,
    /(<a:rPr[^>]*>(?:(?!<\/a:rPr>).)*)<a:ea typeface="\+m[jn]-ea"\/>/,
    '$1',
    /names no Japanese face/,
  ],
  [
    'a text in a face without Japanese',
    slide,
    '<a:ea typeface="+mn-ea"/>',
    '<a:ea typeface="Calibri"/>',
    /a text in Calibri, which has no Japanese/,
  ],
  [
    'notes that have lost their Japanese face',
    'ppt/notesSlides/notesSlide2.xml',
    '<a:ea typeface="+mn-ea"/>',
    '',
    /names no Japanese face/,
  ],
  [
    'a master whose titles have none',
    'ppt/slideMasters/slideMaster1.xml',
    /(<p:titleStyle>.*?)<a:ea typeface="\+mj-ea"\/>/,
    '$1',
    /p:titleStyle names no Japanese face/,
  ],
  [
    'texts of their own that have none',
    presentation,
    '<a:ea typeface="+mn-ea"/>',
    '',
    /p:defaultTextStyle names no Japanese face/,
  ],
  [
    'a chart whose letters have none',
    chart,
    /(<c:legend>.*?)<a:ea typeface="\+mn-ea"\/>/,
    '$1',
    /c:txPr names no Japanese face/,
  ],
  [
    'Japanese that is said to be English',
    slide,
    'lang="ja-JP" altLang="en-US"',
    'lang="en-US"',
    /is not said to be Japanese/,
  ],
  ['a text of no language', slide, 'lang="ja-JP" altLang="en-US"', '', /names no language/],
];

test.each(broken)('%s is found', (_, part, from, to, problem) => {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  const found = lintDeck(zipSync({ ...files, [part]: strToU8(after) }));
  expect(found.join('\n')).toMatch(problem);
});

test('a picture and a workbook that are something else are found', () => {
  const files = unzipSync(bytes);
  const [picture, book] = ['ppt/media/image1.png', 'ppt/embeddings/chart1.xlsx'];
  expect(lintDeck(zipSync({ ...files, [picture]: strToU8('GIF89a') }))).toContain(
    `${picture} is something else`,
  );
  const other = files['ppt/embeddings/chart2.xlsx'] ?? new Uint8Array();
  expect(lintDeck(zipSync({ ...files, [book]: other })).join('\n')).toMatch(
    /chart1\.xml shows something else than Sheet1!B2/,
  );
});

test('Japanese in an English deck is Japanese', async () => {
  const english = await writeDeck({ ...exampleDeck, lang: 'en' });
  expect(lintDeck(english)).toEqual([]);
  const said = strFromU8(unzipSync(english)[slide] ?? new Uint8Array());
  expect(said).toMatch(/<a:rPr lang="ja-JP" altLang="en-US"[^>]*>(?:(?!<\/a:r>).)*<a:t>一行目<\/a:t>/);
});
