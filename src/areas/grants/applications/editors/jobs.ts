import { inTransaction, type Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { openRow, readEditors } from '../open.ts';
import { findApplication } from '../store.ts';
import { addEditor, type Letter } from './actions.ts';

interface Telling {
  readonly applicationId: string;
  readonly letter: Letter;
}

const name = 'grant-application.tell';

/** Everybody who writes on an application gets a letter, after the commit of what it tells. */
export async function tellEditors(tx: Tx, telling: Telling): Promise<void> {
  await enqueue(tx, { name } as Job<Telling>, telling);
}

/** Each mail address gets one letter with a new link of its own: links are kept nowhere. */
export function tellJob({ publicUrl, vault }: { publicUrl: string; vault: Vault }): Job<Telling> {
  return {
    name,
    run: ({ db, who, now }, { applicationId, letter }) =>
      inTransaction(db, who, async (tx) => {
        const opened = await openRow(tx, vault, await findApplication(tx, applicationId));
        const editors = (await readEditors(tx, opened)).filter(({ ended }) => !ended);
        const byMail = new Map(editors.map((editor) => [editor.mail, editor]));
        for (const { name: called, mail, lang } of byMail.values())
          await addEditor(
            tx,
            opened,
            { name: called, mail, lang, letter, vault, publicUrl, invitedBy: null },
            now,
          );
      }),
  };
}
