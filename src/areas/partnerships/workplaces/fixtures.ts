import { system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { addDays, fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import type { WorkplaceFields } from './actions.ts';
import { countNumbers, insertWorkplace } from './store.ts';

export const exampleOffer: WorkplaceFields = {
  name: '例示工房',
  legalForm: 'company',
  corporateNumber: '7000012050002',
  municipality: '14201',
  tasks: ['packing', 'office'],
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  opensAt: '09:00',
  closesAt: '16:00',
  leastMinutes: 60,
  kinds: ['unemployed', 'employed'],
  places: 2,
  work: '部品の箱詰めと発送（例示）',
  support: '担当がそばで一緒に作業します（例示）',
};

/** A workplace that is certified: what actions and two people would have made of it. */
export async function makeWorkplace(
  db: Db,
  {
    organisationId,
    validUntil,
    ...given
  }: Partial<WorkplaceFields> & { organisationId: string; validUntil?: string },
  now = new Date(),
): Promise<{ workplaceId: string }> {
  const today = tokyoDay(now);
  const { tasks, days, kinds, ...fields } = { ...exampleOffer, ...given };
  const workplaceId = await inTransaction(db, system('test'), async (tx) => {
    const year = fiscalYearOf(today);
    const number = `${year}-${String((await countNumbers(tx, year)) + 1).padStart(3, '0')}`;
    return insertWorkplace(tx, {
      ...fields,
      organisationId,
      tasks: [...tasks],
      days: [...days],
      kinds: [...kinds],
      number,
      certifiedOn: addDays(today, -100),
      validUntil: validUntil ?? addDays(today, 900),
      createdAt: now,
      changedAt: now,
    });
  });
  return { workplaceId };
}
