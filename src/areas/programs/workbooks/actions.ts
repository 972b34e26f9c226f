import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { type FileRefusal, type FileStore, findFileHash, keepFile } from '#platform/files/store.ts';
import type { Lang } from '#platform/i18n.ts';
import { findOrganisation } from '#platform/people/organisations.ts';
import { readSite } from '#platform/people/site.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { actorOf, saveEntries } from '../entries/actions.ts';
import { type EntryContent, readContents, readYearWords, type YearWords } from '../entries/contents.ts';
import { listEntries } from '../entries/store.ts';
import { findRound, type Round } from '../rounds/store.ts';
import { nameIn } from '../trail.ts';
import { checkWorkbook, type WorkbookRefusal } from './check.ts';
import { makeWorkbookBytes } from './make.ts';
import {
  asInput,
  cellOf,
  type CheckContext,
  decideTakeOver,
  type Findings,
  type TakeOverRefusal,
  withOrigin,
} from './rules.ts';
import { insertReturn, lockReturn, updateReturn, type WorkbookReturn } from './store.ts';
import { bookWords } from './book-words.ts';

export const maxWorkbookBytes = 10 * 1_048_576;

interface BureauInRound {
  readonly roundId: string;
  readonly organisationId: string;
}

/** The workbook of a bureau's programs as they stand now, in a language. NotFound for those who do not report for it. */
export async function makeWorkbook(
  db: Db,
  who: Who,
  { lang, ...where }: BureauInRound & { lang: Lang },
  now = new Date(),
): Promise<{ name: string; bytes: Uint8Array }> {
  const facts = await inTransaction(db, who, async (tx) => {
    const { round, contents, words } = await readBureau(tx, where);
    const organisation = await findOrganisation(tx, where.organisationId);
    const site = await readSite(tx);
    return {
      lang,
      round,
      organisation: { id: organisation.id, name: nameIn(lang, organisation) },
      contact: `${site.headquarters[lang]} ${bookWords[lang].secretariat}`,
      author: site.title[lang],
      today: tokyoDay(now),
      contents,
      words,
    };
  });
  const name = bookWords[lang].file(
    `${facts.round.title} ${facts.organisation.name}`.replace(/[/\\:*?"<>|]/g, '_'),
  );
  return { name, bytes: await makeWorkbookBytes(facts) };
}

/** Takes a workbook in: opened with care, compared, and kept for a person to look at. Nothing of it is saved yet. */
export async function receiveWorkbook(
  db: Db,
  who: PersonWho,
  input: BureauInRound & { files: FileStore; upload: { name: string; content: Uint8Array } },
  now = new Date(),
): Promise<Result<{ returnId: string; findings: Findings }, WorkbookRefusal | FileRefusal>> {
  const { content, name } = input.upload;
  const { roundId, organisationId } = input;
  if (content.byteLength > maxWorkbookBytes) return refuse('file-too-large');
  const context = await inTransaction(db, who, async (tx) => contextOf(await readBureau(tx, input)));
  const checked = await checkWorkbook(content, { ...context, organisationId });
  if (!checked.ok) return checked;
  const findings = checked.value;
  return inTransaction(db, who, async (tx) => {
    const file = await keepFile(tx, input.files, {
      content,
      name,
      kinds: ['application/zip'],
      maxBytes: maxWorkbookBytes,
      organisationId,
    });
    if (!file.ok) return file;
    const returnId = await insertReturn(tx, {
      roundId,
      organisationId,
      fileId: file.value.id,
      personId: who.personId,
      uploadedAt: now,
      findings,
      status: findings.errors.length > 0 ? 'refused' : 'waiting',
    });
    const facts = { changes: findings.changes.length, errors: findings.errors.length };
    await record(tx, { event: 'workbook.return', subject: { kind: 'round', id: roundId }, facts }, now);
    return ok({ returnId, findings });
  });
}

/** Takes all changes over, or none: what somebody changed since the check stops it. */
export async function takeOverWorkbook(
  db: Db,
  who: Who,
  where: { roundId: string; returnId: string },
  now = new Date(),
): Promise<Result<{ changes: number }, TakeOverRefusal>> {
  try {
    return await inTransaction(db, who, async (tx) => {
      const held = await lockReturn(tx, where);
      const decision = decideTakeOver({ status: held.status, ...held.findings });
      if (!decision.ok) return decision;
      await saveChanges(tx, held, now);
      await updateReturn(tx, held.id, { status: 'applied', decidedAt: now });
      const changes = held.findings.changes.length;
      const facts = { returnId: held.id, changes };
      await record(
        tx,
        { event: 'workbook.apply', subject: { kind: 'round', id: where.roundId }, facts },
        now,
      );
      return ok({ changes });
    });
  } catch (error) {
    if (error instanceof TakeOverStopped) return refuse('changed-meanwhile', { program: error.program });
    throw error;
  }
}

/** Lets a returned workbook go; nothing changes. */
export async function dropWorkbook(
  db: Db,
  who: Who,
  where: { roundId: string; returnId: string },
  now = new Date(),
): Promise<Result<'dropped', TakeOverRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const held = await lockReturn(tx, where);
    if (held.status === 'applied' || held.status === 'dropped') return refuse('already-decided');
    await updateReturn(tx, held.id, { status: 'dropped', decidedAt: now });
    await record(tx, { event: 'workbook.drop', subject: { kind: 'round', id: where.roundId } }, now);
    return ok('dropped');
  });
}

/** Thrown to undo what was already written of the same workbook. */
class TakeOverStopped extends Error {
  readonly program: string;
  constructor(program: string) {
    super('somebody was faster');
    this.program = program;
  }
}

async function saveChanges(tx: Tx, { id, fileId, findings }: WorkbookReturn, now: Date): Promise<void> {
  const sha256 = await findFileHash(tx, fileId);
  const from = (entryId: string, field: string) => {
    const at = findings.changes.find((change) => change.entryId === entryId && change.field === field)?.at;
    return { via: 'workbook', returnId: id, sha256, ...(at ? { cell: cellOf(at) } : {}) } as const;
  };
  const inputs = [...Map.groupBy(findings.changes, ({ entryId }) => entryId)].map(([entryId, own]) => ({
    entryId,
    stamp: findings.stamps[entryId] ?? '',
    ...withOrigin(asInput(own.map(({ field, after }) => ({ field, value: after }))), (field) =>
      from(entryId, field),
    ),
  }));
  const saved = await saveEntries(tx, tx.who, { inputs, via: 'workbook' }, now);
  if (!saved.ok) throw new TakeOverStopped(String(saved.facts?.['program'] ?? ''));
}

interface Bureau {
  readonly round: Round;
  readonly contents: readonly EntryContent[];
  readonly words: YearWords;
}

async function readBureau(tx: Tx, { roundId, organisationId }: BureauInRound): Promise<Bureau> {
  const actor = actorOf(tx.who, organisationId);
  const round = await findRound(tx, roundId);
  const entries = await listEntries(tx, { roundId, organisationId });
  if (entries.length === 0 || !(actor.reporter || actor.secretariat)) throw new NotFound('workbook');
  return {
    round,
    contents: await readContents(tx, entries),
    words: await readYearWords(tx, round.fiscalYear),
  };
}

function contextOf({
  round,
  contents,
  words,
}: Bureau): Omit<CheckContext, 'organisationId'> & { workbookKey: string } {
  return {
    roundId: round.id,
    roundOpen: round.status === 'open',
    fiscalYear: round.fiscalYear,
    workbookKey: round.workbookKey,
    ratings: words.ratings.map(({ code, nameJa, nameEn }) => ({ code, names: [nameJa, nameEn] })),
    entries: contents,
  };
}
