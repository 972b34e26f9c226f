import {
  hasRole,
  organisationsWith,
  type Permission,
  permission,
  type Role,
  type Who,
} from '#platform/access.ts';
import { Forbidden } from '#platform/errors.ts';

/** Keeps the whole directory: every entry, proposals, the navigator, imports. */
export const directoryKeeper: Role = {
  name: 'directory-keeper',
  words: { ja: '支援情報の管理担当', en: 'Directory keeper' },
  at: ['prefecture', 'bureau'],
};

/** Keeps the entries of their own organisation. */
export const directoryEditor: Role = {
  name: 'directory-editor',
  words: { ja: '支援情報の編集担当', en: 'Directory editor' },
  at: ['prefecture', 'bureau', 'municipality', 'desk', 'npo', 'company'],
};

/** What can be done in this area, and by which roles. Rules decide further by owner and state. */
export const can = {
  readEntries: permission('service.read', directoryKeeper, directoryEditor),
  writeEntry: permission('service.write', directoryKeeper, directoryEditor),
  sealEntry: permission('service.seal', directoryKeeper, directoryEditor),
  moveEntry: permission('service.move', directoryKeeper),
  setReview: permission('review.set', directoryKeeper),
  decideProposal: permission('proposal.decide', directoryKeeper, directoryEditor),
  importEntries: permission('import.run', directoryKeeper, directoryEditor),
  keepHolidays: permission('holiday.write', directoryKeeper),
  editNavigator: permission('navigator.edit', directoryKeeper),
  keepWords: permission('words.write', directoryKeeper),
  readUnmet: permission('unmet.read', directoryKeeper),
} satisfies Record<string, Permission>;

/** The keeper, and the product itself (seeds, jobs). */
export function isKeeper(who: Who): boolean {
  return who.kind === 'system' || hasRole(who, directoryKeeper);
}

/** The same sentence as the policy `writesService` of services/tables.ts. */
export function mayWriteService(who: Who, service: { readonly organisationId: string }): boolean {
  return isKeeper(who) || organisationsWith(who, directoryEditor).includes(service.organisationId);
}

/** The same sentence as the policy `seesService`: published and unsealed is everybody's, the rest only its writers'. */
export function maySeeService(
  who: Who,
  service: { readonly organisationId: string; readonly publishedAt: Date | null; readonly sealed: boolean },
): boolean {
  return (service.publishedAt !== null && !service.sealed) || mayWriteService(who, service);
}

export function mustWriteService(who: Who, service: { readonly organisationId: string }): void {
  if (!mayWriteService(who, service)) throw new Forbidden(can.writeEntry.name);
}
