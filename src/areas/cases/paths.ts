/** Every URL of the area, written once. */
import { path } from '#platform/path.ts';

const uuid = '{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';
const caseFile = `/staff/cases/:caseId${uuid}` as const;

export const casePaths = {
  list: path('/staff/cases'),
  /** Names are looked up by a form that is posted: no name stands in a URL. */
  search: path('/staff/cases/search'),
  new: path('/staff/cases/new'),
  case: path(caseFile),
  step: path(`${caseFile}/steps/:step{screened|consented|assessed}`),
  assign: path(`${caseFile}/assign`),
  close: path(`${caseFile}/close`),
} as const;

export const planPaths = {
  /** The plan that runs, or that of a `round`. */
  plan: path(`${caseFile}/plan`),
  edit: path(`${caseFile}/plan/edit`),
  move: path(`/staff/cases/plans/:planId${uuid}/:move{agree|meet|decide|return}`),
  tick: path(`/staff/cases/plans/items/:itemId${uuid}`),
  review: path(`${caseFile}/review`),
  confirm: path(`/staff/cases/reviews/:reviewId${uuid}/confirm`),
} as const;

export const recordPaths = {
  timeline: path(`${caseFile}/timeline`),
  new: path(`${caseFile}/records/new`),
  record: path(`/staff/cases/records/:recordId${uuid}`),
  end: path(`/staff/cases/records/:recordId${uuid}/end`),
  scale: path(`${caseFile}/scale`),
} as const;

export const taskPaths = {
  mine: path('/staff/cases/tasks'),
  list: path(`${caseFile}/tasks`),
  move: path(`/staff/cases/tasks/:taskId${uuid}`),
  done: path(`/staff/cases/tasks/:taskId${uuid}/done`),
} as const;

export const answerPaths = {
  /** What a step of the way asks: filled, left and resumed. */
  form: path(`${caseFile}/forms/:form{reception|intake|assessment}`),
} as const;

export const sheetPaths = {
  /** An official sheet, for the printer. */
  sheet: path(`${caseFile}/sheets/:sheet{reception|assessment|records|plan|review}`),
  /** Form 4, the list of cases. */
  list: path('/staff/cases/sheets/list'),
} as const;

export const formPaths = {
  /** The forms of the fiscal years, and what is being changed. */
  years: path('/staff/cases/forms'),
  year: path('/staff/cases/forms/:year{[0-9]{4}}'),
  /** A version as it was published. */
  version: path('/staff/cases/forms/:year{[0-9]{4}}/versions/:version{[0-9]{1,4}}'),
  list: path('/staff/cases/forms/:year{[0-9]{4}}/lists/:list{[a-z-]{1,40}}'),
  form: path('/staff/cases/forms/:year{[0-9]{4}}/fields/:form{reception|intake|assessment}'),
  begin: path('/staff/cases/forms/:year{[0-9]{4}}/begin'),
  publish: path('/staff/cases/forms/:year{[0-9]{4}}/publish'),
  discard: path('/staff/cases/forms/:year{[0-9]{4}}/discard'),
} as const;

export const basisPaths = {
  list: path(`${caseFile}/bases`),
  consent: path(`${caseFile}/bases/consent`),
  withdraw: path(`/staff/cases/bases/:basisId${uuid}/withdraw`),
  seen: path(`/staff/cases/bases/:basisId${uuid}/seen`),
  /** 緊急: a case that somebody may not see is opened for life and body. */
  urgency: path('/staff/cases/urgency'),
} as const;

export const referralPaths = {
  boxes: path('/staff/cases/referrals'),
  /** Whom to: entries of the directory. */
  choose: path(`${caseFile}/refer`),
  /** What goes along, field by field. */
  fill: path(`${caseFile}/refer/:serviceId${uuid}`),
  referral: path(`/staff/cases/referrals/:referralId${uuid}`),
  move: path(
    `/staff/cases/referrals/:referralId${uuid}/:move{send|accept|reject|contact|hold|serve|fail|cancel|close}`,
  ),
  sheet: path(`/staff/cases/referrals/:referralId${uuid}/sheet`),
  next: path(`/staff/cases/referrals/:referralId${uuid}/next`),
  /** A receiver passes the person on. */
  onward: path(`/staff/cases/referrals/:referralId${uuid}/onward`),
  onwardFill: path(`/staff/cases/referrals/:referralId${uuid}/onward/:serviceId${uuid}`),
} as const;

/** How long an organisation waits at each turn of its referrals. */
export const deadlinePaths = { deadlines: path('/staff/cases/deadlines') } as const;

/** After the end of a case: whom somebody promised to ask how things are. */
export const followUpPaths = {
  list: path('/staff/cases/follow-ups'),
  record: path(`/staff/cases/follow-ups/:followUpId${uuid}`),
} as const;

/** How long words stay, what is held, and erasure because the person wants it. */
export const retentionPaths = {
  overview: path('/staff/cases/retention'),
  decide: path(`/staff/cases/retention/requests/:requestId${uuid}/:decision{erased|refused}`),
  case: path(`${caseFile}/retention`),
  hold: path(`${caseFile}/retention/hold`),
  lift: path(`${caseFile}/retention/lift`),
  ask: path(`${caseFile}/retention/ask`),
} as const;

/** Of a mailed link, or the code of a printed sheet. */
const linkToken = ':token{[A-Za-z0-9_-]{43}|[2-9A-HJ-NP-Z]{12}}';

/** Mailed links: who holds one answers for the organisation to which it was sent. */
export const referralLinkPaths = {
  /** Where the code of a printed sheet is typed. */
  code: path('/referral'),
  answer: path(`/referral/${linkToken}`),
  move: path(`/referral/${linkToken}/:move{accept|reject|contact|hold|serve|fail}`),
} as const;

/** 支援措置: who is protected, what is opened by a second person. */
export const protectionPaths = {
  protection: path(`${caseFile}/protection`),
  renew: path(`${caseFile}/protection/renew`),
  end: path(`${caseFile}/protection/end`),
  address: path(`${caseFile}/protection/address`),
  /** Asks a second person: posted with what it is about. */
  ask: path(`${caseFile}/protection/ask`),
  /** What waits for a second person. */
  openings: path('/staff/cases/openings'),
  decide: path(`/staff/cases/openings/:openingId${uuid}/:decision{agree|refuse}`),
} as const;

/** Somebody who works here and is shut out of a case by name. */
export const barPaths = {
  bars: path(`${caseFile}/barred`),
  lift: path(`${caseFile}/barred/:barId${uuid}/lift`),
} as const;

export const meetingPaths = {
  /** Meetings to which somebody is asked. */
  mine: path('/staff/cases/meetings'),
  list: path(`${caseFile}/meetings`),
  new: path(`${caseFile}/meetings/new`),
  meeting: path(`/staff/cases/meetings/:meetingId${uuid}`),
  swear: path(`/staff/cases/meetings/:meetingId${uuid}/swear`),
  paper: path(`/staff/cases/meetings/:meetingId${uuid}/:kind{minutes|request|answer|decision}`),
  toPlan: path(`/staff/cases/meetings/:meetingId${uuid}/decisions/:paperId${uuid}`),
  hold: path(`/staff/cases/meetings/:meetingId${uuid}/hold`),
  move: path(`/staff/cases/meetings/:meetingId${uuid}/move`),
  cancel: path(`/staff/cases/meetings/:meetingId${uuid}/cancel`),
  agenda: path(`/staff/cases/meetings/:meetingId${uuid}/agenda`),
} as const;

export const viewPaths = {
  views: path('/staff/cases/views'),
  alerts: path('/staff/cases/views/unusual'),
  answer: path(`/staff/cases/views/unusual/:alertId${uuid}`),
  glass: path('/staff/cases/views/glass'),
} as const;

export const personPaths = {
  /** The facts about the person, and who belongs to them. */
  person: path(`${caseFile}/person`),
  household: path(`${caseFile}/household`),
  member: path(`${caseFile}/household/:memberId${uuid}`),
  removeMember: path(`${caseFile}/household/:memberId${uuid}/remove`),
  /** Who may be the same person. */
  joins: path(`${caseFile}/joins`),
  compare: path(`${caseFile}/joins/:otherId${uuid}`),
  tellApart: path(`${caseFile}/joins/:otherId${uuid}/apart`),
  undoJoin: path(`${caseFile}/undo-join/:joinId${uuid}`),
} as const;

/** For the worker: the person's way to their own page, and what was asked from there. */
export const ownPageStaffPaths = {
  page: path(`${caseFile}/own-page`),
  revoke: path(`${caseFile}/own-page/revoke`),
  answer: path(`${caseFile}/own-page/requests/:requestId${uuid}`),
} as const;

/** For the person: words that say nothing to whoever looks over a shoulder. */
export const ownPagePaths = {
  enter: path('/my'),
  open: path('/my/open'),
  page: path('/my/page'),
  ask: path('/my/page/ask'),
  consent: path(`/my/page/consents/:basisId${uuid}`),
  device: path('/my/page/device'),
  safe: path('/my/page/safe'),
  close: path('/my/page/close'),
  leave: path('/my/leave'),
} as const;

export const statisticsPaths = {
  year: path('/staff/cases/statistics'),
  /** The rows behind a figure, for those who may see them. */
  rows: path(`/staff/cases/statistics/:organisationId${uuid}/rows`),
  area: path(`/staff/cases/statistics/:organisationId${uuid}/area`),
  targets: path('/staff/cases/statistics/targets/:year{20\\d{2}}'),
} as const;
