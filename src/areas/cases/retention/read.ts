import { type PersonWho, system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { protects, supervises } from '../access.ts';
import { organisationNames } from '../case-files/shown.ts';
import type { OrganisationRetention } from './pages/retention.tsx';
import { yearsOf } from './rules.ts';
import { listWaitingRequests } from './requests/store.ts';
import { listHolds } from './holds/store.ts';
import { listErasures, listHomes, listNumbers, listPeriods } from './store.ts';

/** The officer sees numbers of cases, and no case: the product looks them up. */
const overview = system('case.retention');

/** Each organisation that somebody answers for: as its supervisor, or as the officer for all. */
export async function readRetention(
  db: Db,
  { who, lang }: { who: PersonWho; lang: Lang },
  now: Date,
): Promise<readonly OrganisationRetention[]> {
  const today = tokyoDay(now);
  return inTransaction(db, overview, async (tx) => {
    const homes = protects(who) ? await listHomes(tx) : [];
    const names = (await organisationNames(tx, lang)).filter(
      ({ value }) => homes.includes(value) || supervises(who, value),
    );
    const found: OrganisationRetention[] = [];
    for (const { value: organisationId, label: name } of names) {
      const holds = await listHolds(tx, { organisationId, today });
      const requests = await listWaitingRequests(tx, { organisationIds: [organisationId] });
      const numbers = await listNumbers(
        tx,
        [...holds, ...requests].map(({ caseId }) => caseId),
      );
      const numbered = <Of extends { caseId: string }>(all: readonly Of[]) =>
        all.map((each) => ({ ...each, number: numbers.get(each.caseId) ?? '' }));
      found.push({
        organisationId,
        name,
        years: yearsOf(await listPeriods(tx, organisationId)),
        mayChange: supervises(who, organisationId),
        erasures: await listErasures(tx, organisationId),
        holds: numbered(holds),
        requests: numbered(requests),
      });
    }
    return found;
  });
}
