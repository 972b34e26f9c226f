import { xmlHead } from '../office/xml.ts';
import { type Box, slideSize } from './deck.ts';
import { band, colors, paleGround, seriesColors } from './palette.ts';
import { emu, faces, placeXml } from './text-xml.ts';

/** What the slides have in common: theme, master, the two layouts, and the page of the notes. */

const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Fonts that Windows and macOS have for Japanese; what lacks them puts its own in their place. */
const fonts =
  '<a:latin typeface="Yu Gothic"/><a:ea typeface="Yu Gothic"/><a:cs typeface=""/><a:font script="Jpan" typeface="游ゴシック"/>';

export function themeXml(name: string): string {
  const color = (tag: string, value: string) => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
  const accents = seriesColors.map((value, at) => color(`accent${at + 1}`, value)).join('');
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return [
    xmlHead,
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>`,
    `<a:clrScheme name="${name}">${color('dk1', colors.ink)}${color('lt1', 'FFFFFF')}${color('dk2', band)}${color('lt2', paleGround)}${accents}${color('hlink', colors.accent)}${color('folHlink', '5C2D91')}</a:clrScheme>`,
    `<a:fontScheme name="${name}"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>`,
    `<a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>',
  ].join('');
}

export const titleBox: Box = { x: 36, y: 0, width: 888, height: 60 };
const footerBox: Box = { x: 36, y: 514, width: 760, height: 20 };
const numberBox: Box = { x: 844, y: 514, width: 80, height: 20 };
const frontTitle: Box = { x: 72, y: 150, width: 816, height: 130 };
const frontSubtitle: Box = { x: 72, y: 304, width: 816, height: 130 };

const tree = (shapes: string) =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;

/** A slide's shapes in their tree. */
export function slideXml(shapes: string): string {
  return `${xmlHead}<p:sld ${spaces}><p:cSld>${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

interface Placeholder {
  readonly id: number;
  readonly name: string;
  readonly ph: string;
  readonly box?: Box;
  readonly anchor?: 't' | 'ctr' | 'b';
  readonly style?: string;
  readonly text?: string;
}

function placeholder({ id, name, ph, box, anchor = 't', style = '', text }: Placeholder): string {
  const place = box ? `${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : '';
  const body = text ?? '<a:p><a:endParaRPr lang="ja-JP"/></a:p>';
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr>`,
    `<p:spPr>${place}</p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr>`,
    `<a:lstStyle>${style}</a:lstStyle>${body}</p:txBody></p:sp>`,
  ].join('');
}

function rectangle(id: number, box: Box, color: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Band ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="ja-JP"/></a:p></p:txBody></p:sp>`;
}

const small = (side: 'l' | 'r') =>
  `<a:lvl1pPr algn="${side}"><a:defRPr sz="1000"><a:solidFill><a:srgbClr val="${colors.quiet}"/></a:solidFill></a:defRPr></a:lvl1pPr>`;

const footers = (first: number) =>
  placeholder({
    id: first,
    name: 'Footer Placeholder',
    ph: 'type="ftr" sz="quarter" idx="11"',
    box: footerBox,
    anchor: 'ctr',
    style: small('l'),
  }) +
  placeholder({
    id: first + 1,
    name: 'Slide Number Placeholder',
    ph: 'type="sldNum" sz="quarter" idx="12"',
    box: numberBox,
    anchor: 'ctr',
    style: small('r'),
    text: `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="ja-JP">${faces.body}</a:rPr><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="ja-JP"/></a:p>`,
  });

const bodyLevels = Array.from(
  { length: 9 },
  (_, at) =>
    `<a:lvl${at + 1}pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="1400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${faces.body}</a:defRPr></a:lvl${at + 1}pPr>`,
).join('');

export function masterXml(): string {
  const shapes =
    placeholder({ id: 2, name: 'Title Placeholder', ph: 'type="title"', box: titleBox, anchor: 'ctr' }) +
    placeholder({
      id: 3,
      name: 'Text Placeholder',
      ph: 'type="body" idx="1"',
      box: { x: 36, y: 76, width: 888, height: 400 },
    }) +
    footers(4);
  return [
    xmlHead,
    `<p:sldMaster ${spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(shapes)}</p:cSld>`,
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>',
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>',
    '<p:txStyles>',
    `<p:titleStyle><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${faces.heading}</a:defRPr></a:lvl1pPr></p:titleStyle>`,
    `<p:bodyStyle>${bodyLevels}</p:bodyStyle><p:otherStyle>${bodyLevels}</p:otherStyle></p:txStyles></p:sldMaster>`,
  ].join('');
}

export function layoutXml(layout: 'title' | 'content'): string {
  const shapes =
    layout === 'title'
      ? rectangle(2, { x: 0, y: 0, width: slideSize.width, height: 18 }, band) +
        rectangle(3, { x: 72, y: 290, width: 120, height: 4 }, band) +
        placeholder({
          id: 4,
          name: 'Title Placeholder',
          ph: 'type="ctrTitle"',
          box: frontTitle,
          anchor: 'b',
        }) +
        placeholder({
          id: 5,
          name: 'Subtitle Placeholder',
          ph: 'type="subTitle" idx="1"',
          box: frontSubtitle,
        })
      : rectangle(2, { x: 0, y: 0, width: slideSize.width, height: 60 }, band) +
        placeholder({
          id: 3,
          name: 'Title Placeholder',
          ph: 'type="title"',
          box: titleBox,
          anchor: 'ctr',
        }) +
        footers(4);
  const [type, name] = layout === 'title' ? ['title', 'Title'] : ['titleOnly', 'Content'];
  return `${xmlHead}<p:sldLayout ${spaces} type="${type}" preserve="1"><p:cSld name="${name}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
}

const noteBox: Box = { x: 54, y: 360, width: 432, height: 380 };
const noteImage: Box = { x: 54, y: 60, width: 432, height: 243 };

const noteImageXml = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${placeXml(noteImage)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`;

export function notesMasterXml(): string {
  const shapes =
    noteImageXml + placeholder({ id: 3, name: 'Notes Placeholder', ph: 'type="body" idx="1"', box: noteBox });
  return [
    xmlHead,
    `<p:notesMaster ${spaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(shapes)}</p:cSld>`,
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>',
  ].join('');
}

/** A page of notes; `text` is its paragraphs. */
export function notesXml(text: string): string {
  const body = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes Placeholder"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`;
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image Placeholder"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  return `${xmlHead}<p:notes ${spaces}><p:cSld>${tree(image + body)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

export function presentationXml(slides: readonly { readonly id: number; readonly rel: string }[]): string {
  const list = slides.map(({ id, rel }) => `<p:sldId id="${id}" r:id="${rel}"/>`).join('');
  return [
    xmlHead,
    `<p:presentation ${spaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`,
    `<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst>`,
    `<p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/>`,
    `<p:defaultTextStyle>${bodyLevels}</p:defaultTextStyle></p:presentation>`,
  ].join('');
}
