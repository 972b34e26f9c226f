import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { isLang } from '#platform/i18n.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { moved } from '../contacts/actions.ts';
import { type ContactRefusal, decideAnswer } from '../contacts/rules.ts';
import { lockContact } from '../contacts/store.ts';
import { say } from '../messages/actions.ts';
import { stayWords } from './words.ts';

/** A counsellor stays beyond closing time, and the person is told so, once. */
export async function stayOn(
  db: Db,
  who: PersonWho,
  { vault, contactId }: { vault: Vault; contactId: string },
  now = new Date(),
): Promise<Result<'stays', ContactRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const contact = await lockContact(tx, contactId);
    const decision = decideAnswer({ contact, personId: who.personId });
    if (!decision.ok) return decision;
    if (contact.staysAt) return ok('stays');
    await moved(tx, contact, { event: 'contact.stay', change: { staysAt: now } }, now);
    const text = stayWords[isLang(contact.lang) ? contact.lang : 'ja'].stays;
    const key = `stay:${contactId}:${now.getTime()}`;
    const said = await say(tx, who, { vault, contactId, sender: 'notice', text, key }, now);
    return said.ok ? ok('stays') : said;
  });
}
