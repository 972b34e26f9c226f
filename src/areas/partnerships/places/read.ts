import type { Tx } from '#platform/database/database.ts';
import { addDays } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { organisationsWith, type Who } from '#platform/access.ts';
import {
  findPublicService,
  type Holidays,
  hoursOn,
  listPublicServicesOf,
  readHolidays,
  type Service,
  visitHours,
} from '#areas/directory/index.ts';
import { can, mustActFor, placeOperator } from '../access.ts';
import { type Session, sessionsOf, type Span } from './rules.ts';
import { listSaid, type SessionRow } from './store.ts';

/** The openings of one day by the hours of the entry; none while it rests. */
export function openingsOn(
  { content }: Pick<Service, 'content'>,
  day: string,
  holidays: Holidays,
): readonly Span[] {
  const hours = visitHours(content);
  if (!hours || content.status !== 'active') return [];
  return hoursOn(hours, day, { holidays, channel: 'visit' }).intervals;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** All sessions from one day to another, both inclusive. */
export function calendarOf(
  service: Pick<Service, 'id' | 'content'>,
  { from, to, holidays, said }: Days & { holidays: Holidays; said: readonly SessionRow[] },
): readonly Session[] {
  const own = said.filter(({ serviceId }) => serviceId === service.id);
  const all: Session[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    all.push(...sessionsOf({ day, open: openingsOn(service, day, holidays), said: own }));
  return all;
}

export async function readCalendar(
  tx: Tx,
  service: Pick<Service, 'id' | 'content'>,
  days: Days,
): Promise<readonly Session[]> {
  const holidays = await readHolidays(tx);
  return calendarOf(service, {
    ...days,
    holidays,
    said: await listSaid(tx, { serviceIds: [service.id], ...days }),
  });
}

/** A place that everybody can see; NotFound for any other entry, a sealed one above all. */
export async function findPlace(tx: Tx, id: string): Promise<Service> {
  const service = await findPublicService(tx, id);
  if (service?.content.kind !== 'place') throw new NotFound('place');
  return service;
}

/** A place of those that this person runs: of any other nobody learns more than that there is none. */
export async function findOwnPlace(tx: Tx, who: Who, id: string): Promise<Service> {
  const service = await findPlace(tx, id);
  mustActFor(who, placeOperator, { organisationId: service.organisationId, permission: can.operatePlace });
  return service;
}

export async function listOwnPlaces(tx: Tx, who: Who): Promise<readonly Service[]> {
  const services = await listPublicServicesOf(tx, organisationsWith(who, placeOperator));
  return services.filter(({ content }) => content.kind === 'place');
}
