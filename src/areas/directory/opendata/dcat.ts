import { licence } from '../hsds/about.ts';
import { hsdsPaths, openDataPaths } from '../paths.ts';
import { type FileKind, fileKinds } from './columns.ts';
import { type OpenFile, openFiles, type Told } from './descriptors.ts';
import { kindNames } from './words.ts';

const japanese = (value: string) => ({ '@value': value, '@language': 'ja' });

/** A data set that another area publishes. Paths are the product's own. */
export interface PublishedData {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** The page that people read it on. */
  readonly page: string;
  readonly files: readonly { readonly title: string; readonly path: string; readonly mediaType: string }[];
}

/** The catalogue as DCAT says it, in JSON-LD: as portals of Europe and of Japan read it. */
export function dcatCatalogue(told: Told, others: readonly PublishedData[] = []) {
  const { publicUrl, operator, municipalities } = told;
  const url = (path: string) => `${publicUrl}${path}`;
  const files = openFiles(municipalities);
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': url(openDataPaths.dcat.to({})),
    '@type': 'dcat:Catalog',
    'dct:title': japanese(`${operator} オープンデータ`),
    'dct:description': japanese('支援制度、相談窓口、支援団体、居場所の情報'),
    'dct:language': 'ja',
    'foaf:homepage': { '@id': url(openDataPaths.catalogue.to({})) },
    ...rightsOf(told),
    'dcat:dataset': [
      ...fileKinds.map((kind) => datasetOf(kind, { told, files, url })),
      ...others.map((each) => publishedBy(each, { told, url })),
    ],
    'dcat:service': [
      {
        '@id': url(hsdsPaths.root.to({})),
        '@type': 'dcat:DataService',
        'dct:title': japanese('支援情報 API（HSDS 3.0）'),
        'dcat:endpointURL': { '@id': url(hsdsPaths.root.to({})) },
        'dcat:endpointDescription': { '@id': url(hsdsPaths.openapi.to({})) },
        'dct:license': { '@id': licence.url },
      },
    ],
  };
}

function publishedBy(
  { id, title, description, keywords, page, files }: PublishedData,
  { told, url }: { told: Told; url: (path: string) => string },
) {
  const { operator } = told;
  return {
    '@id': url(`${page}#${id}`),
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': japanese(title),
    'dct:description': japanese(description),
    'dcat:keyword': keywords,
    'dct:license': { '@id': licence.url },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': operator },
    'dcat:distribution': files.map((file) => ({
      '@id': url(file.path),
      '@type': 'dcat:Distribution',
      'dct:title': japanese(file.title),
      'dcat:downloadURL': { '@id': url(file.path) },
      'dcat:accessURL': { '@id': url(page) },
      'dcat:mediaType': file.mediaType,
      'dct:license': { '@id': licence.url },
    })),
  };
}

/** Under which terms, by whom, and from when. */
function rightsOf({ operator, summary: { updatedAt } }: Told) {
  return {
    'dct:license': { '@id': licence.url },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': operator },
    ...(updatedAt && {
      'dct:modified': { '@value': updatedAt.toISOString(), '@type': 'xsd:dateTime' },
    }),
  };
}

function datasetOf(
  kind: FileKind,
  { told, files, url }: { told: Told; files: readonly OpenFile[]; url: (path: string) => string },
) {
  const name = kindNames.ja[kind.kind];
  return {
    '@id': url(`${openDataPaths.catalogue.to({})}#${kind.name}`),
    '@type': 'dcat:Dataset',
    'dct:identifier': kind.name,
    'dct:title': japanese(name),
    'dct:description': japanese(`${told.operator}の${name}の一覧`),
    'dcat:keyword': [name, '福祉', '相談'],
    ...rightsOf(told),
    'dcat:distribution': files
      .filter(({ file }) => file === kind)
      .map(({ municipality, path }) => ({
        '@id': url(path),
        '@type': 'dcat:Distribution',
        'dct:title': japanese(municipality.nameJa),
        'dcat:downloadURL': { '@id': url(path) },
        'dcat:accessURL': { '@id': url(openDataPaths.catalogue.to({})) },
        'dcat:mediaType': 'text/csv',
        'dct:license': { '@id': licence.url },
      })),
  };
}
