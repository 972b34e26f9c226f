import { createHash } from 'node:crypto';
import { asc, eq, gt } from 'drizzle-orm';
import { beforeCommit, type Tx } from '../database/database.ts';
import { auditEvents, auditHead } from './tables.ts';

export interface AuditEvent {
  /** `noun.verb`, the same word as the permission. */
  readonly event: `${string}.${string}`;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts without personal data: ids, states, numbers. */
  readonly facts?: Record<string, unknown>;
}

const genesis = '0'.repeat(64);

/**
 * Writes an event into the ledger in the caller's transaction. All writers queue for the end of the chain, so the event goes
 * there with the commit, all of a transaction in one statement: `append_audit_events` of guards.sql puts positions and hashes around
 * what is said here.
 */
export async function record(tx: Tx, { event, subject, facts = {} }: AuditEvent, now: Date): Promise<void> {
  const { who } = tx;
  const said = {
    at: now,
    event,
    personId: who.kind === 'person' ? who.personId : null,
    actor: who.kind === 'person' ? null : who.kind === 'system' ? who.name : 'anonymous',
    subjectKind: subject.kind,
    subjectId: subject.id,
    facts,
  };
  const { at, personId, actor, subjectKind, subjectId } = said;
  const values = [at.toISOString(), event, personId, actor, subjectKind, subjectId, JSON.stringify(facts)];
  beforeCommit(tx, { ...append, values: [...values, fieldsOf(said)] });
}

const append = { name: 'append_audit_events', text: 'select append_audit_events($1)' };

type Row = Omit<typeof auditEvents.$inferSelect, 'hash'>;

/** SHA-256 over every field of the event and the hash of the one before, in a fixed order; `append_audit_events` does the same. */
function hashOf(row: Row): string {
  const text = `[${row.position},${fieldsOf(row)},${JSON.stringify(row.previousHash)}]`;
  return createHash('sha256').update(text).digest('hex');
}

/** What is said, as the hash reads it: everything but the place in the chain. */
function fieldsOf(said: Omit<Row, 'position' | 'previousHash'>): string {
  const { at, event, personId, actor, subjectKind, subjectId, facts } = said;
  const fields = [at.toISOString(), event, personId, actor, subjectKind, subjectId, canonical(facts)];
  return JSON.stringify(fields).slice(1, -1);
}

/** JSON with sorted keys: jsonb does not keep the order in which an object was written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

export type Verification =
  | { readonly intact: true; readonly events: number }
  | { readonly intact: false; readonly position: number; readonly why: string };

/** Walks the whole chain and names the first broken link. Events may be added meanwhile: each is there before the head says so. */
export async function verifyLedger(tx: Tx): Promise<Verification> {
  const before = await readHead(tx);
  let previous = { position: 0, hash: genesis };
  for (;;) {
    const rows = await tx
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.position, previous.position))
      .orderBy(asc(auditEvents.position))
      .limit(1000);
    for (const row of rows) {
      const broken = brokenLink(row, previous);
      if (broken) return broken;
      if (row.position === before.position && row.hash !== before.hash)
        return brokenAt(row.position, 'the head of the ledger says otherwise');
      previous = row;
    }
    if (rows.length === 0) break;
  }
  if (previous.position < before.position)
    return brokenAt(previous.position + 1, 'it and what followed it are missing');
  const after = await readHead(tx);
  if (after.position < previous.position)
    return brokenAt(after.position + 1, 'it was added past the head of the ledger');
  return { intact: true, events: previous.position };
}

async function readHead(tx: Tx): Promise<{ position: number; hash: string }> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1));
  return head ?? { position: 0, hash: genesis };
}

function brokenLink(
  row: typeof auditEvents.$inferSelect,
  previous: { position: number; hash: string },
): Verification | undefined {
  if (row.position !== previous.position + 1) return brokenAt(previous.position + 1, 'it is missing');
  const { hash, ...rest } = row;
  if (hashOf(rest) !== hash) return brokenAt(row.position, 'it was changed after it was written');
  if (row.previousHash !== previous.hash)
    return brokenAt(row.position, 'it does not follow from the event before');
  return undefined;
}

function brokenAt(position: number, why: string): Verification {
  return { intact: false, position, why };
}
