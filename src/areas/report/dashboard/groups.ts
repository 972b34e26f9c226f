import type { Who } from '#platform/access.ts';
import type { Lang } from '#platform/i18n.ts';
import { contactsGroup, referralsGroup } from './groups/people.ts';
import { directoryGroup, partnersGroup, trainingGroup } from './groups/others.ts';
import { moneyGroup, portfolioGroup } from './groups/programs.ts';
import type { Group } from './panels.ts';
import type { DashboardFacts } from './read.ts';
import { linksFor } from './sources.ts';

/** The page's parts in their order, from the facts: what is on the page is in the file, and the other way round. */
export function groupsOf(lang: Lang, facts: DashboardFacts, who: Who): readonly Group[] {
  const asked = { lang, facts, links: linksFor(who, facts) };
  return [
    portfolioGroup(asked),
    moneyGroup(asked),
    contactsGroup(asked),
    referralsGroup(asked),
    directoryGroup(asked),
    partnersGroup(asked),
    trainingGroup(asked),
  ];
}
