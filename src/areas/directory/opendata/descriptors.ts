import { licence } from '../hsds/about.ts';
import type { Municipality } from '../municipalities/store.ts';
import { openDataPaths } from '../paths.ts';
import { type FileKind, fileKinds, schemaNameOf } from './columns.ts';
import type { OpenSummary } from './store.ts';
import { kindNames } from './words.ts';

/** What machines are told about the files, as Frictionless Data Package v2 says it. */

export interface Told {
  readonly publicUrl: string;
  readonly operator: string;
  readonly municipalities: readonly Municipality[];
  readonly summary: OpenSummary;
}

export interface OpenFile {
  readonly file: FileKind;
  readonly municipality: Municipality;
  readonly path: string;
}

/** Those that give out files: the prefecture, its cities, towns and villages; wards are part of their city. */
export function publishers(municipalities: readonly Municipality[]): readonly Municipality[] {
  return municipalities.filter(({ kind }) => kind !== 'ward');
}

export function openFiles(municipalities: readonly Municipality[]): readonly OpenFile[] {
  return publishers(municipalities).flatMap((municipality) =>
    fileKinds.map((file) => ({
      file,
      municipality,
      path: openDataPaths.file.to({ file: `${municipality.code6}_${file.name}.csv` }),
    })),
  );
}

const version = '1.0.0';

export function dataPackage(told: Told) {
  const { publicUrl, operator, municipalities, summary } = told;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'support-directory',
    title: `${operator} 支援情報`,
    description: '支援制度、相談窓口、支援団体、居場所の一覧。県全体と市町村ごとのファイルがあります。',
    version,
    homepage: `${publicUrl}${openDataPaths.catalogue.to({})}`,
    ...(summary.updatedAt && { created: summary.updatedAt.toISOString() }),
    licenses: [{ name: 'CC-BY-4.0', title: licence.name, path: licence.url }],
    contributors: [{ title: operator, roles: ['publisher'] }],
    keywords: ['支援制度', '相談窓口', '支援団体', '居場所', 'HSDS'],
    resources: openFiles(municipalities).map(({ file, municipality, path }) => ({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name: `${municipality.code6}-${file.name.replaceAll('_', '-')}`,
      title: `${municipality.nameJa} ${kindNames.ja[file.kind]}`,
      path: `${publicUrl}${path}`,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: `${publicUrl}${openDataPaths.schema.to({ name: schemaNameOf(file.kind) })}`,
    })),
  };
}

const types: Readonly<Partial<Record<string, { type: string; format?: string }>>> = {
  緯度: { type: 'number' },
  経度: { type: 'number' },
  公募開始日: { type: 'date' },
  公募終了日: { type: 'date' },
  公開開始日: { type: 'date' },
  公開終了日: { type: 'date' },
  最終更新日: { type: 'date' },
  確認日: { type: 'date' },
  次回確認日: { type: 'date' },
  最終更新日時: { type: 'datetime' },
  情報ID: { type: 'string', format: 'uuid' },
  情報のURL: { type: 'string', format: 'uri' },
};

const required = new Set(['情報ID', '情報の種類', '名称', 'タイトル(制度名)', '最終更新日時']);

/** Table Schema of the columns. */
export function tableSchema(name: 'facility' | 'scheme') {
  const columns = fileKinds.find(({ kind }) => schemaNameOf(kind) === name)?.columns ?? [];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(({ heading }) => ({
      name: heading,
      ...(types[heading] ?? { type: 'string' }),
      ...(required.has(heading) && { constraints: { required: true } }),
    })),
    missingValues: [''],
    primaryKey: ['情報ID'],
  };
}
