import { Forbidden } from '#platform/errors.ts';
import { organisationsWith, type Permission, permission, type Role, type Who } from '#platform/access.ts';
import { caseSupervisor, caseWorker } from '#areas/cases/index.ts';
import { secretariat } from '#areas/programs/index.ts';

const offices = ['bureau', 'prefecture', 'municipality'] as const;

/** 補助金の担当: makes calls, helps applicants, checks what they send, prepares decisions and payments. */
export const grantOfficer: Role = {
  name: 'grant-officer',
  words: { ja: '補助金の担当', en: 'Grant officer' },
  at: offices,
};

/** 決裁者: decides what an officer prepared; never the same person for one application. */
export const grantApprover: Role = {
  name: 'grant-approver',
  words: { ja: '補助金の決裁者', en: 'Grant approver' },
  at: offices,
};

/** 審査員: sees the applications that were given to them, and nothing else. */
export const grantReviewer: Role = {
  name: 'grant-reviewer',
  words: { ja: '審査員', en: 'Grant reviewer' },
  at: ['bureau', 'prefecture', 'municipality', 'desk', 'npo', 'company'],
};

/** 連携団体の担当: accompanies persons, asks for a benefit with them and passes it on against a receipt. */
export const grantPartner: Role = {
  name: 'grant-partner',
  words: { ja: '連携団体の担当（給付）', en: 'Partner group (benefits)' },
  at: ['npo', 'desk', 'company', 'municipality'],
};

/** 会計担当: looks at payments after the officer and lets the file go to the bank. */
export const accountant: Role = {
  name: 'accountant',
  words: { ja: '会計担当', en: 'Accountant' },
  at: ['prefecture', 'municipality'],
  secondFactor: true,
};

/** What can be done in this area, and by which roles; at which office, the actions and row-level security ask. */
export const can = {
  /** The start page: for whoever has anything to do with grants. */
  seeGrants: permission(
    'grant-desk.read',
    grantOfficer,
    grantApprover,
    grantReviewer,
    grantPartner,
    accountant,
    secretariat,
  ),
  readCalls: permission('grant-call.read', grantOfficer, grantApprover, secretariat),
  editCall: permission('grant-call.edit', grantOfficer),
  publishCall: permission('grant-call.publish', grantApprover),
  askBudget: permission('grant-budget.ask', grantOfficer),
  decideBudget: permission('grant-budget.decide', grantApprover),
  readApplications: permission('grant-application.read', grantOfficer, grantApprover),
  enterApplication: permission('grant-application.enter', grantOfficer),
  checkApplication: permission('grant-application.check', grantOfficer),
  askForPerson: permission('benefit.ask', grantPartner, caseWorker, caseSupervisor),
  readBenefits: permission(
    'benefit.read',
    grantPartner,
    caseWorker,
    caseSupervisor,
    grantOfficer,
    grantApprover,
  ),
  checkBenefit: permission('benefit.check', grantOfficer),
  decideBenefit: permission('benefit.decide', grantApprover),
  handOn: permission('benefit.hand-on', grantPartner, caseWorker, caseSupervisor),
  confirmHandOn: permission('benefit.confirm', grantOfficer),
  keepDonation: permission('benefit.donation', grantOfficer),
  keepPayee: permission('benefit.payee', grantPartner, grantOfficer),
  review: permission('grant-review.write', grantReviewer),
  decide: permission('grant-award.decide', grantApprover),
  writeLetters: permission('grant-letter.write', grantOfficer),
  publishLetters: permission('grant-letter.publish', grantApprover),
  readAwards: permission('grant-award.read', grantOfficer, grantApprover, accountant),
  askChange: permission('grant-change.ask', grantOfficer),
  checkChange: permission('grant-change.check', grantOfficer, grantApprover),
  inspectReport: permission('grant-settlement.inspect', grantOfficer),
  readReport: permission('grant-settlement.read', grantOfficer, grantApprover),
  fixAmount: permission('grant-settlement.fix', grantApprover),
  closeAward: permission('grant-award.close', grantOfficer),
  receiveRefund: permission('grant-return.receive', accountant),
  waiveInterest: permission('grant-return.waive', grantApprover),
  orderPayment: permission('grant-payment.order', grantOfficer),
  approvePayment: permission('grant-payment.approve', grantApprover),
  releasePayment: permission('grant-payment.release', accountant),
  sendBackPayment: permission('grant-payment.send-back', grantApprover, accountant),
  readPayments: permission('grant-payment.read', grantOfficer, grantApprover, accountant),
  matchPayments: permission('grant-payment.match', accountant),
  allowCopy: permission('grant-transfer.allow-copy', accountant, grantApprover),
  editPayer: permission('grant-payer.edit', accountant),
  takeRegister: permission('grant-bank.take', accountant),
  settleRetention: permission('grant-retention.settle', grantApprover),
  holdRecord: permission('grant-retention.hold', grantApprover),
  readRetention: permission('grant-retention.read', grantOfficer, grantApprover),
  readMoney: permission('grant-money.read', grantOfficer, grantApprover, accountant, secretariat),
} satisfies Record<string, Permission>;

/** The offices at which somebody prepares or decides (ids). */
export function officesOf(who: Who): readonly string[] {
  return [...new Set([...organisationsWith(who, grantOfficer), ...organisationsWith(who, grantApprover)])];
}

export function worksAt(who: Who, bureauId: string): boolean {
  return who.kind === 'system' || officesOf(who).includes(bureauId);
}

/** What row-level security would refuse as well, said as what it is. */
export function mustWorkAt(who: Who, bureauId: string): void {
  if (!worksAt(who, bureauId)) throw new Forbidden(can.readApplications.name);
}

/** The groups and desks for which somebody asks for a benefit with a person (ids). */
export function askersOf(who: Who): readonly string[] {
  return [
    ...new Set([grantPartner, caseWorker, caseSupervisor].flatMap((role) => organisationsWith(who, role))),
  ];
}

export function asksAt(who: Who, organisationId: string): boolean {
  return who.kind === 'system' || askersOf(who).includes(organisationId);
}
