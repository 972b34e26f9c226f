import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeSecretariat } from '../access.ts';
import { codeFor, decideRemoveTerm, decideTerm, moved, type Scheme, type TermRefusal } from './rules.ts';
import {
  countTermUses,
  deleteTerm,
  findTerm,
  insertTerm,
  listTerms,
  lockYear,
  type Term,
  updateTerm,
  updateTermPositions,
} from './store.ts';

export interface TermInput {
  /** Made from the English name, or a number, when left out. */
  readonly code?: string;
  readonly nameJa: string;
  readonly nameEn?: string;
  /** For bureaus. */
  readonly organisationId?: string | null;
  /** { mainContent } of a category, { level } of a rating (1 is best). */
  readonly details?: Record<string, string | number>;
}

export async function addTerm(
  db: Db,
  who: Who,
  input: TermInput & { year: number; scheme: Scheme },
  now = new Date(),
): Promise<Result<{ termId: string; code: string }, TermRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    await lockYear(tx, input.year);
    const others = await listTerms(tx, input.year, input.scheme);
    const code =
      input.code ||
      codeFor(
        input.nameEn ?? '',
        others.map((term) => term.code),
      );
    const organisationId = input.organisationId || null;
    const decision = decideTerm({ scheme: input.scheme, code, organisationId, others });
    if (!decision.ok) return decision;
    const termId = await insertTerm(tx, {
      fiscalYear: input.year,
      scheme: input.scheme,
      code,
      nameJa: input.nameJa,
      nameEn: input.nameEn ?? '',
      organisationId,
      details: input.details ?? {},
      position: Math.max(-1, ...others.map((term) => term.position)) + 1,
    });
    await record(
      tx,
      {
        event: 'term.add',
        subject: { kind: 'term', id: termId },
        facts: { year: input.year, scheme: input.scheme, code },
      },
      now,
    );
    return ok({ termId, code });
  });
}

/** The code stays: programs point at it. */
export async function changeTerm(
  db: Db,
  who: Who,
  { termId, ...input }: Omit<TermInput, 'code'> & { termId: string },
  now = new Date(),
): Promise<Result<{ termId: string }, TermRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    const { term, others } = await termAndOthers(tx, termId);
    const organisationId =
      input.organisationId === undefined ? term.organisationId : input.organisationId || null;
    const decision = decideTerm({ scheme: term.scheme as Scheme, code: term.code, organisationId, others });
    if (!decision.ok) return decision;
    if (organisationId !== term.organisationId) {
      const free = decideRemoveTerm({ name: term.nameJa, uses: await countTermUses(tx, term) });
      if (!free.ok) return free;
    }
    await updateTerm(tx, termId, {
      nameJa: input.nameJa,
      nameEn: input.nameEn ?? '',
      organisationId,
      details: input.details ?? term.details,
    });
    await recordTerm(tx, 'term.change', term, now);
    return ok({ termId });
  });
}

export async function removeTerm(
  db: Db,
  who: Who,
  { termId }: { termId: string },
  now = new Date(),
): Promise<Result<{ termId: string }, TermRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    const { term } = await termAndOthers(tx, termId);
    const decision = decideRemoveTerm({ name: term.nameJa, uses: await countTermUses(tx, term) });
    if (!decision.ok) return decision;
    await deleteTerm(tx, termId);
    await recordTerm(tx, 'term.remove', term, now);
    return ok({ termId });
  });
}

async function recordTerm(
  tx: Tx,
  event: 'term.change' | 'term.remove',
  { id, scheme, code }: Term,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'term', id }, facts: { scheme, code } }, now);
}

/** One place up (-1) or down (+1) in its vocabulary. */
export async function moveTerm(
  db: Db,
  who: Who,
  { termId, by }: { termId: string; by: -1 | 1 },
  now = new Date(),
): Promise<void> {
  mustBeSecretariat(who, can.runYear);
  await inTransaction(db, who, async (tx) => {
    const { term } = await termAndOthers(tx, termId);
    const order = (await listTerms(tx, term.fiscalYear, term.scheme as Scheme)).map((each) => each.id);
    await updateTermPositions(tx, moved(order, termId, by));
    await record(tx, { event: 'term.move', subject: { kind: 'term', id: termId }, facts: { by } }, now);
  });
}

/**
 * Makes a whole vocabulary what is given, in this order: known codes are renamed, new ones added, missing ones removed if
 * nothing uses them. Nothing is saved when one term is refused.
 */
export async function saveTerms(
  db: Db,
  who: Who,
  input: { year: number; scheme: Scheme; terms: readonly (TermInput & { code: string })[] },
  now = new Date(),
): Promise<Result<{ terms: number }, TermRefusal>> {
  mustBeSecretariat(who, can.runYear);
  return inTransaction(db, who, async (tx) => {
    await lockYear(tx, input.year);
    for (const [at, term] of input.terms.entries()) {
      const others = input.terms
        .slice(0, at)
        .map((other) => ({ code: other.code, organisationId: other.organisationId ?? null }));
      const decision = decideTerm({
        scheme: input.scheme,
        code: term.code,
        organisationId: term.organisationId ?? null,
        others,
      });
      if (!decision.ok) return decision;
    }
    const known = await listTerms(tx, input.year, input.scheme);
    const gone = known.filter((term) => !input.terms.some((kept) => kept.code === term.code));
    for (const term of gone) {
      const decision = decideRemoveTerm({ name: term.nameJa, uses: await countTermUses(tx, term) });
      if (!decision.ok) return decision;
    }
    await writeTerms(tx, input, { known, gone });
    await record(
      tx,
      {
        event: 'term.save',
        subject: { kind: 'year', id: String(input.year) },
        facts: { scheme: input.scheme, terms: input.terms.length },
      },
      now,
    );
    return ok({ terms: input.terms.length });
  });
}

async function writeTerms(
  tx: Tx,
  { year, scheme, terms }: { year: number; scheme: Scheme; terms: readonly (TermInput & { code: string })[] },
  { known, gone }: { known: readonly Term[]; gone: readonly Term[] },
): Promise<void> {
  for (const term of gone) await deleteTerm(tx, term.id);
  const ids: string[] = [];
  for (const [
    position,
    { code, nameJa, nameEn = '', organisationId = null, details = {} },
  ] of terms.entries()) {
    const fields = { nameJa, nameEn, organisationId, details };
    const stored = known.find((each) => each.code === code);
    if (stored) await updateTerm(tx, stored.id, fields);
    ids.push(stored?.id ?? (await insertTerm(tx, { fiscalYear: year, scheme, code, position, ...fields })));
  }
  await updateTermPositions(tx, ids);
}

async function termAndOthers(tx: Tx, termId: string): Promise<{ term: Term; others: readonly Term[] }> {
  const found = await findTerm(tx, termId);
  await lockYear(tx, found.fiscalYear);
  const all = await listTerms(tx, found.fiscalYear, found.scheme as Scheme);
  return { term: found, others: all.filter((each) => each.id !== termId) };
}
