import type { Tx } from '#platform/database/database.ts';
import { insertOrganisation, insertPerson } from '#platform/people/organisations.ts';
import { nameSite } from '#platform/people/site.ts';
import { hashPassword } from '#platform/sign-in/passwords/hash.ts';
import type { World } from '../world.ts';

/** Whose site it is, every organisation, and the invented people with their one password. */
export async function loadPeople(tx: Tx, world: World): Promise<void> {
  const { operator, title, headquarters, demo } = world.site;
  await nameSite(tx, { operator, title, headquarters, demo });
  const ids = new Map<string, string>();
  for (const { localGovernmentCode, ...organisation } of world.organisations) {
    const given = { ...organisation, ...(localGovernmentCode ? { localGovernmentCode } : {}) };
    ids.set(organisation.code, await insertOrganisation(tx, given));
  }
  const passwordHash = await hashPassword(world.password);
  for (const { email, name, roles } of world.people) {
    const memberships = roles.map(({ role, at }) => ({ role, organisationId: ids.get(at) ?? '' }));
    await insertPerson(tx, { email, name, passwordHash, memberships });
  }
}
