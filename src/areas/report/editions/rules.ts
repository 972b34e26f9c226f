import { ok, refuse, type Result } from '#platform/result.ts';
import type { NumbersRefusal } from '../manuscripts/rules.ts';
import type { EditionKind, PlanLine, ProgramContent } from './content.ts';

export type EditionStatus = 'draft' | 'proposed' | 'published' | 'withdrawn';

export type PrepareRefusal = 'nothing-to-publish' | 'no-plan-rows' | 'draft-open';
export type DraftRefusal = 'not-a-draft';
export type ProposeRefusal =
  | DraftRefusal
  | 'reason-missing'
  | 'errata-undone'
  | 'formula-text'
  | 'recoverable'
  | NumbersRefusal;
export type ApproveRefusal = 'not-proposed' | 'own-edition' | 'changed-since' | 'recoverable';
export type EditionRefusal = PrepareRefusal | ProposeRefusal | ApproveRefusal;

/** One edition of a year and kind is worked on at a time, and there has to be something to print. */
export function decidePrepare(facts: {
  readonly kind: EditionKind;
  readonly programs: number;
  readonly planRows: number;
  readonly openDrafts: number;
}): Result<'prepare', PrepareRefusal> {
  if (facts.openDrafts > 0) return refuse('draft-open');
  if (facts.kind === 'plan') return facts.planRows > 0 ? ok('prepare') : refuse('no-plan-rows');
  return facts.programs > 0 ? ok('prepare') : refuse('nothing-to-publish');
}

/** Only a draft is made anew; what was proposed waits as it is. */
export function decideRefresh(status: EditionStatus): Result<'refresh', DraftRefusal> {
  return status === 'draft' ? ok('refresh') : refuse('not-a-draft');
}

/** Programs may be left out only with a reason, which is printed; and what was corrected in public is not taken back in silence. */
export function decidePropose(facts: {
  readonly status: EditionStatus;
  readonly missing: number;
  readonly reason: string;
  readonly undoneErrata: number;
  /** The first text of the open data that a spreadsheet would run. */
  readonly formulaText: string | undefined;
  /** Withheld figures that can be worked out. */
  readonly recoverable: readonly unknown[];
  /** What `decideNumbers` says of the numbers in its texts. */
  readonly numbers: Result<'told', NumbersRefusal>;
}): Result<'propose', ProposeRefusal> {
  if (facts.status !== 'draft') return refuse('not-a-draft');
  if (facts.missing > 0 && facts.reason === '') return refuse('reason-missing', { count: facts.missing });
  if (facts.undoneErrata > 0) return refuse('errata-undone', { count: facts.undoneErrata });
  if (facts.formulaText !== undefined) return refuse('formula-text', { text: facts.formulaText });
  const safe = decideSafe<'propose'>(facts.recoverable, 'propose');
  return safe.ok && !facts.numbers.ok ? facts.numbers : safe;
}

function decideSafe<Step extends string>(
  recoverable: readonly unknown[],
  step: Step,
): Result<Step, 'recoverable'> {
  return recoverable.length > 0 ? refuse('recoverable', { count: recoverable.length }) : ok(step);
}

/** A second person approves exactly what they saw: nobody approves what they prepared or proposed themselves. */
export function decideApprove(facts: {
  readonly status: EditionStatus;
  readonly preparedBy: string;
  readonly proposedBy: string | null;
  readonly person: string;
  readonly contentHash: string;
  readonly seenHash: string;
  /** Withheld figures that can be worked out: an erratum or an edition may have come since it was proposed. */
  readonly recoverable: readonly unknown[];
}): Result<'approve', ApproveRefusal> {
  if (facts.status !== 'proposed') return refuse('not-proposed');
  if (facts.person === facts.preparedBy || facts.person === facts.proposedBy) return refuse('own-edition');
  if (facts.contentHash !== facts.seenHash) return refuse('changed-since');
  return decideSafe(facts.recoverable, 'approve');
}

/**
 * The first text of `measures.csv` that a spreadsheet would take for a formula: open data is not altered on its way out
 * (no apostrophe before it), so such a text has to be mended where it was typed.
 */
export function findFormulaText(programs: readonly ProgramContent[]): string | undefined {
  return programs
    .flatMap(({ name, categoryName, bureau, measures }) => [
      name.ja,
      categoryName?.ja ?? '',
      bureau.ja,
      ...measures.flatMap(({ label, unit, sourceNote }) => [label.ja, unit.ja, sourceNote]),
    ])
    .find((text) => /^[=+\-@\t\r]/.test(text.normalize('NFKC')));
}

/** What was never published may be dropped; what was published stays. */
export function decideWithdraw(status: EditionStatus): Result<'withdraw', DraftRefusal> {
  return status === 'draft' || status === 'proposed' ? ok('withdraw') : refuse('not-a-draft');
}

/** Yen. Rows cut to 10,000 yen may add up to less than the cut total: then the page says so. */
export function planSums(rows: readonly { readonly amount: number }[]): {
  readonly total: number;
  readonly shownRowsDiffer: boolean;
} {
  const total = rows.reduce((sum, row) => sum + row.amount, 0);
  const shown = rows.reduce((sum, row) => sum + Math.trunc(row.amount / 10_000), 0);
  return { total, shownRowsDiffer: shown !== Math.trunc(total / 10_000) };
}

export interface Difference {
  readonly slug: string;
  readonly program: string;
  /** added, removed, or the label of what changed */
  readonly what: 'added' | 'removed' | 'text' | 'figure';
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const comparedTexts = ['purpose', 'targetPeople', 'summary', 'evaluation', 'nextStep'] as const;

/** What a reader of the former edition would find changed: programs, figures, texts and ratings. Japanese names. */
export function differencesBetween(
  before: readonly ProgramContent[],
  after: readonly ProgramContent[],
): readonly Difference[] {
  const earlier = new Map(before.map((program) => [program.id, program]));
  const later = new Set(after.map((program) => program.id));
  const removed = before
    .filter((program) => !later.has(program.id))
    .map((program) => difference(program, 'removed', { before: program.name.ja }));
  return [
    ...after.flatMap((program) => {
      const old = earlier.get(program.id);
      if (!old) return [difference(program, 'added', { after: program.name.ja })];
      return [...textDifferences(old, program), ...figureDifferences(old, program)];
    }),
    ...removed,
  ];
}

/** The same for the rows of a plan, which have no id of their own: a row is known by its name. */
export function planDifferences(
  before: readonly PlanLine[],
  after: readonly PlanLine[],
): readonly Difference[] {
  const line = (
    { name }: PlanLine,
    what: Difference['what'],
    values: Partial<Pick<Difference, 'label' | 'before' | 'after'>>,
  ): Difference => ({ slug: '', program: name.ja, what, label: '', before: '', after: '', ...values });
  const find = (rows: readonly PlanLine[], { name }: PlanLine) => rows.find((row) => row.name.ja === name.ja);
  return [
    ...after.flatMap((row) => {
      const old = find(before, row);
      if (!old) return [line(row, 'added', { after: String(row.amount) })];
      if (old.amount === row.amount) return [];
      const amounts = { before: String(old.amount), after: String(row.amount) };
      return [line(row, 'figure', { label: 'amount', ...amounts })];
    }),
    ...before
      .filter((row) => !find(after, row))
      .map((row) => line(row, 'removed', { before: String(row.amount) })),
  ];
}

function difference(
  program: ProgramContent,
  what: Difference['what'],
  { label = '', before = '', after = '' }: { label?: string; before?: string; after?: string },
): Difference {
  return { slug: program.slug, program: program.name.ja, what, label, before, after };
}

function textDifferences(old: ProgramContent, program: ProgramContent): Difference[] {
  const texts = comparedTexts
    .filter((field) => old[field] !== program[field])
    .map((field) => difference(program, 'text', { label: field, before: old[field], after: program[field] }));
  if (old.rating?.code === program.rating?.code) return texts;
  return [
    ...texts,
    difference(program, 'text', {
      label: 'rating',
      before: old.rating?.name.ja ?? '',
      after: program.rating?.name.ja ?? '',
    }),
  ];
}

function figureDifferences(old: ProgramContent, program: ProgramContent): Difference[] {
  const values = (content: ProgramContent) =>
    new Map(
      content.measures.flatMap((measure) => [
        [`${measure.label.ja}`, measure.value] as const,
        ...measure.months.map(({ period, value }) => [`${measure.label.ja} ${period}`, value] as const),
      ]),
    );
  const [earlier, later] = [values(old), values(program)];
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((label) => (earlier.get(label) ?? null) !== (later.get(label) ?? null))
    .map((label) =>
      difference(program, 'figure', {
        label,
        before: numberText(earlier.get(label)),
        after: numberText(later.get(label)),
      }),
    );
}

function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
