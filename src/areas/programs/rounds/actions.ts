import { randomBytes } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can, mustBeSecretariat } from '../access.ts';
import { submitEntry } from '../entries/actions.ts';
import { readContents } from '../entries/contents.ts';
import { missingFields } from '../entries/rules.ts';
import { insertEntries, listEntries } from '../entries/store.ts';
import { listPrograms } from '../programs/store.ts';
import { findYear } from '../years/store.ts';
import { roundMail } from './jobs.ts';
import {
  decideClosing,
  decideExtension,
  decideOpening,
  decideReopening,
  isOutstanding,
  type RoundRefusal,
} from './rules.ts';
import { countOpenRounds, insertReminder, insertRound, lockRound, updateRound } from './store.ts';

export interface RoundInput {
  readonly fiscalYear: number;
  readonly title: string;
  readonly message?: string;
  /** The last day in time, `YYYY-MM-DD` in Tokyo. */
  readonly deadlineOn: string;
}

/** Asks the bureaus for a year's results: one entry per program that has not ended, and a mail to each bureau. */
export async function openRound(
  db: Db,
  who: Who,
  input: RoundInput,
  now = new Date(),
): Promise<Result<{ roundId: string; entries: number }, RoundRefusal>> {
  mustBeSecretariat(who, can.runRound);
  return inTransaction(db, who, async (tx) => {
    await findYear(tx, input.fiscalYear);
    const programs = (await listPrograms(tx, input.fiscalYear)).filter(
      ({ continuity }) => continuity !== 'ended',
    );
    const decision = decideOpening({
      deadlineOn: input.deadlineOn,
      today: tokyoDay(now),
      programs: programs.length,
      openRounds: await countOpenRounds(tx, { fiscalYear: input.fiscalYear }),
    });
    if (!decision.ok) return decision;
    const { id: roundId } = await insertRound(tx, {
      ...input,
      openedAt: now,
      workbookKey: randomBytes(32).toString('base64'),
    });
    await insertEntries(
      tx,
      programs.map(({ id, organisationId }) => ({ roundId, programId: id, organisationId })),
    );
    for (const organisationId of new Set(programs.map((program) => program.organisationId)))
      await enqueue(tx, roundMail, { roundId, organisationId, kind: 'opened' });
    await record(
      tx,
      {
        event: 'round.open',
        subject: { kind: 'round', id: roundId },
        facts: { fiscalYear: input.fiscalYear, deadlineOn: input.deadlineOn, entries: programs.length },
      },
      now,
    );
    return ok({ roundId, entries: programs.length });
  });
}

export async function closeRound(
  db: Db,
  who: Who,
  { roundId }: { roundId: string },
  now = new Date(),
): Promise<Result<'closed', RoundRefusal>> {
  mustBeSecretariat(who, can.runRound);
  return inTransaction(db, who, async (tx) => {
    const decision = decideClosing(await lockRound(tx, roundId));
    if (!decision.ok) return decision;
    await updateRound(tx, roundId, { status: 'closed', closedAt: now });
    await record(tx, { event: 'round.close', subject: { kind: 'round', id: roundId } }, now);
    return decision;
  });
}

export async function reopenRound(
  db: Db,
  who: Who,
  { roundId }: { roundId: string },
  now = new Date(),
): Promise<Result<'open', RoundRefusal>> {
  mustBeSecretariat(who, can.runRound);
  return inTransaction(db, who, async (tx) => {
    const { status, fiscalYear } = await lockRound(tx, roundId);
    const otherOpenRounds = await countOpenRounds(tx, { fiscalYear, except: roundId });
    const decision = decideReopening({ status, otherOpenRounds });
    if (!decision.ok) return decision;
    await updateRound(tx, roundId, { status: 'open', closedAt: null });
    await record(tx, { event: 'round.reopen', subject: { kind: 'round', id: roundId } }, now);
    return decision;
  });
}

export async function extendRound(
  db: Db,
  who: Who,
  { roundId, deadlineOn }: { roundId: string; deadlineOn: string },
  now = new Date(),
): Promise<Result<string, RoundRefusal>> {
  mustBeSecretariat(who, can.runRound);
  return inTransaction(db, who, async (tx) => {
    const round = await lockRound(tx, roundId);
    const decision = decideExtension({ ...round, newDeadlineOn: deadlineOn, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    await updateRound(tx, roundId, { deadlineOn });
    await record(
      tx,
      {
        event: 'round.extend',
        subject: { kind: 'round', id: roundId },
        facts: { from: round.deadlineOn, to: deadlineOn },
      },
      now,
    );
    return decision;
  });
}

/** Reminds one bureau now, or every bureau that still owes something. */
export async function remindBureaus(
  db: Db,
  who: Who,
  { roundId, organisationId }: { roundId: string; organisationId?: string },
  now = new Date(),
): Promise<Result<number, RoundRefusal>> {
  mustBeSecretariat(who, can.runRound);
  return inTransaction(db, who, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (round.status !== 'open') return refuse('not-open');
    const entries = await listEntries(tx, { roundId, ...(organisationId ? { organisationId } : {}) });
    const late = new Set(
      entries.filter(({ entry }) => isOutstanding(entry.status)).map(({ entry }) => entry.organisationId),
    );
    if (late.size === 0) return refuse('nobody-owes');
    for (const each of late) {
      await insertReminder(tx, { roundId, organisationId: each, kind: 'manual', sentAt: now });
      await enqueue(tx, roundMail, { roundId, organisationId: each, kind: 'manual' });
    }
    await record(
      tx,
      { event: 'round.remind', subject: { kind: 'round', id: roundId }, facts: { bureaus: late.size } },
      now,
    );
    return ok(late.size);
  });
}

/** Hands in every draft of a bureau that is filled in completely; says how many. What was sent back has to be mended first. */
export async function submitComplete(
  db: Db,
  who: Who,
  where: { roundId: string; organisationId: string },
  now = new Date(),
): Promise<number> {
  return inTransaction(db, who, async (tx) => {
    const contents = await readContents(tx, await listEntries(tx, where));
    const ready = contents.filter(
      (content) => content.status === 'draft' && missingFields(content).length === 0,
    );
    let submitted = 0;
    for (const { entryId, stamp } of ready) {
      const result = await submitEntry(tx, tx.who, { entryId, stamp }, now);
      if (result.ok) submitted += 1;
    }
    return submitted;
  });
}
