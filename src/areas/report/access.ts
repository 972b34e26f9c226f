import { type Permission, permission } from '#platform/access.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';

/** What can be done with editions; the published ones are everybody's. */
export const can = {
  readEditions: permission('edition.read', secretariat, approver, reporter),
  prepareEdition: permission('edition.prepare', secretariat),
  approveEdition: permission('edition.approve', approver),
  proposeErratum: permission('erratum.propose', secretariat),
  approveErratum: permission('erratum.approve', approver),
} satisfies Record<string, Permission>;
