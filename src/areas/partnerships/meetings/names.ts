import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { listOrganisations } from '#platform/people/organisations.ts';
import { nameIn } from '../members/shown.ts';

/** Names of organisations, by id. */
export async function namerOf(tx: Tx, lang: Lang): Promise<(organisationId: string) => string> {
  const names = new Map((await listOrganisations(tx)).map((each) => [each.id, nameIn(lang, each)]));
  return (organisationId) => names.get(organisationId) ?? '';
}
