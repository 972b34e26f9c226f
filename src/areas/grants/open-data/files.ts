import { csvFile } from '#platform/csv.ts';
import { grantDataPaths } from '../paths.ts';
import { disclose, type Told } from './rules.ts';
import type { BenefitSums, OpenAward } from './store.ts';

/** The columns of each file, as people and machines read them. */
export const columns = {
  awards: [
    { name: '年度', type: 'integer' },
    { name: '募集コード', type: 'string' },
    { name: '募集名', type: 'string' },
    { name: '団体名', type: 'string' },
    { name: '法人番号', type: 'string' },
    { name: '文書番号', type: 'string' },
    { name: '決定日', type: 'date' },
    { name: '決定額（円）', type: 'integer' },
    { name: '支払額（円）', type: 'integer' },
    { name: '確定・精算額（円）', type: 'integer' },
    { name: '状態', type: 'string' },
    { name: '例示', type: 'boolean' },
  ],
  benefits: [
    { name: '年度', type: 'integer' },
    { name: '募集コード', type: 'string' },
    { name: '募集名', type: 'string' },
    { name: '使いみち', type: 'string' },
    { name: '延べ人数', type: 'integer' },
    { name: '実人数', type: 'integer' },
    { name: '支給決定額（円）', type: 'integer' },
    { name: '少数のため非公表', type: 'boolean' },
    { name: '例示', type: 'boolean' },
  ],
} as const;
export type FileName = keyof typeof columns;

const states: Readonly<Record<string, string>> = {
  active: '実施中',
  reported: '実績報告ずみ',
  fixed: '額の確定ずみ',
  closed: '完了',
  abolished: '廃止',
};

const headings = (name: FileName) => columns[name].map((column) => column.name);

/** A spreadsheet runs what begins like a formula: such a name is left out. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? '' : text);

export function awardsCsv(awards: readonly OpenAward[]): string {
  const rows = awards.map((award) => [
    String(award.fiscalYear),
    award.slug,
    harmless(award.call),
    harmless(award.group),
    award.corporateNumber,
    award.number,
    award.decidedOn,
    String(award.decidedYen),
    String(award.paidYen),
    String(award.settledYen),
    states[award.state] ?? award.state,
    String(award.illustrative),
  ]);
  return csvFile(headings('awards'), rows);
}

export function benefitsCsv(sums: readonly BenefitSums[]): string {
  const rows = sums.flatMap((each) => {
    const { whole, parts } = disclose(each.parts, each.whole);
    const first = [String(each.fiscalYear), each.slug, harmless(each.terms.name.ja)];
    const line = (what: string, told: Told) => [
      ...first,
      what,
      ...(told.few ? ['', '', ''] : [String(told.total), String(told.distinct), String(told.yen)]),
      String(told.few),
      String(each.illustrative),
    ];
    const useName = (code: string) =>
      each.terms.benefit?.uses.find((use) => use.code === code)?.label.ja ?? code;
    return [line('合計', whole), ...parts.map((part) => line(useName(part.code), part))];
  });
  return csvFile(headings('benefits'), rows);
}

/** Table Schema of a file's columns. */
export function schemaOf(name: FileName) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns[name].map((column) => ({ ...column })),
    missingValues: [''],
  };
}

const titles: Readonly<Record<FileName, string>> = {
  awards: '団体への交付決定',
  benefits: '人への給付（少数は非公表）',
};
const names = ['awards', 'benefits'] as const satisfies readonly FileName[];

/** What machines are told about the files, as Frictionless Data Package v2 says it. */
export function packageOf({ publicUrl, operator }: { publicUrl: string; operator: string }) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'grants',
    title: `${operator} 助成と給付`,
    description: '交付・支給の決定。給付を受けた人は、どの行にもいません。',
    version: '1.0.0',
    homepage: `${publicUrl}${grantDataPaths.page.to({})}`,
    licenses: [
      { name: 'CC-BY-4.0', title: 'CC BY 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
    ],
    contributors: [{ title: operator, roles: ['publisher'] }],
    keywords: ['助成金', '給付', '交付決定'],
    resources: names.map((name) => ({
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name,
      title: titles[name],
      path: `${publicUrl}${grantDataPaths.file.to({ name })}`,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: schemaOf(name),
    })),
  };
}

/** For the catalogue of all open data. */
export async function listGrantData() {
  return [
    {
      id: 'grants',
      title: '助成と給付',
      description: '団体への交付決定と、人への給付の数',
      keywords: ['助成金', '給付', '交付決定'],
      page: grantDataPaths.page.to({}),
      files: [
        ...names.map((name) => ({
          title: titles[name],
          path: grantDataPaths.file.to({ name }),
          mediaType: 'text/csv',
        })),
        {
          title: '列の定義（Data Package）',
          path: grantDataPaths.dataPackage.to({}),
          mediaType: 'application/json',
        },
      ],
    },
  ];
}
