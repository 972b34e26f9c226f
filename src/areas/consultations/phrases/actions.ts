import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import type { Result } from '#platform/result.ts';
import { can, supervises } from '../access.ts';
import { lockDesk } from '../desks/store.ts';
import { decidePhrase, type PhraseRefusal } from './rules.ts';
import { countOthers, findPhrase, removePhrase, writePhrase } from './store.ts';

interface Kept {
  readonly deskId: string;
  /** Absent: a new one. */
  readonly id?: string | undefined;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly position: number;
}

/** Adds a phrase to a desk, or changes one. */
export async function keepPhrase(
  db: Db,
  who: PersonWho,
  { id: before, ...phrase }: Kept,
  now = new Date(),
): Promise<Result<'keep', PhraseRefusal>> {
  const { deskId, code, text } = phrase;
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  return inTransaction(db, who, async (tx) => {
    await lockDesk(tx, deskId);
    if (before) await findPhrase(tx, { deskId, id: before });
    const id = before ?? crypto.randomUUID();
    const { others, sameCode } = await countOthers(tx, { deskId, id, code });
    const decision = decidePhrase({ text, others, codeTaken: sameCode > 0 });
    if (!decision.ok) return decision;
    await writePhrase(tx, { id, ...phrase, updatedAt: now });
    const facts = { id, code, new: !before };
    await record(tx, { event: 'phrase.keep', subject: { kind: 'desk', id: deskId }, facts }, now);
    return decision;
  });
}

export async function dropPhrase(
  db: Db,
  who: PersonWho,
  { deskId, id }: { deskId: string; id: string },
  now = new Date(),
): Promise<void> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  await inTransaction(db, who, async (tx) => {
    const { code } = await findPhrase(tx, { deskId, id });
    await removePhrase(tx, id);
    const facts = { id, code };
    await record(tx, { event: 'phrase.drop', subject: { kind: 'desk', id: deskId }, facts }, now);
  });
}
