import { inTransaction } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import type { Lang } from '#platform/i18n.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import { listMailRecipients, listPeopleMail } from '#platform/people/organisations.ts';
import { workplaceAgent } from '../access.ts';
import { workTrainingPaths } from '../paths.ts';
import { type Letter, tellName } from './enter.ts';
import { mailWords } from './mail-words.ts';
import { findSide, findTraining } from './store.ts';

/** Tells the other side that something waits on a page; the mail holds nothing of it, and of nobody. */
export function tellTrainingJob({
  publicUrl,
}: {
  publicUrl: string;
}): Job<{ trainingId: string; letter: Letter; to: 'workplace' | 'worker' }> {
  return {
    name: tellName,
    run: ({ db, who, now }, { trainingId, letter, to }) =>
      inTransaction(db, who, async (tx) => {
        const { organisationId } = await findTraining(tx, trainingId);
        const side = await findSide(tx, trainingId);
        const readers =
          to === 'workplace'
            ? await listMailRecipients(tx, { organisationId, role: workplaceAgent.name })
            : await listPeopleMail(tx, side?.workerId ? [side.workerId] : []);
        // A workplace that sees nothing any more is led to its list.
        const page =
          letter === 'withdrawn' ? workTrainingPaths.list.to({}) : workTrainingPaths.page.to({ trainingId });
        const once = `${tellName} ${trainingId} ${letter} ${now.toISOString().slice(0, 13)}`;
        const write = (lang: Lang) => {
          const { subject, body } = mailWords[lang][letter];
          return { subject, body: body(publicUrl + page) };
        };
        await postToReaders(tx, readers, write, once);
      }),
  };
}
