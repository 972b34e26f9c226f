import { Forbidden } from '#platform/errors.ts';
import {
  hasRole,
  organisationsWith,
  type Permission,
  permission,
  type Role,
  type Who,
} from '#platform/access.ts';
import { caseSupervisor, caseWorker } from '#areas/cases/index.ts';
import { approver, secretariat } from '#areas/programs/index.ts';

const anywhere = ['prefecture', 'bureau', 'municipality', 'desk', 'npo', 'company'] as const;

/** 構成員の担当: acts for a member of the platform: its page, its needs and offers, its talks. */
export const memberAgent: Role = {
  name: 'member-agent',
  words: { ja: '構成員の担当', en: 'Member’s agent' },
  at: anywhere,
};

/** 連携の担当: the platform's own office: vets members, looks after what found no partner, holds meetings. */
export const concierge: Role = {
  name: 'concierge',
  words: { ja: '連携の担当（コンシェルジュ）', en: 'Concierge' },
  at: ['prefecture', 'bureau', 'npo'],
};

/** 居場所の運営者: one press from a telephone says whether it is open today. */
export const placeOperator: Role = {
  name: 'place-operator',
  words: { ja: '居場所の運営者', en: 'Place operator' },
  at: ['npo', 'company', 'municipality', 'desk'],
};

/** 就労訓練の担当: certifies workplaces, finds one for a person with their case worker. */
export const workOfficer: Role = {
  name: 'work-officer',
  words: { ja: '就労訓練の担当', en: 'Work training officer' },
  at: ['prefecture', 'bureau', 'municipality'],
};

/** 就労訓練事業所の担当: knows of a trainee what the trainee agreed to be told, keeps hours, reviews. */
export const workplaceAgent: Role = {
  name: 'workplace-agent',
  words: { ja: '就労訓練事業所の担当', en: 'Workplace’s agent' },
  at: anywhere,
};

/** 見守りネットワークの担当 of a municipality: its members, notices of concern, warnings, lawyer days. */
export const watchKeeper: Role = {
  name: 'watch-keeper',
  words: { ja: '見守りネットワークの担当', en: 'Watch-over network keeper' },
  at: ['municipality', 'desk', 'prefecture', 'bureau'],
};

/** 調査員: fills in the field survey on a telephone, also without a network. */
export const surveyor: Role = {
  name: 'surveyor',
  words: { ja: '調査員', en: 'Surveyor' },
  at: ['npo', 'municipality', 'bureau', 'prefecture'],
};

/** What can be done in this area, and by which roles; for which organisation, the actions and row-level security ask. */
export const can = {
  /** The start page of the area; each of its links asks again. */
  seePartnerships: permission(
    'partnership.see',
    memberAgent,
    concierge,
    placeOperator,
    workOfficer,
    workplaceAgent,
    watchKeeper,
    surveyor,
    secretariat,
  ),
  readMembers: permission('member.read', memberAgent, concierge, secretariat),
  editMember: permission('member.edit', memberAgent),
  vetMember: permission('member.vet', concierge),
  readExchange: permission('exchange.read', memberAgent, concierge),
  writeExchange: permission('exchange.write', memberAgent, concierge),
  watchExchange: permission('exchange.watch', concierge),
  readMatches: permission('match.read', memberAgent, concierge),
  askMatch: permission('match.ask', memberAgent),
  answerMatch: permission('match.answer', memberAgent, concierge),
  resumeMember: permission('match.resume', memberAgent, concierge),
  introduceMatch: permission('match.introduce', concierge),
  watchMatches: permission('match.watch', concierge),
  countMatch: permission('match.count', concierge),
  setDiscipline: permission('match.set-discipline', concierge),
  holdMeeting: permission('partner-meeting.hold', concierge),
  operatePlace: permission('place.operate', placeOperator),
  watchPlaces: permission('place.watch', concierge),
  readWorkplaces: permission(
    'workplace.read',
    workOfficer,
    workplaceAgent,
    caseWorker,
    caseSupervisor,
    concierge,
    approver,
  ),
  certifyWorkplace: permission('workplace.certify', workOfficer),
  editWorkplace: permission('workplace.edit', workplaceAgent),
  /** The second person of a certification: never who proposed it. */
  confirmWorkplace: permission('workplace.confirm', workOfficer, concierge, approver),
  askWorkTraining: permission('work-training.ask', caseWorker, caseSupervisor),
  keepWorkTraining: permission('work-training.keep', workplaceAgent, caseWorker, caseSupervisor),
  readWorkTrainings: permission(
    'work-training.read',
    workplaceAgent,
    workOfficer,
    caseWorker,
    caseSupervisor,
  ),
  passVoice: permission('work-training.pass-voice', workOfficer),
  keepWatch: permission('watch.keep', watchKeeper),
  /** The second person of a warning: never who wrote it. */
  checkWarning: permission('watch.check-warning', watchKeeper, concierge),
  answerSurvey: permission('field-survey.answer', surveyor),
  keepSurvey: permission('field-survey.keep', concierge, secretariat),
  readSurveys: permission('field-survey.read', surveyor, concierge, secretariat),
  readRetention: permission('partnership.read-retention', concierge, secretariat),
  setRetention: permission('partnership.set-retention', concierge),
  readFigures: permission('partnership.figures', concierge, secretariat),
} satisfies Record<string, Permission>;

/** The organisations for which somebody acts in a role (ids); the product acts for all. */
export function actsFor(who: Who, role: Role, organisationId: string): boolean {
  return who.kind === 'system' || organisationsWith(who, role).includes(organisationId);
}

/** What row-level security would refuse as well, said as what it is. */
export function mustActFor(
  who: Who,
  role: Role,
  { organisationId, permission: asked }: { organisationId: string; permission: Permission },
): void {
  if (!actsFor(who, role, organisationId)) throw new Forbidden(asked.name);
}

/** The platform's own office, or the product. */
export function mustBeOffice(who: Who, { name }: Permission): void {
  if (who.kind !== 'system' && !hasRole(who, concierge)) throw new Forbidden(name);
}
