import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { listOffered } from '#areas/training/index.ts';
import { trainingPaths } from '#areas/training/paths.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

export const trainingsPart: ReadMemberPart = async (tx, { organisationId, view, now }) => {
  const courses = await listOffered(tx, { organisationId, now });
  if (courses.length === 0) return null;
  const t = words[view.lang];
  const lines = courses.map(({ id, titleJa, titleEn, held, next }) => (
    <li>
      <a href={view.href(trainingPaths.course.to({ courseId: id }))}>
        {contentIn(view.lang, { ja: titleJa, en: titleEn })}
      </a>{' '}
      <span class="hint">
        {[
          ...(next ? [t.next(dayName(view.lang, tokyoDay(next)))] : []),
          ...(held > 0 ? [t.held(held)] : []),
        ].join(' ・ ')}
      </span>
    </li>
  ));
  return { title: t.trainings, body: <ul>{lines}</ul> };
};
