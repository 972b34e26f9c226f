import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { eraseAt } from '#platform/retention/places.ts';
import { endedBefore } from '#platform/retention/rules.ts';
import {
  applicantPlaces,
  applicationPlaces,
  awardPlaces,
  benefitPlaces,
  packPlaces,
  settlementPlaces,
  statementPlaces,
} from './places.ts';
import { type KeptKind, keptKinds, statementYears, yearsOf } from './rules.ts';
import {
  forgetPersons,
  forgetRecipients,
  insertErasure,
  listAwardIds,
  listLeftApplicants,
  listLeftPacks,
  listOffices,
  listPeriods,
  listReceiptFiles,
  lockDueApplications,
  lockDueBenefits,
  lockDueStatements,
  removeDrafts,
  removeFilesOfNobody,
} from './store.ts';

/** Things erased in one transaction. */
const batch = 200;

interface Gone {
  /** Benefits, applications or statements. */
  readonly things: number;
  /** Rows that held words. */
  readonly words: number;
  readonly keys: number;
}
const nothing: Gone = { things: 0, words: 0, keys: 0 };

/** Words, keys, letters, papers and accounts of applications; numbers, sums and days are counted on. */
async function eraseApplications(
  tx: Tx,
  { ids, applicantIds }: { ids: readonly string[]; applicantIds: readonly string[] },
): Promise<Omit<Gone, 'things'>> {
  const { awards, settlements } = await listAwardIds(tx, ids);
  const words =
    (await eraseAt(tx, applicationPlaces, ids)) +
    (await eraseAt(tx, awardPlaces, awards)) +
    (await eraseAt(tx, settlementPlaces, settlements)) +
    (await eraseAt(tx, packPlaces, await listLeftPacks(tx, ids)));
  const left = await listLeftApplicants(tx, applicantIds);
  await forgetPersons(tx, left);
  return { words: words + (await eraseAt(tx, applicantPlaces, left)), keys: ids.length + left.length };
}

async function eraseBenefits(tx: Tx, due: Parameters<typeof lockDueBenefits>[1]): Promise<Gone> {
  const benefits = await lockDueBenefits(tx, due);
  if (benefits.length === 0) return nothing;
  const ids = benefits.map(({ id }) => id);
  const files = await listReceiptFiles(tx, ids);
  const words = await eraseAt(tx, benefitPlaces, ids);
  await removeFilesOfNobody(tx, files);
  await forgetRecipients(
    tx,
    benefits.map(({ recipientId }) => recipientId),
  );
  const under = await eraseApplications(tx, {
    ids: benefits.flatMap(({ applicationId }) => applicationId ?? []),
    applicantIds: benefits.flatMap(({ payeeId }) => payeeId ?? []),
  });
  return { things: ids.length, words: words + under.words, keys: ids.length + under.keys };
}

/** What one kind has due at one office, a batch of it. Nothing that is held goes. */
async function eraseSome(tx: Tx, { bureauId, kind, years }: Turn, now: Date): Promise<Gone> {
  const today = tokyoDay(now);
  const due = { bureauId, before: endedBefore(today, years), today, limit: batch };
  if (kind === 'benefit') return eraseBenefits(tx, due);
  if (kind === 'draft') {
    const things = await removeDrafts(tx, due);
    return { things, words: things, keys: things };
  }
  const applications = await lockDueApplications(tx, due);
  if (applications.length === 0) return nothing;
  const gone = await eraseApplications(tx, {
    ids: applications.map(({ id }) => id),
    applicantIds: applications.flatMap(({ applicantId }) => applicantId ?? []),
  });
  return { things: applications.length, ...gone };
}

interface Turn {
  readonly bureauId: string;
  readonly kind: KeptKind;
  readonly years: number;
}

/** One batch after the other until none is left; numbers of what went stand in the ledger. Safe to run twice, and to be killed. */
async function inBatches(
  db: Database,
  who: Who,
  turn: { readonly bureauId: string | null; readonly kind: string; readonly years: number },
  erase: (tx: Tx) => Promise<Gone>,
  now: Date,
): Promise<number> {
  for (let all = 0; ; ) {
    const { things } = await inTransaction(db, who, async (tx) => {
      const gone = await erase(tx);
      if (gone.things === 0) return gone;
      const { bureauId, kind, years } = turn;
      await insertErasure(tx, { bureauId, kind, years, ...gone, ranOn: tokyoDay(now), at: new Date() });
      const subject = bureauId ? { kind: 'organisation', id: bureauId } : { kind: 'product', id: 'grants' };
      await record(tx, { event: 'grant-retention.erase', subject, facts: { kind, years, ...gone } }, now);
      return gone;
    });
    all += things;
    if (things < batch) return all;
  }
}

export type Erased = Readonly<Record<KeptKind | 'statement', number>>;

/** Whatever has stayed as long as its office keeps it. */
export async function eraseDueGrants(db: Database, who: Who, now = new Date()): Promise<Erased> {
  const erased = { benefit: 0, application: 0, draft: 0, statement: 0 };
  for (const bureauId of await inTransaction(db, who, listOffices)) {
    const years = yearsOf(await inTransaction(db, who, (tx) => listPeriods(tx, bureauId)));
    for (const kind of keptKinds) {
      const turn = { bureauId, kind, years: years[kind] };
      erased[kind] += await inBatches(db, who, turn, (tx) => eraseSome(tx, turn, now), now);
    }
  }
  const before = endedBefore(tokyoDay(now), statementYears);
  erased.statement = await inBatches(
    db,
    who,
    { bureauId: null, kind: 'statement', years: statementYears },
    async (tx) => {
      const ids = await lockDueStatements(tx, { before, limit: batch });
      return { things: ids.length, words: await eraseAt(tx, statementPlaces, ids), keys: ids.length };
    },
    now,
  );
  return erased;
}
