import type { Tx } from '#platform/database/database.ts';
import { contentIn, type Lang } from '#platform/i18n.ts';
import { listServicesByIds } from '#areas/directory/index.ts';
import { organisationNames } from '../case-files/shown.ts';
import { listReferralsOfCase, type Referral } from './store.ts';

/** Names of both sides: the entry of the directory, and the sending organisation. */
export async function namesOf(tx: Tx, lang: Lang, found: readonly Referral[]) {
  const services = await listServicesByIds(
    tx,
    found.map(({ serviceId }) => serviceId),
  );
  const organisations = await organisationNames(tx, lang);
  const nameOf = (id: string) => organisations.find(({ value }) => value === id)?.label ?? '';
  return ({ serviceId, homeId, onwardBy, toOrganisationId }: Referral) => {
    const service = services.find(({ id }) => id === serviceId);
    return {
      to: service ? contentIn(lang, service.content.name) : nameOf(toOrganisationId),
      from: nameOf(onwardBy ?? homeId),
    };
  };
}

/** To whom referrals of a case have not ended: nobody has heard how they went. */
export async function listWaitingReceivers(tx: Tx, caseId: string) {
  const waiting = (await listReferralsOfCase(tx, caseId)).filter(
    ({ closedAt, onwardBy }) => closedAt === null && onwardBy === null,
  );
  const [ja, en] = [await namesOf(tx, 'ja', waiting), await namesOf(tx, 'en', waiting)];
  return waiting.map((referral) => ({ ja: ja(referral).to, en: en(referral).to }));
}
