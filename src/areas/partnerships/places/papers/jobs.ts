import { inTransaction } from '#platform/database/database.ts';
import { addDays, dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { Job } from '#platform/jobs.ts';
import { postToHolders } from '#platform/mail/letters.ts';
import { listServicesByIds } from '#areas/directory/index.ts';
import { placeOperator } from '../../access.ts';
import { placeStaffPaths } from '../../paths.ts';
import { type KindOfPaper, standingOf } from './rules.ts';
import { insertNotice, listPapers } from './store.ts';
import { mailWords, words } from './words.ts';

/** Each morning at 7:30 in Tokyo: a paper that ends within thirty days, within seven, or is over is told of, each once. */
export function paperJob({ publicUrl }: { publicUrl: string }): Job<unknown> {
  return {
    name: 'place-paper.remind',
    cron: '30 22 * * *',
    run: ({ db, who, now }) =>
      inTransaction(db, who, async (tx) => {
        const today = tokyoDay(now);
        const papers = await listPapers(tx, { endingBy: addDays(today, 30) });
        const places = await listServicesByIds(tx, [...new Set(papers.map(({ serviceId }) => serviceId))]);
        for (const { id: paperId, serviceId, organisationId, kind, expiresOn } of papers) {
          const place = places.find(({ id }) => id === serviceId);
          const what = standingOf(expiresOn, today);
          if (!place || !(await insertNotice(tx, { paperId, what, at: now }))) continue;
          const url = `${publicUrl}${placeStaffPaths.papers.to({ serviceId })}`;
          await postToHolders(tx, { organisationId, role: placeOperator.name }, (lang) => {
            const name = contentIn(lang, place.content.name);
            const paper = words[lang].kinds[kind as KindOfPaper];
            const { subject, body } = mailWords[lang];
            return {
              subject: subject(paper),
              body: body({ name, paper, day: dayName(lang, expiresOn), url }),
            };
          });
        }
      }),
  };
}
