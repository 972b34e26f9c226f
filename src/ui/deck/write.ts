import { packParts, steadyPackage } from '../office/package.ts';
import { escapeXml, xmlHead } from '../office/xml.ts';
import { type Chart, chartSheet, chartXml } from './chart-xml.ts';
import { type Deck, type DeckItem, type Slide, slideSize } from './deck.ts';
import {
  layoutXml,
  masterXml,
  notesMasterXml,
  notesXml,
  presentationXml,
  slideXml,
  themeXml,
} from './master.ts';
import { linesOf } from './measure.ts';
import { footerXml, itemXml, type ShapeContext, subtitleXml, titleXml } from './shapes.ts';
import { faces, langs } from './text-xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const formats = 'application/vnd.openxmlformats-officedocument';

/** A .pptx with editable text, tables and charts. The same deck gives the same bytes. */
export async function writeDeck(deck: Deck): Promise<Uint8Array> {
  const parts = new Package();
  parts.add('ppt/theme/theme1.xml', themeXml('Tsunagi'), `${formats}.theme+xml`);
  parts.add('ppt/theme/theme2.xml', themeXml('Notes'), `${formats}.theme+xml`);
  const slideRels = deck.slides.map((_, at) => ({ id: 256 + at, rel: `rId${at + 10}` }));
  parts.add(
    'ppt/presentation.xml',
    presentationXml(slideRels),
    `${formats}.presentationml.presentation.main+xml`,
    [
      { id: 'rId1', type: `${office}/slideMaster`, target: 'slideMasters/slideMaster1.xml' },
      { id: 'rId2', type: `${office}/notesMaster`, target: 'notesMasters/notesMaster1.xml' },
      { id: 'rId3', type: `${office}/theme`, target: 'theme/theme1.xml' },
      ...slideRels.map(({ rel }, at) => ({
        id: rel,
        type: `${office}/slide`,
        target: `slides/slide${at + 1}.xml`,
      })),
    ],
  );
  addMasters(parts);
  for (const [at, slide] of deck.slides.entries()) await addSlide(parts, deck, slide, at + 1);
  addProperties(parts, deck);
  return packParts(parts.finished());
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** Parts with what they are and what they point at: one list, so that neither can be forgotten. */
class Package {
  private readonly parts = new Map<string, string | Uint8Array>();
  private readonly types: string[] = [];
  private readonly extensions = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ]);
  charts = 0;
  pictures = new Map<Uint8Array, string>();

  add(name: string, content: string, type: string, relations: readonly Relation[] = []): void {
    this.parts.set(name, content);
    this.types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
    if (relations.length > 0) this.relate(name, relations);
  }

  relate(name: string, relations: readonly Relation[]): void {
    const cut = name.lastIndexOf('/');
    const list = relations.map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
    this.parts.set(
      `${name.slice(0, cut + 1)}_rels/${name.slice(cut + 1)}.rels`,
      `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
    );
  }

  addBytes(name: string, bytes: Uint8Array, type: string): void {
    this.parts.set(name, bytes);
    this.extensions.set(name.slice(name.lastIndexOf('.') + 1), type);
  }

  finished(): ReadonlyMap<string, string | Uint8Array> {
    const defaults = [...this.extensions].map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    );
    this.parts.set(
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${this.types.join('')}</Types>`,
    );
    return this.parts;
  }
}

function addMasters(parts: Package): void {
  const master = { id: 'rId1', type: `${office}/slideMaster`, target: '../slideMasters/slideMaster1.xml' };
  for (const [at, layout] of (['title', 'content'] as const).entries())
    parts.add(
      `ppt/slideLayouts/slideLayout${at + 1}.xml`,
      layoutXml(layout),
      `${formats}.presentationml.slideLayout+xml`,
      [master],
    );
  const layoutRel = (at: number) => ({
    id: `rId${at}`,
    type: `${office}/slideLayout`,
    target: `../slideLayouts/slideLayout${at}.xml`,
  });
  parts.add('ppt/slideMasters/slideMaster1.xml', masterXml(), `${formats}.presentationml.slideMaster+xml`, [
    layoutRel(1),
    layoutRel(2),
    { id: 'rId3', type: `${office}/theme`, target: '../theme/theme1.xml' },
  ]);
  parts.add(
    'ppt/notesMasters/notesMaster1.xml',
    notesMasterXml(),
    `${formats}.presentationml.notesMaster+xml`,
    [{ id: 'rId1', type: `${office}/theme`, target: '../theme/theme2.xml' }],
  );
}

async function addSlide(parts: Package, deck: Deck, slide: Slide, number: number): Promise<void> {
  const name = `ppt/slides/slide${number}.xml`;
  const relations: Relation[] = [
    {
      id: 'rId1',
      type: `${office}/slideLayout`,
      target: `../slideLayouts/slideLayout${slide.layout === 'title' ? 1 : 2}.xml`,
    },
  ];
  const relate = (relation: Omit<Relation, 'id'>) => {
    const known = relations.find(({ type, target }) => type === relation.type && target === relation.target);
    if (known) return known.id;
    const id = `rId${relations.length + 1}`;
    relations.push({ ...relation, id });
    return id;
  };
  const files = new Map<DeckItem, string>();
  for (const item of slide.items) {
    if (item.kind === 'chart')
      files.set(item, relate({ type: `${office}/chart`, target: await addChart(parts, deck, item) }));
    if (item.kind === 'picture')
      files.set(item, relate({ type: `${office}/image`, target: addPicture(parts, item) }));
  }
  let ids = 1;
  const context: ShapeContext = {
    lang: deck.lang,
    link: (url) => relate({ type: `${office}/hyperlink`, target: url, external: true }),
    nextId: () => (ids += 1),
    part: (item) => files.get(item) ?? '',
  };
  const xml = slideXml(shapesOf(deck, slide, context));
  if (slide.notes.length > 0)
    relate({ type: `${office}/notesSlide`, target: `../notesSlides/notesSlide${number}.xml` });
  parts.add(name, xml, `${formats}.presentationml.slide+xml`, relations);
  if (slide.notes.length > 0) addNotes(parts, deck, slide, number);
}

/** Title first, then what stands on the slide from top to bottom: the order in which it is read aloud. */
function shapesOf(deck: Deck, slide: Slide, context: ShapeContext): string {
  if (slide.layout === 'title')
    return titleXml(slide, context, titleSize(slide.title, 36, 816)) + subtitleXml(slide, context);
  const footnote: DeckItem | undefined = slide.footnote && {
    kind: 'text',
    box: footnoteBox,
    paragraphs: [{ size: footnoteSize, runs: slide.footnote }],
  };
  return [
    titleXml(slide, context, titleSize(slide.title, 24, 888)),
    ...slide.items.map((item) => itemXml(item, context)),
    footnote ? itemXml(footnote, context) : '',
    footerXml(deck.footer, context),
  ].join('');
}

const footnoteSize = 9;
export const footnoteBox = { x: 36, y: 484, width: slideSize.width - 72, height: 27 } as const;

/** A long title is set smaller, down to where two lines of it stand on the band. */
function titleSize(title: string, largest: number, width: number): number {
  const sizes = [largest, Math.round(largest * 0.84), Math.round(largest * 0.7)];
  return sizes.find((size) => linesOf(title, { size, width }).length <= 1) ?? Math.round(largest * 0.62);
}

async function addChart(parts: Package, deck: Deck, chart: Chart): Promise<string> {
  const number = (parts.charts += 1);
  const book = `ppt/embeddings/chart${number}.xlsx`;
  const rows = [
    ['', ...chart.series.map(({ name }) => name)],
    ...chart.labels.map((label, at) => [label, ...chart.series.map(({ values }) => values[at] ?? null)]),
  ];
  const { writeXlsx } = await import('hucre/xlsx');
  const workbook = await writeXlsx({ sheets: [{ name: chartSheet, rows }] });
  parts.addBytes(book, steadyPackage(workbook, deck.on), `${formats}.spreadsheetml.sheet`);
  parts.add(`ppt/charts/chart${number}.xml`, chartXml(chart, deck.lang), `${formats}.drawingml.chart+xml`, [
    { id: 'rId1', type: `${office}/package`, target: `../embeddings/chart${number}.xlsx` },
  ]);
  return `../charts/chart${number}.xml`;
}

/** A picture that stands on several slides is kept once. */
function addPicture(parts: Package, { picture }: Extract<DeckItem, { kind: 'picture' }>): string {
  const known = parts.pictures.get(picture.bytes);
  if (known) return known;
  const target = `../media/image${parts.pictures.size + 1}.${picture.type}`;
  parts.pictures.set(picture.bytes, target);
  parts.addBytes(
    target.replace('..', 'ppt'),
    picture.bytes,
    picture.type === 'png' ? 'image/png' : 'image/jpeg',
  );
  return target;
}

function addNotes(parts: Package, deck: Deck, slide: Slide, number: number): void {
  const text = slide.notes
    .map(
      (line) =>
        `<a:p><a:r><a:rPr ${langs(deck.lang, line)}>${faces.body}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
    )
    .join('');
  parts.add(
    `ppt/notesSlides/notesSlide${number}.xml`,
    notesXml(text),
    `${formats}.presentationml.notesSlide+xml`,
    [
      { id: 'rId1', type: `${office}/notesMaster`, target: '../notesMasters/notesMaster1.xml' },
      { id: 'rId2', type: `${office}/slide`, target: `../slides/slide${number}.xml` },
    ],
  );
}

function addProperties(parts: Package, deck: Deck): void {
  const metadata = 'http://schemas.openxmlformats.org/package/2006/metadata';
  const at = (tag: string) =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${deck.on}T00:00:00Z</dcterms:${tag}>`;
  parts.add(
    'docProps/core.xml',
    `${xmlHead}<cp:coreProperties xmlns:cp="${metadata}/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(deck.title)}</dc:title><dc:creator>${escapeXml(deck.author)}</dc:creator><dc:language>${deck.lang === 'ja' ? 'ja-JP' : 'en-US'}</dc:language>${at('created')}${at('modified')}</cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  parts.add(
    'docProps/app.xml',
    `${xmlHead}<Properties xmlns="${office.replace('relationships', 'extended-properties')}"><Application>Tsunagi</Application><Slides>${deck.slides.length}</Slides></Properties>`,
    `${formats}.extended-properties+xml`,
  );
  parts.relate('', [
    { id: 'rId1', type: `${office}/officeDocument`, target: 'ppt/presentation.xml' },
    {
      id: 'rId2',
      type: `${metadata.replace('/metadata', '/relationships/metadata')}/core-properties`,
      target: 'docProps/core.xml',
    },
    { id: 'rId3', type: `${office}/extended-properties`, target: 'docProps/app.xml' },
  ]);
}
