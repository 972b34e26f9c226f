import { csvFile } from '#platform/csv.ts';
import type { Lang } from '#platform/i18n.ts';
import type { BookCell, BookRow, BookSheet } from '#ui/workbook/book.ts';
import { writeWorkbook } from '#ui/workbook/write.ts';
import { domains, scale } from '../scales/codes.ts';
import type { FormSet } from '../forms/form.ts';
import { nameOf } from './names.ts';
import type { YearOfCases } from './read.ts';
import { breakdowns, codesOf, directions, lines, personal, valueOf } from './rules.ts';
import { definitions } from './definitions.ts';
import { words } from './words.ts';

export interface Filed {
  readonly counted: YearOfCases;
  readonly title: string;
  readonly organisation: string;
  readonly set: FormSet;
  readonly nameOfOrganisation: (id: string) => string;
  /** How a number of what people are like is told; null: too few. */
  readonly told: (n: number) => number | null;
}

/** One row for each month, organisation and code. Codes stay codes: other programs read this. */
export function statisticsCsv(lang: Lang, { counted, nameOfOrganisation, told, ...filed }: Filed): string {
  const t = words[lang];
  const exact = counted.organisations.filter(({ figure }) => !personal.includes(figure));
  const rows = exact.map(({ month, organisationId, figure, code, n, people }) => [
    month || t.whole,
    nameOfOrganisation(organisationId),
    figure,
    code,
    n,
    people,
  ]);
  const careful = personal
    .flatMap((figure) => codesOf(counted.rows, figure))
    .map(({ figure, code, n, people }) => [
      t.whole,
      filed.organisation,
      figure,
      code,
      told(n) ?? '*',
      told(people) ?? '*',
    ]);
  const flows = domains.flatMap((domain) =>
    Object.entries(directions(counted.flows, domain)).map(([way, n]) => [
      t.whole,
      filed.organisation,
      `flow-${domain}`,
      way,
      told(n) ?? '*',
      told(n) ?? '*',
    ]),
  );
  return csvFile(
    t.columns,
    [...rows, ...careful, ...flows].toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
  );
}

/** 支援状況調査 as offices file it, what it breaks down into, and how each figure is counted. */
export function statisticsWorkbook(lang: Lang, filed: Filed): Promise<Uint8Array> {
  const { organisation, title } = filed;
  return writeWorkbook({
    title: `${organisation} ${title}`,
    author: organisation,
    sheets: [
      monthSheet(lang, filed),
      codeSheet(lang, filed),
      flowSheet(lang, filed),
      definitionSheet(lang, filed),
    ],
  });
}

const head = (lang: Lang, { organisation, title }: Filed): readonly BookRow[] => [
  { cells: [{ value: `${organisation} ${title}`, look: 'title' }] },
  { cells: [{ value: words[lang].lead, look: 'lead' }] },
];
const row = (...cells: readonly BookCell[]): BookRow => ({ cells });

function monthSheet(lang: Lang, filed: Filed): BookSheet {
  const t = words[lang];
  const { counted } = filed;
  const spans = [...counted.months, ''];
  return {
    name: t.sheetMonths,
    columns: [{ width: 34 }, ...spans.map(() => ({ width: 9 }))],
    rows: [
      ...head(lang, filed),
      row(
        { value: t.item, look: 'heading' },
        ...spans.map((month): BookCell => ({ value: month || t.total, look: 'heading-number' })),
      ),
      ...lines.map((line) => {
        const label = t.lines[line.key] ?? line.key;
        return row(
          { value: line.part ? t.part(label) : label, look: 'label' },
          ...spans.map(
            (month): BookCell => ({
              value: valueOf(counted.rows, line, month),
              look: month ? 'shown-number' : 'sum',
            }),
          ),
        );
      }),
    ],
    onePage: true,
  };
}

function codeSheet(lang: Lang, filed: Filed): BookSheet {
  const t = words[lang];
  const { counted, set, told } = filed;
  return {
    name: t.sheetCodes,
    columns: [{ width: 30 }, { width: 44 }, { width: 12 }, { width: 12 }],
    rows: [
      ...head(lang, filed),
      row(
        { value: t.item, look: 'heading' },
        { value: t.code, look: 'heading' },
        { value: t.times, look: 'heading-number' },
        { value: t.people, look: 'heading-number' },
      ),
      ...breakdowns.flatMap((figure) =>
        codesOf(counted.rows, figure).map(({ code, n, people }) => {
          const shown = (value: number) => (personal.includes(figure) ? (told(value) ?? t.few) : value);
          return row(
            { value: t.breakdown[figure], look: 'label' },
            { value: nameOf(lang, set, { figure, code }), look: 'label' },
            { value: shown(n), look: 'shown-number' },
            { value: shown(people), look: 'shown-number' },
          );
        }),
      ),
    ],
  };
}

function flowSheet(lang: Lang, filed: Filed): BookSheet {
  const t = words[lang];
  const { counted, told } = filed;
  const ways = ['better', 'same', 'worse'] as const;
  return {
    name: t.sheetFlows,
    columns: [{ width: 30 }, ...ways.map(() => ({ width: 14 }))],
    rows: [
      ...head(lang, filed),
      row(
        { value: t.domain, look: 'heading' },
        ...ways.map((way): BookCell => ({ value: t[way], look: 'heading-number' })),
      ),
      ...domains.map((domain) => {
        const counts = directions(counted.flows, domain);
        return row(
          { value: scale[domain].name[lang], look: 'label' },
          ...ways.map((way): BookCell => ({ value: told(counts[way]) ?? t.few, look: 'shown-number' })),
        );
      }),
    ],
    onePage: true,
  };
}

function definitionSheet(lang: Lang, filed: Filed): BookSheet {
  const t = words[lang];
  return {
    name: t.sheetDefinitions,
    columns: [{ width: 30 }, { width: 70 }, { width: 36 }, { width: 24 }],
    rows: [
      ...head(lang, filed),
      row(
        { value: t.item, look: 'heading' },
        { value: t.definition, look: 'heading' },
        { value: t.form, look: 'heading' },
        { value: t.day, look: 'heading' },
      ),
      ...Object.entries(definitions[lang]).map(([key, texts]) =>
        row(
          { value: definedName(lang, key), look: 'label' },
          ...texts.map((value): BookCell => ({ value, look: 'label' })),
        ),
      ),
    ],
  };
}

/** What a definition is of, in the words of its table. */
export function definedName(lang: Lang, key: string): string {
  const t = words[lang];
  const breakdown: Readonly<Record<string, string>> = t.breakdown;
  return t.lines[key] ?? breakdown[key] ?? t.flows;
}
