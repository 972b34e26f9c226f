import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Result } from '#platform/result.ts';
import { readYear } from '#areas/programs/index.ts';
import { can, mustHold } from '../access.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import type { EditionContent, EditionKind } from './content.ts';
import { contentNow, hashOf } from './content-now.ts';
import { listUndone } from './undone.ts';
import { listAllRecoverable, readKept } from '../disclosure/apply.ts';
import { replaceWithheld } from '../disclosure/store.ts';
import type { Workshop } from '../outputs/make.ts';
import { carryEdits } from '../manuscripts/actions.ts';
import { untoldNumbers } from '../manuscripts/open-numbers.ts';
import { decideNumbers } from '../manuscripts/rules.ts';
import { keepParts } from './keep-parts.ts';
import { publishable } from './make-content.ts';
import {
  type ApproveRefusal,
  decideApprove,
  decidePrepare,
  decidePropose,
  decideRefresh,
  decideWithdraw,
  type DraftRefusal,
  findFormulaText,
  type PrepareRefusal,
  type ProposeRefusal,
} from './rules.ts';
import {
  type Edition,
  findEdition,
  insertEdition,
  insertStep,
  listEditionPrograms,
  listEditionsOf,
  lockEdition,
  updateContent,
  updateStatus,
} from './store.ts';

/** Makes a draft of a year's report or plan from what the programs area knows now. Gives its id. */
export async function prepareEdition(
  db: Db,
  who: Who,
  input: { year: number; kind: EditionKind; note?: string; withoutReason?: string },
  now = new Date(),
): Promise<Result<string, PrepareRefusal>> {
  const person = mustHold(who, can.prepareEdition);
  return inTransaction(db, who, async (tx) => {
    const { year, kind } = input;
    const source = await readYear(tx, year);
    const editions = await listEditionsOf(tx, { fiscalYear: year, kind });
    const decision = decidePrepare({
      kind,
      programs: publishable(source).included.length,
      planRows: source.plan.length,
      openDrafts: editions.filter(({ status }) => status !== 'published').length,
    });
    if (!decision.ok) return decision;
    const { content, withheld } = await contentNow(tx, {
      year,
      kind,
      note: input.note ?? '',
      withoutReason: input.withoutReason ?? '',
    });
    const id = await insertEdition(tx, {
      number: (editions[0]?.number ?? 0) + 1,
      content,
      contentHash: hashOf(content),
      preparedBy: person.personId,
      now,
    });
    await replaceWithheld(tx, id, withheld);
    const edition = await findEdition(tx, id);
    await carryEdits(tx, person, edition, now);
    await sign(tx, person, { edition, step: 'prepare' }, now);
    return { ok: true, value: id };
  });
}

/** Makes a draft anew: with what changed since, and with other words of its own. */
export async function refreshEdition(
  db: Db,
  who: Who,
  input: { id: string; note: string; withoutReason: string },
  now = new Date(),
): Promise<Result<'refresh', DraftRefusal>> {
  const person = mustHold(who, can.prepareEdition);
  return inTransaction(db, who, async (tx) => {
    const edition = await lockEdition(tx, input.id);
    const decision = decideRefresh(edition.status);
    if (!decision.ok) return decision;
    const made = await contentNow(tx, { year: edition.fiscalYear, kind: edition.kind, ...input });
    const { content, withheld } = made;
    const contentHash = hashOf(content);
    await updateContent(tx, edition.id, { content, contentHash, preparedBy: person.personId, now });
    await replaceWithheld(tx, edition.id, withheld);
    await sign(tx, person, { edition, step: 'refresh', facts: { contentHash } }, now);
    return decision;
  });
}

/** True when the draft still says what the programs area knows. */
export async function isUpToDate(db: Db, who: Who, id: string): Promise<boolean> {
  return inTransaction(db, who, async (tx) => {
    const { fiscalYear, kind, content, contentHash } = await findEdition(tx, id);
    const { note, withoutReason } = content;
    const now = await contentNow(tx, { year: fiscalYear, kind, note, withoutReason });
    return hashOf(now.content) === contentHash;
  });
}

/** Hands a draft to the second person. */
export async function proposeEdition(
  db: Db,
  who: Who,
  { id }: { id: string },
  now = new Date(),
): Promise<Result<'propose', ProposeRefusal>> {
  const person = mustHold(who, can.prepareEdition);
  return inTransaction(db, who, async (tx) => {
    const edition = await lockEdition(tx, id);
    const content = await contentOf(tx, edition);
    const decision = decidePropose({
      status: edition.status,
      missing: edition.content.missing.length,
      reason: edition.content.withoutReason,
      undoneErrata: (await listUndone(tx, edition)).length,
      recoverable: await listAllRecoverable(tx, edition),
      formulaText: findFormulaText(content.programs),
      numbers: decideNumbers(untoldNumbers(content, await readKept(tx, id))),
    });
    if (!decision.ok) return decision;
    await updateStatus(tx, id, { status: 'proposed', proposedBy: person.personId, proposedAt: now });
    await sign(tx, person, { edition, step: 'propose', facts: { contentHash: edition.contentHash } }, now);
    return decision;
  });
}

/**
 * Publishes: from this moment the edition is frozen, its figures, pictures and files are everybody's. Broken off, nothing of it is
 * there. Without files: tests that look at something else.
 */
export async function approveEdition(
  db: Db,
  who: Who,
  { id, seenHash, workshop }: { id: string; seenHash: string; workshop: Workshop | 'no-files' },
  now = new Date(),
): Promise<Result<'approve', ApproveRefusal>> {
  const person = mustHold(who, can.approveEdition);
  return inTransaction(db, who, async (tx) => {
    const edition = await lockEdition(tx, id);
    const content = await contentOf(tx, edition);
    const decision = decideApprove({
      ...edition,
      person: person.personId,
      contentHash: hashOf(content),
      seenHash,
      recoverable: await listAllRecoverable(tx, edition),
    });
    if (!decision.ok) return decision;
    const publishedOn = tokyoDay(now);
    const manuscripts = await keepParts(tx, { edition, content, publishedOn, workshop }, now);
    await updateStatus(tx, id, {
      status: 'published',
      approvedBy: person.personId,
      publishedAt: now,
      publishedOn,
    });
    await sign(
      tx,
      person,
      {
        edition,
        step: 'approve',
        facts: {
          contentHash: seenHash,
          manuscripts,
          preparedBy: edition.preparedBy,
          proposedBy: edition.proposedBy,
          approvedBy: person.personId,
        },
      },
      now,
    );
    await publicPagesChanged(tx);
    return decision;
  });
}

/** Drops what was not published; its number is free again. */
export async function withdrawDraft(
  db: Db,
  who: Who,
  { id }: { id: string },
  now = new Date(),
): Promise<Result<'withdraw', DraftRefusal>> {
  const person = mustHold(who, can.prepareEdition);
  return inTransaction(db, who, async (tx) => {
    const edition = await lockEdition(tx, id);
    const decision = decideWithdraw(edition.status);
    if (!decision.ok) return decision;
    await updateStatus(tx, id, { status: 'withdrawn' });
    await sign(tx, person, { edition, step: 'withdraw' }, now);
    return decision;
  });
}

/** True when what stands in the database is still what was approved. */
export async function verifyEdition(db: Db, who: Who, { id }: { id: string }): Promise<boolean> {
  return inTransaction(db, who, async (tx) => {
    const edition = await findEdition(tx, id);
    return hashOf(await contentOf(tx, edition)) === edition.contentHash;
  });
}

async function contentOf(tx: Tx, edition: Edition): Promise<EditionContent> {
  return { head: edition.content, programs: await listEditionPrograms(tx, edition.id) };
}

/** Into the ledger by id, and into the edition's own history by name. */
async function sign(
  tx: Tx,
  person: PersonWho,
  { edition, step, facts = {} }: { edition: Edition; step: EditionStep; facts?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const { id, fiscalYear, kind, number } = edition;
  await insertStep(tx, { editionId: id, at: now, kind: step, personName: person.name, words: '' });
  await record(
    tx,
    {
      event: `edition.${step}`,
      subject: { kind: 'edition', id },
      facts: { year: fiscalYear, kind, number, ...facts },
    },
    now,
  );
}

type EditionStep = 'prepare' | 'refresh' | 'propose' | 'approve' | 'withdraw';
