import { type Permission, permission, type PersonWho, type Who } from '#platform/access.ts';
import { Forbidden } from '#platform/errors.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';

/** What can be done with editions; the published ones are everybody's. */
export const can = {
  readEditions: permission('edition.read', secretariat, approver, reporter),
  prepareEdition: permission('edition.prepare', secretariat),
  approveEdition: permission('edition.approve', approver),
  freezeExpectations: permission('expectations.freeze', secretariat),
  readUnmetMap: permission('unmet-map.read', secretariat, approver, reporter),
  startProblem: permission('unmet-map.raise', secretariat),
  answerWorry: permission('worry.answer', secretariat),
  readDashboard: permission('dashboard.read', secretariat, approver, reporter),
  bindMeasure: permission('measure.bind', secretariat, reporter),
  readManuscript: permission('manuscript.read', secretariat, approver),
  editManuscript: permission('manuscript.edit', secretariat),
  proposeErratum: permission('erratum.propose', secretariat),
  readDisclosure: permission('disclosure.read', secretariat, approver),
  proposeDisclosure: permission('disclosure.propose', secretariat),
  approveDisclosure: permission('disclosure.approve', approver),
  approveErratum: permission('erratum.approve', approver),
} satisfies Record<string, Permission>;

/** The person who acts, if they hold the permission: editions and errata are signed by people, never by the product itself. */
export function mustHold(who: Who, needed: Permission): PersonWho {
  if (who.kind !== 'person' || !needed.allows(who)) throw new Forbidden(needed.name);
  return who;
}
