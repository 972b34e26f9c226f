import { system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { scanFile } from '#platform/files/scanner.ts';
import {
  checkUpload,
  type FileRefusal,
  type FileStore,
  keepFile,
  readStoredFile,
  type StoredFile,
} from '#platform/files/store.ts';
import { ok, type Result } from '#platform/result.ts';
import { readYear } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { measureFigure } from '../figures/named.ts';
import { findOwnMeasure, isOwn, type MeasureOf } from '../live-measures/actions.ts';
import {
  decideDocument,
  documentAfter,
  documentKinds,
  type DocumentRefusal,
  largestDocument,
} from './rules.ts';
import { dropUnnamed, findStatement, upsertStatement } from './store.ts';

const product = system('statements');

/** How files are taken: where bytes lie, and the scanner's socket if one is set. */
export interface Tray {
  readonly files: FileStore;
  readonly scanner: string | undefined;
}

export interface Stated extends MeasureOf {
  readonly title: string;
  readonly issuer: string;
  readonly place: string;
  /** A PDF or a picture up to 20 MB; what a camera knew of time and place is not kept. */
  readonly upload?: { readonly content: Buffer; readonly name: string } | undefined;
  /** Takes away the file that was there. */
  readonly isRemoved: boolean;
  readonly isPublic: boolean;
}

export type StatementRefusal = DocumentRefusal | FileRefusal;

/** The document outside the product in which the number stands, and the document itself where it is handed in. */
export async function stateSource(
  db: Database,
  who: Who,
  { tray, ...stated }: Stated & { tray: Tray },
  now = new Date(),
): Promise<Result<'stated', StatementRefusal>> {
  const person = mustHold(who, can.bindMeasure);
  const checked = stated.upload && (await checkDocument(stated.upload, tray));
  if (checked && !checked.ok) return checked;
  const done = await inTransaction(db, who, async (tx) => {
    const { program, measure } = await findOwnMeasure(tx, who, stated);
    const standing = (await findStatement(tx, measure.id))?.document ?? null;
    const filed = checked && (await fileDocument(tx, tray, { ...checked.value, of: program.bureau }));
    if (filed && !filed.ok) return filed;
    const { title, issuer, place, isRemoved, isPublic } = stated;
    const document = documentAfter({ standing, filed: filed?.value, isRemoved, isPublic });
    const by = { statedBy: person.personId, statedByName: person.name, statedAt: now };
    await upsertStatement(tx, { measureId: measure.id, title, issuer, place, document, ...by });
    const subject = { kind: 'program', id: program.id };
    const facts = {
      measureId: measure.id,
      sha256: document?.sha256 ?? '',
      isPublic: document?.isPublic ?? false,
    };
    await record(tx, { event: 'measure.state', subject, facts }, now);
    const figureId = measureFigure(stated.fiscalYear, measure.thread);
    return ok(standing && standing.fileId !== document?.fileId ? { ...standing, figureId } : undefined);
  });
  if (!done.ok) return done;
  const left = done.value;
  if (left) await inTransaction(db, product, (tx) => dropUnnamed(tx, left));
  return ok('stated');
}

type Upload = NonNullable<Stated['upload']>;

async function checkDocument(
  { content, name }: Upload,
  { scanner }: Tray,
): Promise<Result<Upload, StatementRefusal>> {
  const taken = checkUpload({ content, maxBytes: largestDocument, kinds: documentKinds });
  if (!taken.ok) return taken;
  const decision = decideDocument(await scanFile(scanner, content));
  return decision.ok ? ok({ content, name }) : decision;
}

async function fileDocument(
  tx: Tx,
  { files }: Tray,
  { content, name, of }: Upload & { of: { organisationId: string } },
) {
  const bounds = { kinds: documentKinds, maxBytes: largestDocument };
  const kept = await keepFile(tx, files, { content, name, ...bounds, organisationId: of.organisationId });
  if (!kept.ok) return kept;
  const { id: fileId, sha256, mediaType, bytes, name: kept_ } = kept.value;
  return ok({ fileId, sha256, mediaType, bytes, name: kept_ });
}

/** The document, for its bureau, the secretariat and who approves; otherwise it is not there. */
export async function readDocument(
  db: Database,
  who: Who,
  { files, fiscalYear, measureId }: MeasureOf & { files: FileStore },
): Promise<StoredFile & { content: Buffer }> {
  const document = await inTransaction(db, who, async (tx) => {
    const { programs } = await readYear(tx, fiscalYear);
    const program = programs.find(({ measures }) => measures.some(({ id }) => id === measureId));
    const mayRead = program && (can.approveEdition.allows(who) || isOwn(who, program.bureau.organisationId));
    return mayRead ? (await findStatement(tx, measureId))?.document : undefined;
  });
  if (!document) throw new NotFound('document');
  return inTransaction(db, product, (tx) => readStoredFile(tx, files, document.fileId));
}
