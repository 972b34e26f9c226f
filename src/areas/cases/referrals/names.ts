import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { listServicesByIds } from '#areas/directory/index.ts';
import type { Referral } from './store.ts';

/** Names of both sides: the entry of the directory, and the sending organisation. */
export async function namesOf(tx: Tx, lang: Lang, found: readonly Referral[]) {
  const services = await listServicesByIds(
    tx,
    found.map(({ serviceId }) => serviceId),
  );
  const organisations = await listOrganisations(tx);
  const nameOf = (id: string) => {
    const organisation = organisations.find((each) => each.id === id);
    return organisation ? contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn }) : '';
  };
  return ({ serviceId, homeId, toOrganisationId }: Referral) => {
    const service = services.find(({ id }) => id === serviceId);
    return {
      to: service ? contentIn(lang, service.content.name) : nameOf(toOrganisationId),
      from: nameOf(homeId),
    };
  };
}
