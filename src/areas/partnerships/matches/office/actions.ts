import type { Who } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { record } from '#platform/audit/ledger.ts';
import { can, mustBeOffice } from '../../access.ts';
import { move, tellMatch } from '../moving.ts';
import { decideStep, type MatchRefusal, type Side } from '../rules.ts';
import {
  countDeliveries,
  insertNote,
  lockMatch,
  type Match,
  updateDeliveries,
  updateMatch,
} from '../store.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';

type Done = Result<{ readonly matchId: string }, MatchRefusal>;

function factsOf(match: Match) {
  return { status: match.status, asker: match.asker as Side, by: 'concierge' } as const;
}
const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

/** What arrived goes into the figures of the year, looked at by a person. */
export async function countMatch(db: Db, who: Who, matchId: string, now = new Date()): Promise<Done> {
  mustBeOffice(who, can.countMatch);
  return inTransaction(db, who, async (tx) => {
    const match = await lockMatch(tx, matchId);
    const decision = decideStep('count', factsOf(match));
    if (!decision.ok) return decision;
    if ((await countDeliveries(tx, matchId)) === 0) return refuse('nothing-delivered');
    await updateDeliveries(tx, matchId, now);
    await move(
      tx,
      match,
      { step: 'count', by: 'concierge', to: decision.value, personId: personOf(who) },
      now,
    );
    await publicPagesChanged(tx);
    return ok({ matchId });
  });
}

/** The office ends what stands still, with words to both. */
export async function closeMatch(
  db: Db,
  who: Who,
  { matchId, words }: { matchId: string; words: string },
  now = new Date(),
): Promise<Done> {
  mustBeOffice(who, can.watchMatches);
  return inTransaction(db, who, async (tx) => {
    const match = await lockMatch(tx, matchId);
    const decision = decideStep('close', factsOf(match));
    if (!decision.ok) return decision;
    if (!words.trim()) return refuse('reason-missing');
    const by = { by: 'concierge', to: decision.value, personId: personOf(who), words } as const;
    await move(tx, match, { step: 'close', ...by, fields: { reason: 'by-office' } }, now);
    return ok({ matchId });
  });
}

/** A word of the office into the thread, which both read; it needs no sight of what they said to each other. */
export async function nudge(
  db: Db,
  who: Who,
  { matchId, words }: { matchId: string; words: string },
  now = new Date(),
): Promise<Done> {
  mustBeOffice(who, can.watchMatches);
  return inTransaction(db, who, async (tx) => {
    const match = await lockMatch(tx, matchId);
    if (match.endedAt) return refuse('step-not-now');
    if (!words.trim()) return refuse('words-missing');
    const at = { matchId, at: now, kind: 'said', side: 'concierge', personId: personOf(who), words };
    const noteId = await insertNote(tx, at);
    await updateMatch(tx, matchId, { reminders: 0 });
    await record(tx, { event: 'match.nudge', subject: { kind: 'match', id: matchId } }, now);
    await enqueue(tx, tellMatch, { noteId });
    return ok({ matchId });
  });
}
