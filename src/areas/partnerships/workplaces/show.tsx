import { inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { findOrganisation, listHolders } from '#platform/people/organisations.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listMunicipalities } from '#areas/directory/index.ts';
import { actsFor, can, concierge, workOfficer, workplaceAgent } from '../access.ts';
import { readMoney } from './money.ts';
import { WorkplacePage } from './pages/workplace.tsx';
import { readPapers } from './papers.ts';
import { isCertified, isOpenRequest } from './rules.ts';
import { findWorkplace, listRequestsOf } from './store.ts';

async function proposerName(tx: Tx, organisationIds: readonly string[], personId: string): Promise<string> {
  const roles = [workOfficer.name, concierge.name];
  const found = await listHolders(tx, { organisationIds, roles });
  return found.find((each) => each.personId === personId)?.name ?? '';
}

export async function workplacePage(visit: Visit, workplaceId: string, state: FormState): Promise<Response> {
  const { db, who, view, now, lang, person } = visit;
  const { vault } = visit.tools;
  const today = tokyoDay(now);
  const page = await inTransaction(db, who, async (tx) => {
    const workplace = await findWorkplace(tx, workplaceId);
    const edit = actsFor(who, workplaceAgent, workplace.organisationId);
    const requests = await listRequestsOf(tx, workplaceId);
    const request = requests.find(isOpenRequest);
    const organisation = await findOrganisation(tx, workplace.organisationId);
    const offices = person.memberships.map(({ organisationId }) => organisationId);
    const proposedBy = request?.proposedBy ?? '';
    return (
      <WorkplacePage
        {...{ view, state, today, workplace, request }}
        organisation={contentIn(lang, { ja: organisation.nameJa, en: organisation.nameEn })}
        municipalities={await listMunicipalities(tx)}
        earlier={requests.filter((each) => !isOpenRequest(each))}
        papers={request ? await readPapers(tx, vault, request) : []}
        proposer={proposedBy ? await proposerName(tx, offices, proposedBy) : ''}
        money={edit && isCertified(workplace, today) ? await readMoney(tx, workplaceId, today) : undefined}
        may={{
          edit,
          certify: can.certifyWorkplace.allows(who),
          confirm: can.confirmWorkplace.allows(who),
          own: proposedBy === person.personId,
        }}
      />
    );
  });
  return visit.page(page, state.problems.length > 0 ? 422 : 200);
}
