import {
  administrator,
  hasRole,
  organisationsWith,
  type Permission,
  permission,
  type Role,
  type Who,
} from '#platform/access.ts';
import { secretariat } from '#areas/programs/index.ts';

/** Answers people at a desk. */
export const counsellor: Role = {
  name: 'counsellor',
  words: { ja: '相談員', en: 'Counsellor' },
  at: ['desk', 'npo', 'municipality', 'bureau', 'prefecture'],
};

/** Answers for a desk: load, risk, shifts, settings, unusual reading. */
export const deskSupervisor: Role = {
  name: 'desk-supervisor',
  words: { ja: '相談の責任者（スーパーバイザー）', en: 'Desk supervisor' },
  at: ['desk', 'npo', 'municipality', 'bureau', 'prefecture'],
};

/** What can be done in this area, and by which roles; a desk sees only its own contacts, the secretariat only counts. */
export const can = {
  readDesk: permission('desk.read', counsellor, deskSupervisor),
  listDesks: permission('desk.list', counsellor, deskSupervisor, administrator),
  openDesk: permission('desk.open', deskSupervisor, administrator),
  runDesk: permission('desk.run', deskSupervisor),
  answer: permission('contact.answer', counsellor, deskSupervisor),
  supervise: permission('contact.supervise', deskSupervisor),
  assess: permission('risk.assess', counsellor, deskSupervisor),
  overseeRisk: permission('risk.oversee', deskSupervisor),
  transfer: permission('transfer.offer', counsellor, deskSupervisor),
  link: permission('link.decide', counsellor, deskSupervisor),
  reviewReads: permission('read.review', deskSupervisor),
  readCounts: permission('count.read', counsellor, deskSupervisor, secretariat),
  readAllCounts: permission('count.read-all', secretariat),
} satisfies Record<string, Permission>;

/** The desks (organisation ids) at which somebody works; the same sentence as the policy `worksAt` of the tables. */
export function desksOf(who: Who): readonly string[] {
  return [...new Set([...organisationsWith(who, counsellor), ...organisationsWith(who, deskSupervisor)])];
}

export function worksAt(who: Who, deskId: string): boolean {
  return who.kind === 'system' || desksOf(who).includes(deskId);
}

export function supervises(who: Who, deskId: string): boolean {
  return who.kind === 'system' || organisationsWith(who, deskSupervisor).includes(deskId);
}

export function isCounted(who: Who): boolean {
  return hasRole(who, secretariat);
}
