import type { PersonWho } from '../../access.ts';
import type { Tx } from '../../database/database.ts';
import { mayChangeSecondFactor } from '../rules.ts';
import { hashToken, newToken } from '../sessions.ts';
import { findSessionRow, hasTotp } from '../store.ts';
import { countPasskeys, updateSessionRaised } from './store.ts';

/** Whether somebody may add or remove second factors in this session. */
export async function secondFactorsMayChange(tx: Tx, who: PersonWho): Promise<boolean> {
  const { secondFactor: sessionHasIt } = await findSessionRow(tx, who.sessionId);
  const personHasOne = (await hasTotp(tx, who.personId)) || (await countPasskeys(tx, who.personId)) > 0;
  return mayChangeSecondFactor({ sessionHasIt, personHasOne });
}

/** The session has a second factor from now on; its rights grew, so it gets a new token. */
export async function raiseSession(tx: Tx, sessionId: string): Promise<string> {
  const token = newToken();
  await updateSessionRaised(tx, { sessionId, tokenHash: hashToken(token) });
  return token;
}
