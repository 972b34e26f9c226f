import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';
import { openProgram } from '../programs/actions.ts';
import { decideVoice, type VoiceRefusal } from './rules.ts';
import { deleteVoice, findVoice, insertVoice, updateVoice, type VoiceFields } from './store.ts';

export async function addVoice(
  db: Db,
  who: Who,
  { programId, ...fields }: VoiceFields & { programId: string },
  now = new Date(),
): Promise<Result<{ voiceId: string }, VoiceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const decision = decideVoice({ ...fields, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    const voiceId = await insertVoice(tx, programId, fields);
    await record(
      tx,
      { event: 'voice.add', subject: { kind: 'program', id: programId }, facts: { voiceId } },
      now,
    );
    return ok({ voiceId });
  });
}

export async function changeVoice(
  db: Db,
  who: Who,
  { voiceId, ...fields }: VoiceFields & { voiceId: string },
  now = new Date(),
): Promise<Result<{ voiceId: string }, VoiceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { programId } = await findVoice(tx, voiceId);
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    const decision = decideVoice({ ...fields, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    await updateVoice(tx, voiceId, fields);
    await record(
      tx,
      { event: 'voice.change', subject: { kind: 'program', id: programId }, facts: { voiceId } },
      now,
    );
    return ok({ voiceId });
  });
}

/** Also when a person takes their consent back. */
export async function removeVoice(
  db: Db,
  who: Who,
  { voiceId }: { voiceId: string },
  now = new Date(),
): Promise<Result<{ voiceId: string }, EntryRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { programId } = await findVoice(tx, voiceId);
    const open = await openProgram(tx, who, programId);
    if (!open.ok) return open;
    await deleteVoice(tx, voiceId);
    await record(
      tx,
      { event: 'voice.remove', subject: { kind: 'program', id: programId }, facts: { voiceId } },
      now,
    );
    return ok({ voiceId });
  });
}
