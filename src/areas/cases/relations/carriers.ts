import { system } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { listHolders, listOrganisations, type Organisation } from '#platform/people/organisations.ts';
import { caseSupervisor, caseWorker } from '../access.ts';

/** Colleagues elsewhere are shown to nobody, but have to be named where a case meets them: asked to it, or shut out of it. */
const namer = system('case.carriers');

export interface Carrier {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: Organisation;
}

/** Everybody who carries cases anywhere, by name, once for each organisation. */
export async function listCarriers(db: Db): Promise<readonly Carrier[]> {
  return inTransaction(db, namer, async (tx) => {
    const organisations = new Map((await listOrganisations(tx)).map((each) => [each.id, each]));
    const roles = [caseWorker.name, caseSupervisor.name];
    const holders = await listHolders(tx, { organisationIds: [...organisations.keys()], roles });
    return holders.flatMap(({ personId, name, organisationId }) => {
      const organisation = organisations.get(organisationId);
      return organisation ? [{ personId, name, organisationId, organisation }] : [];
    });
  });
}
