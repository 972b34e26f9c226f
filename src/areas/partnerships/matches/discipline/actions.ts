import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, mustBeOffice } from '../../access.ts';
import { movePostsOf } from '../../exchange/store.ts';
import { type DeadLink, type Entrance, enter } from '../enter.ts';
import { maskContacts } from '../masks/rules.ts';
import { type Side, otherSide } from '../rules.ts';
import { organisationOf, ownOrganisations } from '../sides.ts';
import { findMatch, updateMatch } from '../store.ts';
import type { reportOutcomes, ReportReason } from '../reports.ts';
import { decideDiscipline, type Discipline, type DisciplineRefusal } from './rules.ts';
import {
  deleteBlock,
  deleteStop,
  insertBlock,
  insertReport,
  lockReport,
  updatePause,
  updateReport,
  upsertDiscipline,
  upsertPause,
  upsertStop,
} from './store.ts';

/** A side reports the other, or asks for help: from now on the office reads this thread. Who reports may shut the other out at once. */
export async function reportMatch(
  db: Db,
  entrance: Entrance,
  { why, words, block }: { why: ReportReason; words: string; block: boolean },
  now = new Date(),
): Promise<Result<'reported', DeadLink>> {
  return enter(db, entrance, { lock: true, now }, async (tx, { match, side }) => {
    const organisationId = organisationOf(match, side);
    const { text } = maskContacts(words);
    await insertReport(tx, { matchId: match.id, organisationId, why, words: text, at: now });
    await updateMatch(tx, match.id, { openedAt: match.openedAt ?? now });
    if (block) await shut(tx, { organisationId, blockedId: organisationOf(match, otherSide[side]) }, now);
    const subject = { kind: 'match', id: match.id };
    await record(tx, { event: 'match.report', subject, facts: { why, organisationId } }, now);
    return ok('reported');
  });
}

/** No first request goes between the two any more; the other one is not told. */
export async function blockMember(
  db: Db,
  entrance: Entrance,
  now = new Date(),
): Promise<Result<'blocked', DeadLink>> {
  return enter(db, entrance, { lock: false, now }, async (tx, { match, side }) => {
    const other: Side = otherSide[side];
    await shut(
      tx,
      { organisationId: organisationOf(match, side), blockedId: organisationOf(match, other) },
      now,
    );
    return ok('blocked');
  });
}

interface Pair {
  readonly organisationId: string;
  readonly blockedId: string;
}

async function shut(tx: Tx, { organisationId, blockedId }: Pair, now: Date): Promise<void> {
  await insertBlock(tx, { organisationId, blockedId, at: now });
  const subject = { kind: 'organisation', id: organisationId };
  await record(tx, { event: 'match.block', subject, facts: { blockedId } }, now);
}

export async function unblockMember(db: Db, who: Who, pair: Pair, now = new Date()): Promise<void> {
  mustSpeakFor(who, pair.organisationId);
  await inTransaction(db, who, async (tx) => {
    await deleteBlock(tx, pair);
    const subject = { kind: 'organisation', id: pair.organisationId };
    await record(tx, { event: 'match.unblock', subject, facts: { blockedId: pair.blockedId } }, now);
  });
}

/** The needs and offers of a silent member rest; what it has begun goes on. */
export async function pauseMember(tx: Tx, organisationId: string, now: Date): Promise<boolean> {
  if (!(await upsertPause(tx, organisationId, now))) return false;
  const paused = { state: 'paused', because: 'silence', at: now };
  const posts = await movePostsOf(tx, { organisationId, from: ['published'] }, paused);
  const subject = { kind: 'organisation', id: organisationId };
  await record(tx, { event: 'match.pause', subject, facts: { posts: posts.length } }, now);
  await publicPagesChanged(tx);
  return true;
}

/** Back in one press: what rested because of silence is open again. */
export async function resumeMember(
  db: Db,
  who: Who,
  organisationId: string,
  now = new Date(),
): Promise<void> {
  if (!can.watchMatches.allows(who)) mustSpeakFor(who, organisationId);
  await inTransaction(db, who, (tx) => resume(tx, organisationId, now));
}

/** The same from a thread that was opened by its mailed link. */
export async function resumeFromThread(
  db: Db,
  entrance: Entrance,
  now = new Date(),
): Promise<Result<'back', DeadLink>> {
  return enter(db, entrance, { lock: false, now }, async (tx, { match, side }) => {
    await resume(tx, organisationOf(match, side), now);
    return ok('back');
  });
}

async function resume(tx: Tx, organisationId: string, now: Date): Promise<void> {
  if (!(await updatePause(tx, organisationId, now))) return;
  const back = { state: 'published', because: null, at: now };
  await movePostsOf(tx, { organisationId, from: ['paused'], onlyBecause: 'silence' }, back);
  await record(tx, { event: 'match.resume', subject: { kind: 'organisation', id: organisationId } }, now);
  await publicPagesChanged(tx);
}

function mustSpeakFor(who: Who, organisationId: string): void {
  if (who.kind !== 'system' && !ownOrganisations(who).includes(organisationId))
    throw new Forbidden(can.resumeMember.name);
}

export async function setDiscipline(
  db: Db,
  who: Who,
  wanted: Discipline,
  now = new Date(),
): Promise<Result<'set', DisciplineRefusal>> {
  mustBeOffice(who, can.setDiscipline);
  const decision = decideDiscipline(wanted);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await upsertDiscipline(tx, wanted);
    const subject = { kind: 'match-discipline', id: '1' };
    await record(tx, { event: 'match.set-discipline', subject, facts: { ...wanted } }, now);
    await publicPagesChanged(tx);
    return ok('set');
  });
}

const stopDays = 30;

/** The office has looked at a report; the first requests of who sent spam are stopped for a month, with the reason said. */
export async function handleReport(
  db: Db,
  who: Who,
  {
    reportId,
    outcome,
    reason,
  }: { reportId: string; outcome: (typeof reportOutcomes)[number]; reason: string },
  now = new Date(),
): Promise<void> {
  mustBeOffice(who, can.watchMatches);
  await inTransaction(db, who, async (tx) => {
    const report = await lockReport(tx, reportId);
    if (report.handledAt) return;
    const { giverId, receiverId } = await findMatch(tx, report.matchId);
    const organisationId = report.organisationId === giverId ? receiverId : giverId;
    await updateReport(tx, reportId, { handledAt: now, outcome });
    if (outcome === 'stopped')
      await upsertStop(tx, { organisationId, until: addDays(tokyoDay(now), stopDays), reason, at: now });
    const subject = { kind: 'match', id: report.matchId };
    await record(tx, { event: 'match.handle-report', subject, facts: { outcome, organisationId } }, now);
  });
}

export async function liftStop(db: Db, who: Who, organisationId: string, now = new Date()): Promise<void> {
  mustBeOffice(who, can.watchMatches);
  await inTransaction(db, who, async (tx) => {
    await deleteStop(tx, organisationId);
    await record(
      tx,
      { event: 'match.lift-stop', subject: { kind: 'organisation', id: organisationId } },
      now,
    );
  });
}
