import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { findOrganisation, type Organisation } from '#platform/people/organisations.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { mustWriteService } from '../access.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { editService, verifyService } from '../services/actions.ts';
import { createService } from '../services/creating/actions.ts';
import type { ServiceKind } from '../services/content.ts';
import { missingForPublication } from '../services/rules.ts';
import { listServices, type Service } from '../services/store.ts';
import { knownKinds } from '../services/write.ts';
import { knownCodes } from '../taxonomy/terms.ts';
import { compareRows } from './compare.ts';
import { type CsvRefusal, readCsv } from './csv/rules.ts';
import { decodeText } from './decode.ts';
import { exportCsv, fitsLayout } from './export.ts';
import { readHeadings } from './headings.ts';
import type { ImportedRow } from './imported.ts';
import { type LayoutCode, layouts } from './layouts.ts';
import { indexEntries } from './match.ts';
import { type ApplyRefusal, decideApply, maxImportBytes, statusOf } from './rules.ts';
import { type ImportRun, insertRun, lockRun, updateRun } from './store.ts';

/** More entries than any organisation has; of what lies beyond an import would make twins. */
const mostEntries = 20_000;
const partSize = 100;

export type FileRefusal = CsvRefusal | 'not-text' | 'file-too-large' | 'no-name-column' | 'no-rows';

export interface ImportInput {
  readonly organisationId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of new entries, where the file does not say. */
  readonly kind: ServiceKind;
  readonly topics: readonly string[];
  readonly keepBlank: boolean;
}

/** Reads a file and holds it against what stands. Nothing of it is taken over before a person has seen that. */
export async function receiveImport(
  db: Db,
  who: PersonWho,
  input: ImportInput,
  now = new Date(),
): Promise<Result<{ runId: string }, FileRefusal>> {
  const { organisationId } = input;
  mustWriteService(who, { organisationId });
  if (input.bytes.byteLength > maxImportBytes) return refuse('file-too-large');
  const decoded = decodeText(input.bytes);
  if (!decoded.ok) return decoded;
  const read = readCsv(decoded.value.text, decoded.value.delimiter);
  if (!read.ok) return read;
  const [head, ...rows] = read.value;
  const texts = head?.cells ?? [];
  const headings = readHeadings(texts);
  if (!headings.fields.includes('name')) return refuse('no-name-column');
  if (rows.length === 0) return refuse('no-rows');
  return inTransaction(db, who, async (tx) => {
    const compared = await compareInParts(rows, { ...headings, texts }, await contextOf(tx, input));
    const count = (state: ImportedRow['state']) => compared.filter((row) => row.state === state).length;
    const counts = {
      created: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      wrong: count('wrong'),
    };
    const runId = await insertRun(tx, {
      organisationId,
      personId: who.personId,
      fileName: input.fileName.normalize('NFC').slice(0, 200),
      kind: input.kind,
      layout: headings.layout.code,
      encoding: decoded.value.encoding,
      unread: [...headings.unread],
      rows: compared,
      ...counts,
      uploadedAt: now,
      status: statusOf(counts),
    });
    await record(tx, { event: 'import.read', subject: { kind: 'import', id: runId }, facts: counts }, now);
    return ok({ runId });
  });
}

/** Others are answered in between. */
async function compareInParts(
  rows: Parameters<typeof compareRows>[0],
  headings: Parameters<typeof compareRows>[1],
  context: Parameters<typeof compareRows>[2],
): Promise<readonly ImportedRow[]> {
  const compared: ImportedRow[] = [];
  const seen = new Set<string>();
  for (let from = 0; from < rows.length; from += partSize) {
    compared.push(...compareRows(rows.slice(from, from + partSize), headings, context, seen));
    await nextTurn();
  }
  return compared;
}

async function contextOf(tx: Tx, { organisationId, kind, topics, keepBlank }: ImportInput) {
  const places = await listMunicipalities(tx);
  const owner = await findOrganisation(tx, organisationId);
  const entries = await listServices(tx, { organisationId }, { limit: mostEntries });
  return {
    places,
    newId: randomUUID,
    known: { ...knownKinds, ...knownCodes, municipalities: new Set(places.map(({ code }) => code)) },
    standing: indexEntries(owner.code, entries),
    kind,
    topics,
    keepBlank,
  };
}

/** Takes over all rows, or none: what somebody changed since the file was read stops it. */
export async function applyImport(
  db: Db,
  who: Who,
  { runId, publish, verify }: { runId: string; publish: boolean; verify: boolean },
  now = new Date(),
): Promise<Result<{ created: number; changed: number }, ApplyRefusal>> {
  try {
    return await inTransaction(db, who, async (tx) => {
      const run = await lockRun(tx, runId);
      mustWriteService(who, run);
      const decision = decideApply({ ...run, verify });
      if (!decision.ok) return decision;
      for (const row of run.rows) await applyRow(tx, { run, row, publish, verify }, now);
      const { created, changed } = run;
      await updateRun(tx, runId, { status: 'applied', decidedAt: now, rows: withoutContents(run) });
      const facts = { created, changed, publish, verify };
      await record(tx, { event: 'import.run', subject: { kind: 'import', id: runId }, facts }, now);
      return ok({ created, changed });
    });
  } catch (error) {
    if (error instanceof ImportStopped) return refuse(error.refusal, { row: error.row, name: error.rowName });
    throw error;
  }
}

/** Lets a file go; nothing changes. */
export async function dropImport(
  db: Db,
  who: Who,
  { runId }: { runId: string },
  now = new Date(),
): Promise<Result<'dropped', ApplyRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const run = await lockRun(tx, runId);
    mustWriteService(who, run);
    if (run.status === 'applied' || run.status === 'dropped') return refuse('already-decided');
    await updateRun(tx, runId, { status: 'dropped', decidedAt: now, rows: [] });
    return ok('dropped');
  });
}

/** Thrown to undo what was already written of the same file. */
class ImportStopped extends Error {
  readonly refusal: ApplyRefusal;
  readonly row: number;
  readonly rowName: string;
  constructor(refusal: ApplyRefusal, { row, name }: ImportedRow) {
    super('a row stopped the import');
    this.refusal = refusal;
    this.row = row;
    this.rowName = name;
  }
}

async function applyRow(
  tx: Tx,
  { run, row, publish, verify }: { run: ImportRun; row: ImportedRow; publish: boolean; verify: boolean },
  now: Date,
): Promise<void> {
  const serviceId = await writeRow(tx, { run, row, publish }, now);
  if (!verify || !serviceId) return;
  const { organisationId } = run;
  const verified = await verifyService(tx, tx.who, { serviceId, organisationId, note: 'import' }, now);
  if (!verified.ok) throw new ImportStopped('row-refused', row);
}

async function writeRow(
  tx: Tx,
  { run, row, publish }: { run: ImportRun; row: ImportedRow; publish: boolean },
  now: Date,
): Promise<string | undefined> {
  const { content, serviceId, version = 0, code } = row;
  if (!content) return serviceId;
  const written = serviceId
    ? await editService(tx, tx.who, { serviceId, version, content, how: 'import' }, now)
    : await createService(
        tx,
        tx.who,
        {
          organisationId: run.organisationId,
          ...(code ? { code } : {}),
          content,
          how: 'import',
          publish: publish && missingForPublication(content).length === 0,
        },
        now,
      );
  if (written.ok) return written.value.serviceId;
  throw new ImportStopped(written.refusal === 'changed-meanwhile' ? 'changed-meanwhile' : 'row-refused', row);
}

/** What was taken over is in the entries and their history. */
function withoutContents({ rows }: ImportRun): ImportRun['rows'] {
  return rows.map(({ content: _content, ...row }) => row);
}

/** An organisation's own entries in a layout, as a file that an import reads back without a change. A sealed one is in none. */
export async function exportEntries(
  db: Db,
  who: Who,
  { organisationId, layout: code }: { organisationId: string; layout: LayoutCode },
): Promise<{ csv: string; owner: Organisation }> {
  mustWriteService(who, { organisationId });
  return inTransaction(db, who, async (tx) => {
    const layout = layouts.find((each) => each.code === code) ?? layouts[0];
    if (!layout) throw new Error('no layout');
    const owner = await findOrganisation(tx, organisationId);
    const entries = await listServices(tx, { organisationId, sealed: false }, { limit: mostEntries });
    const fitting = entries.filter(({ content, sealed }: Service) => !sealed && fitsLayout(layout, content));
    const places = await listMunicipalities(tx);
    return { owner, csv: exportCsv(layout, fitting, { places, newId: randomUUID, owner: owner.nameJa }) };
  });
}
