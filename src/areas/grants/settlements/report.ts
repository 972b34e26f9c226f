import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { type ShownPaper, readPapers } from '../applications/papers/actions.ts';
import { readWritten } from '../applications/open.ts';
import { costsOf, yenOf } from '../applications/rules.ts';
import type { OpenedAward } from '../awards/open.ts';
import type { CallTerms, Paper } from '../calls/terms.ts';
import { fixedAmount, isOpenTo, type Line, type ReportFacts, reportDueOn } from './rules.ts';
import { findSettlement, insertLines, insertSettlement, listLines, type Settlement } from './store.ts';

export interface Said {
  readonly done: string;
  readonly result: string;
  /** What the terms ask to be counted, by the code of the question; null: left empty. */
  readonly numbers?: Readonly<Record<string, number | null>>;
}

export interface ShownLine extends Line {
  readonly what: string;
  readonly plannedYen: number | null;
  readonly receipts: readonly ShownPaper[];
}

export type ReportTerms = NonNullable<CallTerms['report']>;

/** A report opened: words, lines with their receipts, papers. Before the first word is written there is no row yet. */
export interface Report {
  readonly settlement: Settlement | undefined;
  readonly terms: ReportTerms;
  readonly said: Said;
  /** What the office wrote back. */
  readonly remark: string;
  readonly lines: readonly ShownLine[];
  readonly papers: readonly (Paper & { readonly files: readonly ShownPaper[] })[];
  readonly dueOn: string;
  /** The amount goes by a number (tiers): which question asked for it. */
  readonly byNumber: string | undefined;
}

const ownerOf = (awardId: string, part: string) => `grant-award:${awardId}:${part}`;

export function sealOf(
  { key, award }: Pick<OpenedAward, 'key' | 'award'>,
  part: string,
  said: unknown,
): string {
  return seal(key, { text: JSON.stringify(said), owner: ownerOf(award.id, part) });
}

/** What was sealed, or `nothing` where nothing was. */
export function openOf<T>(
  { key, award }: Pick<OpenedAward, 'key' | 'award'>,
  part: string,
  { sealed, nothing }: { sealed: string | null; nothing: T },
): T {
  if (sealed === null) return nothing;
  return JSON.parse(unseal(key, { sealed, owner: ownerOf(award.id, part) })) as T;
}

/** The name of the field of a number that is asked. */
export const numberName = (code: string) => `number.${code}`;
export const receiptCode = (lineId: string) => `receipt:${lineId}`;
export const paperCode = (code: string) => `report:${code}`;
/** A paper that came with the report, and not with the application. */
export const isOfReport = (code: string) => /^(?:receipt|report):/.test(code);
const plusSpent = (sum: number, { spentYen }: Line) => sum + (spentYen ?? 0);

/** Undefined: this award asks for no report. */
export async function readReport(tx: Tx, opened: OpenedAward): Promise<Report | undefined> {
  const { award, terms } = opened;
  if (!terms.report) return undefined;
  const settlement = await findSettlement(tx, award.id);
  const files = await readPapers(tx, opened);
  const of = (code: string) => files.filter((file) => file.code === code);
  const rows = settlement ? await listLines(tx, settlement.id) : [];
  const stored = rows.map((row) => ({
    ...row,
    what: openOf(opened, 'line', { sealed: row.sealed, nothing: '' }),
    receipts: of(receiptCode(row.id)),
  }));
  return {
    settlement,
    terms: terms.report,
    said: openOf<Said>(opened, 'report', {
      sealed: settlement?.sealedReport ?? null,
      nothing: { done: '', result: '' },
    }),
    remark: openOf(opened, 'remark', { sealed: settlement?.sealedRemark ?? null, nothing: '' }),
    lines: settlement ? stored : await plannedLines(tx, opened),
    papers: terms.report.papers.map((paper) => ({ ...paper, files: of(paperCode(paper.code)) })),
    dueOn: reportDueOn(terms.report, settlement?.endedOn ?? award.endsOn),
    byNumber: terms.amount.kind === 'tiers' ? terms.amount.question : undefined,
  };
}

/** The costs that were decided on are the first lines of the report. */
async function plannedLines(tx: Tx, opened: OpenedAward): Promise<ShownLine[]> {
  const { amount, questions } = opened.terms;
  const asked =
    amount.kind === 'rate' ? amount.question : questions.find(({ kind }) => kind === 'costs')?.code;
  const { answers } = await readWritten(tx, opened);
  return costsOf(answers.get(asked ?? '')).map(({ what, yen }) => ({
    id: '',
    what,
    plannedYen: yenOf(yen) ?? null,
    spentYen: null,
    paidOn: null,
    acceptedYen: null,
    receipts: [],
  }));
}

/** The row of a report, with the planned lines; made when the first word of it is saved. */
export async function beginReport(tx: Tx, opened: OpenedAward, now: Date): Promise<Settlement> {
  const found = await findSettlement(tx, opened.award.id);
  if (found) return found;
  const { id: awardId, bureauId } = opened.award;
  const id = randomUUID();
  await insertSettlement(tx, { id, awardId, bureauId, createdAt: now });
  const lines = await plannedLines(tx, opened);
  await insertLines(
    tx,
    lines.map(({ what, plannedYen }, position) => ({
      id: randomUUID(),
      settlementId: id,
      bureauId,
      position,
      sealed: sealOf(opened, 'line', what),
      plannedYen,
    })),
  );
  const made = await findSettlement(tx, awardId);
  if (!made) throw new Error('settlement was not written');
  return made;
}

/** What the amount would be if these lines were accepted as they stand; what the office accepted counts where it has said so. */
export function amountOf({ terms, award }: Pick<OpenedAward, 'terms' | 'award'>, report: Report): number {
  const { settlement, lines } = report;
  const accepted = lines.reduce((sum, { acceptedYen, spentYen }) => sum + (acceptedYen ?? spentYen ?? 0), 0);
  return fixedAmount({
    rule: terms.amount,
    decidedYen: award.decidedYen,
    spentYen: lines.reduce(plusSpent, 0),
    acceptedYen: accepted,
    incomeYen: settlement?.incomeYen ?? 0,
    taxYen: settlement?.taxYen ?? 0,
    done: settlement?.done ?? null,
  });
}

/** What decides whether a report can be sent. */
export function submitFacts({ award }: Pick<OpenedAward, 'award'>, report: Report): ReportFacts {
  const { settlement, lines, papers, said } = report;
  return {
    state: settlement?.state ?? 'draft',
    awardState: award.state,
    said: said.done,
    endedOn: settlement?.endedOn ?? null,
    done: settlement?.done ?? null,
    byNumber: report.byNumber !== undefined,
    lines,
    withReceipt: new Set(lines.filter(({ receipts }) => receipts.length > 0).map(({ id }) => id)),
    missingNumbers: (report.terms.questions ?? []).filter(
      ({ code, required }) => required && (said.numbers?.[code] ?? null) === null,
    ).length,
    missingPapers: papers.filter(({ required, files }) => required && files.length === 0).length,
    period: award,
  };
}

/** Whether somebody may still write: before it was sent, and when it came back. */
export function isWritable(
  { award }: Pick<OpenedAward, 'award'>,
  settlement: Settlement | undefined,
): boolean {
  const running = ['active', 'abolished', 'reported'].includes(award.state);
  return running && isOpenTo('write', settlement?.state ?? 'draft');
}

/** What was sent, as one text: whoever has the report can reckon its hash again. */
export function reportHash({ said, settlement, lines, papers }: Report): string {
  const text = JSON.stringify({
    ...said,
    endedOn: settlement?.endedOn ?? null,
    incomeYen: settlement?.incomeYen ?? 0,
    taxYen: settlement?.taxYen ?? 0,
    lines: lines.map(({ what, spentYen, paidOn, receipts }) => [
      what,
      spentYen,
      paidOn,
      receipts.map(({ sha256 }) => sha256),
    ]),
    papers: papers.map(({ code, files }) => [code, files.map(({ sha256 }) => sha256)]),
  });
  return createHash('sha256').update(text).digest('hex');
}
