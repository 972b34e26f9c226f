import { and, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { hashToken, newToken } from './sessions.ts';
import { ceremonies } from './tables.ts';

const lifetimeMs = 10 * 60 * 1000;
export const ceremonySeconds = lifetimeMs / 1000;

/** The half-done sign-ins, each with what it has to remember. */
export interface Ceremonies {
  /** The password was right; the code is awaited. */
  readonly 'second-step': { readonly method: 'password' | 'sso'; readonly next: string };
  readonly 'passkey-sign-in': { readonly challenge: string };
  readonly 'passkey-new': { readonly challenge: string };
  /** An invited person makes a passkey before they exist. */
  readonly 'passkey-invited': { readonly challenge: string; readonly newPersonId: string };
  readonly sso: {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
    readonly next: string;
  };
}
export type CeremonyKind = keyof Ceremonies;

export interface Ceremony<Kind extends CeremonyKind> {
  readonly id: string;
  readonly personId: string | null;
  readonly facts: Ceremonies[Kind];
}

/** Remembers a half-done sign-in for ten minutes and gives the token for the browser's cookie. Runs as the system. */
export async function beginCeremony<Kind extends CeremonyKind>(
  tx: Tx,
  { kind, personId, facts }: { kind: Kind; personId?: string; facts: Ceremonies[Kind] },
  now: Date,
): Promise<string> {
  await tx.delete(ceremonies).where(lt(ceremonies.expiresAt, now));
  const token = newToken();
  await tx.insert(ceremonies).values({
    kind,
    facts,
    personId: personId ?? null,
    tokenHash: hashToken(token),
    expiresAt: new Date(now.getTime() + lifetimeMs),
  });
  return token;
}

/** Finds a half-done sign-in and leaves it: a mistyped code may be typed again. */
export async function findCeremony<Kind extends CeremonyKind>(
  tx: Tx,
  { kind, token }: { kind: Kind; token: string | undefined },
  now: Date,
): Promise<Ceremony<Kind> | null> {
  if (!token) return null;
  const [row] = await tx.select().from(ceremonies).where(waiting({ kind, token }, now));
  return row ? { id: row.id, personId: row.personId, facts: row.facts as unknown as Ceremonies[Kind] } : null;
}

/** Takes a half-done sign-in away: of two who bring the same token, one gets it. */
export async function takeCeremony<Kind extends CeremonyKind>(
  tx: Tx,
  { kind, token }: { kind: Kind; token: string | undefined },
  now: Date,
): Promise<Ceremony<Kind> | null> {
  if (!token) return null;
  const [row] = await tx.delete(ceremonies).where(waiting({ kind, token }, now)).returning();
  return row ? { id: row.id, personId: row.personId, facts: row.facts as unknown as Ceremonies[Kind] } : null;
}

function waiting({ kind, token }: { kind: CeremonyKind; token: string }, now: Date) {
  return and(
    eq(ceremonies.tokenHash, hashToken(token)),
    eq(ceremonies.kind, kind),
    gt(ceremonies.expiresAt, now),
  );
}
