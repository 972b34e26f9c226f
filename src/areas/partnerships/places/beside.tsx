import type { Child } from 'hono/jsx';
import type { Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Section } from '#ui/layout.tsx';
import { placePaths } from '../paths.ts';
import { SessionLine } from './pages/parts.tsx';
import { readCalendar } from './read.ts';
import { ahead } from './say.ts';
import { listOpenWishes, type Wish } from './wishes/store.ts';
import { words as wishWords } from './wishes/words.ts';
import { words } from './words.ts';

/** What the places of a list look for: on their cards. */
export async function soughtBy(
  tx: Tx,
  { view, serviceIds, now }: { view: View; serviceIds: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, Child>> {
  const wishes = await listOpenWishes(tx, { serviceIds, today: tokyoDay(now) });
  const { sought } = wishWords[view.lang];
  const between = view.lang === 'ja' ? '、' : ', ';
  const line = (own: readonly Wish[]) => (
    <p>
      <strong>{sought}</strong> {own.map((wish) => wish.title).join(between)}
    </p>
  );
  return new Map(
    [...Map.groupBy(wishes, ({ serviceId }) => serviceId)].map(([serviceId, own]) => [serviceId, line(own)]),
  );
}

const weeks = 28;

/** What stands beside the directory's entry of a place: the next sessions by name, and the way to its own page. */
export async function besideEntry(
  tx: Tx,
  { view, service, now }: { view: View; service: Service; now: Date },
): Promise<Child> {
  if (service.content.kind !== 'place' || service.publishedAt === null) return null;
  const today = tokyoDay(now);
  const sessions = await readCalendar(tx, service, { from: today, to: addDays(today, weeks) });
  const next = ahead(sessions, { day: today, minute: tokyoMinute(now).slice(11) });
  const t = words[view.lang];
  const wishes = await listOpenWishes(tx, { serviceIds: [service.id], today });
  return (
    <Section title={t.next} id="sessions">
      {next.length > 0 && (
        <ul>
          {next.slice(0, 3).map((session) => (
            <li>
              <SessionLine view={view} session={session} />
            </li>
          ))}
        </ul>
      )}
      {wishes.length > 0 && (
        <p>
          {wishWords[view.lang].title}：{wishes.map(({ title }) => title).join('、')}
        </p>
      )}
      <p class="no-print">
        <a href={view.href(placePaths.place.to({ serviceId: service.id }))}>{t.ownPage}</a>
      </p>
    </Section>
  );
}
