import { strFromU8 } from 'fflate';
import { type Element, everyElement, textIn, type XmlParts } from '../office/xml.testing.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** The parts of a slide file as a package: what each is said to be, what it points at, and what names the whole. */
export function lintPackage(files: Files, xml: XmlParts): readonly string[] {
  const names = Object.keys(files);
  return [
    ...lintTypes(names, xml),
    ...lintKinds(names, xml),
    ...lintRelations(names, xml),
    ...lintProperties(xml),
    ...lintMedia(files),
    ...[...xml.keys()]
      .filter((name) => noXml.test(strFromU8(files[name] ?? new Uint8Array())))
      .map((name) => `${name} has a letter that XML does not know`),
  ];
}

const noXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function lintTypes(names: readonly string[], xml: XmlParts): string[] {
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

function lintRelations(names: readonly string[], xml: XmlParts): string[] {
  const pointedAt = new Set<string>();
  const problems = [...xml].flatMap(([name, root]) => {
    if (!name.endsWith('.rels')) return [];
    const source = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    const ids = root.children.map(({ attributes }) => attributes['Id'] ?? '');
    const broken = root.children.flatMap(({ attributes: { Type = '', Target = '', TargetMode } }) => {
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      if (TargetMode === 'External')
        return kind === 'hyperlink' ? [] : [`${source} has its ${kind} elsewhere`];
      const target = targetOf(source, Target);
      pointedAt.add(target);
      if (!names.includes(target)) return [`${source} points at ${target}, which is not there`];
      return target.startsWith(placeOf[kind] ?? '?') ? [] : [`${source} calls ${target} its ${kind}`];
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

const formats = 'application/vnd.openxmlformats-officedocument';
const kindOf: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${formats}.presentationml.presentation.main+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${formats}.presentationml.slide+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${formats}.presentationml.slideLayout+xml`],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${formats}.presentationml.slideMaster+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${formats}.presentationml.notesMaster+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${formats}.presentationml.notesSlide+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, `${formats}.theme+xml`],
  [/^ppt\/charts\/chart\d+\.xml$/, `${formats}.drawingml.chart+xml`],
  [/^ppt\/embeddings\/chart\d+\.xlsx$/, `${formats}.spreadsheetml.sheet`],
  [/^ppt\/media\/image\d+\.png$/, 'image/png'],
  [/^ppt\/media\/image\d+\.jpg$/, 'image/jpeg'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${formats}.extended-properties+xml`],
  [/\.rels$/, 'application/vnd.openxmlformats-package.relationships+xml'],
];

/** Every part is said to be what its place says. */
function lintKinds(names: readonly string[], xml: XmlParts): string[] {
  const types = xml.get('[Content_Types].xml')?.children ?? [];
  const said = (name: string) => {
    const type = (key: string, value: string) =>
      types.find(({ attributes }) => attributes[key] === value)?.attributes['ContentType'];
    return type('PartName', `/${name}`) ?? type('Extension', name.slice(name.lastIndexOf('.') + 1));
  };
  return names
    .filter((name) => name !== '[Content_Types].xml')
    .flatMap((name) => {
      const kind = kindOf.find(([place]) => place.test(name))?.[1];
      if (!kind) return [`${name} has no place in a slide file`];
      return said(name) === kind ? [] : [`${name} is said to be ${said(name) ?? 'nothing'}`];
    });
}

/** Where what a relation of a kind points at lies. */
const placeOf: Readonly<Record<string, string>> = {
  officeDocument: 'ppt/presentation.xml',
  'core-properties': 'docProps/core.xml',
  'extended-properties': 'docProps/app.xml',
  slide: 'ppt/slides/',
  slideLayout: 'ppt/slideLayouts/',
  slideMaster: 'ppt/slideMasters/',
  notesMaster: 'ppt/notesMasters/',
  notesSlide: 'ppt/notesSlides/',
  theme: 'ppt/theme/',
  chart: 'ppt/charts/',
  package: 'ppt/embeddings/',
  image: 'ppt/media/',
};

function targetOf(source: string, target: string): string {
  return new URL(target, `http://package/${source}`).pathname.slice(1);
}

/** The parts that a part points at, of one kind. */
export function pointedAtBy(xml: XmlParts, source: string, kind: string): readonly string[] {
  const cut = source.lastIndexOf('/') + 1;
  const relations = xml.get(`${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`)?.children ?? [];
  return relations
    .filter(({ attributes }) => attributes['Type']?.endsWith(`/${kind}`))
    .map(({ attributes }) => targetOf(source, attributes['Target'] ?? ''));
}

/** What the file is called, in which language it is and when it was made. */
function lintProperties(xml: XmlParts): string[] {
  const core = xml.get('docProps/core.xml')?.children ?? [];
  const said = (name: string) => {
    const found = core.find((each) => each.name === name);
    return found ? textIn(found) : '';
  };
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  const must: Readonly<Record<string, RegExp>> = {
    'dc:title': /./,
    'dc:creator': /./,
    'dc:language': /^(ja-JP|en-US)$/,
    'dcterms:created': moment,
    'dcterms:modified': moment,
  };
  return [
    ...['officeDocument', 'core-properties', 'extended-properties']
      .filter((kind) => pointedAtBy(xml, '', kind).length !== 1)
      .map((kind) => `the package has not one ${kind}`),
    ...Object.entries(must)
      .filter(([name, form]) => !form.test(said(name)))
      .map(([name]) => `the properties have no ${name}`),
  ];
}

/** A picture is what its name says. */
function lintMedia(files: Files): string[] {
  const begins: Readonly<Record<string, readonly number[]>> = {
    png: [0x89, 0x50, 0x4e, 0x47],
    jpg: [0xff, 0xd8, 0xff],
    xlsx: [0x50, 0x4b, 0x03, 0x04],
  };
  return Object.entries(files).flatMap(([name, bytes]) => {
    const sign = begins[name.slice(name.lastIndexOf('.') + 1)];
    return sign?.some((byte, at) => bytes[at] !== byte) ? [`${name} is something else`] : [];
  });
}

export function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
