/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const bySlug = '/grants/:slug{[a-z0-9-]{1,80}}';
const byToken = '/grants/mail/:token{[0-9a-f]{64}}';
const call = `/staff/grants/calls/:callId${uuid}` as const;
/** Whoever holds the link writes on one application. */
const link = '/apply/:token{[A-Za-z0-9_-]{43}}';
const application = `/staff/grants/applications/:applicationId${uuid}` as const;
const part =
  ':part{basics|windows|amount|eligibility|papers|conditions|review|figures|benefit|benefit-conditions}';

/** For everybody. */
export const callPaths = {
  list: path('/grants'),
  call: path(bySlug),
  /** Two minutes: does this fit us? Nothing is kept. */
  check: path(`${bySlug}/check`),
  /** Terms as they once held. */
  version: path(`${bySlug}/terms/:version{[0-9]{1,6}}`),
  feed: path('/grants/feed.atom'),
  subscribe: path('/grants/mail/subscribe'),
  /** A mailed link: confirms, and later ends, what its address wanted to hear. */
  subscription: path(byToken),
  confirm: path(`${byToken}/confirm`),
  /** One press, also from a mail program. */
  unsubscribe: path(`${byToken}/end`),
} as const;

export const callStaffPaths = {
  home: path('/staff/grants'),
  new: path('/staff/grants/calls/new'),
  call: path(call),
  facts: path(`${call}/facts`),
  part: path(`${call}/edit/${part}`),
  questions: path(`${call}/questions`),
  question: path(`${call}/questions/:at{[0-9]{1,3}|new}`),
  questionUp: path(`${call}/questions/:at{[0-9]{1,3}}/up`),
  questionRemove: path(`${call}/questions/:at{[0-9]{1,3}}/remove`),
  preview: path(`${call}/preview`),
  version: path(`${call}/versions/:version{[0-9]{1,6}}`),
  begin: path(`${call}/begin`),
  propose: path(`${call}/propose`),
  takeBack: path(`${call}/take-back`),
  return: path(`${call}/return`),
  publish: path(`${call}/publish`),
  discard: path(`${call}/discard`),
  end: path(`${call}/end`),
  copy: path(`${call}/copy`),
  budget: path(`${call}/budget`),
  answerBudget: path(`/staff/grants/budgets/:changeId${uuid}/:answer{approved|declined}`),
} as const;

const payment = `/staff/grants/payments/:paymentId${uuid}` as const;
const transfer = `/staff/grants/transfers/:transferId${uuid}` as const;

export const paymentPaths = {
  list: path('/staff/grants/payments'),
  order: path('/staff/grants/payments/order'),
  approve: path('/staff/grants/payments/approve'),
  payment: path(payment),
  check: path(`${payment}/check`),
  sendBack: path(`${payment}/send-back`),
  cancel: path(`${payment}/cancel`),
  return: path(`${payment}/return`),
  again: path(`${payment}/again`),
} as const;

export const transferPaths = {
  list: path('/staff/grants/transfers'),
  /** What would go to one bank on one day. */
  planned: path('/staff/grants/transfers/:payOn{[0-9]{4}-[0-9]{2}-[0-9]{2}}/:bankCode{[0-9]{4}}'),
  transfer: path(transfer),
  file: path(`${transfer}/file`),
  askCopy: path(`${transfer}/copies`),
  allowCopy: path(`${transfer}/copies/allow`),
  confirm: path(`${transfer}/confirm`),
} as const;

export const payerPaths = {
  list: path('/staff/grants/payers'),
} as const;

/** Banks and branches, as a file brought them. */
export const bankPaths = {
  list: path('/staff/grants/banks'),
} as const;

export const statementPaths = {
  list: path('/staff/grants/statements'),
  match: path(`/staff/grants/statements/lines/:lineId${uuid}/match`),
  aside: path(`/staff/grants/statements/lines/:lineId${uuid}/aside`),
  matchAll: path('/staff/grants/statements/match'),
} as const;

export const moneyPaths = {
  list: path('/staff/grants/money'),
  call: path(`/staff/grants/money/:callId${uuid}`),
} as const;

export const applicationPaths = {
  start: path(`${bySlug}/apply`),
  /** Somebody lost their link. */
  lost: path('/apply/links'),
  overview: path(link),
  applicant: path(`${link}/applicant`),
  account: path(`${link}/account`),
  question: path(`${link}/questions/:code{[a-z0-9-]{1,60}}`),
  /** Saves what is being typed. */
  keep: path(`${link}/keep`),
  papers: path(`${link}/papers`),
  paper: path(`${link}/papers/:paperId${uuid}`),
  removePaper: path(`${link}/papers/:paperId${uuid}/remove`),
  check: path(`${link}/check`),
  receipt: path(`${link}/receipt`),
  withdraw: path(`${link}/withdraw`),
  /** What the office wrote, as it was issued. */
  letters: path(`${link}/letters`),
  letter: path(`${link}/letters/:documentId${uuid}`),
  people: path(`${link}/people`),
  endLink: path(`${link}/people/:editorId${uuid}/end`),
  /** The next call, or another place in the same one, begun with what is known. */
  again: path(`${link}/again`),
} as const;

/** For the office: what came on paper or by telephone, and an application as it stands. */
export const applicationStaffPaths = {
  entries: path('/staff/grants/entries'),
  application: path(application),
  edit: path(`${application}/edit`),
  papers: path(`${application}/papers`),
  paper: path(`${application}/papers/:paperId${uuid}`),
  removePaper: path(`${application}/papers/:paperId${uuid}/remove`),
  submit: path(`${application}/submit`),
  discard: path(`${application}/discard`),
  link: path(`${application}/link`),
  alarm: path(`${application}/alarms/:alarmId${uuid}`),
} as const;

/** 個人への給付. No name stands in a URL. */
const benefit = `/staff/grants/benefits/:benefitId${uuid}` as const;
const benefitCall = `/staff/grants/benefits/calls/:callId${uuid}` as const;

export const benefitPaths = {
  list: path('/staff/grants/benefits'),
  new: path(`${benefitCall}/new`),
  benefit: path(benefit),
  edit: path(`${benefit}/edit`),
  /** 支給・不支給決定通知書, to print and hand over. */
  letter: path(`${benefit}/letters/:documentId${uuid}`),
  step: path(`${benefit}/:step{check|return|withdraw|refuse|cancel}`),
  /** All of a call: what waits for whom, and the money that was given. */
  call: path(benefitCall),
  decide: path(`${benefitCall}/decide`),
  pay: path(`${benefitCall}/pay`),
  confirm: path(`${benefitCall}/confirm`),
  donate: path(`${benefitCall}/donations`),
  handOn: path(`${benefit}/hand-ons`),
  takeBack: path(`${benefit}/returns`),
  outcome: path(`${benefit}/outcome`),
  receipt: path(`/staff/grants/benefits/receipts/:handOnId${uuid}`),
  seeInstalment: path(`/staff/grants/benefits/instalments/:instalmentId${uuid}/see`),
  payInstalment: path(`/staff/grants/benefits/instalments/:instalmentId${uuid}/pay`),
  payee: path('/staff/grants/benefits/payee'),
} as const;

/** On the person's own page: what was decided about them. The address says nothing of what it is. */
export const ownPaperPaths = {
  list: path('/my/page/papers'),
  paper: path(`/my/page/papers/:documentId${uuid}`),
} as const;

/** Awards to groups, and numbers of benefits to persons: for everybody. */
export const grantDataPaths = {
  page: path('/opendata/grants'),
  file: path('/opendata/grants/files/:name{awards|benefits}'),
  schema: path('/opendata/grants/schemas/:name{awards|benefits}'),
  dataPackage: path('/opendata/grants/datapackage.json'),
} as const;

const award = `/staff/grants/awards/:awardId${uuid}` as const;
const step = ':step{work|costs|receipts|papers|check}';

/** What follows a decision, at the office. */
export const awardPaths = {
  list: path('/staff/grants/awards'),
  award: path(award),
  ask: path(`${award}/ask/:kind{change|abolish|advance|tax|cancel}`),
  move: path(`/staff/grants/changes/:changeId${uuid}`),
  close: path(`${award}/close`),
} as const;

export const settlementPaths = {
  /** A report that came on paper is written into the same record. */
  report: path(`${award}/report/${step}`),
  removePaper: path(`${award}/report-papers/:paperId${uuid}/remove`),
  inspection: path(`${award}/inspection`),
  sendBack: path(`${award}/inspection/send-back`),
  fix: path(`${award}/inspection/fix`),
  /** For accountants: what is to come back, and what came. */
  returns: path('/staff/grants/returns'),
  refund: path(`/staff/grants/returns/:returnId${uuid}/refund`),
  waive: path(`/staff/grants/returns/:returnId${uuid}/waive`),
} as const;

/** The same for the group, behind the link of its application. */
export const awardLinkPaths = {
  award: path(`${link}/award`),
  ask: path(`${link}/award/:kind{change|abolish|advance|tax}`),
  withdraw: path(`${link}/award/changes/:changeId${uuid}/withdraw`),
  report: path(`${link}/report/${step}`),
  removePaper: path(`${link}/report-papers/:paperId${uuid}/remove`),
} as const;

const assignment = `/staff/grants/reviews/:assignmentId${uuid}` as const;

export const reviewPaths = {
  /** What was sent to a call, page by page. */
  list: path('/staff/grants/applications'),
  /** Names are looked up by a form that is posted. */
  search: path('/staff/grants/applications/search'),
  askMany: path('/staff/grants/applications/reviewers'),
  application: path(`${application}/review`),
  checklist: path(`${application}/checklist`),
  move: path(`${application}/moves/:move{return|check|reopen}`),
  ask: path(`${application}/reviewers`),
  end: path(`/staff/grants/assignments/:assignmentId${uuid}/end`),
  /** A reviewer's own. */
  own: path('/staff/grants/reviews'),
  assignment: path(assignment),
  declare: path(`${assignment}/declare`),
  paper: path(`${assignment}/papers/:paperId${uuid}`),
} as const;

const pack = `/staff/grants/packs/:packId${uuid}` as const;

export const packPaths = {
  list: path('/staff/grants/packs'),
  pack: path(pack),
  items: path(`${pack}/items`),
  board: path(`${pack}/board`),
  refill: path(`${pack}/refill`),
  propose: path(`${pack}/propose`),
  return: path(`${pack}/return`),
  decide: path(`${pack}/decide`),
  /** For the board, on paper and as CSV. */
  print: path(`${pack}/print`),
  csv: path(`${pack}/pack.csv`),
} as const;

const office = `/staff/grants/letters/offices/:bureauId${uuid}` as const;
const template =
  `${office}/:kind{award|support|benefit|benefit-refusal|benefit-cancellation|refusal|change|abolition|fixing|cancellation|return}` as const;

export const letterPaths = {
  /** 文書番号簿 of an office and year. */
  register: path('/staff/grants/letters'),
  letter: path(`/staff/grants/letters/:documentId${uuid}`),
  office: path(office),
  template: path(template),
  publish: path(`${template}/publish`),
  discard: path(`${template}/discard`),
} as const;

const kept = `/staff/grants/retention/:kind{benefit|application}/:id${uuid}` as const;
export const retentionPaths = {
  overview: path('/staff/grants/retention'),
  /** One benefit or application: how long it stays, and whether it is held. */
  one: path(kept),
  hold: path(`${kept}/hold`),
  lift: path(`${kept}/lift`),
} as const;
