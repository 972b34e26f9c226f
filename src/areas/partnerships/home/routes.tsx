import { organisationsWith } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { Routes } from '#platform/web/routes.ts';
import { can, memberAgent } from '../access.ts';
import { nameIn } from '../members/shown.ts';
import { listMembersOf } from '../members/store.ts';
import { memberStaffPaths, partnershipPaths } from '../paths.ts';
import { areaLinks } from './links.ts';
import { AreaHomePage } from './pages/home.tsx';

export const partnershipHomeRoutes = new Routes().get(
  partnershipPaths.home,
  can.seePartnerships,
  async ({ db, who, view, page, lang }) => {
    const own = organisationsWith(who, memberAgent);
    const members = await inTransaction(db, who, (tx) => listMembersOf(tx, own));
    const mine = members.map((member) => ({
      href: view.href(memberStaffPaths.member.to({ organisationId: member.organisationId })),
      label: nameIn(lang, member),
    }));
    const links = areaLinks.filter(({ permission }) => permission.allows(who));
    return page(<AreaHomePage view={view} links={links} mine={mine} />);
  },
).list;
