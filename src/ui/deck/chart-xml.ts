import { escapeXml, xmlHead } from '../office/xml.ts';
import { columnName } from '../workbook/book.ts';
import type { DeckItem } from './deck.ts';
import { colors, hairline, seriesColors, seriesMarks } from './palette.ts';
import { faces, langs } from './text-xml.ts';

export type Chart = Extract<DeckItem, { kind: 'chart' }>;
type Series = Chart['series'][number];

/** The sheet of a chart's workbook: what PowerPoint opens when somebody edits the numbers. */
export const chartSheet = 'Sheet1';

/** A chart that stays editable: its numbers lie in the workbook embedded beside it, and here as last seen. */
export function chartXml(chart: Chart, lang: 'ja' | 'en'): string {
  const line = chart.shape === 'line';
  const series = chart.series.map((each, at) => seriesXml(chart, each, at)).join('');
  const kind = line
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>`
    : `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:overlap val="0"/><c:axId val="111"/><c:axId val="222"/></c:barChart>`;
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${letters(11)}</c:legend>`
      : '';
  return [
    xmlHead,
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    `<c:date1904 val="0"/><c:lang val="${lang === 'ja' ? 'ja-JP' : 'en-US'}"/><c:roundedCorners val="0"/>`,
    `<c:chart>${titleXml(chart.title, lang)}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${kind}${categoryAxis}${valueAxis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(11)}`,
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
  ].join('');
}

function titleXml(title: string, lang: 'ja' | 'en'): string {
  const look = `${langs(lang, title)} sz="1200" b="1"`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1">${faces.body}</a:defRPr></a:pPr><a:r><a:rPr ${look}><a:solidFill><a:srgbClr val="${colors.ink}"/></a:solidFill>${faces.body}</a:rPr><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

const letters = (points: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${points * 100}"><a:solidFill><a:srgbClr val="${colors.ink}"/></a:solidFill>${faces.body}</a:defRPr></a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;

const rule = (color: string) =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;

const categoryAxis = [
  '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>',
  '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>',
  `<c:minorTickMark val="none"/><c:tickLblPos val="low"/>${rule(colors.quiet)}${letters(11)}`,
  '<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>',
  '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>',
].join('');

function valueAxis({ series }: Chart): string {
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const whole = values.every((value) => Number.isInteger(value));
  // Columns begin at zero; what lies below it is not cut off.
  const least = values.some((value) => value < 0) ? '' : '<c:min val="0"/>';
  return [
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="l"/><c:majorGridlines>${rule(hairline)}</c:majorGridlines>`,
    `<c:numFmt formatCode="${whole ? '#,##0' : '#,##0.0'}" sourceLinked="0"/><c:majorTickMark val="none"/>`,
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${letters(11)}`,
    '<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
  ].join('');
}

function seriesXml(chart: Chart, series: Series, at: number): string {
  const color = seriesColors[at % seriesColors.length] ?? seriesColors[0];
  const line = chart.shape === 'line';
  const column = columnName(at + 1);
  const last = chart.labels.length + 1;
  const ink = `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
  const look = line
    ? `<c:spPr><a:ln w="28575" cap="rnd">${ink}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="${seriesMarks[at % seriesMarks.length]}"/><c:size val="7"/><c:spPr>${ink}<a:ln w="9525">${ink}</a:ln></c:spPr></c:marker>`
    : `<c:spPr>${ink}</c:spPr><c:invertIfNegative val="0"/>`;
  return [
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/>`,
    `<c:tx><c:strRef><c:f>${chartSheet}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    look,
    labelsXml(chart, series),
    `<c:cat><c:strRef><c:f>${chartSheet}!$A$2:$A$${last}</c:f><c:strCache>${points(chart.labels)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${chartSheet}!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(series.values)}</c:numCache></c:numRef></c:val>`,
    line ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

/** Numbers stand at their columns where there is room for them; lines keep to their axis. */
function labelsXml({ shape, labels, series }: Chart, { values }: Series): string {
  const room = shape === 'column' && labels.length * series.length <= 12;
  const whole = values.every((value) => value === null || Number.isInteger(value));
  const format = whole ? '#,##0' : '#,##0.0';
  const show = `<c:showLegendKey val="0"/><c:showVal val="${room ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  if (!room) return `<c:dLbls>${show}</c:dLbls>`;
  return `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(11)}<c:dLblPos val="outEnd"/>${show}</c:dLbls>`;
}

function points(values: readonly (string | number | null)[]): string {
  const said = values.map((value, at) =>
    value === null
      ? ''
      : `<c:pt idx="${at}"><c:v>${typeof value === 'number' ? value : escapeXml(value)}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${said.join('')}`;
}
