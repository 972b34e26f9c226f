import { inTransaction, type Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { postToReaders, type Reader } from '#platform/mail/letters.ts';
import { listMailRecipients } from '#platform/people/organisations.ts';
import { caseSupervisor, protectionOfficer } from '../access.ts';
import { viewPaths } from '../paths.ts';
import { urgencyMail } from './actions.ts';
import { mailWords } from './mail-words.ts';
import { letterDue } from './rules.ts';
import { type CaseBasis, findBasis, listUnsigned, updateBasis } from './store.ts';

type Letter = keyof (typeof mailWords)['ja'];
interface ToldBy {
  readonly letter: Letter;
  readonly url: string;
  /** A second run of a job writes it no second time. */
  readonly once?: string;
}

/** Whoever is told of broken glass is told by mail too, at once and every day until they have looked; after three days the officers hear of it. */
export function urgencyJobs({
  publicUrl,
}: {
  publicUrl: string;
}): readonly [Job<{ basisId: string }>, Job<unknown>] {
  const url = publicUrl + viewPaths.glass.to({});
  return [
    {
      name: urgencyMail.name,
      run: ({ db, who }, { basisId }) =>
        inTransaction(db, who, async (tx) => {
          const basis = await findBasis(tx, basisId);
          if (!basis.seenAt) await tellTold(tx, basis, { letter: 'told', url, once: `urgency:${basisId}` });
        }),
    },
    {
      name: 'urgency.watch',
      cron: '35 * * * *',
      run: ({ db, who, now }) =>
        inTransaction(db, who, async (tx) => {
          for (const basis of await listUnsigned(tx)) {
            const due = letterDue(basis, now);
            if (!due) continue;
            await tellTold(tx, basis, { letter: 'remind', url });
            if (due === 'officer')
              await send(tx, await listMailRecipients(tx, { role: protectionOfficer.name }), {
                letter: 'unsigned',
                url,
              });
            await updateBasis(tx, basis.id, { remindedAt: now });
          }
        }),
    },
  ];
}

async function tellTold(tx: Tx, { toldPersonId }: CaseBasis, letter: ToldBy): Promise<void> {
  for (const role of [caseSupervisor.name, protectionOfficer.name]) {
    const told = (await listMailRecipients(tx, { role })).find(({ personId }) => personId === toldPersonId);
    if (!told) continue;
    await send(tx, [told], letter);
    return;
  }
}

function send(tx: Tx, readers: readonly Reader[], { letter, url, once }: ToldBy): Promise<void> {
  const write = (lang: Lang) => {
    const { subject, body } = mailWords[lang][letter];
    return { subject, body: `${body}\n\n${url}\n` };
  };
  return postToReaders(tx, readers, write, once);
}
