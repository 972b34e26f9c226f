import type { Lang } from '#platform/i18n.ts';
import type { EditionKind } from '../editions/content.ts';

/** What an edition is written as besides its pages. Data is written once, the rest in each language. */
export const formats = ['pptx', 'xlsx', 'pdf', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

export const mediaTypes: Readonly<Record<Format, string>> = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
};

/** As the address ends. */
export const fileNames: Readonly<Record<Format, string>> = {
  pptx: 'report.pptx',
  xlsx: 'report.xlsx',
  pdf: 'report.pdf',
  csv: 'figures.csv',
  json: 'datapackage.json',
};

export function formatOf(fileName: string): Format | undefined {
  return formats.find((format) => fileNames[format] === fileName);
}

export interface Output {
  readonly lang: Lang;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** `content-disposition` of a file that is kept under a Japanese name (RFC 6266); the plain name is for those that read no other. */
export function dispositionOf(
  { kind, fiscalYear, number }: { kind: EditionKind; fiscalYear: number; number: number },
  { lang, format, title }: { lang: Lang; format: Format; title: string },
): string {
  const plain = `${kind}-${fiscalYear}-${number}-${lang}-${fileNames[format]}`;
  const name = `${title}_${lang === 'ja' ? `第${number}版` : `edition ${number}`}${extensionOf(format)}`;
  const encoded = encodeURIComponent(name.replace(/[/\\:*?"<>|]/g, '_')).replace(
    /['()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function extensionOf(format: Format): string {
  const name = fileNames[format];
  return format === 'csv' || format === 'json' ? `_${name}` : name.slice(name.indexOf('.'));
}
