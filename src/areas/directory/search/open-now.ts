import type { Who } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { emergencyLines } from '../emergency/lines.ts';
import { readHolidays } from '../holidays/store.ts';
import { type Holidays, openingOf, shownUntil, sourcesOf } from '../hours/rules.ts';
import { listServicesByIds, type Service } from '../services/store.ts';
import { searchServices } from './actions.ts';

export interface OpenNow {
  readonly services: readonly Service[];
  readonly holidays: Holidays;
  /** Until when this is who is there. */
  readonly until: Date;
}

/** So many are looked at, so that those shown are for different worries. */
const looked = 40;
const quarterHourMs = 900_000;

/** Desks that somebody answers now, for different worries, those for everybody first. */
export async function findOpenNow(db: Database, who: Who, now: Date, count: number): Promise<OpenNow> {
  const found = await searchServices(db, who, { kind: 'desk', open: true, pageSize: looked }, now);
  return inTransaction(db, who, async (tx) => {
    const holidays = await readHolidays(tx);
    const open = await listServicesByIds(
      tx,
      found.rows.filter((row) => row.open).map(({ id }) => id),
    );
    const services = distinct(open.filter((service) => !isEmergency(service))).slice(0, count);
    const changes = services.map(({ content }) =>
      shownUntil(openingOf(sourcesOf(content), now, { holidays }), now),
    );
    const next = new Date(Math.floor(now.getTime() / quarterHourMs + 1) * quarterHourMs);
    return { services, holidays, until: changes.reduce((a, b) => (b < a ? b : a), next) };
  });
}

/** Police and ambulance are on every page that needs them. */
function isEmergency({ content }: Service): boolean {
  const numbers: readonly string[] = [emergencyLines.police.number, emergencyLines.ambulance.number];
  return content.channels.some(({ value }) => numbers.includes(value));
}

/** The first of each worry before the second of any. */
function distinct(services: readonly Service[]): readonly Service[] {
  const seen = new Set<string>();
  const isFirst = ({ topics }: Service) => {
    const topic = topics[0] ?? '';
    return seen.has(topic) ? false : seen.add(topic) !== undefined;
  };
  const first = services.filter(isFirst);
  return [...first, ...services.filter((service) => !first.includes(service))];
}
