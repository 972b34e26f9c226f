import type { Role } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { dayName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { HomeNotice } from '#platform/people/home/notices.ts';
import { listConditioned } from '#platform/people/standing.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Need } from '../entries/pages/own.tsx';
import { words } from '../entries/words.ts';
import { staffTrainingPaths } from '../paths.ts';
import { dayOf, standingOf } from './rules.ts';
import { listRequirements } from './store.ts';

/** What the roles of whoever is signed in need, one line for each role and course; what is closed comes first. */
export async function readNeeds(
  { db, person, lang, now }: Pick<Visit, 'db' | 'person' | 'lang' | 'now'>,
  roles: readonly Role[],
): Promise<readonly Need[]> {
  const order = ['closed', 'closes', 'fine'];
  const found = await inTransaction(db, person, async (tx) => ({
    held: await listConditioned(tx, { personId: person.personId }),
    courses: new Map((await listRequirements(tx)).map(({ course }) => [course.id, course])),
  }));
  const needs = new Map<string, Need>();
  for (const holding of found.held) {
    const course = found.courses.get(holding.kind);
    if (!course) continue;
    const standing = standingOf(holding, now);
    const day =
      standing.is === 'fine'
        ? standing.at && dayOf({ is: 'closes', at: standing.at })
        : dayOf({ is: standing.is, at: standing.at });
    needs.set(`${holding.role} ${holding.kind}`, {
      role: roles.find(({ name }) => name === holding.role)?.words[lang] ?? holding.role,
      course: contentIn(lang, { ja: course.titleJa, en: course.titleEn }),
      is: standing.is,
      day,
    });
  }
  return [...needs.values()].toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is));
}

/** On the first page after signing in: what is closed, and what will be within a month. */
export async function trainingNotices(visit: Visit, roles: readonly Role[]): Promise<readonly HomeNotice[]> {
  const t = words[visit.lang];
  return (await readNeeds(visit, roles))
    .filter(({ is }) => is !== 'fine')
    .map(({ role, course, is, day }) => ({
      tone: is === 'closed' ? 'bad' : 'warn',
      title: is === 'closed' ? t.closedTitle(role) : t.closesTitle(role),
      text: is === 'closed' ? t.closedText(course) : t.closesText(course, dayName(visit.lang, day ?? '')),
      href: staffTrainingPaths.own.to({}),
      label: t.toTraining,
    }));
}
