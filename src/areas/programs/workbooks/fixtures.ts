import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { EntryContent, YearWords } from '../entries/contents.ts';
import type { BookFacts } from './book-facts.ts';
import type { CheckContext } from './rules.ts';

const term = (scheme: string, code: string, nameJa: string, nameEn: string) => ({
  id: code,
  fiscalYear: 2024,
  scheme,
  code,
  nameJa,
  nameEn,
  position: 0,
  organisationId: null,
  details: {},
});

export const yearWords: YearWords = {
  ratings: [
    term('rating', 'good', '順調', 'On track'),
    term('rating', 'fair', '概ね順調', 'Mostly on track'),
    term('rating', 'late', 'やや遅れ', 'A little late'),
  ],
  units: new Map([
    ['cases', term('unit', 'cases', '件', 'cases')],
    ['persons', term('unit', 'persons', '人', 'persons')],
  ]),
};

const measure = {
  labelEn: '',
  definition: '',
  target: null,
  counting: null,
  rhythm: 'year',
  kind: 'count',
  unit: 'cases',
  values: {},
  previous: {},
};

function measuresFor(id: string): EntryContent['measures'] {
  return [
    {
      ...measure,
      id: `${id}-calls`,
      labelJa: '電話相談',
      definition: '同じ日に続けて受けた電話は1件と数える',
      values: { '2024': 3115 },
      previous: { '2024': 2890 },
    },
    {
      ...measure,
      id: `${id}-visits`,
      labelJa: '窓口の相談',
      rhythm: 'month',
      values: { '2024-04': 12, '2024-05': 1034 },
      previous: { '2024': 1234567 },
    },
    {
      ...measure,
      id: `${id}-people`,
      labelJa: '利用した人',
      kind: 'people',
      unit: 'persons',
      counting: 'distinct',
      rhythm: 'month',
    },
    {
      ...measure,
      id: `${id}-rate`,
      labelJa: '満足した人の割合',
      kind: 'rate',
      unit: '％',
      values: { '2024': 85.5 },
    },
  ];
}

/** A program with a yearly count, a monthly count, persons counted once and a rate. Invented. */
export function aContent(changes: Partial<EntryContent> = {}): EntryContent {
  const id = changes.entryId ?? 'entry-1';
  return {
    entryId: id,
    roundId: 'round-1',
    organisationId: 'bureau-1',
    programId: `program-of-${id}`,
    fiscalYear: 2024,
    status: 'draft',
    stamp: 'v1-abc',
    nameJa: '夜の相談',
    nameEn: 'Night desk',
    measures: measuresFor(id),
    summary: '平日の夜と土曜に開いた。',
    evaluation: '夜に電話できることが知られ、\n相談が増えた。',
    rating: 'good',
    nextStep: '',
    ...changes,
  };
}

export function bookFacts(changes: Partial<BookFacts> = {}): BookFacts {
  return {
    lang: 'ja',
    round: {
      id: 'round-1',
      title: '令和6年度 実績・評価の照会',
      message: '数は令和7年3月31日までの値でお願いします。',
      deadlineOn: '2025-05-30',
      fiscalYear: 2024,
      workbookKey: Buffer.alloc(32, 7).toString('base64'),
    },
    organisation: { id: 'bureau-1', name: '福祉子どもみらい局' },
    contact: '推進本部 事務局',
    author: 'つなぎ',
    today: '2025-04-21',
    contents: [aContent()],
    words: yearWords,
    ...changes,
  };
}

/** What a workbook of these facts is checked against. */
export function checkContext(
  { round, organisation, contents, words }: BookFacts,
  changes: Partial<CheckContext> = {},
): CheckContext & { workbookKey: string } {
  return {
    roundId: round.id,
    roundOpen: true,
    organisationId: organisation.id,
    fiscalYear: round.fiscalYear,
    workbookKey: round.workbookKey,
    ratings: words.ratings.map(({ code, nameJa, nameEn }) => ({ code, names: [nameJa, nameEn] })),
    entries: contents,
    ...changes,
  };
}

/** The sheets' parts in the order in which they are written. */
export const parts = {
  values: 'xl/worksheets/sheet2.xml',
  words: 'xl/worksheets/sheet3.xml',
  key: 'xl/worksheets/sheet4.xml',
} as const;

/** A workbook changed by hand, as a tool of somebody else would: the XML of each part goes through a function. */
export function edited(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (xml: string) => string>>,
): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const before = strFromU8(files[name] as Uint8Array);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${name}`);
    files[name] = strToU8(after);
  }
  return zipSync(files);
}

/** Puts a cell's content: `<v>5</v>`, `<f>1+1</f><v>2</v>`, or text. */
export function withCell(reference: string, content: string, type = ''): (xml: string) => string {
  return (xml) =>
    xml.replace(
      new RegExp(`<c r="${reference}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`),
      (_, style = '') => `<c r="${reference}"${style}${type ? ` t="${type}"` : ''}>${content}</c>`,
    );
}

export const withText = (reference: string, text: string) =>
  withCell(reference, `<is><t xml:space="preserve">${text}</t></is>`, 'inlineStr');

/** The row of a text in a sheet, by its shared string. */
export function rowOf(bytes: Uint8Array, part: string, text: string): number {
  const files = unzipSync(bytes);
  const strings = strFromU8(files['xl/sharedStrings.xml'] as Uint8Array)
    .split('<si>')
    .slice(1);
  const index = strings.findIndex((each) => each.includes(`>${text}<`));
  const cell = new RegExp(`<c r="[A-Z]+(\\d+)"[^>]*><v>${index}</v>`).exec(
    strFromU8(files[part] as Uint8Array),
  );
  return Number(cell?.[1]);
}
