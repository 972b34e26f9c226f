import { ok, type Result, refuse } from '#platform/result.ts';
import type { DeskSettings } from '../../desks/settings.ts';

export type ChannelRefusal =
  | 'decision-missing'
  | 'secret-form'
  | 'token-form'
  | 'keys-missing'
  | 'no-channel';

/** Most pushes that a desk may set for a month. */
export const mostPushes = 1_000_000;

/** Words go through LINE only where somebody decided so in writing, and the number of that decision is known. */
export function decideSettings(wanted: DeskSettings['line']): Result<DeskSettings['line'], ChannelRefusal> {
  const decision = wanted.decision.trim();
  if (wanted.mode === 'direct' && !decision) return refuse('decision-missing');
  return ok({ ...wanted, decision });
}

/**
 * Keys as somebody copied them from LINE's console: the secret is 32 hex digits, the token a long line of base64. What is left
 * empty stays as it is, if there is something.
 */
export function decideKeys(facts: {
  secret: string;
  token: string;
  connected: boolean;
}): Result<'both' | 'secret' | 'token' | 'none', ChannelRefusal> {
  const { secret, token, connected } = facts;
  if (secret && !/^[0-9a-f]{32}$/.test(secret)) return refuse('secret-form');
  if (token && !/^[A-Za-z0-9+/=_.-]{40,400}$/.test(token)) return refuse('token-form');
  if (secret && token) return ok('both');
  if (!connected && (secret || token)) return refuse('keys-missing');
  return ok(secret ? 'secret' : token ? 'token' : 'none');
}
