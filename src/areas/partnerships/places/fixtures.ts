import type { Database } from '#platform/database/database.ts';
import type { Hours, ServiceContent } from '#areas/directory/index.ts';
import { exampleLocation, makeService } from '#areas/directory/services/fixtures.ts';

/** Every day from one to three, resting at the turn of the year. */
export const daily: Hours = {
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '13:00', closes: '15:00' }],
  publicHolidays: 'same',
  closures: [{ from: '12-29', to: '01-03', label: '年末年始' }],
  exceptions: [],
};

/** A children's cafeteria of an invented group that everybody sees; `makeMunicipalities` has to be there. */
export async function makePlace(
  db: Database,
  {
    organisationId,
    hours = daily,
    sealed,
    ...content
  }: Partial<ServiceContent> & { organisationId: string; sealed?: boolean },
): Promise<string> {
  const { serviceId } = await makeService(db, {
    organisationId,
    ...(sealed && { sealed }),
    content: {
      kind: 'place',
      name: { ja: 'みほんの食卓', en: 'Mihon table' },
      placeTypes: ['kids-cafeteria'],
      locations: [exampleLocation()],
      hours,
      ...content,
    },
  });
  return serviceId;
}
