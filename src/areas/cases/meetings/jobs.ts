import { inTransaction } from '#platform/database/database.ts';
import { tokyoMinute } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { postToReaders } from '#platform/mail/letters.ts';
import { meetingPaths } from '../paths.ts';
import { meetingMail } from './actions.ts';
import { mailWords } from './mail-words.ts';
import { findMeeting, listMemberPeople } from './store.ts';

type Letter = keyof (typeof mailWords)['ja'];

/** Letters to the members, whoever called it left out. */
export function meetingJob({ publicUrl }: { publicUrl: string }): Job<{
  meetingId: string;
  letter: Letter;
  id?: string;
}> {
  return {
    name: meetingMail.name,
    run: ({ db, who }, { meetingId, letter, id }) =>
      inTransaction(db, who, async (tx) => {
        const meeting = await findMeeting(tx, meetingId);
        const url = publicUrl + meetingPaths.meeting.to({ meetingId });
        const readers = (await listMemberPeople(tx, meetingId)).filter(
          ({ personId }) => personId !== meeting.calledBy,
        );
        const write = (lang: Lang) => {
          const { subject, body } = mailWords[lang][letter];
          return { subject, body: `${body(tokyoMinute(meeting.startsAt))}\n\n${url}\n` };
        };
        await postToReaders(tx, readers, write, id && `meeting:${id}`);
      }),
  };
}
