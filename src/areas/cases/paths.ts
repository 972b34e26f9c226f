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
  step: path(`${caseFile}/steps/:step{screened|consented|assessed|met|decided}`),
  assign: path(`${caseFile}/assign`),
  close: path(`${caseFile}/close`),
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
} as const;

/** Mailed links: who holds one answers for the organisation to which it was sent. */
export const referralLinkPaths = {
  answer: path('/referral/:token{[A-Za-z0-9_-]{43}}'),
  move: path('/referral/:token{[A-Za-z0-9_-]{43}}/:move{accept|reject|contact|hold|serve|fail}'),
} as const;
