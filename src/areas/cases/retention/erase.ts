import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { eraseAt } from '#platform/retention/places.ts';
import { endedBefore } from '#platform/retention/rules.ts';
import { casePlaces, personPlaces, referralPlaces } from './places.ts';
import { type RetentionKind, retentionKinds, yearsOf } from './rules.ts';
import {
  insertErasure,
  listHomes,
  listJoinedPersons,
  listLeftPersons,
  listPeriods,
  listReferralIds,
  lockCasesWithText,
  lockDueCases,
  lockDueReferrals,
  lockLeftPersons,
  markErased,
  removeViews,
} from './store.ts';

/** Things erased in one transaction. */
const batch = 200;

interface Gone {
  /** Cases or referrals; of views, the rows. */
  readonly things: number;
  /** Rows that held words. */
  readonly words: number;
  readonly keys: number;
}

/** Words and keys of these cases, of their referrals, and of persons with whom no other case stands; codes and days are counted on. */
export async function eraseCases(tx: Tx, caseIds: readonly string[], now: Date): Promise<Gone> {
  const left = await listLeftPersons(tx, caseIds);
  const personIds = [...left, ...(await listJoinedPersons(tx, left))];
  const referralIds = await listReferralIds(tx, caseIds);
  const words =
    (await eraseAt(tx, casePlaces, caseIds)) +
    (await eraseAt(tx, referralPlaces, referralIds)) +
    (await eraseAt(tx, personPlaces, personIds));
  await markErased(tx, { caseIds, personIds }, now);
  return { things: caseIds.length, words, keys: caseIds.length + personIds.length };
}

/** Persons with whom nothing stands any more, though their last case went while they were joined with somebody. */
async function erasePersons(db: Database, who: Who, organisationId: string, now: Date): Promise<void> {
  for (let found = batch; found === batch; )
    found = await inTransaction(db, who, async (tx) => {
      const left = await lockLeftPersons(tx, organisationId, batch);
      if (left.length === 0) return 0;
      const personIds = [...left, ...(await listJoinedPersons(tx, left))];
      const words = await eraseAt(tx, personPlaces, personIds);
      await markErased(tx, { caseIds: [], personIds }, now);
      const facts = { persons: personIds.length, words };
      const subject = { kind: 'organisation', id: organisationId };
      await record(tx, { event: 'person.erase', subject, facts }, now);
      return left.length;
    });
}

interface Turn {
  readonly organisationId: string;
  readonly kind: RetentionKind;
  readonly years: number;
}

/** What one kind has due in one organisation, a batch of it. Nothing that is held goes. */
async function eraseSome(tx: Tx, { organisationId, kind, years }: Turn, now: Date): Promise<Gone> {
  const today = tokyoDay(now);
  const due = { organisationId, before: endedBefore(today, years), today, limit: batch };
  if (kind === 'view') {
    const things = await removeViews(tx, due);
    return { things, words: 0, keys: 0 };
  }
  if (kind === 'referral') {
    const ids = await lockDueReferrals(tx, due);
    return { things: ids.length, words: await eraseAt(tx, referralPlaces, ids), keys: ids.length };
  }
  if (kind === 'text') {
    const texts = casePlaces.filter(({ text }) => text);
    const ids = await lockCasesWithText(tx, due, texts);
    return { things: ids.length, words: await eraseAt(tx, texts, ids), keys: 0 };
  }
  const ids = await lockDueCases(tx, { ...due, hadPlan: kind === 'case-file' });
  return ids.length === 0 ? { things: 0, words: 0, keys: 0 } : eraseCases(tx, ids, now);
}

/** One kind of one organisation to its end; numbers of what went stand in the ledger. Safe to run twice, and to be killed. */
async function eraseKind(db: Database, who: Who, turn: Turn, now: Date): Promise<number> {
  for (let all = 0; ; ) {
    const { things } = await inTransaction(db, who, async (tx) => {
      const gone = await eraseSome(tx, turn, now);
      if (gone.things === 0) return gone;
      const { organisationId, kind, years } = turn;
      const facts = { kind, years, ...gone };
      await insertErasure(tx, {
        organisationId,
        cause: 'schedule',
        ranOn: tokyoDay(now),
        ...facts,
        at: new Date(),
      });
      const subject = { kind: 'organisation', id: organisationId };
      await record(tx, { event: 'case.erase', subject, facts }, now);
      return gone;
    });
    all += things;
    if (things < batch || turn.kind === 'view') return all;
  }
}

/** Whatever has stayed as long as its organisation keeps it. */
export async function eraseDueCases(
  db: Database,
  who: Who,
  now = new Date(),
): Promise<Readonly<Record<RetentionKind, number>>> {
  const erased: Record<RetentionKind, number> = { 'case-file': 0, slip: 0, text: 0, referral: 0, view: 0 };
  for (const organisationId of await inTransaction(db, who, listHomes)) {
    const years = yearsOf(await inTransaction(db, who, (tx) => listPeriods(tx, organisationId)));
    for (const kind of retentionKinds)
      erased[kind] += await eraseKind(db, who, { organisationId, kind, years: years[kind] }, now);
    await erasePersons(db, who, organisationId, now);
  }
  return erased;
}
