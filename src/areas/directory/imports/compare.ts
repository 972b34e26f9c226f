import type { ContentProblem, Known } from '../services/content-checks/problem.ts';
import { contentProblems, isFormula } from '../services/content-checks/rules.ts';
import type { ServiceContent, ServiceKind } from '../services/content.ts';
import { emptyContent } from '../services/empty.ts';
import { applyCells, type Cells, cellsOf } from './cells/all.ts';
import type { CellContext } from './cells/codec.ts';
import { kindNames } from './cells/words.ts';
import type { CsvRow } from './csv/rules.ts';
import type { ReadHeadings } from './headings.ts';
import type { CellChange, ImportedRow, ImportProblem, RowProblem } from './imported.ts';
import { type ColumnField, columnFields } from './layouts.ts';
import { matchRow, type Standing, type StandingIndex } from './match.ts';

export interface CompareContext extends CellContext {
  readonly known: Known;
  readonly standing: StandingIndex;
  /** What a new entry is where the file does not say. */
  readonly kind: ServiceKind;
  readonly topics: readonly string[];
  /** An empty cell leaves what stands; otherwise it empties it. */
  readonly keepBlank: boolean;
}

/** A file, held against what stands: what each row would make, or what is wrong with it. */
export function compareRows(
  rows: readonly CsvRow[],
  headings: ReadHeadings & { readonly texts: readonly string[] },
  context: CompareContext,
  /** What earlier rows of the same file were about, where it is compared in parts. */
  seen = new Set<string>(),
): readonly ImportedRow[] {
  return rows.map((row) => compareRow(row, { headings, context, seen }));
}

interface Comparing {
  readonly headings: ReadHeadings & { readonly texts: readonly string[] };
  readonly context: CompareContext;
  /** Entries that an earlier row of the file was about. */
  readonly seen: Set<string>;
}

function compareRow({ row, cells }: CsvRow, { headings, context, seen }: Comparing): ImportedRow {
  const typed = cellsByField(cells, headings);
  const name = typed.get('name') ?? '';
  const bare = { row, name, code: typed.get('code') ?? '', changes: [] } as const;
  const heading = (field: ColumnField) => headings.texts[headings.fields.indexOf(field)] ?? '';
  const stop = (
    field: ColumnField | undefined,
    problem: ImportProblem,
    facts: RowProblem['facts'] = {},
  ): ImportedRow => ({
    ...bare,
    state: 'wrong',
    problems: [{ column: field ? heading(field) : '', problem, facts }],
  });
  if (isRagged(cells, headings.texts))
    return stop(undefined, 'ragged', { cells: cells.length, columns: headings.texts.length });
  if (name === '') return stop('name', 'missing');
  const match = matchRow({ code: bare.code, name }, context.standing);
  if (match.kind === 'sealed' || match.kind === 'several') return stop('name', match.kind);
  const subject =
    match.kind === 'known' ? match.entry.id : (match.code ?? `${name} ${typed.get('address') ?? ''}`);
  if (seen.has(subject)) return stop(bare.code ? 'code' : 'name', 'row-twice');
  seen.add(subject);
  const entry = match.kind === 'known' ? match.entry : undefined;
  const known = entry
    ? { code: entry.code, serviceId: entry.id, version: entry.version }
    : { code: match.kind === 'new' ? (match.code ?? '') : '' };
  return { ...bare, ...known, ...compareCells(typed, { entry, context, heading }) };
}

/** What changed cells make of an entry that stands, or of a new one. */
function compareCells(
  typed: ReadonlyMap<ColumnField, string>,
  given: {
    entry: Standing | undefined;
    context: CompareContext;
    heading: (field: ColumnField) => string;
  },
): Pick<ImportedRow, 'state' | 'problems' | 'changes' | 'content'> {
  const { entry, context, heading } = given;
  const base = entry?.content ?? blankContent(context, typed.get('kind'));
  const before = cellsOf({ code: '', content: base }, context);
  const changed = changedCells(typed, { before, context, isNew: !entry });
  if (entry && changed.size === 0) return { state: 'unchanged', problems: [], changes: [] };
  const applied = applyCells(base, changed, context);
  const content = entry ? applied.content : withSummary(applied.content);
  const changes = changesBetween(before, cellsOf({ code: '', content }, context), typed);
  const found = [
    ...formulasIn(changed, heading),
    ...applied.problems.map(({ field, problem, facts }) => ({ column: heading(field), problem, facts })),
  ];
  const problems =
    found.length === 0 && (!entry || changes.length > 0) ? checkWhole(content, { context, heading }) : found;
  if (problems.length > 0) return { state: 'wrong', problems, changes: [] };
  if (entry && changes.length === 0) return { state: 'unchanged', problems, changes };
  return { state: entry ? 'changed' : 'new', problems, changes, content };
}

/** Cells that are taken over, by what they are; blanks around them and an apostrophe of ours before a sign mean nothing. */
function cellsByField(cells: readonly string[], { fields }: ReadHeadings): ReadonlyMap<ColumnField, string> {
  return new Map(
    fields.flatMap((field, index) => (field ? [[field, unguard(tidy(cells[index] ?? ''))] as const] : [])),
  );
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

/** Staff exports put an apostrophe before what a spreadsheet would run. */
export function guard(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Fewer cells than headings: something was lost, and nobody knows which. More are fine as long as they are blank. */
function isRagged(cells: readonly string[], headings: readonly string[]): boolean {
  const needed = headings.findLastIndex((heading) => heading.trim() !== '') + 1;
  return cells.length < needed || cells.slice(headings.length).some((cell) => cell.trim() !== '');
}

function changedCells(
  typed: ReadonlyMap<ColumnField, string>,
  { before, context, isNew }: { before: Cells; context: CompareContext; isNew: boolean },
): ReadonlyMap<ColumnField, string> {
  const skips = (text: string) => text === '' && (context.keepBlank || isNew);
  return new Map(
    [...typed].filter(([field, text]) => field !== 'code' && text !== tidy(before[field]) && !skips(text)),
  );
}

/** What a spreadsheet would run is not taken in, not even to be refused later. */
function formulasIn(
  changed: ReadonlyMap<ColumnField, string>,
  heading: (field: ColumnField) => string,
): readonly RowProblem[] {
  return [...changed]
    .filter(([, text]) => isFormula(text))
    .map(([field, text]) => ({
      column: heading(field),
      problem: 'formula',
      facts: { text: text.slice(0, 20) },
    }));
}

/** Of the columns of the file, and what follows from them by itself; other columns may hold the same in other words. */
function changesBetween(
  before: Cells,
  after: Cells,
  typed: ReadonlyMap<ColumnField, string>,
): readonly CellChange[] {
  return columnFields
    .filter((field) => typed.has(field) || field === 'keywords' || field === 'summary')
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What the entry as a whole lacks or says wrongly, named by the column that it came from. */
function checkWhole(
  content: ServiceContent,
  { context, heading }: { context: CompareContext; heading: (field: ColumnField) => string },
): readonly RowProblem[] {
  return contentProblems(content, context.known).map(({ field, problem, limit }) => ({
    column: heading(columnOf(field, content) ?? 'name'),
    problem,
    facts: factsOf(limit),
  }));
}

function factsOf(limit: number | undefined): RowProblem['facts'] {
  return limit === undefined ? {} : { limit };
}

const columnByField: Readonly<Record<string, ColumnField>> = {
  'eligibility.description': 'eligibility',
  'costs.description': 'costs',
  'locations.0.municipality': 'municipality',
  'locations.0.postalCode': 'postalCode',
  'locations.0.town': 'town',
  'locations.0.line': 'line',
  'locations.0.building': 'building',
  'locations.0.latitude': 'latitude',
  'locations.0.longitude': 'longitude',
};

function columnOf(field: ContentProblem['field'], content: ServiceContent): ColumnField | undefined {
  const channel = content.channels[Number(/^channels\.(\d+)/.exec(field)?.[1] ?? -1)];
  if (channel?.kind === 'form') return 'formUrl';
  if (channel) return channel.kind === 'fax' ? 'fax' : 'phone';
  const bare = field.replace(/\.(ja|en)$/, '');
  const [head] = bare.split('.');
  return columnByField[bare] ?? columnFields.find((each) => each === bare || each === head);
}

/** Lists of others have no summary: the first sentence of the description is one. */
function withSummary(content: ServiceContent): ServiceContent {
  if (content.summary.ja !== '' || content.description.ja === '') return content;
  const [sentence = ''] = /^[^。\n]*。?/.exec(content.description.ja) ?? [];
  return { ...content, summary: { ja: sentence.trim().slice(0, 100) } };
}

function kindOf(text: string | undefined): ServiceKind | undefined {
  return (Object.keys(kindNames) as ServiceKind[]).find((kind) => kind === text || kindNames[kind] === text);
}

/** Nothing is claimed that the file does not say: not even that it costs nothing. */
function blankContent({ kind, topics }: CompareContext, kindCell: string | undefined): ServiceContent {
  const empty = emptyContent(kindOf(kindCell) ?? kind);
  return { ...empty, topics, costs: { ...empty.costs, free: false } };
}
