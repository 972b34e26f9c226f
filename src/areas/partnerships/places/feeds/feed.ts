import type { Tx } from '#platform/database/database.ts';
import { addDays } from '#platform/dates.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listMunicipalities, placeName, readHolidays, type Service } from '#areas/directory/index.ts';
import { placePaths } from '../../paths.ts';
import { calendarOf } from '../read.ts';
import type { Session } from '../rules.ts';
import { listSaid } from '../store.ts';
import { words } from '../words.ts';
import { calendarText, type CalendarEvent } from './rules.ts';

interface Asked {
  readonly lang: Lang;
  readonly today: string;
  readonly publicUrl: string;
  /** How far behind and ahead, in days. */
  readonly back: number;
  readonly ahead: number;
  readonly name: string;
}

/** The sessions of places as a calendar. */
export async function feedOf(tx: Tx, services: readonly Service[], asked: Asked): Promise<string> {
  const { lang, today, publicUrl } = asked;
  const days = { from: addDays(today, -asked.back), to: addDays(today, asked.ahead) };
  const holidays = await readHolidays(tx);
  const areas = await listMunicipalities(tx);
  const said = await listSaid(tx, { serviceIds: services.map(({ id }) => id), ...days });
  const events = services.flatMap((service) => {
    const where = whereOf(service, (code) => placeName(lang, code, areas));
    return calendarOf(service, { ...days, holidays, said }).map((session) =>
      eventOf(service, session, { lang, publicUrl, where }),
    );
  });
  return calendarText({ name: asked.name, host: new URL(publicUrl).hostname, events });
}

function eventOf(
  { id: serviceId, content, updatedAt }: Service,
  session: Session,
  { lang, publicUrl, where }: { lang: Lang; publicUrl: string; where: string },
): CalendarEvent {
  const { day, slot, opens, closes, cancelled, sequence, changedAt, title, reason } = session;
  const name = contentIn(lang, content.name);
  const off = cancelled ? [words[lang].cancelled] : [];
  return {
    uid: `${serviceId}-${day}-${slot.replace(':', '')}`,
    sequence,
    stamp: changedAt && changedAt > updatedAt ? changedAt : updatedAt,
    day,
    opens,
    closes,
    cancelled,
    summary: [...off.map((word) => `【${word}】`), name, title].filter(Boolean).join(' '),
    description: reason,
    location: where,
    url: `${publicUrl}${placePaths.place.to({ serviceId })}`,
  };
}

/** Where it is, as precisely as the entry says it to everybody. */
export function whereOf({ content }: Pick<Service, 'content'>, nameOf: (code: string) => string): string {
  const [place] = content.locations;
  if (!place) return '';
  return [nameOf(place.municipality), place.town, place.line, place.building].filter(Boolean).join(' ');
}
