import type { PersonWho, Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, type Database, inTransaction } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { announce } from '#platform/live/announce.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, supervises } from '../../access.ts';
import type { DeskSettings } from '../../desks/settings.ts';
import { deskTopic } from '../../messages/keys.ts';
import type { LineApi, LineTest } from '../api.ts';
import { newChannelKey, openChannel, sealFor, unsealFor } from './keys.ts';
import { type ChannelRefusal, decideKeys, decideSettings } from './rules.ts';
import { findChannel, removeChannel, updateLineSettings, writeChannel, writeTest } from './store.ts';

interface Keys {
  readonly vault: Vault;
  readonly deskId: string;
  /** Empty: the one that is there stays. */
  readonly secret: string;
  readonly token: string;
  /** false: a channel of the demo world. */
  readonly sends?: boolean;
}

/** Connects a desk to its channel, or renews its keys; they are sealed and never shown again. */
export async function connectChannel(
  db: Db,
  who: Who,
  { vault, deskId, secret, token, sends = true }: Keys,
  now = new Date(),
): Promise<Result<'kept' | 'written', ChannelRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  return inTransaction(db, who, async (tx) => {
    const before = await findChannel(tx, deskId);
    const decision = decideKeys({ secret, token, connected: before !== undefined });
    if (!decision.ok) return decision;
    if (decision.value === 'none') return ok('kept');
    const sealedKey = before?.sealedKey ?? newChannelKey(vault, deskId).sealed;
    const channel = openChannel(vault, { deskId, sealedKey });
    await writeChannel(tx, {
      deskId,
      sealedKey,
      sealedSecret: secret ? sealFor(channel, 'secret', secret) : (before?.sealedSecret ?? ''),
      sealedToken: token ? sealFor(channel, 'token', token) : (before?.sealedToken ?? ''),
      sends,
      keysAt: now,
      keysBy: who.kind === 'person' ? who.personId : null,
      testedAt: null,
      testResult: null,
    });
    const facts = { secret: Boolean(secret), token: Boolean(token) };
    await record(tx, { event: 'line.connect', subject: { kind: 'desk', id: deskId }, facts }, now);
    return ok('written');
  });
}

/** The desk answers at LINE no longer; its keys are gone. What people wrote before stays for the time that was promised. */
export async function disconnectChannel(
  db: Db,
  who: PersonWho,
  { deskId }: { deskId: string },
  now = new Date(),
): Promise<void> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  await inTransaction(db, who, async (tx) => {
    await removeChannel(tx, deskId);
    await record(tx, { event: 'line.disconnect', subject: { kind: 'desk', id: deskId } }, now);
  });
}

/** How the desk uses LINE; words through LINE (direct) only with the number of the decision that allowed it. */
export async function changeLineSettings(
  db: Db,
  who: Who,
  { deskId, ...wanted }: { deskId: string } & DeskSettings['line'],
  now = new Date(),
): Promise<Result<'changed', ChannelRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  const decision = decideSettings(wanted);
  if (!decision.ok) return decision;
  const { mode, pushesPerMonth, decision: number } = decision.value;
  await inTransaction(db, who, async (tx) => {
    await updateLineSettings(tx, deskId, decision.value);
    const facts = { mode, pushesPerMonth, decision: number };
    await record(tx, { event: 'line.settings', subject: { kind: 'desk', id: deskId }, facts }, now);
    await announce(tx, deskTopic(deskId));
  });
  return ok('changed');
}

/** Asks LINE whether the keys are right and whether it reaches us; what came of it stays on the page. */
export async function testChannel(
  db: Database,
  who: PersonWho,
  { vault, api, deskId, webhookUrl }: { vault: Vault; api: LineApi; deskId: string; webhookUrl: string },
  now = new Date(),
): Promise<Result<LineTest, ChannelRefusal>> {
  if (!supervises(who, deskId)) throw new Forbidden(can.runDesk.name);
  const channel = await inTransaction(db, who, (tx) => findChannel(tx, deskId));
  if (!channel) return refuse('no-channel');
  const token = unsealFor(openChannel(vault, channel), 'token', channel.sealedToken);
  const result = channel.sends ? await api.test(token, webhookUrl) : 'ok';
  await inTransaction(db, who, async (tx) => {
    await writeTest(tx, { deskId, testedAt: now, testResult: result });
    await record(tx, { event: 'line.test', subject: { kind: 'desk', id: deskId }, facts: { result } }, now);
  });
  return ok(result);
}
