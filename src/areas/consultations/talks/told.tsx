import { inTransaction } from '#platform/database/database.ts';
import { emptyForm } from '#platform/web/form-state.ts';
import { refusedForm } from '#platform/web/refusals.ts';
import { clientOf, RateLimit } from '#platform/web/security.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Desk } from '../desks/store.ts';
import { type PacketRefusal, startToldTalk } from '../packets/actions.ts';
import { readAnswersTold } from '../packets/told.ts';
import { refusals } from '../packets/words.ts';
import { findTalk, talker } from './actions.ts';
import { enterTalk } from './device.ts';
import { deskBeforePage, isOpenNow, lost, shownPage } from './shown.tsx';

/** Codes of notes that one client may try in a minute. */
const codes = new RateLimit(10);

interface Begin {
  readonly text: string;
  readonly told: string;
  readonly code: string;
  readonly key: string;
}

/** Begins with what was said before, if anything was; a code that opens nothing comes back with all that was typed. */
export async function beginTold(
  visit: Visit,
  desk: Desk,
  { text, told: carried, code, key }: Begin,
): Promise<Response | undefined> {
  const { db, lang, now, tools } = visit;
  const answers = await inTransaction(db, talker, (tx) =>
    carried ? readAnswersTold(tx, { told: carried }, visit) : Promise.resolve(undefined),
  );
  const told = answers ?? (code ? { code } : undefined);
  if (!told) return undefined;
  const refuses = (refused: { refusal: PacketRefusal }) => {
    const fields = { [refused.refusal]: 'code' };
    const state = refusedForm({ words: refusals, lang, refused, typed: { text }, fields });
    return deskBeforePage(visit, desk, { state });
  };
  if (!answers && !codes.allows(clientOf(visit.c, tools.config.TRUSTED_PROXIES), now))
    return refuses({ refusal: 'too-many-codes' });
  const open = await isOpenNow(visit, desk);
  const begun = await startToldTalk(db, { vault: tools.vault, desk, open, lang, told, text, key }, now);
  if (!begun.ok) return refuses(begun);
  enterTalk(visit, begun.value.token);
  const contact = await findTalk(db, begun.value.token, now);
  return contact ? shownPage(visit, contact, emptyForm, begun.value) : lost(visit);
}
