import { inTransaction, type Tx } from '#platform/database/database.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { staffDirectoryPaths } from '../paths.ts';
import { mailWords } from './mail-words.ts';
import { countWaiting } from './store.ts';

interface Told {
  /** The owner of the entry; null: an entry that is missing, which the keeper looks at. */
  readonly organisationId: string | null;
}

/** Who gets the mail is known to the system only. */
const proposalMail = { name: 'proposal.tell' } as Job<Told>;

const quarterHourMs = 900_000;

/** Whoever decides is told at the next quarter of an hour, once however many proposals came until then. */
export async function tellOfProposal(tx: Tx, { organisationId }: Told, now: Date): Promise<void> {
  await enqueue(
    tx,
    proposalMail,
    { organisationId },
    {
      at: new Date(Math.ceil((now.getTime() + 1) / quarterHourMs) * quarterHourMs),
      key: `${proposalMail.name} ${organisationId ?? ''}`,
    },
  );
}

export function proposalJobs({ publicUrl }: { publicUrl: string }): readonly [Job<Told>] {
  return [
    {
      name: proposalMail.name,
      run: ({ db, who }, { organisationId }) =>
        inTransaction(db, who, async (tx) => {
          const waiting = await countWaiting(tx, organisationId);
          if (waiting === 0) return;
          const page = `${publicUrl}${staffDirectoryPaths.proposals.to({})}`;
          await postToReaders(tx, await decidersOf(tx, organisationId), (lang) => {
            const { subject, body } = mailWords[lang];
            return { subject: subject(waiting), body: body(waiting, page) };
          });
        }),
    },
  ];
}

/** Those who edit for the owner; where nobody does, the keepers. */
async function decidersOf(tx: Tx, organisationId: string | null) {
  const editors = organisationId
    ? await listMailRecipients(tx, { organisationId, role: directoryEditor.name })
    : [];
  return editors.length > 0 ? editors : listMailRecipients(tx, { role: directoryKeeper.name });
}
