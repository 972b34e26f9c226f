import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedSelect, runPrepared } from '#platform/database/prepared.ts';
import type { DeskSettings } from '../../desks/settings.ts';
import { desks } from '../../desks/tables.ts';
import { lineChannels } from './tables.ts';

export type LineChannel = typeof lineChannels.$inferSelect;

export async function findChannel(tx: Tx, deskId: string): Promise<LineChannel | undefined> {
  const [row] = await channelOf(tx, deskId);
  return row;
}
const channelOf = preparedSelect(lineChannels, { name: 'line_channel', condition: 'where t.desk_id = $1' });

/** What stands on the desk's page: nothing that opens anything. */
export async function findConnection(tx: Tx, deskId: string) {
  const { keysAt, sends, testedAt, testResult } = lineChannels;
  const [row] = await tx
    .select({ keysAt, sends, testedAt, testResult })
    .from(lineChannels)
    .where(eq(lineChannels.deskId, deskId));
  return row;
}
export type Connection = NonNullable<Awaited<ReturnType<typeof findConnection>>>;

export async function writeChannel(tx: Tx, channel: typeof lineChannels.$inferInsert): Promise<void> {
  const { deskId: _, ...set } = channel;
  await tx.insert(lineChannels).values(channel).onConflictDoUpdate({ target: lineChannels.deskId, set });
}

export async function writeTest(
  tx: Tx,
  { deskId, ...tested }: { deskId: string; testedAt: Date; testResult: string },
): Promise<void> {
  await tx.update(lineChannels).set(tested).where(eq(lineChannels.deskId, deskId));
}

export async function removeChannel(tx: Tx, deskId: string): Promise<void> {
  await tx.delete(lineChannels).where(eq(lineChannels.deskId, deskId));
}

interface HookChannel {
  readonly desk_id: string;
  readonly sealed_key: string;
  readonly sealed_secret: string;
}

const byCode = {
  name: 'line_channel_by_code',
  text: `select c.desk_id, c.sealed_key, c.sealed_secret from line_channels c join desks d on d.id = c.desk_id
    where d.closed_at is null and ($1::text is null or d.code = $1) limit 2`,
};

/** The channel that a hook speaks of; without a code, the only one there is. */
export async function findHookChannel(tx: Tx, code: string | null): Promise<HookChannel | undefined> {
  const { rows } = await runPrepared<HookChannel & Record<string, string>>(tx, byCode, [code]);
  return rows.length === 1 ? rows[0] : undefined;
}

/** Changes what the desk settled about LINE, and nothing else of its settings. */
export async function updateLineSettings(tx: Tx, deskId: string, line: DeskSettings['line']): Promise<void> {
  await tx
    .update(desks)
    .set({ settings: sql`jsonb_set(${desks.settings}, '{line}', ${JSON.stringify(line)}::jsonb)` })
    .where(eq(desks.id, deskId));
}
