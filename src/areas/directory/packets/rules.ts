import { ok, refuse, type Result } from '#platform/result.ts';

/** Letters and digits that nobody mistakes for another: no 0 and O, no 1 and I. 32 of them: five bits each. */
export const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Twelve letters: 60 bits. */
export const codeLength = 12;

/** What is said and typed: ABCD-EFGH-JKLM. */
export function codeText(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/** What somebody typed, made into a code: any width and case, with or without dashes; undefined for what can be none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 100)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter))
    ? code
    : undefined;
}

/** Hours for which a packet waits for its desk. */
export const packetHours = 72;

export function expiryOf(madeAt: Date): Date {
  return new Date(madeAt.getTime() + packetHours * 3_600_000);
}

export const mostPacketLetters = 4000;

export type PacketRefusal = 'packet-not-found' | 'opened-elsewhere' | 'too-many-codes' | 'nothing-written';

/** Wrong codes of one person within `missWindowMinutes` after which they wait. */
export const mostMisses = 10;
export const missWindowMinutes = 15;

interface OpenFacts {
  /** Undefined: no packet has this code. */
  readonly packet: { readonly expiresAt: Date; readonly openedBy: string | null } | undefined;
  readonly organisationId: string;
  readonly misses: number;
  readonly now: Date;
}

/**
 * One desk reads a packet. A code that opens nothing is always the same answer, whether it never was, has expired or was
 * taken back; only who holds the right code learns that another desk was first.
 */
export function decideOpen({
  packet,
  organisationId,
  misses,
  now,
}: OpenFacts): Result<'read', PacketRefusal> {
  if (misses >= mostMisses) return refuse('too-many-codes');
  if (!packet || packet.expiresAt <= now) return refuse('packet-not-found');
  if (packet.openedBy !== null && packet.openedBy !== organisationId) return refuse('opened-elsewhere');
  return ok('read');
}
