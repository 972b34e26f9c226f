import { inTransaction } from '#platform/database/database.ts';
import { tokyoMinute } from '#platform/dates.ts';
import { isLang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
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
        for (const { email, lang, personId } of await listMemberPeople(tx, meetingId)) {
          if (personId === meeting.calledBy) continue;
          const { subject, body } = mailWords[isLang(lang) ? lang : 'ja'][letter];
          const mail = { to: email, subject, body: `${body(tokyoMinute(meeting.startsAt))}\n\n${url}\n` };
          await post(tx, mail, id && `meeting:${id}`);
        }
      }),
  };
}
