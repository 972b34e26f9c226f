import { createHash, randomUUID } from 'node:crypto';
import { record } from '#platform/audit/ledger.ts';
import type { Db, Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { scanFile } from '#platform/files/scanner.ts';
import { checkUpload, type FileRefusal } from '#platform/files/store.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { keepPaper, type Tray } from '../applications/papers/actions.ts';
import { decidePaper, largestPaper, paperKinds, type PaperRefusal } from '../applications/papers/rules.ts';
import { findPaperRow, listPaperRows, updatePaper } from '../applications/papers/store.ts';
import { tellEditors } from '../applications/editors/jobs.ts';
import { type AwardEntrance, type DeadAward, enterAward, type OpenedAward } from '../awards/open.ts';
import { updateAward } from '../awards/store.ts';
import {
  beginReport,
  isWritable,
  paperCode,
  type Report,
  readReport,
  receiptCode,
  reportHash,
  type Said,
  sealOf,
  submitFacts,
} from './report.ts';
import { decideSubmit, type SettlementRefusal } from './rules.ts';
import {
  deleteLine,
  insertLines,
  listLines,
  type Settlement,
  type SettlementLine,
  updateLine,
  updateSettlement,
} from './store.ts';

export type WriteRefusal = SettlementRefusal | 'no-report' | 'changed-meanwhile' | DeadAward;

interface Writing {
  readonly vault: Vault;
  /** The version that the writer saw; somebody else's change since then is shown before it is written over. */
  readonly version: number;
}

export interface Work extends Said {
  readonly endedOn: string | null;
  readonly count: number | null;
}

/** What was done, and when it ended: saved as it was typed, whole or not. */
export async function saveWork(
  db: Db,
  entrance: AwardEntrance,
  { vault, version, done, result, numbers, endedOn, count }: Writing & Work,
  now = new Date(),
): Promise<Result<'saved', WriteRefusal>> {
  return write(db, entrance, { vault, version }, now, (tx, opened, settlement) => {
    // A number is kept only where the terms ask for it.
    const asked = (opened.terms.report?.questions ?? []).map(({ code }) => [code, numbers?.[code] ?? null]);
    const said: Said = { done, result, numbers: Object.fromEntries(asked) };
    const sealedReport = sealOf(opened, 'report', said);
    return updateSettlement(tx, settlement.id, { sealedReport, endedOn, done: count });
  });
}

export interface Spent {
  /** Empty: a cost that was not planned. */
  readonly id: string;
  readonly what: string;
  readonly spentYen: number | null;
  readonly paidOn: string | null;
}

/** All costs at once: a planned line stays, one that was added goes when it is not among them any more. */
export async function saveCosts(
  db: Db,
  entrance: AwardEntrance,
  input: Writing & { lines: readonly Spent[]; incomeYen: number | null; taxYen: number | null },
  now = new Date(),
): Promise<Result<'saved', WriteRefusal>> {
  return write(db, entrance, input, now, async (tx, opened, settlement) => {
    const { incomeYen, taxYen } = input;
    await updateSettlement(tx, settlement.id, { incomeYen, taxYen });
    await writeLines(tx, opened, { settlement, lines: input.lines });
  });
}

async function writeLines(
  tx: Tx,
  opened: OpenedAward,
  { settlement, lines }: { settlement: Settlement; lines: readonly Spent[] },
): Promise<void> {
  const stored = await listLines(tx, settlement.id);
  const rowOf = matchLines(stored, lines);
  for (const row of stored)
    if (row.plannedYen === null && ![...rowOf.values()].includes(row))
      await deleteLine(tx, { settlementId: settlement.id, id: row.id });
  for (const [position, line] of lines.entries()) {
    const row = rowOf.get(line);
    const { spentYen, paidOn } = line;
    const said = { spentYen, paidOn, position, acceptedYen: null };
    const sealed = sealOf(opened, 'line', line.what);
    if (row) await updateLine(tx, row.id, row.plannedYen === null ? { ...said, sealed } : said);
    else
      await insertLines(tx, [
        { id: randomUUID(), settlementId: settlement.id, bureauId: settlement.bureauId, sealed, ...said },
      ]);
  }
}

/** By id; before the report had rows, the planned lines come in their order and without ids. */
function matchLines(
  stored: readonly SettlementLine[],
  lines: readonly Spent[],
): ReadonlyMap<Spent, SettlementLine> {
  const fresh = lines.every(({ id }) => id === '');
  const planned = stored.filter(({ plannedYen }) => plannedYen !== null);
  return new Map(
    lines.flatMap((line, at) => {
      const row = fresh ? planned[at] : stored.find(({ id }) => id === line.id);
      return row ? [[line, row] as const] : [];
    }),
  );
}

/** A receipt of a line (`lineId`) or a paper of the report (`code`). Nothing is kept of one that is refused. */
export async function addReportPaper(
  db: Db,
  entrance: AwardEntrance,
  input: { tray: Tray; content: Uint8Array; name: string } & ({ lineId: string } | { code: string }),
  now = new Date(),
): Promise<Result<'added', WriteRefusal | PaperRefusal | FileRefusal>> {
  const { tray, name } = input;
  const taken = checkUpload({ content: input.content, maxBytes: largestPaper, kinds: paperKinds });
  if (!taken.ok) return taken;
  const scan = await scanFile(tray.scanner, input.content);
  const { content } = taken.value;
  type Answer = Result<'added', WriteRefusal | PaperRefusal | FileRefusal>;
  return enterAward(
    db,
    { entrance, vault: tray.vault, lock: 'report' },
    async (tx, opened): Promise<Answer> => {
      const report = await readReport(tx, opened);
      if (!report) return refuse('no-report');
      const code = 'lineId' in input ? receiptCode(input.lineId) : paperCode(input.code);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const rows = await listPaperRows(tx, opened.application.id);
      const decision = decidePaper({
        writable: isWritable(opened, report.settlement),
        known: codesOf(report).includes(code),
        count: rows.length,
        twin: rows.some((row) => row.code === code && row.sha256 === sha256),
        scan,
      });
      if (!decision.ok) return decision;
      await beginReport(tx, opened, now);
      const kept = await keepPaper(
        tx,
        opened,
        { files: tray.files, scan: decision.value, code, content, name },
        now,
      );
      return kept.ok ? ok('added') : kept;
    },
  );
}

export async function removeReportPaper(
  db: Db,
  entrance: AwardEntrance,
  { vault, paperId }: { vault: Vault; paperId: string },
  now = new Date(),
): Promise<Result<'removed', WriteRefusal>> {
  return enterAward(db, { entrance, vault, lock: 'report' }, async (tx, opened) => {
    const report = await readReport(tx, opened);
    if (!report) return refuse('no-report');
    if (!isWritable(opened, report.settlement)) return refuse('not-now');
    const paper = await findPaperRow(tx, paperId);
    const known = paper.applicationId === opened.application.id && codesOf(report).includes(paper.code);
    if (!known || paper.removedAt) throw new NotFound('grant paper');
    await updatePaper(tx, paperId, { removedAt: now });
    const subject = { kind: 'grant-award', id: opened.award.id };
    await record(tx, { event: 'grant-settlement.remove-paper', subject, facts: { paper: paperId } }, now);
    return ok('removed');
  });
}

function codesOf(report: Report): string[] {
  return [
    ...report.lines.map(({ id }) => receiptCode(id)),
    ...report.papers.map(({ code }) => paperCode(code)),
  ];
}

/** 実績報告の提出. Sent twice it is one. */
export async function submitReport(
  db: Db,
  entrance: AwardEntrance,
  { vault }: { vault: Vault },
  now = new Date(),
): Promise<Result<'submitted', WriteRefusal>> {
  type Answer = Result<'submitted', WriteRefusal>;
  return enterAward(db, { entrance, vault, lock: 'report' }, async (tx, opened): Promise<Answer> => {
    const report = await readReport(tx, opened);
    if (!report) return refuse('no-report');
    if (report.settlement?.state === 'submitted') return ok('submitted');
    const decision = decideSubmit(submitFacts(opened, report));
    if (!decision.ok) return decision;
    const { id } = report.settlement ?? (await beginReport(tx, opened, now));
    const receiptHash = reportHash(report);
    await updateSettlement(tx, id, { state: 'submitted', submittedAt: now, receiptHash });
    await updateAward(tx, opened.award.id, { state: 'reported' });
    await tell(tx, opened, 'submit', now);
    await tellEditors(tx, { applicationId: opened.application.id, letter: 'report-received' });
    return ok('submitted');
  });
}

async function tell(tx: Tx, { award, by }: OpenedAward, verb: string, now: Date): Promise<void> {
  const subject = { kind: 'grant-award', id: award.id };
  const facts = tx.who.kind === 'system' ? { link: by } : {};
  await record(tx, { event: `grant-settlement.${verb}`, subject, facts }, now);
}

async function write(
  db: Db,
  entrance: AwardEntrance,
  { vault, version }: Writing,
  now: Date,
  work: (tx: Tx, opened: OpenedAward, settlement: Settlement) => Promise<void>,
): Promise<Result<'saved', WriteRefusal>> {
  return enterAward(db, { entrance, vault, lock: 'report' }, async (tx, opened) => {
    const report = await readReport(tx, opened);
    if (!report) return refuse('no-report');
    if (!isWritable(opened, report.settlement)) return refuse('not-now');
    if ((report.settlement?.version ?? 0) !== version) return refuse('changed-meanwhile');
    const settlement = await beginReport(tx, opened, now);
    await work(tx, opened, settlement);
    await updateSettlement(tx, settlement.id, { version: version + 1 });
    await tell(tx, opened, 'write', now);
    return ok('saved');
  });
}
