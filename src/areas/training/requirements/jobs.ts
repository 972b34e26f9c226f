import { inTransaction } from '#platform/database/database.ts';
import { dayName } from '#platform/dates.ts';
import { contentIn, isLang } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { post } from '#platform/mail/outbox.ts';
import { listConditioned } from '#platform/people/standing.ts';
import { withQuery } from '#platform/path.ts';
import { dayOf, standingOf, tellingOf } from './rules.ts';
import { deleteUnconfirmed } from '../entries/store.ts';
import { unconfirmedHours } from '../entries/rules.ts';
import { mailWords } from '../mails/words.ts';
import { staffTrainingPaths } from '../paths.ts';
import { listRequirements } from './store.ts';

const hour = 3_600_000;

/**
 * Each morning at 7:40 in Tokyo: whose role ends for want of a course is told a month, a week and a day before, and when it has. A
 * day that was missed is made up for: what is told is the last thing that became due, once.
 */
export function trainingJobs({ publicUrl }: { publicUrl: string }): readonly [Job<unknown>, Job<unknown>] {
  return [
    {
      name: 'training.warn',
      cron: '40 22 * * *',
      run: ({ db, who, now }) =>
        inTransaction(db, who, async (tx) => {
          const courses = new Map((await listRequirements(tx)).map(({ course }) => [course.id, course]));
          for (const held of await listConditioned(tx)) {
            const [course, standing] = [courses.get(held.kind), standingOf(held, now)];
            const telling = tellingOf(standing, now);
            if (!course || standing.is === 'fine' || !telling) continue;
            const lang = isLang(held.lang) ? held.lang : 'ja';
            const words = standing.is === 'closed' ? mailWords[lang].closed : mailWords[lang].closing;
            const url = withQuery(publicUrl + staffTrainingPaths.own.to({}), {
              lang: lang === 'ja' ? undefined : lang,
            });
            const title = contentIn(lang, { ja: course.titleJa, en: course.titleEn });
            const body = words.body({ course: title, when: dayName(lang, dayOf(standing)), url });
            const once = `training ${held.membershipId} ${held.kind} ${standing.at.toISOString()} ${telling}`;
            await post(tx, { to: held.email, subject: words.subject, body }, once);
          }
        }),
    },
    {
      name: 'training.erase',
      cron: '10 18 * * *',
      run: ({ db, who, now }) =>
        inTransaction(db, who, (tx) =>
          deleteUnconfirmed(tx, new Date(now.getTime() - unconfirmedHours * hour)),
        ),
    },
  ];
}
