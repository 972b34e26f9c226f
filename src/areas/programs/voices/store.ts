import { asc, eq, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { voices } from './tables.ts';

export type Voice = typeof voices.$inferSelect;
export type VoiceFields = Pick<Voice, 'speaker' | 'words' | 'consentOn' | 'consentHow'>;

export async function listVoices(tx: Tx, programId: string): Promise<Voice[]> {
  return tx
    .select()
    .from(voices)
    .where(eq(voices.programId, programId))
    .orderBy(asc(voices.position), asc(voices.id));
}

export async function findVoice(tx: Tx, id: string): Promise<Voice> {
  const [row] = await tx.select().from(voices).where(eq(voices.id, id));
  if (!row) throw new NotFound('voice');
  return row;
}

export async function insertVoice(tx: Tx, programId: string, fields: VoiceFields): Promise<string> {
  const [last] = await tx
    .select({ position: max(voices.position) })
    .from(voices)
    .where(eq(voices.programId, programId));
  const [row] = await tx
    .insert(voices)
    .values({ programId, ...fields, position: (last?.position ?? -1) + 1 })
    .returning({ id: voices.id });
  if (!row) throw new Error('voice was not written');
  return row.id;
}

export async function updateVoice(tx: Tx, id: string, fields: VoiceFields): Promise<void> {
  await tx.update(voices).set(fields).where(eq(voices.id, id));
}

export async function deleteVoice(tx: Tx, id: string): Promise<void> {
  await tx.delete(voices).where(eq(voices.id, id));
}
