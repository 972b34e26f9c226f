import { hasRole, type Who } from '#platform/access.ts';
import { statisticsPaths } from '#areas/cases/paths.ts';
import { deskPaths } from '#areas/consultations/paths.ts';
import { can as canDirectory } from '#areas/directory/index.ts';
import { findPaths, staffDirectoryPaths } from '#areas/directory/paths.ts';
import { memberPaths } from '#areas/partnerships/paths.ts';
import { secretariat } from '#areas/programs/index.ts';
import { collectionPaths, problemPaths, yearPaths } from '#areas/programs/paths.ts';
import { staffTrainingPaths } from '#areas/training/paths.ts';
import type { DashboardFacts } from './read.ts';

/** The list or page behind each part, if the reader may open it; otherwise its definition on the page is its path. */
export interface Links {
  readonly round: string | undefined;
  readonly problems: string;
  readonly year: string | undefined;
  readonly contacts: string | undefined;
  readonly cases: string | undefined;
  readonly directory: string;
  readonly members: string;
  readonly training: string | undefined;
}

export function linksFor(who: Who, { portfolio, year }: DashboardFacts): Links {
  const [round] = portfolio;
  const office = <Href>(href: Href) => (hasRole(who, secretariat) ? href : undefined);
  return {
    round: round && collectionPaths.round.to({ roundId: round.roundId }),
    problems: problemPaths.problems.to({}),
    year: year ? yearPaths.year.to({ year: String(year.year) }) : undefined,
    contacts: office(deskPaths.allCounts.to({})),
    cases: office(statisticsPaths.year.to({})),
    // Whoever keeps no entries reads on each, like everybody, when it was last confirmed.
    directory: canDirectory.readEntries.allows(who)
      ? staffDirectoryPaths.freshness.to({})
      : findPaths.find.to({}),
    members: memberPaths.list.to({}),
    training: office(staffTrainingPaths.figures.to({})),
  };
}
