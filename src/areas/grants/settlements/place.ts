import type { View } from '#platform/web/view.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { AwardEntrance } from '../awards/open.ts';
import {
  applicationPaths,
  applicationStaffPaths,
  awardLinkPaths,
  awardPaths,
  settlementPaths,
} from '../paths.ts';
import type { ChangeKind } from '../awards/changes/rules.ts';
import type { ReportStep } from './rules.ts';

/** Where a report is written: behind the group's link, or at the office for paper. The pages are the same. */
export interface Place {
  readonly entrance: AwardEntrance;
  readonly staff: boolean;
  readonly step: (step: ReportStep) => string;
  readonly removePaper: (paperId: string) => string;
  readonly paper: (paperId: string) => string;
  readonly award: string;
  readonly ask: (kind: ChangeKind) => string;
}

export function linkPlace(view: View, token: string): Place {
  const to = (url: string) => view.href(url);
  return {
    entrance: { by: 'link', token },
    staff: false,
    step: (step) => to(awardLinkPaths.report.to({ token, step })),
    removePaper: (paperId) => to(awardLinkPaths.removePaper.to({ token, paperId })),
    paper: (paperId) => to(applicationPaths.paper.to({ token, paperId })),
    award: to(awardLinkPaths.award.to({ token })),
    ask: (kind) => to(awardLinkPaths.ask.to({ token, kind })),
  };
}

/** `applicationId` is known once the award was read; before that no paper is shown. */
export function officePlace(
  visit: Visit,
  { awardId, applicationId = '' }: { awardId: string; applicationId?: string },
): Place {
  const to = (url: string) => visit.view.href(url);
  return {
    entrance: { by: 'office', who: visit.person, awardId },
    staff: true,
    step: (step) => to(settlementPaths.report.to({ awardId, step })),
    removePaper: (paperId) => to(settlementPaths.removePaper.to({ awardId, paperId })),
    paper: (paperId) => to(applicationStaffPaths.paper.to({ applicationId, paperId })),
    award: to(awardPaths.award.to({ awardId })),
    ask: (kind) => to(awardPaths.ask.to({ awardId, kind })),
  };
}
