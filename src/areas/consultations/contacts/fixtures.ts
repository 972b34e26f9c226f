import { inTransaction } from '#platform/database/database.ts';
import type { TestApp } from '#src/app.testing.ts';
import { findDesk } from '../desks/store.ts';
import { askForHuman, type Begun, saysPerson, startTalk, talker } from '../talks/actions.ts';

/** Somebody who writes from an invented telephone, and waits for a human. */
export async function makeTalk(
  { db, tools }: Pick<TestApp, 'db' | 'tools'>,
  { deskId, text = '話を聞いてください', asks = true }: { deskId: string; text?: string; asks?: boolean },
): Promise<Begun> {
  const { vault } = tools;
  const desk = await inTransaction(db, talker, (tx) => findDesk(tx, deskId));
  const begun = await startTalk(db, { vault, desk, open: true, lang: 'ja' });
  await saysPerson(db, { vault, contactId: begun.contactId, text, key: crypto.randomUUID() });
  if (asks) await askForHuman(db, { contactId: begun.contactId, open: true });
  return begun;
}
