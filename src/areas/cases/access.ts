import { organisationsWith, type Permission, permission, type Role, type Who } from '#platform/access.ts';
import { counsellor, deskSupervisor } from '#areas/consultations/index.ts';
import { secretariat } from '#areas/programs/index.ts';

const places = ['desk', 'npo', 'municipality', 'bureau', 'prefecture'] as const;

/** 相談支援員: carries people at their organisation. */
export const caseWorker: Role = {
  name: 'case-worker',
  words: { ja: '支援員', en: 'Case worker' },
  at: places,
};

/** 主任相談支援員: answers for the cases of an organisation, approves where the form demands it. */
export const caseSupervisor: Role = {
  name: 'case-supervisor',
  words: { ja: '支援の責任者（主任相談支援員）', en: 'Case supervisor' },
  at: places,
};

/** Sees who looked at which case, and nothing of what they saw. */
export const protectionOfficer: Role = {
  name: 'protection-officer',
  words: { ja: '個人情報保護の担当', en: 'Data protection officer' },
  at: ['prefecture', 'municipality', 'bureau'],
  secondFactor: true,
};

/** What can be done in this area, and by which roles; which case and which of its fields, `relations/rules.ts` decides. */
export const can = {
  readCases: permission('case.read', caseWorker, caseSupervisor),
  openCase: permission('case.open', caseWorker, caseSupervisor),
  /** A contact becomes a case: by those who answer people, also where others carry the case. */
  handOff: permission('case.hand-off', counsellor, deskSupervisor),
  writeCase: permission('case.write', caseWorker, caseSupervisor),
  superviseCases: permission('case.supervise', caseSupervisor),
  readViews: permission('case.views', protectionOfficer, caseSupervisor),
  answerAlerts: permission('view-alert.answer', protectionOfficer),
  /** The second person: for what is protected, and for glass that was broken. */
  agreeToOpen: permission('protection.agree', caseSupervisor, protectionOfficer),
  seeUrgency: permission('basis.see-urgency', caseWorker, caseSupervisor, protectionOfficer),
  editForms: permission('case.forms', secretariat),
  readStatistics: permission('case.statistics', caseWorker, caseSupervisor, secretariat),
  keepTargets: permission('case.targets', secretariat),
  keepArea: permission('case.area', caseSupervisor, secretariat),
} satisfies Record<string, Permission>;

/** The organisations whose cases somebody carries (ids). */
export function organisationsOf(who: Who): readonly string[] {
  return [...new Set([...organisationsWith(who, caseWorker), ...organisationsWith(who, caseSupervisor)])];
}

export function worksAt(who: Who, organisationId: string): boolean {
  return who.kind === 'system' || organisationsOf(who).includes(organisationId);
}

export function supervises(who: Who, organisationId: string): boolean {
  return who.kind === 'system' || organisationsWith(who, caseSupervisor).includes(organisationId);
}

/** Whoever sees the figures of every organisation, and keeps what they are held against. */
export function mayKeepTargets(who: Who): boolean {
  return who.kind === 'system' || can.keepTargets.allows(who);
}

/** The officer answers for the personal data of every organisation. */
export function protects(who: Who): boolean {
  return organisationsWith(who, protectionOfficer).length > 0;
}
