import { csvFile } from '#platform/csv.ts';
import type { Manuscript, ManuscriptFigure } from '../manuscripts/manuscript.ts';
import { words as pageWords } from '../publication/words.ts';
import { type Surroundings, urlOf } from './pieces.ts';

/** The columns of `figures.csv`, as people and machines read them. */
export const columns = [
  {
    name: 'figure_id',
    type: 'string',
    title: '番号',
    description: '数字の名前。どの形式でも、版が変わっても同じです。',
  },
  { name: 'fiscal_year', type: 'integer', title: '報告の年度' },
  { name: 'edition', type: 'integer', title: '版' },
  {
    name: 'section',
    type: 'string',
    title: '節',
    description: 'program:事業の名前、categories、plan など。',
  },
  { name: 'label', type: 'string', title: '項目' },
  { name: 'value', type: 'number', title: '値', description: '「*」は少数のため非公表、空欄は記載なし。' },
  { name: 'unit', type: 'string', title: '単位' },
  { name: 'shown', type: 'string', title: '表示' },
  { name: 'note', type: 'string', title: '注' },
  { name: 'url', type: 'string', title: '出どころ', format: 'uri' },
  {
    name: 'period',
    type: 'string',
    title: '期間',
    description: '数字の年度（2024）か月（2024-05）。昨年度の値や来年度の計画は、報告の年度と違います。',
  },
] as const;

/** One row for each number of the manuscript, in its order. */
export function figuresCsv(manuscript: Manuscript, surroundings: Surroundings): string {
  const { fiscalYear, number } = manuscript.edition;
  return csvFile(
    columns.map(({ name }) => name),
    Object.values(manuscript.figures).map((figure) => [
      figure.id,
      fiscalYear,
      number,
      figure.section,
      figure.label,
      valueOf(manuscript, figure),
      figure.unit,
      figure.shown,
      figure.note,
      urlOf(figure.id, { manuscript, surroundings }),
      figure.period ?? String(fiscalYear),
    ]),
  );
}

/** A number that is not told has one sign, whatever the reason: two would tell which of two is the small one. */
function valueOf({ lang }: Manuscript, { value, shown }: ManuscriptFigure): number | string {
  if (value !== null) return value;
  return shown === pageWords[lang].notReported ? '' : '*';
}

/** What machines are told about `figures.csv`, as Frictionless Data Package v2 says it. */
export function packageOf(manuscript: Manuscript) {
  const { edition, title, operator, headquarters } = manuscript;
  const { kind, fiscalYear, number, publishedOn } = edition;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `report-${kind}-${fiscalYear}-${number}`,
    title: `${operator} ${title}`,
    description: `${headquarters}の報告にあるすべての数字`,
    version: `${number}.0.0`,
    ...(publishedOn && { created: `${publishedOn}T00:00:00+09:00` }),
    licenses: [
      { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    ],
    contributors: [{ title: operator, roles: ['publisher'] }],
    keywords: ['生活困窮', '事業の実績', '事業評価'],
    resources: [
      {
        $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
        name: 'figures',
        title: `${title}の数字`,
        path: 'figures.csv',
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: columns.map((column) => ({
            ...column,
            ...(column.name === 'figure_id' && { constraints: { required: true, unique: true } }),
          })),
          missingValues: [
            { value: '', label: '記載なし' },
            { value: '*', label: '非公表' },
          ],
          primaryKey: ['figure_id'],
        },
      },
    ],
  };
}
