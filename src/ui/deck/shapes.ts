import { escapeXml } from '../office/xml.ts';
import { cellInset, type DeckItem, type DeckRow, quoteInset, type Slide } from './deck.ts';
import { colors, hairline, headGround, paleGround } from './palette.ts';
import { emu, faces, langs, type LinkId, paragraphsXml, placeXml } from './text-xml.ts';

export interface ShapeContext {
  readonly lang: 'ja' | 'en';
  readonly link: LinkId;
  /** The next id of a shape on this slide. */
  readonly nextId: () => number;
  /** How the slide calls the file of a chart or picture. */
  readonly part: (item: Extract<DeckItem, { kind: 'chart' | 'picture' }>) => string;
}

export function itemXml(item: DeckItem, context: ShapeContext): string {
  switch (item.kind) {
    case 'text':
      return textXml(item, context);
    case 'table':
      return tableXml(item, context);
    case 'chart':
      return chartFrameXml(item, context);
    case 'picture':
      return pictureXml(item, context);
  }
}

type Of<Kind extends DeckItem['kind']> = Extract<DeckItem, { kind: Kind }>;

function textXml({ box, paragraphs, quote }: Of<'text'>, context: ShapeContext): string {
  const id = context.nextId();
  const [x, y] = quote ? [quoteInset.x, quoteInset.y] : [0, 0];
  const fill = quote
    ? `<a:solidFill><a:srgbClr val="${paleGround}"/></a:solidFill><a:ln><a:noFill/></a:ln>`
    : '<a:noFill/>';
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</p:spPr>`,
    `<p:txBody><a:bodyPr wrap="square" lIns="${emu(x)}" tIns="${emu(y)}" rIns="${emu(x)}" bIns="${emu(y)}" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>`,
    paragraphsXml(paragraphs, context),
    '</p:txBody></p:sp>',
  ].join('');
}

function tableXml({ box, name, columns, head, rows }: Of<'table'>, context: ShapeContext): string {
  const id = context.nextId();
  const grid = columns.map(({ width }) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const all = head ? [head, ...rows] : rows;
  const body = all
    .map((row, at) => {
      const ground = row === head || row.total ? headGround : head && at % 2 === 0 ? paleGround : null;
      const cells = row.cells
        .map((cell) => cellXml(cell, { ground, anchor: head ? 't' : 'ctr' }, context))
        .join('');
      return `<a:tr h="${emu(row.height)}">${cells}</a:tr>`;
    })
    .join('');
  return [
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}" descr="${escapeXml(name)}"/>`,
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>',
    placeXml(box, 'p:xfrm'),
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">',
    `<a:tbl><a:tblPr firstRow="${head ? 1 : 0}" bandRow="${head ? 1 : 0}"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl>`,
    '</a:graphicData></a:graphic></p:graphicFrame>',
  ].join('');
}

function cellXml(
  paragraphs: DeckRow['cells'][number],
  { ground, anchor }: { ground: string | null; anchor: 't' | 'ctr' },
  context: ShapeContext,
): string {
  const text = paragraphsXml(paragraphs.length > 0 ? paragraphs : [{ size: 10, runs: [] }], context);
  const none = (side: string) => `<a:${side} w="0"><a:noFill/></a:${side}>`;
  const thin = (side: string) =>
    `<a:${side} w="${emu(0.75)}"><a:solidFill><a:srgbClr val="${hairline}"/></a:solidFill></a:${side}>`;
  const fill = ground ? `<a:solidFill><a:srgbClr val="${ground}"/></a:solidFill>` : '<a:noFill/>';
  const { x, y } = cellInset;
  return [
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${text}</a:txBody>`,
    `<a:tcPr marL="${emu(x)}" marR="${emu(x)}" marT="${emu(y)}" marB="${emu(y)}" anchor="${anchor}">`,
    `${none('lnL')}${none('lnR')}${thin('lnT')}${thin('lnB')}${fill}</a:tcPr></a:tc>`,
  ].join('');
}

function chartFrameXml(item: Of<'chart'>, context: ShapeContext): string {
  const id = context.nextId();
  return [
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Chart ${id}" descr="${escapeXml(item.alternative)}"/>`,
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>',
    placeXml(item.box, 'p:xfrm'),
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${context.part(item)}"/>`,
    '</a:graphicData></a:graphic></p:graphicFrame>',
  ].join('');
}

/** As large as the box allows, in its middle; never stretched. */
function pictureXml(item: Of<'picture'>, context: ShapeContext): string {
  const { box, picture, alternative } = item;
  const id = context.nextId();
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const place = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
  return [
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${escapeXml(alternative)}"/>`,
    '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>',
    `<p:blipFill><a:blip r:embed="${context.part(item)}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>`,
    `<p:spPr>${placeXml(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
  ].join('');
}

/** The title of a content slide on the band; its place comes from the layout. */
export function titleXml(slide: Slide, context: ShapeContext, size: number): string {
  const id = context.nextId();
  const content = slide.layout === 'content';
  const color = content ? 'white' : 'accent';
  const runs = (slide.titleRuns ?? [{ text: slide.title }]).map((run) => ({
    ...run,
    bold: true,
    color: run.color ?? color,
  }));
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
    `<p:nvPr><p:ph type="${content ? 'title' : 'ctrTitle'}"/></p:nvPr></p:nvSpPr><p:spPr/>`,
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml([{ size, runs }], { ...context, face: 'heading' })}</p:txBody></p:sp>`,
  ].join('');
}

export function subtitleXml(slide: Slide, context: ShapeContext): string {
  if (!slide.subtitle) return '';
  const id = context.nextId();
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Subtitle ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
    '<p:nvPr><p:ph type="subTitle" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>',
    `<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(slide.subtitle, context)}</p:txBody></p:sp>`,
  ].join('');
}

export function footerXml(text: string, context: ShapeContext): string {
  const [id, number] = [context.nextId(), context.nextId()];
  const sp = (shape: number, name: string, ph: string, body: string) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${shape}" name="${name} ${shape}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${body}</p:txBody></p:sp>`;
  const lang = langs(context.lang);
  const quiet = `<a:solidFill><a:srgbClr val="${colors.quiet}"/></a:solidFill>`;
  return [
    sp(
      id,
      'Footer',
      '<p:ph type="ftr" sz="quarter" idx="11"/>',
      `<a:p><a:pPr algn="l"/><a:r><a:rPr ${langs(context.lang, text)} sz="1000">${quiet}${faces.body}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`,
    ),
    sp(
      number,
      'Slide Number',
      '<p:ph type="sldNum" sz="quarter" idx="12"/>',
      `<a:p><a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr ${lang} sz="1000">${quiet}${faces.body}</a:rPr><a:t>‹#›</a:t></a:fld><a:endParaRPr ${lang}/></a:p>`,
    ),
  ].join('');
}
